import { ControlBaseline, ControlStatus, SecurityBaseline, SecurityProfile } from '../../src/compliance';
import { SecureSignalRApp } from '../../src/index';
import { NetworkAccess } from '../../src/signalr';
import { newApp } from '../support/app';
import { add, stackWithService } from '../support/plain-azurerm';
import { newPlainChat } from '../support/plain-chat';
import { newChat } from '../support/serverless';
import { newStack } from '../support/synth';

const NETWORK = 'Disable Public Network Access';
const { PUBLIC_CLIENTS, ISOLATED } = SecurityProfile;
const { SIGNALR_SERVICE, APP_SERVICE } = ControlBaseline;

type Scope = Parameters<typeof SecurityBaseline.evaluate>[0];

function controlOf(
  scope: Scope,
  profile?: SecurityProfile,
  control = 'NS-2',
  feature = NETWORK,
  baseline = SIGNALR_SERVICE,
): ControlStatus {
  const { controls } = SecurityBaseline.evaluate(scope, { profile });
  return controls.find((each) => each.baseline === baseline && each.control === control && each.feature === feature)!;
}

/** What becomes of a control, with its reason. */
function told(...asked: Parameters<typeof controlOf>): string {
  const { outcome, reason } = controlOf(...asked);
  return `${outcome}: ${reason}`;
}

describe('NS-2 of a service that takes clients over the internet', () => {
  const OPEN =
    'not asked for by the profile: the profile publicClients does not require it, since clients come over the public network: ';

  test.each<[string, () => Scope, string]>([
    [
      'the quick start',
      () => {
        const stack = newStack();
        new SecureSignalRApp(stack, 'Chat', { location: 'centralus' });
        return stack;
      },
      'SIG6 at Prod/Chat/SignalR/Resource; NAC4 at Prod/Chat/SignalR/NetworkAcl',
    ],
    ['a web app', () => newApp().stack, 'SIG6 at Prod/Chat/SignalR/Resource; NAC4 at Prod/Chat/SignalR/NetworkAcl'],
    [
      'a Serverless service',
      () => newChat().stack,
      'SIG6 at Prod/Chat/SignalR/Resource; NAC4 at Prod/Chat/SignalR/NetworkAcl',
    ],
    ['plain azurerm', () => newPlainChat().stack, 'SIG6 at Prod/Service; NAC4 at Prod/Acl'],
  ])('is not asked for by the profile: %s', (_, define, places) => {
    expect(told(define(), PUBLIC_CLIENTS)).toBe(OPEN + places);
  });

  test('says so in each form of the report', () => {
    const report = SecurityBaseline.evaluate(newPlainChat().stack, { profile: PUBLIC_CLIENTS });
    const rowOf = (text: string) => text.split('\n').find((line) => line.includes(`NS-2 | ${NETWORK}`));
    expect(rowOf(report.toMarkdown())).toContain('| not asked for by the profile |');
    const json = JSON.parse(report.toJson()).controls.find(({ feature }: ControlStatus) => feature === NETWORK);
    expect(json.outcome).toBe('not asked for by the profile');
    expect(report.toCsv()).toContain(`${NETWORK},`);
  });

  test('is violated where the profile asks for private clients', () => {
    expect(told(newPlainChat().stack, ISOLATED)).toBe('violated: SIG6 at Prod/Service; NAC4 at Prod/Acl');
  });

  test('is violated where a server comes over the public network, whatever else the profile leaves out', () => {
    const lists = { publicNetwork: { allowedRequestTypes: ['ClientConnection', 'ServerConnection'] } };
    expect(told(newPlainChat({ lists }).stack, PUBLIC_CLIENTS)).toBe('violated: NAC3 at Prod/Acl');
  });

  test('is acknowledged where that is accepted, and still says what the profile leaves out', () => {
    const lists = { publicNetwork: { allowedRequestTypes: ['ClientConnection', 'ServerConnection'] } };
    const { stack } = newPlainChat({ lists });
    SecurityBaseline.acknowledge(stack, { rule: 'NAC3', reason: 'until the servers have moved' });
    expect(told(stack, PUBLIC_CLIENTS)).toBe(
      'acknowledged: NAC3 at Prod/Acl; the profile publicClients does not require it, since clients come over the public network: SIG6 at Prod/Service; NAC4 at Prod/Acl',
    );
  });

  test('is unknown where a variable decides whether there are clients in the internet', () => {
    const { stack, service, acl } = newPlainChat();
    service.addOverride('public_network_access_enabled', '${var.public}');
    acl!.addOverride('public_network.allowed_request_types', '${var.types}');
    expect(controlOf(stack, PUBLIC_CLIENTS).outcome).toBe('unknown');
  });

  test('is not asked for where one service is open, and of another that is not known', () => {
    const stack = stackWithService({ public_network_access_enabled: true });
    add(stack, 'azurerm_signalr_service', 'Other', { public_network_access_enabled: '${var.public}' });
    expect(controlOf(stack, PUBLIC_CLIENTS).outcome).not.toBe('satisfied');
    expect(controlOf(stack, PUBLIC_CLIENTS).reason).not.toContain('not known');
  });
});

describe('NS-2 of a service that takes nothing over the internet', () => {
  const define = () => newApp({ networkAccess: NetworkAccess.privateOnly() }).stack;

  test.each([PUBLIC_CLIENTS, ISOLATED])('is satisfied without more in the profile %s', (profile) => {
    expect(told(define(), profile)).toMatch(/^satisfied: SIG6 at Prod\/Chat\/SignalR\/Resource; NAC1 at /);
  });
});

describe('a control is decided by what is a feature of its service', () => {
  const IM_1 = 'Local Authentication Methods for Data Plane Access';
  const IM_3 = 'Managed Identities';
  const DP_3 = 'Data in Transit Encryption';
  const IM_8 = 'Service Credential and Secrets Support Integration and Storage in Azure Key Vault';
  const LINK = 'Azure Private Link';

  const app = (attributes: Record<string, unknown>) => () => {
    const stack = stackWithService({ local_auth_enabled: false });
    add(stack, 'azurerm_linux_web_app', 'App', { name: 'app', site_config: {}, ...attributes });
    return stack;
  };
  const VAULT = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv';
  const SITE = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/sites/app';
  const endpoint = (target: string, subresource: string) => () => {
    const stack = newStack();
    add(stack, 'azurerm_private_endpoint', 'Endpoint', {
      name: 'pep',
      location: 'centralus',
      private_service_connection: {
        name: 'c',
        is_manual_connection: false,
        private_connection_resource_id: target,
        subresource_names: [subresource],
      },
    });
    return stack;
  };
  const upstream = (url: string) => () =>
    stackWithService({ service_mode: 'Serverless', upstream_endpoint: [{ url_template: url }] });

  test.each<[string, () => Scope, ControlBaseline, string, string, string]>([
    [
      'no CORS is no missing encryption',
      () => stackWithService({}),
      SIGNALR_SERVICE,
      'DP-3',
      DP_3,
      "Microsoft's share: the service uses TLS 1.2 and has no setting for it; there is no upstream to judge",
    ],
    [
      'an upstream over http is',
      upstream('http://contoso.com/api'),
      SIGNALR_SERVICE,
      'DP-3',
      DP_3,
      'violated: SIG8 at Prod/Service',
    ],
    [
      'an upstream that is called without credentials is encrypted all the same',
      upstream('https://contoso.com/api'),
      SIGNALR_SERVICE,
      'DP-3',
      DP_3,
      'satisfied: SIG8 at Prod/Service',
    ],
    [
      'and is one without an identity',
      upstream('https://contoso.com/api'),
      SIGNALR_SERVICE,
      'IM-3',
      IM_3,
      'violated: SIG8 at Prod/Service',
    ],
    [
      'what is wrong with one upstream says nothing of another that is not known',
      () =>
        stackWithService({
          service_mode: 'Serverless',
          upstream_endpoint: [{ url_template: 'http://contoso.com/api' }, { url_template: '${var.url}' }],
        }),
      SIGNALR_SERVICE,
      'IM-8',
      IM_8,
      'unknown: SIG8 at Prod/Service',
    ],
    [
      'passwords of FTP are no keys of the service',
      app({}),
      SIGNALR_SERVICE,
      'IM-1',
      IM_1,
      'satisfied: SIG2 at Prod/Service',
    ],
    ['but ways into the app', app({}), APP_SERVICE, 'IM-1', IM_1, 'violated: APP6 at Prod/App'],
    [
      'the identity of an app is none of the service',
      app({ identity: { type: 'SystemAssigned' } }),
      SIGNALR_SERVICE,
      'IM-3',
      IM_3,
      'not applicable: there is no service that needs an identity',
    ],
    [
      'but one of the app',
      app({ identity: { type: 'SystemAssigned' } }),
      APP_SERVICE,
      'IM-3',
      IM_3,
      'satisfied: APP7 at Prod/App',
    ],
    [
      'local state is no secret of the service',
      app({}),
      SIGNALR_SERVICE,
      'IM-8',
      IM_8,
      'not applicable: there is no upstream or vault that the service reads to judge',
    ],
    [
      'an endpoint of an app without a record is none of the service',
      endpoint(SITE, 'sites'),
      SIGNALR_SERVICE,
      'NS-2',
      'Azure Private Link and native IP filtering',
      'not applicable: there is no service, private endpoint or private DNS zone of it to judge',
    ],
    ['but one of the app', endpoint(SITE, 'sites'), APP_SERVICE, 'NS-2', LINK, 'violated: PE4 at Prod/Endpoint'],
    [
      'an endpoint of a vault is of neither',
      endpoint(VAULT, 'vault'),
      APP_SERVICE,
      'NS-2',
      LINK,
      'not applicable: there is no app, private endpoint or private DNS zone of one to judge',
    ],
    [
      'an endpoint that may lead to either is of both',
      endpoint('${var.target}', 'sites'),
      APP_SERVICE,
      'NS-2',
      LINK,
      'unknown: PE2 at Prod/Endpoint; PE3 at Prod/Endpoint; PE4 at Prod/Endpoint',
    ],
    [
      'callers from the internet are what the profile of public clients lets in',
      app({}),
      APP_SERVICE,
      'NS-2',
      NETWORK,
      'not asked for by the profile: the profile publicClients does not require it, since browsers call apps over the public network: APP11 at Prod/App',
    ],
  ])('%s', (_, define, baseline, control, feature, expected) => {
    expect(told(define(), PUBLIC_CLIENTS, control, feature, baseline)).toBe(expected);
  });
});
