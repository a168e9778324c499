import { Testing } from 'cdktf';
import { Approval, IpRule, Sku } from '../../src/signalr';
import { newHub } from '../support/hub';
import { AzapiProvider, functionApp, newService, oldService } from '../support/links';
import { dataSources, messageOf, newStack, only, resources } from '../support/synth';

/** The provider part of what Terraform reads. */
function providersOf(stack: Parameters<typeof Testing.synth>[0]) {
  const { terraform, provider } = JSON.parse(Testing.synth(stack, true));
  return { required: terraform.required_providers.azapi, azapi: provider.azapi };
}

describe('the azapi provider', () => {
  test('is absent unless something asks for it', () => {
    const { stack, service } = newService();
    service.addSharedPrivateLink('Upstream', { target: functionApp(stack) });
    expect(providersOf(stack)).toEqual({});
    expect(service.azapiSettingsResource).toBeUndefined();
  });

  test('is defined once in each stack that asks for it', () => {
    const { stack, service } = newService({ ipRules: [IpRule.allow('203.0.113.0/24')] });
    service.addSharedPrivateLink('Upstream', { target: functionApp(stack), approval: Approval.automatic() });
    const other = newStack('Other', undefined, stack.node.root);
    oldService(other).addReplica('West', { location: 'westus' });
    const once = { required: { source: 'Azure/azapi', version: '~> 2.0' }, azapi: [{}] };
    expect(providersOf(stack)).toEqual(once);
    expect(providersOf(other)).toEqual(once);
  });

  test.each([['before'], ['after']])("is the user's, where the user defines one without an alias %s", (when) => {
    const stack = newStack();
    if (when === 'before') new AzapiProvider(stack, 'azapi');
    oldService(stack).addReplica('West', { location: 'westus' });
    if (when === 'after') new AzapiProvider(stack, 'azapi');
    expect(providersOf(stack)).toEqual({
      required: { source: 'Azure/azapi', version: '2.5.0' },
      azapi: [{ environment: 'usgovernment' }],
    });
    expect(only(stack, 'azapi_resource').provider).toBeUndefined();
  });

  test('with an alias is used where it is given, and stands beside the default one', () => {
    const { stack, service } = newService({ sku: Sku.premium(1) });
    const azapiProvider = new AzapiProvider(stack, 'gov', 'gov');
    const approval = Approval.automatic(azapiProvider);
    service.addSharedPrivateLink('Upstream', { target: functionApp(stack), approval });
    expect(providersOf(stack).azapi).toEqual([{ environment: 'usgovernment', alias: 'gov' }]);
    service.addReplica('West', { location: 'westus', azapiProvider });
    service.addReplica('East', { location: 'eastus' });
    expect(providersOf(stack).azapi).toEqual([{ environment: 'usgovernment', alias: 'gov' }, {}]);
    const given = [...dataSources(stack, 'azapi_resource_list'), only(stack, 'azapi_update_resource')];
    expect(given.map(({ provider }) => provider)).toEqual(['azapi.gov', 'azapi.gov']);
    const byRegion = resources(stack, 'azapi_resource').map(({ location, provider }) => [location, provider]);
    expect(Object.fromEntries(byRegion)).toEqual({ westus: 'azapi.gov', eastus: undefined });
  });

  test('is not one of another type', () => {
    const stack = newStack();
    const azapiProvider = newHub(stack);
    const message =
      "[core/azapi-provider] Prod/hub is a provider of azurerm; give one of Azure/azapi, or leave it out for the stack's own";
    const service = oldService(stack);
    expect(messageOf(() => service.addReplica('West', { location: 'westus', azapiProvider }))).toBe(
      `Prod/Old/West: ${message}`,
    );
    const approval = Approval.automatic(azapiProvider);
    expect(messageOf(() => service.addSharedPrivateLink('Upstream', { target: functionApp(stack), approval }))).toBe(
      `Prod/Old/Upstream: ${message}`,
    );
    expect(messageOf(() => newService({ azapiProvider }))).toBe(`Prod/SignalR: ${message}`);
  });
});
