import { Aspects, TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { SecureServerlessSignalR, SecureSignalRApp } from '../../src';
import { DnsIntegration } from '../../src/privatelink';
import { Sku } from '../../src/signalr';
import { newStack, resources, synth, warnings } from '../support/synth';

const location = 'centralus';
const KEEP = 'add to the existing lifecycle, such as { ...resource.lifecycle, preventDestroy: true }';

/** Lets an aspect change all resources of a stack. */
function changeAll(stack: TerraformStack, change: (resource: TerraformResource) => void): void {
  const visit = (each: IConstruct) => TerraformResource.isTerraformResource(each) && change(each);
  Aspects.of(stack).add({ visit });
}

function lostOf(stack: TerraformStack): string[] {
  synth(stack);
  return warnings(stack).filter((warning) => warning.startsWith('[core/lost-lifecycle]'));
}

function serverless() {
  const stack = newStack();
  return { stack, chat: new SecureServerlessSignalR(stack, 'Chat', { location }) };
}

describe('a lifecycle that the library needs', () => {
  test('is missed where an aspect replaces it: approvals', () => {
    const { stack } = serverless();
    changeAll(stack, (resource) => (resource.lifecycle = { preventDestroy: true }));
    const lost = lostOf(stack);
    expect(lost).toHaveLength(2);
    expect(lost[0]).toMatch(
      /^\[core\/lost-lifecycle\] the lifecycle lost ignoreChanges of resource_id, body and replaceTriggeredBy of azurerm_signalr_shared_private_link_resource\.\S+\.id, without which a connection that was rejected is approved again, or that of a replaced link is not approved; /,
    );
    expect(lost[0]).toContain(KEEP);
    expect(lostOf(stack)).toEqual(lost);
  });

  test('is missed where it is removed or emptied', () => {
    for (const change of [
      (resource: TerraformResource) => (resource.lifecycle = undefined),
      (resource: TerraformResource) => resource.addOverride('lifecycle', undefined),
      (resource: TerraformResource) => (resource.lifecycle = { ignoreChanges: ['tags'], replaceTriggeredBy: [] }),
    ]) {
      const { stack } = serverless();
      changeAll(stack, change);
      expect(lostOf(stack)).toHaveLength(2);
    }
  });

  test('is missed where an override of the stack removes it', () => {
    const { stack, chat } = serverless();
    const approval = chat.node.findAll().find(({ node }) => node.id === 'Approval') as TerraformResource;
    stack.addOverride(`resource.azapi_update_resource.${approval.friendlyUniqueId}.lifecycle`, undefined);
    expect(lostOf(stack)).toHaveLength(1);
  });

  test('is not missed where an aspect adds to it, or ignores everything', () => {
    for (const change of [
      (resource: TerraformResource) => (resource.lifecycle = { ...resource.lifecycle, preventDestroy: true }),
      (resource: TerraformResource) => resource.addOverride('lifecycle.prevent_destroy', true),
      (resource: TerraformResource) => resource.addOverride('lifecycle.ignore_changes', ['tags']),
      (resource: TerraformResource) => (resource.lifecycle = { ...resource.lifecycle, ignoreChanges: 'all' }),
    ]) {
      const { stack } = serverless();
      changeAll(stack, change);
      expect(lostOf(stack)).toEqual([]);
    }
  });

  test('is that of endpoints whose zone groups are added by policy, too', () => {
    const stack = newStack();
    new SecureSignalRApp(stack, 'Chat', { location, dns: DnsIntegration.managedByPolicy() });
    expect(lostOf(stack)).toEqual([]);
    changeAll(stack, (resource) => (resource.lifecycle = { preventDestroy: true }));
    expect(lostOf(stack)).toEqual([
      `[core/lost-lifecycle] the lifecycle lost ignoreChanges of private_dns_zone_group, without which each plan removes the zone group that a policy has added; ${KEEP}`,
    ]);
  });
});

describe('tags of azapi resources', () => {
  function withReplica(tags?: Record<string, string>) {
    const stack = newStack();
    const chat = new SecureSignalRApp(stack, 'Chat', { location, sku: Sku.premium(1), tags: { owner: 'team' } });
    chat.signalr.addReplica('West', { location: 'westeurope', tags });
    return stack;
  }

  test('are those of the service, unless the replica has its own', () => {
    expect(resources(withReplica(), 'azapi_resource')[0].tags).toEqual({ owner: 'team' });
    expect(resources(withReplica({ own: 'yes' }), 'azapi_resource')[0].tags).toEqual({ own: 'yes' });
    expect(resources(withReplica({}), 'azapi_resource')[0].tags).toEqual({});
  });

  test('are added by aspects', () => {
    const stack = withReplica();
    changeAll(stack, (resource) => {
      const tagged = resource as TerraformResource & { tags?: object; tagsInput?: object };
      if ('tagsInput' in tagged) tagged.tags = { ...tagged.tagsInput, cost: '42' };
    });
    expect(resources(stack, 'azapi_resource')[0].tags).toEqual({ owner: 'team', cost: '42' });
  });
});
