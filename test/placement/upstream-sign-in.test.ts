import { newEstate } from './support/estate';
import { problemsOf, synth } from '../support/synth';

const APP_ID = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
const OTHER = 'b1b2c3d4-5717-4562-b3fc-2c963f66afa6';
const URL =
  'https://app.azurewebsites.net/runtime/webhooks/signalr?code={@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/key)}';
const REQUIRED = {
  auth_enabled: true,
  require_authentication: true,
  unauthenticated_action: 'Return401',
  active_directory_v2: [{ client_id: APP_ID, tenant_auth_endpoint: 'https://login.microsoftonline.com/t/v2.0' }],
};

interface Case {
  readonly upstream?: Record<string, unknown>;
  readonly authentication?: Record<string, unknown>;
  readonly app?: Record<string, unknown>;
  readonly service?: Record<string, unknown>;
}

/** A Serverless service that calls an app whose callers App Service authenticates. */
function estate({ upstream, authentication, app: ofApp, service }: Case = {}) {
  const { stack, plan, app, of } = newEstate();
  app('app', plan('plan', 'P0v3'), { auth_settings_v2: [{ ...REQUIRED, ...authentication, login: [{}] }], ...ofApp });
  const patterns = { hub_pattern: ['*'], category_pattern: ['*'], event_pattern: ['*'] };
  of('signalr_service', 'signalr', {
    sku: [{ name: 'Standard_S1', capacity: 1 }],
    service_mode: 'Serverless',
    upstream_endpoint: [{ ...patterns, url_template: URL, ...upstream }],
    ...service,
  });
  return stack;
}

const ADVICE =
  'give the client id of the app registration as audience of the upstream, or exclude /runtime/webhooks/signalr from authentication';
const refused = (how: string) => [`[signalr/upstream-sign-in] upstream 0 of Prod/signalr calls ${how}; ${ADVICE}`];
const audience = (id: string) => ({ upstream: { user_assigned_identity_id: id } });
const aad = (block: Record<string, unknown>) => ({
  authentication: { active_directory_v2: [{ ...REQUIRED.active_directory_v2[0], ...block }] },
});

describe('an upstream that App Service asks for a token', () => {
  test('needs one', () => {
    expect(problemsOf(estate())).toEqual(refused('without a token, and authentication of Prod/app requires one'));
  });

  test('needs one for the audience of the app', () => {
    expect(problemsOf(estate(audience(OTHER)))).toEqual(
      refused(`with a token for ${OTHER}, which authentication of Prod/app does not accept`),
    );
    expect(problemsOf(estate({ ...audience(OTHER), ...aad({ allowed_audiences: ['api://chat'] }) }))).toHaveLength(1);
  });

  test.each<[string, Case]>([
    ['brings one', audience(APP_ID)],
    ['brings one in another letter case', audience(APP_ID.toUpperCase())],
    ['brings one for a further audience', { ...audience(OTHER), ...aad({ allowed_audiences: [OTHER] }) }],
    ['brings one for what only Terraform knows', audience('${var.audience}')],
    [
      'brings one for a registration that only Terraform knows',
      { ...audience(OTHER), ...aad({ client_id: '${var.id}' }) },
    ],
    [
      'brings one where further audiences are not known',
      { ...audience(OTHER), ...aad({ allowed_audiences: '${var.x}' }) },
    ],
    ['calls an excluded path', { authentication: { excluded_paths: ['/runtime/webhooks/signalr'] } }],
    ['calls below an excluded path', { authentication: { excluded_paths: ['/runtime/*'] } }],
    ['calls a path that may be excluded', { authentication: { excluded_paths: '${var.paths}' } }],
    ['is let through without', { authentication: { unauthenticated_action: 'AllowAnonymous' } }],
    ['calls an app that does not require it', { authentication: { require_authentication: false } }],
    ['calls an app without authentication', { app: { auth_settings_v2: [] } }],
    ['calls an app whose authentication is not known', { authentication: { auth_enabled: '${var.on}' } }],
    ['calls another app', { upstream: { url_template: URL.replace('app.', 'other.') } }],
    ['belongs to a service in another mode', { service: { service_mode: 'Default' } }],
    ['belongs to a service that may not be there', { service: { count: '${var.on}' } }],
    ['calls an app that may not be there', { app: { count: '${var.on}' } }],
  ])('is accepted where it %s', (_, given) => {
    expect(() => synth(estate(given))).not.toThrow();
  });

  test('is judged by another path alone', () => {
    expect(problemsOf(estate({ authentication: { excluded_paths: ['/public'] } }))).toHaveLength(1);
  });
});
