import { TerraformVariable } from 'cdktf';
import { IConstruct } from 'constructs';
import { Naming } from '../../src';
import { SecurityBaseline, ComplianceStatus } from '../../src/compliance';
import { DiagnosticSetting, LogCategories, LogDestination } from '../../src/observability';
import { Cors, NetworkAccess, SignalRService } from '../../src/signalr';
import { KeyVault } from '../../src/vault';
import { newApp } from '../support/app';
import { STORAGE_ACCOUNT } from '../support/destinations';
import { SERVICE_ID } from '../support/ids';
import { newChat } from '../support/serverless';
import { messageOf, newGroup, newStack, only, readable, resources, synth, warnings } from '../support/synth';

const SETTING = 'azurerm_monitor_diagnostic_setting';
const POLICY = 'Azure Policy deploys the diagnostic setting.';
const REASON = 'A test environment, whose logs nobody reads.';

/** What the rules on logs say, but for what they find compliant. */
function verdicts(scope: IConstruct): string[] {
  return SecurityBaseline.evaluate(scope)
    .findings.filter(({ rule, status }) => /^(?:LOG[14]|KV6)$/.test(rule) && status !== ComplianceStatus.COMPLIANT)
    .map(({ rule, path, status, acknowledgement }) => `${rule} ${path} ${status}: ${acknowledgement?.reason ?? ''}`);
}

describe('logs that the configuration does not send', () => {
  test.each<[string, LogDestination, string]>([
    ['Azure Policy sends them', LogDestination.managedByPolicy(), POLICY],
    ['they are sent nowhere', LogDestination.none(REASON), REASON],
  ])('SecureSignalRApp: %s', (_, logs, reason) => {
    const { stack, chat } = newApp({ logs });
    expect(resources(stack, SETTING)).toEqual([]);
    expect(resources(stack, 'azurerm_log_analytics_workspace')).toEqual([]);
    expect(chat.logWorkspace).toBeUndefined();
    expect(chat.signalrDiagnosticSetting.resource).toBeUndefined();
    expect(chat.webAppDiagnosticSetting!.resource).toBeUndefined();
    expect(verdicts(stack)).toEqual([
      `LOG1 Prod/Chat/SignalR/Resource acknowledged: ${reason}`,
      `LOG4 Prod/Chat/WebApp/Resource acknowledged: ${reason}`,
    ]);
    expect(warnings(stack)).toEqual([]);
  });

  test.each<[string, LogDestination, string]>([
    ['Azure Policy sends them', LogDestination.managedByPolicy(), POLICY],
    ['they are sent nowhere', LogDestination.none(REASON), REASON],
  ])('SecureServerlessSignalR: %s', (_, logs, reason) => {
    const { stack, chat } = newChat({ logs });
    chat.addOutputs();
    expect(resources(stack, SETTING)).toEqual([]);
    expect(resources(stack, 'azurerm_application_insights')).toEqual([]);
    expect(verdicts(stack)).toEqual([
      `LOG4 Prod/Chat/FunctionApp/Resource acknowledged: ${reason}`,
      `LOG4 Prod/Chat/NegotiationApp/Resource acknowledged: ${reason}`,
      `LOG1 Prod/Chat/SignalR/Resource acknowledged: ${reason}`,
      `KV6 Prod/Chat/Vault/Resource acknowledged: ${reason}`,
    ]);
    expect(readable(stack).output!['Chat-verify-upstream-caller'].value).toMatch(
      /\n# The architecture defines no Application Insights, because its logs go to no workspace; this is the log stream\.\naz webapp log tail /,
    );
  });

  test('are accepted for the resource alone that the word is for', () => {
    const { stack, resourceGroup } = newGroup();
    const services = ['One', 'Two'].map(
      (id) =>
        new SignalRService(stack, id, {
          name: id.toLowerCase(),
          resourceGroup,
          cors: Cors.allowOrigins('https://chat.example.com'),
          networkAccess: NetworkAccess.publicClientsPrivateServers(),
        }),
    );
    const vault = new KeyVault(stack, 'Vault', { name: 'kv-chat', resourceGroup });
    services[0].sendLogsTo(LogDestination.none(REASON));
    vault.sendLogsTo(LogDestination.managedByPolicy());
    expect(verdicts(stack)).toEqual([
      `LOG1 Prod/One/Resource acknowledged: ${REASON}`,
      'LOG1 Prod/Two/Resource violated: ',
      `KV6 Prod/Vault/Resource acknowledged: ${POLICY}`,
    ]);
    expect(messageOf(() => services[0].sendLogsTo(LogDestination.none(REASON)))).toBe(
      'Prod/One: [logs/duplicate-setting] the logs are sent already; name all destinations in one call, with LogDestination.several(...)',
    );
  });

  test('are no finding where another setting sends them', () => {
    const { stack, chat } = newApp({ logs: LogDestination.managedByPolicy() });
    new DiagnosticSetting(stack, 'Own', {
      name: 'own',
      targetResourceId: chat.signalr.serviceId,
      destination: LogDestination.storage(STORAGE_ACCOUNT),
      logs: LogCategories.of('AllLogs'),
    });
    expect(verdicts(stack)).toEqual([`LOG4 Prod/Chat/WebApp/Resource acknowledged: ${POLICY}`]);
    expect(SecurityBaseline.evaluate(stack).acknowledgements.map(({ rule }) => rule)).toEqual(['LOG4']);
    expect(warnings(stack)).toEqual([]);
  });

  test('are violations again where the word is removed', () => {
    const { stack, chat } = newApp({ logs: LogDestination.managedByPolicy() });
    chat.signalr.node.tryRemoveChild('DiagnosticSetting');
    expect(verdicts(stack)[0]).toBe('LOG1 Prod/Chat/SignalR/Resource violated: ');
  });

  test('say nothing of resources that exist', () => {
    const stack = newStack();
    new DiagnosticSetting(stack, 'Setting', {
      name: 'logs',
      targetResourceId: SERVICE_ID,
      destination: LogDestination.none(REASON),
      logs: LogCategories.all(),
    });
    expect(synth(stack).resource).toBeUndefined();
    expect(verdicts(stack)).toEqual([]);
  });

  test('need not be recorded where nobody sends them', () => {
    const signalrSettings = { logTypes: [] };
    // LOG2 asks for them all the same.
    const { stack } = newApp({ logs: LogDestination.none(REASON), signalrSettings, securityBaseline: false });
    expect(only(stack, 'azurerm_signalr_service').http_request_logs_enabled).toBe(false);
    expect(messageOf(() => newApp({ logs: LogDestination.managedByPolicy(), signalrSettings }))).toBe(
      'Prod/Chat/SignalR: [logs/nothing-recorded] the logs of the service are sent, but logTypes is empty, so the service records none; name types, or leave logTypes out for all',
    );
  });

  test('have no names', () => {
    const naming = Naming.of({ signalrDiagnosticSetting: 'logs', webAppDiagnosticSetting: 'logs' });
    const { stack } = newApp({ logs: LogDestination.managedByPolicy(), naming });
    expect(warnings(stack)).toEqual([
      expect.stringContaining(
        'naming names signalrDiagnosticSetting, webAppDiagnosticSetting, but no resource has such a role',
      ),
    ]);
  });

  test.each<[string, (stack: ReturnType<typeof newStack>) => LogDestination, string]>([
    [
      'a short reason',
      () => LogDestination.none('none'),
      '[logs/reason] the reason "none" is shorter than 10 characters; say why the logs are sent nowhere',
    ],
    [
      'a reason that only Terraform knows',
      (stack) => LogDestination.none(new TerraformVariable(stack, 'reason', {}).stringValue),
      '[logs/reason] the reason is only known when Terraform runs, but reports are made at synth; give it as plain text',
    ],
    [
      'another destination beside',
      () => LogDestination.several(LogDestination.managedByPolicy(), LogDestination.storage(STORAGE_ACCOUNT)),
      '[logs/destination] LogDestination.managedByPolicy() or none(...) given with other destinations; a diagnostic setting sends logs or does not, so give it alone, or leave it out',
    ],
  ])('are refused with %s', (_, logs, message) => {
    const stack = newStack();
    expect(messageOf(() => newApp({ logs: logs(stack) }, stack))).toBe(`Prod/Chat: ${message}`);
  });
});
