import { App, TerraformStack, Testing } from 'cdktf';
import { newApp } from './app';
import { Major } from './provider-schema';
import { newChat } from './serverless';
import { newStack } from './synth';
import { EXAMPLES } from '../../examples/stacks';
import { AppHost, AppNetwork, AppOutbound, FunctionHost, observability, privatelink, signalr } from '../../src';
import { PrivateDnsZone } from '../../src/dns';

const { DnsIntegration } = privatelink;
const ZONE = 'privatelink.service.signalr.net';
const ZONE_ID = `/subscriptions/0/resourceGroups/rg-hub/providers/Microsoft.Network/privateDnsZones/${ZONE}`;

const existingZone = (stack: TerraformStack) =>
  PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, 'Zone', { zoneId: ZONE_ID, zoneName: ZONE });
const foundZone = (stack: TerraformStack) =>
  PrivateDnsZone.fromLookup(stack, 'Zone', { zoneName: ZONE, resourceGroupName: 'rg-hub' });

/** Main variants of both architectures, each in a stack. */
const VARIANTS: Readonly<Record<string, (stack: TerraformStack) => unknown>> = {
  'SecureSignalRApp on Linux': (stack) => newApp({}, stack),
  'SecureSignalRApp on Windows': (stack) => newApp({ host: AppHost.windowsWebApp() }, stack),
  'SecureSignalRApp without public clients': (stack) =>
    newApp({ networkAccess: signalr.NetworkAccess.privateOnly() }, stack),
  'SecureSignalRApp with a NAT gateway, alerts and outputs': (stack) =>
    newApp(
      {
        network: AppNetwork.define({ outbound: AppOutbound.natGateway() }),
        alertReceivers: [observability.AlertReceiver.email('ops', 'ops@example.com')],
        sku: signalr.Sku.premium(1),
      },
      stack,
    ).chat.addOutputs(),
  'SecureSignalRApp with a firewall': (stack) =>
    newApp({ network: AppNetwork.define({ outbound: AppOutbound.firewall('10.9.0.4') }) }, stack),
  'SecureSignalRApp with an existing zone': (stack) => newApp({ dns: DnsIntegration.zone(existingZone(stack)) }, stack),
  'SecureSignalRApp with a zone that is looked up': (stack) =>
    newApp({ dns: DnsIntegration.zone(foundZone(stack)) }, stack),
  'SecureSignalRApp whose zone Azure Policy attaches': (stack) =>
    newApp({ dns: DnsIntegration.managedByPolicy() }, stack),
  'SecureServerlessSignalR on Linux': (stack) => newChat({}, stack),
  'SecureServerlessSignalR on Windows': (stack) => newChat({ host: FunctionHost.windows() }, stack),
  'SecureServerlessSignalR on Flex Consumption with private storage': (stack) =>
    newChat({ host: FunctionHost.flexConsumption(), privateStorage: true }, stack),
  'SecureServerlessSignalR with approval by Terraform': (stack) =>
    newChat({ approval: signalr.Approval.automatic() }, stack),
};

/** Each example and main variant of the library, by name, with what it adds to an app. */
export const ARCHITECTURES: Readonly<Record<string, (app: App) => unknown>> = {
  ...EXAMPLES,
  ...Object.fromEntries(
    Object.entries(VARIANTS).map(([name, define]) => [name, (app: App) => define(newStack('Prod', undefined, app))]),
  ),
};

/** An app with one of them, for a major version of azurerm. */
export function newArchitecture(name: string, azurermMajor: Major): App {
  const app = Testing.app({ context: { azurermMajor } });
  ARCHITECTURES[name](app);
  return app;
}
