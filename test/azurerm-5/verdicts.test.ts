import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { SecurityBaseline } from '../../src/compliance';
import { ConnectivityReport } from '../../src/connectivity';
import { IResourceGroup, ResourceGroup } from '../../src/core';
import { IPrivateDnsZone, PrivateDnsZone } from '../../src/dns';
import { ResourceLock } from '../../src/governance';
import { RoleScope } from '../../src/identity';
import { VirtualNetwork } from '../../src/network';
import { DnsIntegration } from '../../src/privatelink';
import { newApp } from '../support/app';
import { ARCHITECTURES, newArchitecture } from '../support/architectures';
import { verdicts } from '../support/connectivity';
import { Major } from '../support/provider-schema';
import { newStack, only } from '../support/synth';

const connectivityOf = (app: App) => ConnectivityReport.of(app).data;
const findingsOf = (app: App) => SecurityBaseline.evaluate(app).findings.map((finding) => ({ ...finding }));

/** Its subnets have other places, since azurerm 4 writes them as blocks; test/architectures/subnet-attachments compares both. */
const WITH_BLOCKS = 'landing-zone';

describe.each(Object.keys(ARCHITECTURES).filter((name) => name !== WITH_BLOCKS))('%s', (name) => {
  const [four, five] = [4, 5].map((major) => newArchitecture(name, major as Major));

  test('lets the same callers in, and resolves names the same way', () => {
    expect(connectivityOf(five)).toEqual(connectivityOf(four));
  });

  test('keeps and breaks the same rules', () => {
    expect(findingsOf(five)).toEqual(findingsOf(four));
  });
});

test.each([4, 5])('azurerm %d: a link to a zone whose id only Terraform knows is not taken for one', (azurermMajor) => {
  const stack = newStack('Prod', { azurermMajor });
  const zone = PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, 'Zone', {
    zoneId: new TerraformVariable(stack, 'ZoneId', { type: 'string' }).stringValue,
    zoneName: 'privatelink.service.signalr.net',
  });
  newApp({ dns: DnsIntegration.zone(zone) }, stack);
  expect(verdicts(stack)).toEqual([
    'internet public + - - -',
    'subnet unknown ? ? ? -',
    'private endpoint unknown - + + -',
  ]);
});

describe.each([4, 5])('azurerm %d: a lock of a group', (azurermMajor) => {
  const zoneName = 'corp.contoso.com';

  test.each<[string, (stack: TerraformStack, resourceGroup: IResourceGroup) => IPrivateDnsZone]>([
    [
      'that is looked up',
      (stack) => PrivateDnsZone.fromLookup(stack, 'Zone', { zoneName, resourceGroupName: 'rg-hub' }),
    ],
    ['of this stack', (stack, resourceGroup) => new PrivateDnsZone(stack, 'Zone', { zoneName, resourceGroup })],
  ])('waits for the link to a zone in it %s', (_, zoneIn) => {
    const stack = newStack('Prod', { azurermMajor });
    const resourceGroup = ResourceGroup.fromResourceGroupAttributes(stack, 'Group', {
      resourceGroupId: '/subscriptions/0/resourceGroups/rg-hub',
      resourceGroupName: 'rg-hub',
      location: 'centralus',
    });
    const virtualNetwork = VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Network', {
      virtualNetworkId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet',
      virtualNetworkName: 'vnet',
      resourceGroupName: 'rg',
      location: 'centralus',
    });
    zoneIn(stack, resourceGroup).addVirtualNetworkLink('Link', { virtualNetwork });
    new ResourceLock(stack, 'Lock', { scope: RoleScope.resourceGroup(resourceGroup) });
    expect(only(stack, 'azurerm_management_lock').depends_on).toContain(
      'azurerm_private_dns_zone_virtual_network_link.Zone_Link',
    );
  });
});
