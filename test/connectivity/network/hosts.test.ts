import { AppServiceSlotVirtualNetworkSwiftConnection } from '@cdktf/provider-azurerm/lib/app-service-slot-virtual-network-swift-connection';
import { AppServiceVirtualNetworkSwiftConnection } from '@cdktf/provider-azurerm/lib/app-service-virtual-network-swift-connection';
import { LinuxFunctionApp } from '@cdktf/provider-azurerm/lib/linux-function-app';
import { LinuxFunctionAppSlot } from '@cdktf/provider-azurerm/lib/linux-function-app-slot';
import { WindowsWebApp } from '@cdktf/provider-azurerm/lib/windows-web-app';
import { WindowsWebAppSlot } from '@cdktf/provider-azurerm/lib/windows-web-app-slot';
import { TerraformStack } from 'cdktf';
import { ask, newTree, OLD_NETWORK_ID } from './tree';

const TOKEN = '${var.x}';
const APP_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/sites/old';
const IN_GROUP = { location: 'centralus', resourceGroupName: 'rg', servicePlanId: 'plan' };

function addWebApp(stack: TerraformStack, virtualNetworkSubnetId?: string) {
  return new WindowsWebApp(stack, 'Web', { ...IN_GROUP, name: 'web', siteConfig: {}, virtualNetworkSubnetId });
}

function subnetsOf(stack: TerraformStack) {
  const networks = ask(stack).networks.reported();
  return networks.flatMap(({ subnets }) => subnets.map(({ id, hosts }) => [id, hosts]));
}

const ENDPOINTS = ['Prod/Endpoints', []];

test('apps and slots call out through the subnet that they have, or that a connection gives them', () => {
  const { stack, apps } = newTree();
  const web = addWebApp(stack, apps.id);
  new WindowsWebAppSlot(stack, 'Slot', { appServiceId: web.id, name: 'next', siteConfig: {} });
  const functions = new LinuxFunctionApp(stack, 'Functions', { ...IN_GROUP, name: 'func', siteConfig: {} });
  new LinuxFunctionAppSlot(stack, 'FunctionSlot', { functionAppId: functions.id, name: 'next', siteConfig: {} });
  new AppServiceVirtualNetworkSwiftConnection(stack, 'Swift', { appServiceId: functions.id, subnetId: apps.id });
  for (const app of [web, functions]) {
    const ids = { appServiceId: app.id, subnetId: apps.id, slotName: 'NEXT' };
    new AppServiceSlotVirtualNetworkSwiftConnection(stack, `${app.node.id}Swift`, ids);
  }
  const hosts = ['Prod/Web', 'Prod/Functions', 'Prod/Slot', 'Prod/FunctionSlot'];
  expect(subnetsOf(stack)).toEqual([['Prod/Apps', hosts], ENDPOINTS]);
});

test('an app is there once, though both it and a connection say so', () => {
  const { stack, apps } = newTree();
  const web = addWebApp(stack, apps.id);
  new AppServiceVirtualNetworkSwiftConnection(stack, 'Swift', { appServiceId: web.id, subnetId: apps.id });
  expect(subnetsOf(stack)).toEqual([['Prod/Apps', ['Prod/Web']], ENDPOINTS]);
});

test('apps and subnets that exist have their ids', () => {
  const { stack } = newTree();
  const subnetId = `${OLD_NETWORK_ID}/subnets/Snet`;
  new AppServiceVirtualNetworkSwiftConnection(stack, 'Swift', { appServiceId: APP_ID, subnetId });
  expect(ask(stack).networks.reported()[1]).toEqual({
    id: OLD_NETWORK_ID.toLowerCase(),
    name: 'old',
    peers: [],
    subscription: '0',
    subnets: [
      {
        id: subnetId.toLowerCase(),
        name: 'snet',
        addressPrefixes: [],
        hosts: [APP_ID.toLowerCase()],
        privateEndpoints: [],
      },
    ],
  });
});

test('what is not known is left out', () => {
  const { stack, apps, endpoint } = newTree();
  addWebApp(stack, TOKEN);
  new AppServiceVirtualNetworkSwiftConnection(stack, 'Swift', { appServiceId: TOKEN, subnetId: apps.id });
  const ids = { appServiceId: APP_ID, subnetId: apps.id, slotName: 'next' };
  new AppServiceSlotVirtualNetworkSwiftConnection(stack, 'SlotSwift', ids);
  endpoint.addOverride('subnet_id', TOKEN);
  expect(subnetsOf(stack)).toEqual([]);
  endpoint.addOverride('subnet_id', '/x/y');
  expect(ask(stack).networks.reported()).toEqual([
    { id: 'Prod/Net', name: 'net', subnets: [], peers: [], region: 'centralus', subscription: '0' },
  ]);
});

test('a subnet has its ranges and its endpoints', () => {
  const { stack } = newTree();
  expect(ask(stack).networks.reported()).toEqual([
    {
      id: 'Prod/Net',
      name: 'net',
      peers: [],
      region: 'centralus',
      subscription: '0',
      subnets: [
        {
          id: 'Prod/Endpoints',
          name: 'endpoints',
          addressPrefixes: ['10.0.2.0/24'],
          hosts: [],
          privateEndpoints: ['Prod/Endpoint'],
        },
      ],
    },
  ]);
});
