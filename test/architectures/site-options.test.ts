import { AppHost, appservice, FunctionHost, Negotiation, vault } from '../../src';
import { newApp } from '../support/app';
import { schemaViolations } from '../support/provider-schema';
import { newChat } from '../support/serverless';
import { newStack, only, resources, synth } from '../support/synth';

const { Authentication, UnauthenticatedAction } = appservice;

const APP_ID = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
const TENANT = 'a1b2c3d4-5717-4562-b3fc-2c963f66afa6';
const entraId = (options: Partial<appservice.EntraIdOptions> = {}) =>
  Authentication.entraId({ clientId: APP_ID, tenantId: TENANT, ...options });

/** Each kind of host with the same options. */
/** The function app alone. */
const negotiation = Negotiation.privateFunctionApp();
const HOSTS: Record<string, (options: appservice.AppOptions, stack?: ReturnType<typeof newStack>) => unknown> = {
  azurerm_linux_web_app: (options, stack) => newApp({ host: AppHost.linuxWebApp(options) }, stack),
  azurerm_windows_web_app: (options, stack) => newApp({ host: AppHost.windowsWebApp(options) }, stack),
  azurerm_linux_function_app: (options, stack) => newChat({ host: FunctionHost.linux(options), negotiation }, stack),
  azurerm_windows_function_app: (options, stack) =>
    newChat({ host: FunctionHost.windows(options), negotiation }, stack),
  azurerm_function_app_flex_consumption: (options, stack) =>
    newChat({ host: FunctionHost.flexConsumption(options), negotiation }, stack),
};

test.each(Object.entries(HOSTS))('the host %s takes authentication', (type, define) => {
  const stack = newStack();
  define({ authentication: entraId() }, stack);
  expect(only(stack, type).auth_settings_v2).toMatchObject({
    auth_enabled: true,
    require_authentication: true,
    active_directory_v2: { client_id: APP_ID },
  });
  expect(schemaViolations(synth(stack))).toEqual([]);
});

test.each(Object.entries(HOSTS).slice(0, -1))('the host %s takes connection strings', (type, define) => {
  const stack = newStack();
  const secrets = vault.KeyVault.fromLookup(stack, 'Vault', { name: 'kv', resourceGroupName: 'rg' });
  const secret = vault.SecretReference.of(secrets, 'main');
  const { ConnectionString, ConnectionStringType } = appservice;
  define({ connectionStrings: { Main: ConnectionString.fromSecret(ConnectionStringType.SQL_AZURE, secret) } }, stack);
  expect(only(stack, type).connection_string).toEqual([
    {
      name: 'Main',
      type: 'SQLAzure',
      value: '@Microsoft.KeyVault(SecretUri=${data.azurerm_key_vault.Vault.vault_uri}secrets/main)',
    },
  ]);
  expect(schemaViolations(synth(stack))).toEqual([]);
});

describe.each(Object.entries(HOSTS))('the host %s takes', (type, define) => {
  const config = (options: appservice.AppOptions) => {
    const stack = newStack();
    define(options, stack);
    expect(schemaViolations(synth(stack))).toEqual([]);
    return only(stack, type).site_config;
  };
  const { LoadBalancingMode } = appservice;

  test('a load balancing mode and web sockets', () => {
    const loadBalancingMode = LoadBalancingMode.LEAST_RESPONSE_TIME;
    expect(config({ loadBalancingMode, webSockets: false })).toMatchObject({
      load_balancing_mode: 'LeastResponseTime',
      websockets_enabled: false,
    });
    expect(config({ webSockets: true }).websockets_enabled).toBe(true);
    expect(config({}).websockets_enabled).toBe(type.includes('web_app') ? true : undefined);
  });

  test('a startup command, on Linux alone', () => {
    const startupCommand = 'npm start';
    if (!type.includes('windows')) expect(config({ startupCommand }).app_command_line).toBe(startupCommand);
    else expect(() => config({ startupCommand })).toThrow('[appservice/startup-command]');
  });
});

describe('the service of a Serverless architecture', () => {
  const upstreamOf = (stack: ReturnType<typeof newStack>) =>
    resources(stack, 'azurerm_signalr_service')[0].upstream_endpoint[0];
  const define = (options: Partial<appservice.EntraIdOptions>, audience?: string) => {
    const host = FunctionHost.linux({ authentication: entraId(options) });
    return newChat({ host, negotiation, ...(audience && { upstream: { audience } }) }).stack;
  };

  test('brings a token for a function app that requires one, besides the key of the trigger', () => {
    const upstream = upstreamOf(define({}));
    expect(upstream.user_assigned_identity_id).toBe(APP_ID);
    expect(upstream.url_template).toContain('?code={@Microsoft.KeyVault(SecretUri=');
  });

  test('brings none where the code decides', () => {
    const stack = define({ unauthenticatedAction: UnauthenticatedAction.ALLOW_ANONYMOUS });
    expect(upstreamOf(stack).user_assigned_identity_id).toBeUndefined();
  });

  test('brings the one that is asked for', () => {
    const audience = 'b1b2c3d4-5717-4562-b3fc-2c963f66afa6';
    const stack = define({ allowedAudiences: [audience] }, audience);
    expect(upstreamOf(stack).user_assigned_identity_id).toBe(audience);
  });

  test('is one of the applications that may call, where only some may', () => {
    const stack = define({ allowedApplications: [APP_ID] });
    expect(only(stack, 'azurerm_linux_function_app').auth_settings_v2.active_directory_v2.allowed_applications).toEqual(
      [APP_ID, '${azurerm_user_assigned_identity.Chat_SignalRIdentity.client_id}'],
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});
