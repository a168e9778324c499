import { ContainerApp } from '@cdktf/provider-azurerm/lib/container-app';
import { ContainerAppEnvironment } from '@cdktf/provider-azurerm/lib/container-app-environment';
import { TerraformStack } from 'cdktf';
import { AppNetwork, SecureSignalRApp } from '../../src/architectures';
import { SecurityBaseline } from '../../src/compliance';
import { ConnectivityReport, Origin, Verdict } from '../../src/connectivity';
import { ManagedIdentity } from '../../src/identity';
import {
  AddressRange,
  RuleAddress,
  RuleDirection,
  RuleProtocol,
  SecurityRule,
  SubnetDelegation,
} from '../../src/network';
import { RequestType } from '../../src/signalr';
import { add, addService } from '../support/plain-azurerm';
import { newStack, readable } from '../support/synth';

const CONTAINERS = '10.0.0.128/27';

const letIn = SecurityRule.allow({
  name: 'AllowContainersInbound',
  priority: 200,
  direction: RuleDirection.INBOUND,
  protocol: RuleProtocol.TCP,
  source: RuleAddress.cidr(CONTAINERS),
  destinationPorts: ['443'],
});

interface Change {
  readonly rules?: SecurityRule[];
  /** Id of the subnet of the environment. */
  readonly subnetId?: (own: string) => string | undefined;
  readonly environmentId?: string;
  readonly hasRole?: boolean;
  readonly env?: (connectionString: string) => ContainerEnv[];
  readonly secret?: { name: string; value?: string; keyVaultSecretId?: string }[];
}

interface ContainerEnv {
  readonly name: string;
  readonly value?: string;
  readonly secretName?: string;
}

const CONNECTION = 'Azure__SignalR__ConnectionString';

/** An architecture, and a container app that is a second hub server of its service. */
function define(change: Change = {}) {
  const stack: TerraformStack = newStack();
  const chat = new SecureSignalRApp(stack, 'Chat', {
    location: 'centralus',
    network: AppNetwork.define({
      integrationAddressPrefix: '10.0.0.0/26',
      privateEndpointAddressPrefix: '10.0.0.64/27',
      privateEndpointRules: change.rules ?? [letIn],
    }),
  });
  const subnet = chat.addSubnet('Containers', {
    name: 'snet-containers',
    addressRange: AddressRange.cidr(CONTAINERS),
    delegation: SubnetDelegation.APP_ENVIRONMENTS,
    networkSecurityGroup: chat.integrationSecurityGroup,
  });
  const { resourceGroup } = chat;
  const { resourceGroupName } = resourceGroup;
  const environment = new ContainerAppEnvironment(stack, 'Environment', {
    name: 'cae-chat',
    resourceGroupName,
    location: 'centralus',
    infrastructureSubnetId: (change.subnetId ?? ((own) => own))(subnet.subnetId),
  });
  const hubs = new ManagedIdentity(stack, 'HubsIdentity', { name: 'id-hubs', resourceGroup });
  const role = change.hasRole === false ? undefined : chat.signalr.grantAppServer(hubs).resource;
  const connectionString = chat.signalr.connectionStringFor(hubs);
  const env = (
    change.env ??
    ((value) => [
      { name: CONNECTION, value },
      { name: NAME, value: 'hubs' },
    ])
  )(connectionString);
  const containerApp = new ContainerApp(stack, 'Hubs', {
    name: 'ca-hubs',
    resourceGroupName,
    containerAppEnvironmentId: change.environmentId ?? environment.id,
    revisionMode: 'Single',
    identity: { type: 'UserAssigned', identityIds: [hubs.identityId] },
    secret: change.secret,
    template: { container: [{ name: 'hubs', image: 'crcontoso.azurecr.io/hubs:1', cpu: 0.5, memory: '1Gi', env }] },
    dependsOn: [...(role ? [role] : []), chat.signalr.networkAclResource],
  });
  return { stack, chat, containerApp };
}

const NAME = 'Azure__SignalR__ApplicationName';

/** Verdict, code and way of what the container app asks of the service. */
function answer({ chat, containerApp }: ReturnType<typeof define>, type: RequestType = RequestType.SERVER_CONNECTION) {
  const { verdict, code } = ConnectivityReport.of(chat.node.root).path(Origin.of(containerApp), chat.signalr, type);
  return `${verdict} ${code}`;
}

/** What some rules say of a resource. */
function said({ chat, containerApp }: ReturnType<typeof define>, rule: string) {
  const { findings } = SecurityBaseline.evaluate(chat.node.root);
  const path =
    rule.startsWith('SIG') && rule !== 'SIG10' ? `${chat.signalr.node.path}/Resource` : containerApp.node.path;
  return findings
    .filter((finding) => finding.rule === rule && finding.path === path)
    .map(({ status, reason }) => `${status}: ${reason}`);
}

describe('a container app as a hub server', () => {
  test('reaches the service through the private endpoint, and through nothing else', () => {
    const chat = define();
    const report = ConnectivityReport.of(chat.stack.node.root);
    expect(() => report.expectPrivate(chat.containerApp, chat.chat.signalr)).not.toThrow();
    expect(answer(chat)).toBe('allowed nac/allowed');
    expect(answer(chat, RequestType.CLIENT_CONNECTION)).toBe('denied nac/denied');
    expect(report.path(Origin.of(chat.containerApp), chat.chat.signalr, RequestType.REST_API).verdict).toBe(
      Verdict.ALLOWED,
    );
  });

  test('signs in with its identity, and waits for role, list and what the list waits for', () => {
    const { stack } = define();
    const { azurerm_container_app: apps } = readable(stack).resource as any;
    expect(apps.Hubs.template.container[0].env).toEqual([
      {
        name: CONNECTION,
        value:
          'Endpoint=https://${azurerm_signalr_service.Chat_SignalR.hostname};AuthType=azure.msi;ClientId=${azurerm_user_assigned_identity.HubsIdentity.client_id};Version=1.0;',
      },
      { name: NAME, value: 'hubs' },
    ]);
    expect(apps.Hubs.depends_on).toEqual([
      expect.stringMatching(/^azurerm_role_assignment\.Chat_SignalR_AppServer-HubsIdentity/),
      'azurerm_signalr_service_network_acl.Chat_SignalR_NetworkAcl',
    ]);
  });

  test.each<[string, Change, string]>([
    ['whom no rule lets in', { rules: [] }, 'denied network/denied'],
    ['whose environment is in a network of Azure', { subnetId: () => undefined }, 'denied network/no-subnet'],
    ['whose subnet a variable decides', { subnetId: () => '${var.subnet}' }, 'unknown dns/unknown'],
    [
      'whose environment is defined elsewhere',
      { environmentId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/cae' },
      'unknown dns/unknown',
    ],
  ])('%s', (_, change, expected) => {
    expect(answer(define(change))).toBe(expected);
  });

  test('is judged as such: role, keys, mode and hubs', () => {
    const chat = define();
    expect(said(chat, 'IAM1')).toEqual(['compliant: its identity holds a role on the service.']);
    expect(said(chat, 'SIG9')).toEqual(['compliant: all that call it can do so in Default mode.']);
    expect(said(chat, 'SIG11')).toEqual(['compliant: each has an application name of its own.']);
  });

  test.each<[string, Change, string, string[]]>([
    [
      'without a role',
      { hasRole: false },
      'IAM1',
      [
        'violated: no role assignment of the configuration is known to be for it, so another team must assign its identity a role on Prod/Chat/SignalR/Resource.',
      ],
    ],
    [
      'without a name of its hubs',
      { env: (value) => [{ name: CONNECTION, value }] },
      'SIG11',
      ['violated: Prod/Hubs shares hubs and clients with Prod/Chat/WebApp/Resource: neither has an application name.'],
    ],
    [
      'with its connection string as a secret of the app',
      {
        env: () => [{ name: CONNECTION, secretName: 'chat' }],
        secret: [
          {
            name: 'chat',
            value: 'Endpoint=https://${azurerm_signalr_service.Chat_SignalR_6FE7B3B9.hostname};AccessKey=x',
          },
        ],
      },
      'SIG10',
      [expect.stringContaining('violated')],
    ],
    [
      'with a connection string of a vault',
      {
        env: () => [{ name: CONNECTION, secretName: 'chat' }],
        secret: [{ name: 'chat', keyVaultSecretId: 'https://kv.vault.azure.net/secrets/chat' }],
      },
      'SIG11',
      ['unknown: which hubs there are in Prod/Hubs is not known.'],
    ],
  ])('%s is told', (_, change, rule, expected) => {
    expect(said(define(change), rule)).toEqual(expected);
  });
});

test('the role of the system-assigned identity of a hand-written job is known', () => {
  const stack = newStack();
  const service = addService(stack);
  const value = `Endpoint=https://${service.ref('hostname')};AuthType=azure.msi;`;
  const job = add(stack, 'azurerm_container_app_job', 'Job', {
    identity: [{ type: 'SystemAssigned' }],
    template: [{ container: [{ env: [{ name: CONNECTION, value }] }] }],
  });
  add(stack, 'azurerm_role_assignment', 'Role', {
    scope: service.ref(),
    role_definition_name: 'SignalR App Server',
    principal_id: '${azurerm_container_app_job.Job.identity[0].principal_id}',
  });
  const { findings } = SecurityBaseline.evaluate(stack);
  const found = findings.filter(({ rule, path }) => rule === 'IAM1' && path === job.node.path);
  expect(found.map(({ status }) => status)).toEqual(['compliant']);
});
