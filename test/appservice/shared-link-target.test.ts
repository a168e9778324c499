import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { ExistingApp, LinuxWebApp, OsType, PlanSku, ServicePlan } from '../../src/appservice';
import { ManagedIdentity } from '../../src/identity';
import { DnsIntegration, PrivateEndpoint } from '../../src/privatelink';
import { SignalRService } from '../../src/signalr';
import { IDENTITY, SERVICE_ID } from '../support/ids';
import { newNetwork } from '../support/network';
import { only, readable } from '../support/synth';

const APP_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/sites/app-old';

function newIdentity(stack: TerraformStack) {
  return ManagedIdentity.fromManagedIdentityAttributes(stack, 'Identity', IDENTITY);
}

function oldApp(stack: TerraformStack, defaultHostname: string, planSku?: PlanSku) {
  const identity = newIdentity(stack);
  return ExistingApp.fromAppAttributes(stack, 'App', { appId: APP_ID, defaultHostname, identity, planSku });
}

describe('LinuxWebApp as a target of private links', () => {
  test('knows by its plan whether private endpoints can lead to it', () => {
    const { stack, resourceGroup, appSubnet: integrationSubnet } = newNetwork();
    const identity = newIdentity(stack);
    const servicePlan = new ServicePlan(stack, 'Plan', { name: 'asp', resourceGroup, osType: OsType.LINUX });
    const target = new LinuxWebApp(stack, 'App', {
      name: 'app',
      resourceGroup,
      servicePlan,
      identity,
      integrationSubnet,
    });
    expect(target.takesPrivateEndpoints).toBe(true);
    const service = SignalRService.fromSignalRServiceAttributes(stack, 'SignalR', {
      serviceId: SERVICE_ID,
      hostname: 'sigr.service.signalr.net',
    });
    service.addSharedPrivateLink('Upstream', { target });
    expect(only(stack, 'azurerm_signalr_shared_private_link_resource')).toMatchObject({
      sub_resource_name: 'sites',
      target_resource_id: '${azurerm_linux_web_app.App.id}',
    });
  });

  test('knows that of an existing app only where it is told the plan', () => {
    const { stack } = newNetwork();
    expect(oldApp(stack, 'app-old.azurewebsites.net').takesPrivateEndpoints).toBeUndefined();
    const { stack: other } = newNetwork();
    expect(oldApp(other, 'app-old.azurewebsites.net', PlanSku.of('F1')).takesPrivateEndpoints).toBe(false);
  });

  test('takes private endpoints as an existing app, with the records of app and deployment site', () => {
    const { stack, resourceGroup, endpointSubnet: subnet } = newNetwork();
    const target = oldApp(stack, 'app-old-x1.westus-01.azurewebsites.net');
    const dns = DnsIntegration.recordsOnly();
    const endpoint = new PrivateEndpoint(stack, 'Endpoint', { name: 'pep', resourceGroup, subnet, target, dns });
    new TerraformOutput(stack, 'names', { value: endpoint.dnsRecords.map(({ name }) => name) });
    expect(readable(stack).output!.names.value).toEqual([
      'app-old-x1.westus-01.privatelink.azurewebsites.net',
      'app-old-x1.scm.westus-01.privatelink.azurewebsites.net',
    ]);
    expect(only(stack, 'azurerm_private_endpoint').private_service_connection).toMatchObject({
      private_connection_resource_id: APP_ID,
      subresource_names: ['sites'],
    });
  });

  test('derives the host name of the deployment site also where the other is only known when Terraform runs', () => {
    const { stack } = newNetwork();
    const app = oldApp(stack, new TerraformVariable(stack, 'host', { type: 'string' }).stringValue);
    new TerraformOutput(stack, 'names', { value: app.privateLink.hostnames });
    expect(readable(stack).output!.names.value).toEqual([
      '${var.host}',
      '${replace(var.host, "/^([^.]*)/", "$1.scm")}',
    ]);
  });
});

describe('PlanSku.takesPrivateEndpoints', () => {
  test.each(['B1', 'S1', 'P0v3', 'P1v2', 'P1mv4', 'I1v2', 'EP1', 'FC1', 'WS1'])('is true for %s', (name) => {
    expect(PlanSku.of(name).takesPrivateEndpoints).toBe(true);
  });

  test.each(['F1', 'D1', 'SHARED', 'Y1', 'I1'])('is false for %s', (name) => {
    expect(PlanSku.of(name).takesPrivateEndpoints).toBe(false);
  });
});
