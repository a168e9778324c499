import { ControlBaseline, ControlStatus, SecurityBaseline, SecurityProfile } from '../../src/compliance';
import { add, stackWithService } from '../support/plain-azurerm';
import { newStack } from '../support/synth';

const NETWORK = 'Disable Public Network Access';
const { PUBLIC_CLIENTS } = SecurityProfile;
const { SIGNALR_SERVICE, APP_SERVICE } = ControlBaseline;

type Scope = Parameters<typeof SecurityBaseline.evaluate>[0];

function controlOf(
  scope: Scope,
  profile: SecurityProfile,
  control: string,
  feature: string,
  baseline: ControlBaseline,
): ControlStatus {
  const { controls } = SecurityBaseline.evaluate(scope, { profile });
  return controls.find((each) => each.baseline === baseline && each.control === control && each.feature === feature)!;
}

/** What becomes of a control, with its reason. */
function told(...asked: Parameters<typeof controlOf>): string {
  const { outcome, reason } = controlOf(...asked);
  return `${outcome}: ${reason}`;
}

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
