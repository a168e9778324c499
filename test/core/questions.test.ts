import { TerraformStack, Testing } from 'cdktf';
import {
  appservice,
  core,
  dns,
  governance,
  identity,
  network,
  observability,
  privatelink,
  SecureServerlessSignalR,
  SecureSignalRApp,
  signalr,
  storage,
  vault,
} from '../../src';
import { ComplianceStatus, ReportFormat, SecurityBaseline, SecurityProfile } from '../../src/compliance';
import { ConnectivityReport, ConnectivityReportFile, Origin } from '../../src/connectivity';
import { RunbookFile } from '../../src/runbook';
import { SUBSCRIPTION, warningsOf } from '../support/governance';
import { newPlainChat } from '../support/plain-chat';
import { newStack } from '../support/synth';

/** A stack of plain azurerm, which has no construct of the library, in an app for a major version of azurerm. */
function newChat(azurermMajor: unknown) {
  const app = Testing.app({ context: azurermMajor === undefined ? {} : { azurermMajor } });
  return newPlainChat({ stack: newStack('Prod', undefined, app) });
}

type Chat = ReturnType<typeof newChat>;

/** The JSON as Terraform reads it, without cdktf's validations. */
const jsonOf = (stack: TerraformStack) => Testing.synth(stack);

/** Asks, and takes what it throws. */
function attempt(question: () => unknown): string {
  try {
    question();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

const { CLIENT_CONNECTION, SERVER_CONNECTION } = signalr.RequestType;
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`;
const REASON = 'the load test needs it';

const QUESTIONS: [what: string, ask: (chat: Chat) => unknown][] = [
  ['an evaluation of the stack', ({ stack }) => SecurityBaseline.evaluate(stack)],
  ['an evaluation of the app', ({ stack }) => SecurityBaseline.evaluate(stack.node.root)],
  ['an evaluation of a resource', ({ service }) => SecurityBaseline.evaluate(service)],
  [
    'an evaluation for the isolated profile',
    ({ stack }) => SecurityBaseline.evaluate(stack, { profile: SecurityProfile.ISOLATED, today: '2026-01-31' }),
  ],
  ['the findings of a status', ({ stack }) => SecurityBaseline.evaluate(stack).withStatus(ComplianceStatus.VIOLATED)],
  ['the controls', ({ stack }) => SecurityBaseline.evaluate(stack).controls],
  ['a compliance report as JSON', ({ stack }) => SecurityBaseline.evaluate(stack).toJson()],
  ['a compliance report as CSV', ({ stack }) => SecurityBaseline.evaluate(stack).toCsv()],
  ['a compliance report as Markdown', ({ stack }) => SecurityBaseline.evaluate(stack).toMarkdown()],
  ['a compliance report as SARIF', ({ stack }) => SecurityBaseline.evaluate(stack).toSarif()],
  ['an acknowledgement', ({ service }) => SecurityBaseline.acknowledge(service, { rule: 'SIG2', reason: REASON })],
  [
    'a baseline that is attached',
    ({ stack }) => SecurityBaseline.attach(stack, { reports: [ReportFormat.JSON] } as object),
  ],
  ['a baseline that is attached to the app', ({ stack }) => SecurityBaseline.attach(stack.node.root)],
  ['a connectivity report', ({ stack }) => ConnectivityReport.of(stack)],
  ['a connectivity report of the app', ({ stack }) => ConnectivityReport.of(stack.node.root).data],
  ['a connectivity report as JSON', ({ stack }) => ConnectivityReport.of(stack).toJson()],
  ['a connectivity report as Markdown', ({ stack }) => ConnectivityReport.of(stack).toMarkdown()],
  ['a connectivity report as Mermaid', ({ stack }) => ConnectivityReport.of(stack).toMermaid()],
  ['a connectivity report as Graphviz', ({ stack }) => ConnectivityReport.of(stack).toGraphviz()],
  ['a connectivity report as HTML', ({ stack }) => ConnectivityReport.of(stack).toHtml()],
  ['a connectivity report as a file', ({ stack }) => new ConnectivityReportFile(stack, 'Report')],
  ['a runbook', ({ stack }) => RunbookFile.textOf(stack)],
  ['a runbook as a file', ({ stack }) => new RunbookFile(stack, 'Runbook')],
  [
    'a path',
    ({ stack, app, service }) => ConnectivityReport.of(stack).path(Origin.of(app), service, SERVER_CONNECTION),
  ],
  ['an expectation that holds', ({ stack, app, service }) => ConnectivityReport.of(stack).expectPrivate(app, service)],
  [
    'rules of access',
    () => signalr.NetworkAccess.privateOnly().evaluate(signalr.NetworkOrigin.publicNetwork(), CLIENT_CONNECTION),
  ],
  ['the names of a zone', () => dns.PrivateLinkZone.SIGNALR],
  [
    'a service that exists',
    ({ stack }) =>
      signalr.SignalRService.fromSignalRServiceAttributes(stack, 'Given', {
        serviceId: `${GROUP}/providers/Microsoft.SignalRService/signalR/given`,
        hostname: 'given.service.signalr.net',
      } as signalr.SignalRServiceAttributes),
  ],
  [
    'a network that exists',
    ({ stack }) =>
      network.VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Given', {
        virtualNetworkId: `${GROUP}/providers/Microsoft.Network/virtualNetworks/given`,
        virtualNetworkName: 'given',
        resourceGroupName: 'rg',
        location: 'centralus',
      }),
  ],
];

const REFUSALS: [what: string, code: string, ask: (chat: Chat) => unknown][] = [
  [
    'an acknowledgement of no rule',
    'compliance/unknown-rule',
    ({ service }) => SecurityBaseline.acknowledge(service, { rule: 'SIG99', reason: REASON }),
  ],
  [
    'an acknowledgement without a reason',
    'compliance/acknowledgement-reason',
    ({ service }) => SecurityBaseline.acknowledge(service, { rule: 'SIG2', reason: '' }),
  ],
  [
    'an acknowledgement until no day',
    'compliance/acknowledgement-expiry',
    ({ service }) => SecurityBaseline.acknowledge(service, { rule: 'SIG2', reason: REASON, expires: 'soon' }),
  ],
  ['an evaluation for no day', 'compliance/today', ({ stack }) => SecurityBaseline.evaluate(stack, { today: 'soon' })],
  ['an attachment for no day', 'compliance/today', ({ stack }) => SecurityBaseline.attach(stack, { today: 'soon' })],
  [
    'an expectation of access',
    'connectivity/not-allowed',
    ({ stack, service }) => ConnectivityReport.of(stack).expectAllowed(Origin.internet(), service, SERVER_CONNECTION),
  ],
  [
    'an expectation of denial',
    'connectivity/not-denied',
    ({ stack, service }) => ConnectivityReport.of(stack).expectDenied(Origin.internet(), service, CLIENT_CONNECTION),
  ],
  [
    'an expectation of privacy',
    'connectivity/not-private',
    ({ stack, app, service, link }) => (
      link!.addOverride('private_dns_zone_name', 'privatelink.azurewebsites.net'),
      ConnectivityReport.of(stack).expectPrivate(app, service)
    ),
  ],
  [
    'a place that is not there',
    'connectivity/not-in-report',
    ({ stack, service, zone }) => ConnectivityReport.of(stack).path(Origin.of(zone), service, SERVER_CONNECTION),
  ],
  [
    'a service that is not there',
    'connectivity/not-in-report',
    ({ stack, app, zone }) => ConnectivityReport.of(stack).path(Origin.of(app), zone, SERVER_CONNECTION),
  ],
  [
    'a file name',
    'connectivity/file-name',
    ({ stack }) => new ConnectivityReportFile(stack, 'Report', { fileName: '../report' }),
  ],
  [
    'a resource group',
    'core/resource-group-name',
    ({ stack }) => new core.ResourceGroup(stack, 'New', { name: 'rg.', location: 'centralus' }),
  ],
  [
    'a service',
    'signalr/name',
    ({ stack }) =>
      new signalr.SignalRService(stack, 'New', {
        name: '-',
        resourceGroup: groupIn(stack),
        cors: signalr.Cors.allowOrigins('https://example.com'),
      }),
  ],
  [
    'a network',
    'network/name',
    ({ stack }) =>
      new network.VirtualNetwork(stack, 'New', {
        name: '-',
        resourceGroup: groupIn(stack),
        addressSpace: ['10.0.0.0/24'],
      }),
  ],
  [
    'a zone',
    'dns/zone-name',
    ({ stack }) => new dns.PrivateDnsZone(stack, 'New', { zoneName: '-', resourceGroup: groupIn(stack) }),
  ],
  [
    'an identity',
    'identity/name',
    ({ stack }) => new identity.ManagedIdentity(stack, 'New', { name: '-', resourceGroup: groupIn(stack) }),
  ],
  [
    'a workspace',
    'logs/workspace-name',
    ({ stack }) => new observability.LogWorkspace(stack, 'New', { name: '-', resourceGroup: groupIn(stack) }),
  ],
  [
    'a plan',
    'appservice/plan-name',
    ({ stack }) =>
      new appservice.ServicePlan(stack, 'New', {
        name: ' ',
        resourceGroup: groupIn(stack),
        osType: appservice.OsType.LINUX,
        sku: appservice.PlanSku.P0V3,
      }),
  ],
  [
    'a storage account',
    'storage/name',
    ({ stack }) => new storage.StorageAccount(stack, 'New', { name: '-', resourceGroup: groupIn(stack) }),
  ],
  [
    'a vault',
    'vault/name',
    ({ stack }) => new vault.KeyVault(stack, 'New', { name: '-', resourceGroup: groupIn(stack) }),
  ],
  [
    'a lock',
    'lock/name',
    ({ stack }) =>
      new governance.ResourceLock(stack, 'New', { name: '/', scope: identity.RoleScope.subscription(SUBSCRIPTION) }),
  ],
  [
    'a policy assignment',
    'policy/name',
    ({ stack }) =>
      new governance.PolicyAssignment(stack, 'New', {
        name: '/',
        scope: identity.RoleScope.subscription(SUBSCRIPTION),
        policy: governance.SignalRPolicies.PRIVATE_LINK,
      }),
  ],
  [
    'an endpoint that exists',
    'privatelink/endpoint-id',
    ({ stack }) =>
      privatelink.PrivateEndpoint.fromPrivateEndpointAttributes(stack, 'Given', { privateEndpointId: 'pep' } as never),
  ],
  [
    'a network that exists',
    'network/virtual-network-id',
    ({ stack }) =>
      network.VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Given', {
        virtualNetworkId: 'vnet',
        virtualNetworkName: 'vnet',
        resourceGroupName: 'rg',
        location: 'centralus',
      }),
  ],
  ['a whole architecture', 'core/location', ({ stack }) => new SecureSignalRApp(stack, 'Chat', { location: 'mars' })],
  [
    'a whole Serverless architecture',
    'core/location',
    ({ stack }) => new SecureServerlessSignalR(stack, 'Chat', { location: 'mars' }),
  ],
];

const groupIn = (stack: TerraformStack) =>
  core.ResourceGroup.fromResourceGroupAttributes(stack, 'Existing', {
    resourceGroupId: GROUP,
    resourceGroupName: 'rg',
    location: 'centralus',
  });

/** What the context may ask for; also what is refused. */
const MAJORS: [string, unknown][] = [
  ['without context', undefined],
  ['for azurerm 4', 4],
  ['for azurerm 5', 5],
  ['for azurerm 5, as text', '5'],
];

describe.each(MAJORS)('a stack without constructs of the library, %s, stays as it is', (_, major) => {
  test.each(QUESTIONS)('after %s', (__, ask) => {
    const chat = newChat(major);
    const before = jsonOf(chat.stack);
    ask(chat);
    expect(jsonOf(chat.stack)).toBe(before);
  });

  test.each(REFUSALS)('after %s is refused', (__, code, ask) => {
    const chat = newChat(major);
    if (code === 'connectivity/not-private') {
      chat.link!.addOverride('private_dns_zone_name', 'privatelink.azurewebsites.net');
    }
    const before = jsonOf(chat.stack);
    expect(attempt(() => ask(chat))).toContain(`[${code}]`);
    expect(jsonOf(chat.stack)).toBe(before);
  });

  test('after another stack of the app judges it by a policy', () => {
    const chat = newChat(major);
    const before = jsonOf(chat.stack);
    const platform = newStack('Platform', undefined, chat.stack.node.root);
    const assignment = new governance.PolicyAssignment(platform, 'Assignment', {
      name: 'a',
      scope: identity.RoleScope.subscription(SUBSCRIPTION),
      policy: governance.SignalRPolicies.PUBLIC_NETWORK_ACCESS_DISABLED,
      effect: governance.PolicyEffect.DENY,
    });
    const answers = [...assignment.node.validate(), ...warningsOf(assignment)];
    expect(answers.join('\n')).toContain('Prod/Service');
    expect(jsonOf(chat.stack)).toBe(before);
  });

  test('after all of them, one after the other', () => {
    const chat = newChat(major);
    const before = jsonOf(chat.stack);
    QUESTIONS.forEach(([, ask]) => attempt(() => ask(chat)));
    expect(jsonOf(chat.stack)).toBe(before);
  });
});
