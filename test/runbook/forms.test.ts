import { DataAzurermLogAnalyticsWorkspace } from '@cdktf/provider-azurerm/lib/data-azurerm-log-analytics-workspace';
import { TerraformStack, TerraformVariable } from 'cdktf';
import { blocksOf, syntaxErrors, unsetVariables } from './support/markdown';
import { FunctionHost } from '../../src';
import { LogDestination, LogWorkspace } from '../../src/observability';
import { RunbookFile } from '../../src/runbook';
import { Approval } from '../../src/signalr';
import { newApp } from '../support/app';
import { newPlainChat } from '../support/plain-chat';
import { newChat } from '../support/serverless';
import { inSubscription, newStack } from '../support/synth';

const SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';
const ACCOUNT = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-logs/providers/Microsoft.Storage/storageAccounts/starchive`;
const TABLES = [
  'SignalRServiceDiagnosticLogs',
  'AppServiceHTTPLogs',
  'AppServiceConsoleLogs',
  'FunctionAppLogs',
  'AppTraces',
];

/** The tables that the queries of a runbook ask. */
function tablesIn(runbook: string): string[] {
  return TABLES.filter((table) => new RegExp(`^${table}$`, 'm').test(runbook));
}

/** A section of a runbook, without its heading. */
function sectionOf(runbook: string, title: string): string {
  const [, rest] = runbook.split(new RegExp(`^#{2,3} [\\d.]+ ${title}\n`, 'm'));
  return rest.split(/^#{2,3} /m)[0].trim();
}

const textOf = ({ stack }: { stack: TerraformStack }) => RunbookFile.textOf(stack);

describe('log queries', () => {
  test('are of the tables that web apps and services fill', () => {
    expect(tablesIn(textOf(newApp()))).toEqual([
      'SignalRServiceDiagnosticLogs',
      'AppServiceHTTPLogs',
      'AppServiceConsoleLogs',
    ]);
  });

  test('are of the tables that function apps and their telemetry fill', () => {
    expect(tablesIn(textOf(newChat()))).toEqual(['SignalRServiceDiagnosticLogs', 'FunctionAppLogs', 'AppTraces']);
  });

  test('are none where logs go to a storage account alone', () => {
    const runbook = textOf(newApp({ logs: LogDestination.storage(ACCOUNT) }));
    expect(tablesIn(runbook)).toEqual([]);
    expect(runbook).not.toContain('log-analytics');
    expect(sectionOf(runbook, 'Logs')).toBe(
      [
        'No log that the configuration sends reaches a workspace, so there is nothing to query here.',
        '',
        '- The logs of sigr-chat-centralus-b01881 go to a storage account.',
        '- The logs of app-chat-centralus-b01881 go to a storage account.',
      ].join('\n'),
    );
  });

  test('leave out a table whose category is not sent', () => {
    const { stack, chat } = newApp();
    chat.webAppDiagnosticSetting!.resource!.putEnabledLog([{ category: 'AppServiceHTTPLogs' }]);
    expect(tablesIn(RunbookFile.textOf(stack))).toEqual(['SignalRServiceDiagnosticLogs', 'AppServiceHTTPLogs']);
  });

  test('go to a workspace that is looked up, and its owner is named', () => {
    const stack = newStack();
    const workspace = LogWorkspace.fromLookup(stack, 'Logs', {
      name: 'log-platform',
      resourceGroupName: 'rg-platform',
    });
    const runbook = textOf(newApp({ logs: LogDestination.workspace(workspace) }, stack));
    expect(runbook).toContain('az monitor log-analytics workspace show --resource-group rg-platform');
    expect(sectionOf(runbook, 'What is elsewhere, and whose it is')).toContain(
      '| workspace | log-platform (Prod/Logs/Resource) | its owner decides about who may query it |',
    );
    expect(DataAzurermLogAnalyticsWorkspace.tfResourceType).toBe('azurerm_log_analytics_workspace');
  });

  test('that others send are named with the reason', () => {
    const runbook = textOf(newApp({ logs: LogDestination.none('the pilot keeps no logs') }));
    expect(tablesIn(runbook)).toEqual([]);
    expect(runbook).toContain(
      '| logs | Prod/Chat/SignalR/Resource | are sent by others, or nowhere: the pilot keeps no logs |',
    );
  });
});

describe('names that are not known at synth', () => {
  const runbook = () => {
    const stack = newStack();
    const [name, group] = ['signalr_name', 'group'].map((id) => new TerraformVariable(stack, id, { type: 'string' }));
    const { chat } = newApp({ connectivityCheck: false }, stack);
    chat.signalr.resource.addOverride('name', name.value);
    chat.signalr.resource.addOverride('resource_group_name', group.value);
    return RunbookFile.textOf(stack);
  };

  test('are variables that the reader fills in, with what decides', () => {
    expect(blocksOf(runbook())[0]).toMatch(
      new RegExp(
        [
          '^# Fill in: the name of Prod/Chat/SignalR/Resource, which var.signalr_name decides.',
          "SIGNALR_NAME=''",
          '# Fill in: the resource group of Prod/Chat/SignalR/Resource, which var.group decides.',
          "RESOURCE_GROUP=''",
        ].join('\n'),
      ),
    );
    expect(runbook()).toContain(
      'az signalr network-rule list --name "$SIGNALR_NAME" --resource-group "$RESOURCE_GROUP"',
    );
    expect(runbook()).toContain('nslookup $SIGNALR_HOST || getent hosts $SIGNALR_HOST');
    expect(runbook()).toContain("| where _ResourceId endswith '/signalr/$SIGNALR_NAME'");
    expect(syntaxErrors(runbook())).toBe('');
    expect(unsetVariables(runbook())).toEqual([]);
  });

  test('leave the subscription to the shell, unless the provider names it', () => {
    expect(textOf(newApp())).toContain('SUBSCRIPTION="$(az account show --query id --output tsv)"');
    const known = textOf(newApp({}, inSubscription(newStack(), SUBSCRIPTION)));
    expect(known).toContain(`--subscription ${SUBSCRIPTION}`);
    expect(known).not.toContain('$SUBSCRIPTION');
  });
});

describe('checks', () => {
  test('say what the access control list is to allow over each endpoint', () => {
    expect(sectionOf(textOf(newApp()), 'Access control list')).toContain(
      '# Expect: default action Deny; the public network allows ClientConnection; pep-chat-signalr-centralus allows ServerConnection, RESTAPI.',
    );
  });

  test('are of parts that were written by hand', () => {
    const runbook = textOf(newPlainChat());
    expect(sectionOf(runbook, 'The name, from the console of the app')).toContain(
      '# SSH console of a Linux app. Expect: what echo "$PRIVATE_IP" shows, not a public address.',
    );
    expect(sectionOf(runbook, 'Roles')).toContain('# Expect: a role that the configuration does not assign');
    expect(runbook).toContain(
      '| plan | plan (/subscriptions/0/resourcegroups/rg/providers/microsoft.web/serverfarms/plan)',
    );
  });

  test('tell a fault of the configuration in place of what should be', () => {
    const name = sectionOf(textOf(newPlainChat({ hasLink: false })), 'The name, from the console of the app');
    expect(name).toContain('Expect: a public address, as the configuration stands.');
    expect(name).toContain('[`dns/not-linked`]');
  });

  test('are of slots too, each by its name', () => {
    const { stack, chat } = newApp({ connectivityCheck: false });
    chat.signalr.connectServer(chat.linuxWebApp!.addSlot('Staging', { name: 'staging' }));
    const runbook = RunbookFile.textOf(stack);
    expect(sectionOf(runbook, 'VNet integration')).toContain(
      'az webapp vnet-integration list --name app-chat-centralus-b01881 --resource-group rg-chat-centralus --subscription "$SUBSCRIPTION" --slot staging',
    );
    expect(sectionOf(runbook, 'The name, from the console of the app')).toContain(
      '**app-chat-centralus-b01881/staging**',
    );
    expect(runbook).toContain("endswith '/sites/app-chat-centralus-b01881'");
  });

  test('of the caller of an upstream read the log stream without Application Insights', () => {
    expect(sectionOf(textOf(newChat()), 'Who calls the upstream')).toContain(
      'az monitor app-insights query --app $INSIGHTS_ID --analytics-query "traces',
    );
    const without = textOf(newChat({ logs: LogDestination.storage(ACCOUNT) }));
    expect(sectionOf(without, 'Who calls the upstream')).toContain('az webapp log tail --name func-chat');
  });

  test('of Flex Consumption have no switch for all traffic', () => {
    const flex = textOf(newChat({ host: FunctionHost.flexConsumption() }));
    expect(sectionOf(flex, 'VNet integration')).not.toContain('vnetRouteAllEnabled');
  });

  test('of a service that nobody in the configuration calls are for any console', () => {
    const { stack, app } = newPlainChat();
    app.node.scope!.node.tryRemoveChild(app.node.id);
    expect(sectionOf(RunbookFile.textOf(stack), 'The name, from the console of the app')).toContain(
      'No app of the configuration names this service in settings that are known at synth.',
    );
  });
});

describe('what others own', () => {
  test('are roles that another team assigns', () => {
    const runbook = textOf(newApp({ roleAssignments: false }));
    expect(runbook).toContain(
      '| role | SignalR App Server on sigr-chat-centralus-b01881 | another team assigns it, to id-chat-centralus; Prod/Chat-expected-roles has the request |',
    );
    expect(sectionOf(runbook, 'Roles')).toContain(
      '# Expect: SignalR App Server \\(another team assigns it\\)'.replace(/\\/g, ''),
    );
  });

  test('are links that the owner of the target approves, by the command of the link', () => {
    const { stack, chat } = newChat({ approval: Approval.manual('Approve it') });
    const elsewhere = sectionOf(RunbookFile.textOf(stack), 'What is elsewhere, and whose it is');
    expect(elsewhere).toContain(`**${chat.functionAppLink.linkName}**`);
    expect(elsewhere).toContain(
      `az network private-endpoint-connection approve --id $(az network private-endpoint-connection list --id $APP_ID --query "[?properties.privateLinkServiceConnectionState.status=='Pending' && properties.privateLinkServiceConnectionState.description=='Approve it'].id" --output tsv) --description "Approve it"`,
    );
    expect(elsewhere).toContain('--id $VAULT_ID');
  });

  test('are no links that the configuration approves', () => {
    const { stack } = newChat();
    expect(sectionOf(RunbookFile.textOf(stack), 'What is elsewhere, and whose it is')).toBe(
      'The configuration defines all that it uses.',
    );
  });
});
