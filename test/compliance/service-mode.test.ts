import { FunctionAppFlexConsumption } from '@cdktf/provider-azurerm/lib/function-app-flex-consumption';
import { LinuxFunctionApp } from '@cdktf/provider-azurerm/lib/linux-function-app';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { SignalrService } from '@cdktf/provider-azurerm/lib/signalr-service';
import { WindowsFunctionApp } from '@cdktf/provider-azurerm/lib/windows-function-app';
import { TerraformResource, TerraformStack, TerraformVariable } from 'cdktf';
import { SecurityBaseline } from '../../src/compliance';
import { statusesOf } from '../support/answers';
import { add } from '../support/plain-azurerm';
import { newPlainChat } from '../support/plain-chat';

const SITE = {
  location: 'centralus',
  resourceGroupName: 'rg',
  name: 'func',
  servicePlanId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/serverFarms/plan',
  siteConfig: {},
  identity: { type: 'SystemAssigned' },
};
const FLEX = {
  ...SITE,
  runtimeName: 'node',
  runtimeVersion: '22',
  storageContainerType: 'blobContainer',
  storageContainerEndpoint: 'https://st.blob.core.windows.net/c',
  storageAuthenticationType: 'SystemAssignedIdentity',
};

interface Functions extends TerraformResource {
  readonly identity: { readonly principalId: string };
  appSettings?: { [name: string]: string };
}

const FUNCTIONS: [what: string, define: (stack: TerraformStack) => Functions][] = [
  ['Linux function app', (stack) => new LinuxFunctionApp(stack, 'Functions', SITE)],
  ['Windows function app', (stack) => new WindowsFunctionApp(stack, 'Functions', SITE)],
  ['Flex Consumption app', (stack) => new FunctionAppFlexConsumption(stack, 'Functions', FLEX)],
];

const RULE = 'SignalRModeFitsCallers';

/** What the rule says of a service, by its name. */
const fitOf = (service: SignalrService) =>
  SecurityBaseline.evaluate(service.cdktfStack).findings.filter(({ name }) => name === RULE);
const fitsOf = (service: SignalrService) => fitOf(service).map(({ status }) => status);

/** A service and who calls it: the web app as a hub server, a function app, or both. */
function newCallers(
  mode: string | undefined,
  callers: { hasServer?: boolean; define?: (stack: TerraformStack) => Functions },
) {
  const { stack, service, app } = newPlainChat();
  if (mode !== undefined) service.serviceMode = mode;
  if (callers.hasServer) {
    app.appSettings = { Azure__SignalR__ConnectionString: `Endpoint=https://${service.hostname};AuthType=azure.msi` };
  } else {
    stack.node.tryRemoveChild('App');
  }
  const functions = callers.define?.(stack);
  if (functions) {
    functions.appSettings = { AzureSignalRConnectionString__serviceUri: `https://${service.hostname}` };
  }
  return { stack, service, functions };
}

/** The role of an app on the service. */
const grant = (stack: TerraformStack, { id }: SignalrService, { identity }: Functions, roleDefinitionName: string) =>
  new RoleAssignment(stack, 'Role', { scope: id, roleDefinitionName, principalId: identity.principalId });

const URL = 'https://chat.service.signalr.net';

const web = (attributes: object) => (stack: TerraformStack) => add(stack, 'azurerm_linux_web_app', 'Web', attributes);

describe.each(FUNCTIONS)('a %s', (_, define) => {
  test.each(['SignalR Service Owner', 'SignalR REST API Owner'])(
    'is not advised to take App Server in place of %s, which it needs in any mode',
    (role) => {
      for (const mode of ['Default', undefined, 'Serverless', 'Classic']) {
        const { stack, service, functions } = newCallers(mode, { define });
        const assignment = grant(stack, service, functions!, role);
        expect([mode, statusesOf('IAM2', assignment)]).toEqual([mode, ['compliant']]);
      }
    },
  );

  test('alone does not fit a service in Default mode, which has no hub server', () => {
    for (const mode of ['Default', undefined]) {
      const { service } = newCallers(mode, { define });
      const [finding, ...others] = fitOf(service);
      expect(others).toEqual([]);
      expect(finding?.status).toBe('violated');
      expect(finding.reason).toContain('Prod/Functions');
      expect(finding.reason).toContain('Default');
    }
  });

  test.each(['Serverless', 'Classic'])('alone fits a service in %s mode', (mode) => {
    expect(fitsOf(newCallers(mode, { define }).service)).toEqual(['compliant']);
  });

  test('fits a service in Default mode that has a hub server', () => {
    expect(fitsOf(newCallers('Default', { define, hasServer: true }).service)).toEqual(['compliant']);
  });
});

describe('a hub server', () => {
  test.each([['Default'], [undefined], ['Classic']])('fits a service in mode %s', (mode) => {
    expect(fitsOf(newCallers(mode, { hasServer: true }).service)).toEqual(['compliant']);
  });

  test('does not fit a Serverless service, which refuses server connections', () => {
    const { service } = newCallers('Serverless', { hasServer: true });
    const [finding] = fitOf(service);
    expect(finding?.status).toBe('violated');
    expect(finding.reason).toContain('Prod/App');
  });

  test('needs App Server, so Service Owner is too much', () => {
    const { stack, service, app } = newPlainChat();
    app.appSettings = { Azure__SignalR__ConnectionString: `Endpoint=https://${service.hostname};AuthType=azure.msi` };
    app.putIdentity({ type: 'SystemAssigned' });
    const { principalId } = app.identity;
    const role = 'SignalR Service Owner';
    const assignment = new RoleAssignment(stack, 'Role', { scope: service.id, roleDefinitionName: role, principalId });
    expect(statusesOf('IAM2', assignment)).toEqual(['violated']);
  });
});

test('a service that nothing of the app calls is not judged', () => {
  expect(fitsOf(newCallers('Default', {}).service)).toEqual(['not applicable']);
});

test('a mode that a variable decides is unknown', () => {
  const { stack, service } = newCallers(undefined, { define: FUNCTIONS[0][1] });
  service.serviceMode = new TerraformVariable(stack, 'mode', {}).stringValue;
  const [finding] = fitOf(service);
  expect(finding?.status).toBe('unknown');
  expect(finding.reason).toContain('var.mode');
});

describe('a service that functions call', () => {
  const FLEET = 'azurerm_container_app';

  test.each<
    [what: string, mode: string, define: (stack: TerraformStack, service: SignalrService) => unknown, status: string]
  >([
    [
      'in Default mode, and a container app as well',
      'Default',
      (stack, { hostname }) =>
        add(stack, FLEET, 'Fleet', { template: [{ container: [{ env: [{ value: hostname }] }] }] }),
      'unknown',
    ],
    [
      'in Default mode, and a container app that names another service',
      'Default',
      (stack) => add(stack, FLEET, 'Fleet', { template: [{ container: [{ env: [{ value: 'https://x.service' }] }] }] }),
      'violated',
    ],
    [
      'in Default mode, and settings that are not known',
      'Default',
      web({ app_settings: '${var.settings}' }),
      'unknown',
    ],
    ['in Serverless mode, and settings that are not known', 'Serverless', web({ app_settings: '${var.x}' }), 'unknown'],
    ['in Classic mode, and settings that are not known', 'Classic', web({ app_settings: '${var.x}' }), 'compliant'],
    [
      'in Default mode, and a setting of any name',
      'Default',
      web({ app_settings: { Chat: `Endpoint=${URL}` } }),
      'unknown',
    ],
    [
      'in Default mode, and a web app that calls the REST API',
      'Default',
      web({ app_settings: { AzureSignalRConnectionString: `Endpoint=${URL}` } }),
      'violated',
    ],
    [
      'in Default mode, and a web app with a secret of a vault',
      'Default',
      web({ app_settings: { Azure__SignalR__ConnectionString: '@Microsoft.KeyVault(SecretUri=https://v/secrets/s)' } }),
      'unknown',
    ],
    [
      'in Default mode, and a hub server of another service',
      'Default',
      web({ app_settings: { Azure__SignalR__ConnectionString: 'Endpoint=https://x.service.signalr.net' } }),
      'violated',
    ],
    [
      'in Serverless mode, and a slot that is a hub server',
      'Serverless',
      (stack) =>
        add(stack, 'azurerm_linux_web_app_slot', 'Slot', {
          app_settings: { AZURE__SIGNALR__CONNECTIONSTRING: `Endpoint=${URL}` },
        }),
      'violated',
    ],
  ])('%s', (_, mode, define, status) => {
    const { stack, service } = newCallers(mode, { define: FUNCTIONS[0][1] });
    define(stack, service);
    expect(fitsOf(service)).toEqual([status]);
  });
});
