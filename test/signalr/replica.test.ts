import { TerraformOutput, Token } from 'cdktf';
import { RegionEndpoint, ReplicaOptions, SignalRService, Sku } from '../../src/signalr';
import { newService, oldService, SERVICE_ID } from '../support/links';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newStack, only, problemsOf, readable, resources, synth } from '../support/synth';

const REPLICA = 'azapi_resource';

describe('Replica', () => {
  test('has tier and units of the service, and is named after service and region', () => {
    const { stack, service } = newService({ sku: Sku.premium(5) });
    const replica = service.addReplica('Europe', { location: 'West Europe', tags: { team: 'chat' } });
    new TerraformOutput(stack, 'replica', { value: replica.replicaId });
    expect(only(stack, REPLICA)).toEqual({
      type: 'Microsoft.SignalRService/signalR/replicas@2024-03-01',
      parent_id: '${azurerm_signalr_service.SignalR.id}',
      name: 'sigr-test-westeurope',
      location: 'westeurope',
      body: {
        sku: { name: 'Premium_P1', tier: 'Premium', capacity: 5 },
        properties: { regionEndpointEnabled: 'Enabled' },
      },
      tags: { team: 'chat' },
      depends_on: ['azurerm_signalr_service_network_acl.SignalR_NetworkAcl'],
    });
    expect(replica).toMatchObject({ location: 'westeurope', replicaName: 'sigr-test-westeurope' });
    expect(replica.resource.terraformResourceType).toBe(REPLICA);
    expect(readable(stack).output!.replica.value).toBe('${azapi_resource.SignalR_Europe.id}');
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('can be of another size and name, and take no new clients', () => {
    const { stack, service } = newService({ sku: Sku.premium(5) });
    const regionEndpoint = RegionEndpoint.DISABLED;
    service.addReplica('Europe', { location: 'westeurope', sku: Sku.premiumP2(100), name: 'europe', regionEndpoint });
    expect(only(stack, REPLICA)).toMatchObject({
      name: 'europe',
      body: {
        sku: { name: 'Premium_P2', tier: 'Premium', capacity: 100 },
        properties: { regionEndpointEnabled: 'Disabled' },
      },
    });
  });

  test('belongs to a service that others own, one after another', () => {
    const stack = newStack();
    const service = oldService(stack);
    service.addReplica('West', { location: 'westus' });
    service.addReplica('East', { location: 'eastus' });
    const byName = Object.fromEntries(resources(stack, REPLICA).map((replica) => [replica.name, replica]));
    expect(byName['sigr-old-westus']).toMatchObject({ parent_id: SERVICE_ID, body: { sku: { capacity: 1 } } });
    expect(byName['sigr-old-eastus'].depends_on).toEqual(['azapi_resource.Old_West']);
  });

  test('is named after a service that is only looked up, and does not judge its region', () => {
    const stack = newStack();
    const service = SignalRService.fromLookup(stack, 'Shared', { name: 'sigr', resourceGroupName: 'rg' });
    service.addReplica('West', { location: Token.asString({ resolve: () => '${var.region}' }) });
    expect(only(stack, REPLICA)).toMatchObject({
      name: '${element(split(".", data.azurerm_signalr_service.Shared.hostname), 0)}-${var.region}',
      location: '${var.region}',
    });
  });

  test('shortens a name that would be too long', () => {
    const { stack, service } = newService({ name: 's'.repeat(60), sku: Sku.premium(1) });
    service.addReplica('West', { location: 'westus' });
    expect(only(stack, REPLICA).name).toMatch(/^s{56}-[0-9a-f]{6}$/);
  });

  test.each<[string, ReplicaOptions, string]>([
    [
      'its tier',
      { location: 'westus', sku: Sku.standard(1) },
      '[signalr/replica-requires-premium] Standard_S1 given for a replica; use Sku.premium(...)',
    ],
    [
      'its units',
      { location: 'westus', sku: Sku.premium(11) },
      '[signalr/capacity] Premium_P1 with 11 units given; use 1 to 10, 20, 30 ... 100',
    ],
    [
      'its region',
      { location: 'Central US' },
      '[signalr/replica-location] the service itself is in centralus; give a replica another region',
    ],
    [
      'an unknown region',
      { location: 'mars' },
      '[core/location] "mars" is not a known Azure region; use a name such as centralus, or list a newer region in the construct context "azureLocations"',
    ],
    [
      'its name',
      { location: 'westus', name: 'my_replica' },
      '[signalr/replica-name] "my_replica" is not the name of a replica; use 3 to 63 letters, digits or inner dashes, beginning with a letter',
    ],
    [
      'its tags',
      { location: 'westus', tags: { 'a<b': 'c' } },
      '[core/tags] tag name "a<b" contains one of < > % & \\ ? /; remove that character',
    ],
  ])('fails for %s', (_, options, message) => {
    const { service } = newService({ sku: Sku.premium(1) });
    expect(messageOf(() => service.addReplica('Replica', options))).toBe(`Prod/SignalR/Replica: ${message}`);
  });

  test('fails where the service is not Premium, and for a name that is taken', () => {
    const standard = newService({ sku: Sku.standard(1) });
    expect(messageOf(() => standard.service.addReplica('West', { location: 'westus', sku: Sku.premium(1) }))).toBe(
      'Prod/SignalR/West: [signalr/replica-requires-premium] the service is Standard_S1; give it Sku.premium(...) to have replicas',
    );
    const { stack, service } = newService({ sku: Sku.premium(1) });
    service.addReplica('West', { location: 'westus', name: 'replica' });
    service.addReplica('East', { location: 'eastus', name: 'replica' });
    expect(problemsOf(stack)).toEqual([
      '[core/duplicate-name] Prod/SignalR/West/Resource and Prod/SignalR/East/Resource are replicas named "replica" of one service; give one of them another name',
    ]);
  });
});
