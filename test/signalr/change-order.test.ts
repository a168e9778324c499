import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { TerraformStack } from 'cdktf';
import * as fc from 'fast-check';
import { ServiceChange } from '../../src/signalr';
import { ChangeOrder } from '../../src/signalr/private/change-order';
import { functionApp, oldService, vault } from '../support/links';
import { newStack, readable, resources } from '../support/synth';

const STAGES = Object.values(ServiceChange);

function newResource(stack: TerraformStack, id: string) {
  return new ResourceGroup(stack, id, { name: id, location: 'centralus' });
}

/** Which resource each waits for, by id. */
function edges(stack: TerraformStack): Record<string, string[]> {
  const groups = readable(stack).resource?.azurerm_resource_group ?? {};
  return Object.fromEntries(
    Object.entries(groups).map(([id, { depends_on: before = [] }]) => [
      id,
      before.map((edge: string) => edge.split('.')[1]),
    ]),
  );
}

describe('ChangeOrder', () => {
  test('lets each change wait for the one before it alone, whatever the order of definition', () => {
    const changes = fc.shuffledSubarray(
      STAGES.flatMap((stage) => [0, 1].map((n) => ({ stage, n }))).filter(
        ({ stage, n }) => stage !== ServiceChange.NETWORK_ACL || n === 0,
      ),
    );
    fc.assert(
      fc.property(changes, (added) => {
        const stack = newStack();
        const order = new ChangeOrder();
        added.forEach(({ stage, n }) => order.add(stage, newResource(stack, `${stage}${n}`)));
        const expected = [...added].sort((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
        const before = (place: number) =>
          place === 0 || expected[place].stage === ServiceChange.NETWORK_ACL
            ? []
            : [`${expected[place - 1].stage}${expected[place - 1].n}`];
        expect(edges(stack)).toEqual(
          Object.fromEntries(expected.map(({ stage, n }, place) => [`${stage}${n}`, before(place)])),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('keeps what a resource waits for besides', () => {
    const stack = newStack();
    const [domain, link, certificate, other] = ['domain', 'link', 'certificate', 'other'].map((id) =>
      newResource(stack, id),
    );
    domain.dependsOn = [`azurerm_resource_group.${other.friendlyUniqueId}`];
    const order = new ChangeOrder();
    order.add(ServiceChange.SHARED_PRIVATE_LINK, link);
    order.add(ServiceChange.CUSTOM_DOMAIN, domain);
    order.add(ServiceChange.CUSTOM_CERTIFICATE, certificate);
    expect(edges(stack)).toMatchObject({ domain: ['other', 'certificate'], certificate: ['link'] });
  });

  test('leaves out what lies in another stack, which Terraform cannot name', () => {
    const stack = newStack();
    const other = new TerraformStack(stack.node.root, 'Other');
    const order = new ChangeOrder();
    order.add(ServiceChange.REPLICA, newResource(stack, 'replica'));
    order.add(ServiceChange.SHARED_PRIVATE_LINK, newResource(other, 'far'));
    order.add(ServiceChange.CUSTOM_CERTIFICATE, newResource(stack, 'certificate'));
    expect(edges(stack)).toEqual({ replica: [], certificate: ['replica'] });
  });
});

describe('two references to one existing service', () => {
  test('share one order', () => {
    const stack = newStack();
    const [one, two] = ['One', 'Two'].map((id) => oldService(stack, id));
    one.addSharedPrivateLink('link-app', { target: functionApp(stack) });
    two.addSharedPrivateLink('link-vault', { target: vault(stack) });
    const [app, secrets] = resources(stack, 'azurerm_signalr_shared_private_link_resource');
    expect(app.depends_on).toEqual(['azurerm_signalr_shared_private_link_resource.Two_link-vault']);
    expect(secrets.depends_on).toBeUndefined();
  });
});
