import { Fn, TerraformOutput } from 'cdktf';
import { ExistingApp, PlanSku } from '../../src/appservice';
import { AddressRange } from '../../src/network';
import { PrivateEndpoint } from '../../src/privatelink';
import { SignalRService } from '../../src/signalr';
import { CLIENT_ID, NETWORK_ID, PRINCIPAL_ID, SERVICE_ID } from '../support/ids';
import { newNetwork } from '../support/network';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newStack, only, readable, synth } from '../support/synth';
import { newIdentity } from '../support/web-app';

const APP_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/sites/app';

function newApp(stack = newStack(), defaultHostname = 'app.azurewebsites.net') {
  const identity = newIdentity(stack);
  return ExistingApp.fromAppAttributes(stack, 'App', {
    appId: APP_ID,
    defaultHostname,
    identity,
    virtualNetworkId: NETWORK_ID,
    planSku: PlanSku.EP1,
  });
}

describe('ExistingApp', () => {
  test('is what its attributes tell', () => {
    expect(newApp()).toMatchObject({
      appId: APP_ID,
      defaultHostname: 'app.azurewebsites.net',
      identity: { clientId: CLIENT_ID },
      virtualNetworkId: NETWORK_ID,
      takesPrivateEndpoints: true,
    });
  });

  test('does not know what it is not told', () => {
    const stack = newStack();
    const attributes = { appId: APP_ID, defaultHostname: 'host', identity: newIdentity(stack) };
    const app = ExistingApp.fromAppAttributes(stack, 'App', attributes);
    expect([app.virtualNetworkId, app.takesPrivateEndpoints]).toEqual([undefined, undefined]);
  });

  test('is a hub server whose settings its owner applies', () => {
    const stack = newStack();
    const app = newApp(stack);
    const service = SignalRService.fromSignalRServiceAttributes(stack, 'SignalR', {
      serviceId: SERVICE_ID,
      hostname: 'chat.service.signalr.net',
    });
    service.connectServer(app);
    expect(app.requiredAppSettings).toEqual({
      Azure__SignalR__ConnectionString: `Endpoint=https://chat.service.signalr.net;AuthType=azure.msi;ClientId=${CLIENT_ID};Version=1.0;`,
    });
    expect(only(stack, 'azurerm_role_assignment').principal_id).toBe(PRINCIPAL_ID);
    expect(readable(stack).resource).not.toHaveProperty('azurerm_linux_web_app');
  });

  test('hands out a copy of its settings', () => {
    const app = newApp();
    app.addAppSetting('A', '1');
    app.requiredAppSettings.A = '2';
    expect(app.requiredAppSettings).toEqual({ A: '1' });
  });

  test('fails when a secret is added', () => {
    expect(messageOf(() => newApp().addAppSetting('KEY', 'AccessKey=abc'))).toBe(
      "Prod/App: [appservice/secret-setting] the value of app setting KEY looks like a connection string with a key; sign in with the app's identity, refer to a Key Vault secret with secretSettings, or say in notSecret why it is no secret",
    );
  });

  test('takes a private endpoint, which leads its own and its deployment host there', () => {
    const { stack, resourceGroup, virtualNetwork } = newNetwork();
    const addressRange = AddressRange.prefixLength(28);
    const subnet = virtualNetwork.addSubnet('More', { name: 'more', addressRange });
    const target = newApp(stack);
    new PrivateEndpoint(stack, 'Endpoint', { name: 'pep-app', resourceGroup, subnet, target });
    expect(only(stack, 'azurerm_private_endpoint').private_service_connection).toMatchObject({
      private_connection_resource_id: APP_ID,
      subresource_names: ['sites'],
    });
    expect(target.privateLink.hostnames).toEqual(['app.azurewebsites.net', 'app.scm.azurewebsites.net']);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('finds its deployment host also where its name is only known when Terraform runs', () => {
    const stack = newStack();
    const app = newApp(stack, Fn.lower('HOST'));
    new TerraformOutput(stack, 'host', { value: app.privateLink.hostnames[1] });
    expect(readable(stack).output!.host.value).toBe('${replace(lower("HOST"), "/^([^.]*)/", "$1.scm")}');
  });
});
