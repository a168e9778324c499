import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import { AppHost, AppNetwork, appservice, Naming, observability, SecureSignalRApp } from '../../../src';
import { RoleNames } from '../../../src/architectures/role-names';

/** The names of the estate in `hcl-modules`. */
export const NAMES: RoleNames = {
  resourceGroup: 'rg-chat-hcl',
  virtualNetwork: 'vnet-chat-hcl',
  integrationSubnet: 'snet-app',
  integrationSubnetDelegation: 'web',
  integrationSecurityGroup: 'nsg-app',
  privateEndpointSubnet: 'snet-endpoints',
  privateEndpointSecurityGroup: 'nsg-endpoints',
  signalr: 'sigr-chat-hcl',
  privateEndpoint: 'pep-sigr-chat-hcl',
  privateEndpointConnection: 'psc-sigr-chat-hcl',
  privateEndpointZoneLink: 'link-main',
  identity: 'id-app-chat-hcl-web',
  servicePlan: 'asp-app-chat-hcl-web',
  webApp: 'app-chat-hcl-web',
};

/** The JSON of a stack that is to take over that estate. */
export function adoptingStack(names: RoleNames = NAMES, location: string = 'westeurope'): any {
  const app = Testing.app();
  const stack = new TerraformStack(app, 'Chat');
  new AzurermProvider(stack, 'azurerm', { features: [{}] });
  new SecureSignalRApp(stack, 'Chat', {
    location,
    naming: Naming.of(names),
    network: AppNetwork.define({ addressSpace: ['10.30.0.0/16'] }),
    host: AppHost.linuxWebApp({ planSku: appservice.PlanSku.of('P0v3'), runtime: appservice.Runtime.dotnet('8.0') }),
    logs: observability.LogDestination.none('the estate had none'),
    allowedOrigins: ['https://chat.contoso.com'],
  });
  return JSON.parse(Testing.synth(stack));
}
