import { TerraformVariable } from 'cdktf';
import { AppNetwork, SecureSignalRApp } from '../../src';
import { ResourceGroup } from '../../src/core';
import { nearestName } from '../../src/core/internal/near-names';
import { PLATFORM_TAGS, REGIONS_OF_TAGS, SERVICE_TAGS } from '../../src/core/internal/service-tag-names';
import { NetworkSecurityGroup, Route, RouteTable, RuleAddress, RuleDirection, SecurityRule } from '../../src/network';
import { NetworkAccess } from '../../src/signalr';
import { messageOf, newStack, only } from '../support/synth';

const NEWER = 'or list a newer tag in the construct context "azureServiceTags"';

type Context = Readonly<Record<string, unknown>>;

/** A security group with one rule from a tag. */
function allowFrom(tag: string, context?: Context) {
  const stack = newStack('Prod', context);
  const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg', location: 'centralus' });
  const source = RuleAddress.serviceTag(tag);
  const rules = [SecurityRule.allow({ name: 'Allow', direction: RuleDirection.INBOUND, priority: 100, source })];
  new NetworkSecurityGroup(stack, 'Nsg', { name: 'nsg', resourceGroup, rules });
  return only(stack, 'azurerm_network_security_rule').source_address_prefix;
}

/** A route table with one route to a tag. */
function routeTo(tag: string, context?: Context) {
  const stack = newStack('Prod', context);
  const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg', location: 'centralus' });
  new RouteTable(stack, 'Routes', { name: 'rt', resourceGroup, routes: [Route.toInternet('Direct', tag)] });
  return only(stack, 'azurerm_route').address_prefix;
}

describe('Service tag of a security rule', () => {
  test.each([
    ['AzureMonitor'],
    ['AzureSignalR.CentralUS'],
    ['Storage.westeurope'],
    ['AzureCloud.centralfrance'],
    ['AzureFrontDoor.Backend'],
    ['AzureFrontDoor.Frontend.WestUS'],
    ['Internet'],
    ['VirtualNetwork'],
    // Azure compares tags without letter case.
    ['virtualnetwork'],
    ['azurekeyvault.CENTRALUS'],
  ])('is taken: %s', (tag) => {
    expect(allowFrom(tag)).toBe(tag);
  });

  test.each([
    ['AzureMonitr', `"AzureMonitr" is not a known service tag; use AzureMonitor, ${NEWER}`],
    ['Internett', `"Internett" is not a known service tag; use Internet, ${NEWER}`],
    ['Storge.CentralUS', `"Storge.CentralUS" is not a known service tag; use Storage.CentralUS, ${NEWER}`],
    ['SignalR', `"SignalR" is not a known service tag; use AzureSignalR, ${NEWER}`],
    ['KeyVault.westus', `"KeyVault.westus" is not a known service tag; use AzureKeyVault.westus, ${NEWER}`],
    ['AzureFrontDoor', `"AzureFrontDoor" is not a known service tag; use a name such as AzureMonitor, ${NEWER}`],
    [
      'AzureFrontDoor.Backends',
      `"AzureFrontDoor.Backends" is not a known service tag; use AzureFrontDoor.Backend, ${NEWER}`,
    ],
    ['Contoso', `"Contoso" is not a known service tag; use a name such as AzureMonitor, ${NEWER}`],
    [
      'Storage.CentralU',
      '"Storage.CentralU" is a service tag of a region that is not known; use one such as Storage.centralus, or list a newer region in the construct context "azureLocations"',
    ],
    [
      'Sql.Mars',
      '"Sql.Mars" is a service tag of a region that is not known; use one such as Sql.centralus, or list a newer region in the construct context "azureLocations"',
    ],
    ['VirtualNetwork.WestUS', '"VirtualNetwork.WestUS" is not a service tag; use VirtualNetwork, which has no regions'],
    ['Azure Monitor', '"Azure Monitor" is not a service tag; give ranges or one service tag'],
    ['VIRTUAL_NETWORK', '"VIRTUAL_NETWORK" is not a service tag; give ranges or one service tag'],
    ['', '"" is not a service tag; give ranges or one service tag'],
  ])('is refused: %s', (tag, message) => {
    expect(messageOf(() => allowFrom(tag))).toBe(`Prod/Nsg: [network/rule-address] rule Allow: ${message}`);
  });

  test('may be newer than this library, and so may its region', () => {
    const context = { azureServiceTags: ['ContosoService', 'Azure.Special'], azureLocations: ['newregion'] };
    const tags = ['ContosoService', 'contososervice.centralus', 'Azure.Special', 'Storage.NewRegion'];
    expect(tags.map((tag) => allowFrom(tag, context))).toEqual(tags);
    expect(messageOf(() => allowFrom('ContosoServise', context))).toContain('use ContosoService,');
  });

  test('is not judged where only Terraform knows it', () => {
    const variable = new TerraformVariable(newStack(), 'tag', {});
    expect(RuleAddress.serviceTag(variable.stringValue)._problemsIn(variable)).toEqual([]);
    expect(RuleAddress.serviceTag(`Storage.${variable.stringValue}`)._problemsIn(variable)).toEqual([]);
  });

  test('is judged with all else of an architecture', () => {
    const stack = newStack();
    const define = () =>
      new SecureSignalRApp(stack, 'Chat', {
        location: 'nowhere',
        networkAccess: NetworkAccess.privateOnly(),
        network: AppNetwork.define({ privateClients: RuleAddress.serviceTag('VirtualNetwrk') }),
      });
    const lines = messageOf(define).split('\n');
    expect(lines).toContain(
      `Prod/Chat/VirtualNetwork: [network/rule-address] rule AllowClientsInbound: "VirtualNetwrk" is not a known service tag; use VirtualNetwork, ${NEWER}`,
    );
    expect(lines.join()).toContain('[core/location]');
    expect(stack.node.tryFindChild('Chat')!.node.children).toEqual([]);
  });
});

describe('Service tag of a route', () => {
  test.each([['AzureMonitor'], ['AppService.CentralUS'], ['0.0.0.0/0']])('is taken: %s', (prefix) => {
    expect(routeTo(prefix)).toBe(prefix);
  });

  test.each([
    ['AzureMonitr', `"AzureMonitr" is not a known service tag; use AzureMonitor, ${NEWER}`],
    ['Internet', 'Azure accepts the service tag Internet in security rules alone; give 0.0.0.0/0'],
    [
      'virtualnetwork',
      'Azure accepts the service tag VirtualNetwork in security rules alone; give the ranges of the tag',
    ],
    [
      'AzureLoadBalancer',
      'Azure accepts the service tag AzureLoadBalancer in security rules alone; give the ranges of the tag',
    ],
    [
      'AzurePlatformDNS',
      'Azure accepts the service tag AzurePlatformDNS in security rules alone; give the ranges of the tag',
    ],
  ])('is refused: %s', (tag, message) => {
    expect(messageOf(() => routeTo(tag))).toBe(`Prod/Routes: [network/route-prefix] route Direct: ${message}`);
  });

  test('may be newer than this library', () => {
    expect(routeTo('ContosoService', { azureServiceTags: ['ContosoService'] })).toBe('ContosoService');
  });
});

test('Every service tag is listed once, and found whatever its letter case', () => {
  const all = [...SERVICE_TAGS, ...PLATFORM_TAGS].map((tag) => tag.toLowerCase());
  expect(new Set(all).size).toBe(all.length);
  expect(new Set(REGIONS_OF_TAGS).size).toBe(REGIONS_OF_TAGS.length);
  expect(SERVICE_TAGS.map((tag) => nearestName(tag.toUpperCase(), SERVICE_TAGS))).toEqual(SERVICE_TAGS);
});

test.each([
  ['is not a known service tag', 'x'.repeat(100_000)],
  ['is not a known service tag', `${'x'.repeat(50_000)}.${'y'.repeat(50_000)}`],
  ['is a service tag of a region that is not known', `Storage.${'x'.repeat(100_000)}`],
])('A long text %s, which takes no time', (fault, tag) => {
  const before = process.cpuUsage().user;
  expect(messageOf(() => routeTo(tag))).toContain(fault);
  expect(process.cpuUsage().user - before).toBeLessThan(5_000_000);
});

test('Letters in another order are taken for a misspelled name', () => {
  expect(nearestName('Stroage', SERVICE_TAGS)).toBe('Storage');
});
