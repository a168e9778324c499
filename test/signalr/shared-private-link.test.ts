import { TerraformOutput, Token } from 'cdktf';
import { Construct } from 'constructs';
import { ExistingApp, PlanSku } from '../../src/appservice';
import { PrivateLinkConnection, PrivateLinkSubresource, PrivateLinkTarget } from '../../src/privatelink';
import {
  IChangeableService,
  ServiceChange,
  SharedPrivateLink,
  SharedPrivateLinkOptions,
  SignalRServiceProps,
  Sku,
} from '../../src/signalr';
import { KeyVault } from '../../src/vault';
import { Host } from '../support/host';
import { newHub } from '../support/hub';
import {
  FUNCTION_APP_ID,
  functionApp,
  newService,
  oldService,
  SERVICE_ID,
  targetOf,
  vault,
  VAULT_ID,
} from '../support/links';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newStack, only, problemsOf, readable, resources, synth } from '../support/synth';

const LINK = 'azurerm_signalr_shared_private_link_resource';

function setUp(props: Partial<SignalRServiceProps> = {}) {
  const { stack, service } = newService(props);
  const add = (id: string, options: Partial<SharedPrivateLinkOptions> = {}) =>
    service.addSharedPrivateLink(id, { target: options.target ?? functionApp(stack, `${id}Target`), ...options });
  return { stack, service, add };
}

describe('SharedPrivateLink', () => {
  test('leads from a service to a function app, and waits for approval', () => {
    const { stack, add } = setUp();
    const link = add('Upstream');
    new TerraformOutput(stack, 'status', { value: link.status });
    new TerraformOutput(stack, 'link', { value: link.sharedPrivateLinkId });
    expect(only(stack, LINK)).toEqual({
      name: 'Upstream',
      signalr_service_id: '${azurerm_signalr_service.SignalR.id}',
      sub_resource_name: 'sites',
      target_resource_id: FUNCTION_APP_ID,
      request_message: 'Approve link Upstream of ${azurerm_signalr_service.SignalR.hostname}',
      depends_on: ['azurerm_signalr_service_network_acl.SignalR_NetworkAcl'],
    });
    expect(readable(stack).output).toMatchObject({
      status: { value: `\${${LINK}.SignalR_Upstream.status}` },
      link: { value: `\${${LINK}.SignalR_Upstream.id}` },
    });
    expect(link.approvalResource).toBeUndefined();
    expect(readable(stack).data).toBeUndefined();
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('leads to Key Vaults and web apps as they are known here', () => {
    const { stack, add } = setUp();
    const vaultUri = 'https://kv-chat.vault.azure.net/';
    const target = KeyVault.fromKeyVaultAttributes(stack, 'Vault', { keyVaultId: VAULT_ID, vaultUri });
    add('Secrets', { target });
    const app = { appId: FUNCTION_APP_ID, defaultHostname: 'func-chat.azurewebsites.net', planSku: PlanSku.B1 };
    add('Upstream', {
      target: ExistingApp.fromAppAttributes(stack, 'App', { ...app, identity: new Host(stack, 'Host').identity }),
    });
    const targets = resources(stack, LINK).map((link) => [link.name, link.sub_resource_name, link.target_resource_id]);
    expect(targets).toEqual([
      ['Secrets', 'vault', VAULT_ID],
      ['Upstream', 'sites', FUNCTION_APP_ID],
    ]);
  });

  test('tells the owner of the target what to run', () => {
    const stack = newStack();
    const link = oldService(stack).addSharedPrivateLink('Secrets', { target: vault(stack) });
    const state = 'properties.privateLinkServiceConnectionState';
    expect(link.approvalCommand).toBe(
      'az network private-endpoint-connection approve' +
        ` --id $(az network private-endpoint-connection list --id ${VAULT_ID}` +
        ` --query "[?${state}.status=='Pending' && ${state}.description=='Approve link Secrets of sigr-old.service.signalr.net'].id" --output tsv)` +
        ' --description "Approve link Secrets of sigr-old.service.signalr.net"',
    );
  });

  test('is created one after another, those to vaults first, after the replicas', () => {
    const { stack, service, add } = setUp({ sku: Sku.premium(1) });
    add('One');
    add('Two', { target: vault(stack) });
    service.addReplica('West', { location: 'westus' });
    const edges = resources(stack, LINK).map(({ name, depends_on }) => [name, depends_on]);
    expect(edges).toEqual([
      ['One', [`${LINK}.SignalR_Two`]],
      ['Two', ['azapi_resource.SignalR_West']],
    ]);
  });

  test('is created through the provider of a service in another subscription, owned or existing', () => {
    const stack = newStack();
    const provider = newHub(stack);
    provider.subscriptionId = '0';
    oldService(stack, 'Old', provider).addSharedPrivateLink('Upstream', { target: functionApp(stack) });
    expect(only(stack, LINK)).toMatchObject({ signalr_service_id: SERVICE_ID, provider: 'azurerm.hub' });
    const own = setUp({ provider });
    own.add('Upstream');
    expect(only(own.stack, LINK).provider).toBe('azurerm.hub');
  });

  test('leads from a service of a class that is not of this library', () => {
    const stack = newStack();
    const changes: ServiceChange[] = [];
    class Foreign extends Construct implements IChangeableService {
      public readonly serviceId = SERVICE_ID;
      public readonly hostname = 'sigr-old.service.signalr.net';
      public changeInOrder(change: ServiceChange) {
        changes.push(change);
      }
    }
    const service = new Foreign(stack, 'Foreign');
    new SharedPrivateLink(stack, 'App', { service, target: functionApp(stack) });
    new SharedPrivateLink(stack, 'Secrets', { service, target: vault(stack) });
    expect(changes).toEqual([ServiceChange.SHARED_PRIVATE_LINK, ServiceChange.VAULT_LINK]);
  });

  test('may lie in another stack than its service, which Terraform applies first', () => {
    const { stack, service } = setUp();
    const other = newStack('Other', undefined, stack.node.root);
    new SharedPrivateLink(other, 'Link', { service, target: functionApp(other) });
    expect(only(other, LINK)).not.toHaveProperty('depends_on');
  });

  test.each([
    ['Up', /^Up-[0-9a-f]{6}$/],
    ['Chat_Func', /^Chat-Func-[0-9a-f]{6}$/],
    ['1', /^link-[0-9a-f]{6}$/],
    [`Chat${'x'.repeat(70)}`, /^Chatx{52}-[0-9a-f]{6}$/],
  ])('makes a name of the construct id %s, which is none itself', (id, name) => {
    const { stack, add } = setUp();
    add(id);
    expect(only(stack, LINK).name).toMatch(name);
  });

  test('fails for a name that Azure refuses or that is taken, on whatever construct stands for the service', () => {
    const { stack, add } = setUp();
    expect(messageOf(() => add('Upstream', { name: '1-link' }))).toBe(
      'Prod/SignalR/Upstream: [sharedlink/name] "1-link" is not the name of a shared private link; use 3 to 63 letters, digits or inner dashes, beginning with a letter',
    );
    oldService(stack, 'Old').addSharedPrivateLink('Upstream', { target: functionApp(stack), name: 'upstream' });
    const again = oldService(stack, 'Again');
    again.addSharedPrivateLink('Other', { target: vault(stack), name: 'UPSTREAM' });
    expect(problemsOf(stack)).toEqual([
      '[core/duplicate-name] Prod/Old/Upstream/Resource and Prod/Again/Other/Resource are shared private links named "UPSTREAM" of one service; give one of them another name',
    ]);
  });

  test('may have the name and the target of a link of another service', () => {
    const { stack, add } = setUp();
    add('Upstream');
    oldService(stack).addSharedPrivateLink('Upstream', { target: functionApp(stack) });
    expect(resources(stack, LINK).map(({ name }) => name)).toEqual(['Upstream', 'Upstream']);
  });

  test('fails for a second link to the same target, on whatever construct stands for them', () => {
    const stack = newStack();
    oldService(stack, 'Old').addSharedPrivateLink('One', { target: functionApp(stack, 'Function') });
    const again = oldService(stack, 'Again');
    const target = targetOf(stack, 'Same', FUNCTION_APP_ID.toUpperCase(), PrivateLinkSubresource.SITES);
    again.addSharedPrivateLink('Two', { target });
    expect(problemsOf(stack)).toEqual([
      '[sharedlink/duplicate] Prod/Old/One/Resource and Prod/Again/Two/Resource connect one service to one target; remove one of them',
    ]);
  });

  test.each([
    ['blob', PrivateLinkSubresource.BLOB],
    ['sites-staging', PrivateLinkSubresource.slot('staging')],
  ])('fails for a target that is known by sub-resource %s', (name, subresource) => {
    const { stack, add } = setUp();
    const target = targetOf(stack, 'Target', FUNCTION_APP_ID, subresource);
    expect(messageOf(() => add('Upstream', { target }))).toBe(
      `Prod/SignalR/Upstream: [sharedlink/target] Prod/Target has sub-resource ${name}, but a shared private link connects to a web or function app (sites) or a Key Vault (vault), not to a slot; use one of these`,
    );
  });

  test('fails for a target that is known by an alias', () => {
    const { stack, add } = setUp();
    const connection = PrivateLinkConnection.alias('partner.guid.westus.azure.privatelinkservice');
    const target = PrivateLinkTarget.fromConnection(stack, 'Target', connection);
    expect(messageOf(() => add('Upstream', { target }))).toBe(
      'Prod/SignalR/Upstream: [sharedlink/target] Prod/Target has an alias, but a shared private link connects to a web or function app (sites) or a Key Vault (vault), not to a slot; use one of these',
    );
  });

  test.each([
    [VAULT_ID, PrivateLinkSubresource.SITES, 'Microsoft.Web/sites', 'PrivateLinkSubresource.SITES'],
    [`${FUNCTION_APP_ID}/slots/x`, PrivateLinkSubresource.SITES, 'Microsoft.Web/sites', 'PrivateLinkSubresource.SITES'],
    [FUNCTION_APP_ID, PrivateLinkSubresource.VAULT, 'Microsoft.KeyVault/vaults', 'PrivateLinkSubresource.VAULT'],
  ])('fails for %s where the sub-resource does not fit', (id, subresource, type, factory) => {
    const { stack, add } = setUp();
    expect(messageOf(() => add('Upstream', { target: targetOf(stack, 'Target', id, subresource) }))).toBe(
      `Prod/SignalR/Upstream: [sharedlink/target] "${id}" is not the id of a ${type}, which ${factory} needs; give an id such as /subscriptions/.../providers/${type}/NAME`,
    );
  });

  test('does not judge ids, names and plans that are only known when Terraform runs', () => {
    const { stack, add } = setUp();
    const name = Token.asString({ resolve: () => '${var.name}' });
    const id = Token.asString({ resolve: () => '${var.id}' });
    add('Upstream', { name, target: targetOf(stack, 'Target', id, PrivateLinkSubresource.SITES) });
    expect(only(stack, LINK)).toMatchObject({ name: '${var.name}', target_resource_id: '${var.id}' });
  });

  test('fails where the plan of the target or the tier of the service has no private links, told at once', () => {
    const { stack, add } = setUp({ sku: Sku.free() });
    const app = {
      appId: FUNCTION_APP_ID,
      defaultHostname: 'func-chat.azurewebsites.net',
      planSku: PlanSku.of('Y1'),
    };
    const target = ExistingApp.fromAppAttributes(stack, 'App', { ...app, identity: new Host(stack, 'Host').identity });
    expect(messageOf(() => add('Upstream', { target }))).toBe(
      [
        'Prod/SignalR/Upstream: [sharedlink/target-plan] the plan of Prod/App supports no private endpoints; use PlanSku.B1 or larger, Elastic Premium or Flex Consumption',
        'Prod/SignalR/Upstream: [signalr/free-tier-shared-private-link] Free_F1 cannot have shared private links; choose Sku.standard(1) or higher',
      ].join('\n'),
    );
  });

  test('keeps the request message within the 140 characters that Azure takes, and tells links apart in it', () => {
    const stack = newStack();
    const service = oldService(stack);
    const long = 'a'.repeat(60);
    const one = service.addSharedPrivateLink('One', { target: functionApp(stack), name: `${long}-1` });
    const two = service.addSharedPrivateLink('Two', { target: vault(stack), name: `${long}-2` });
    const room = 63 + '.service.signalr.net'.length - service.hostname.length;
    expect(one.requestMessage.length + room).toBeLessThanOrEqual(140);
    expect(one.requestMessage).not.toBe(two.requestMessage);
    const { service: other } = newService();
    const short = 'b'.repeat(40);
    const three = other.addSharedPrivateLink('Three', { target: functionApp(stack, 'Again'), name: short });
    expect(three.requestMessage).toContain(`Approve link ${short} of `);
    expect(one.requestMessage).toMatch(/^Approve link a{33}-[0-9a-f]{6} of sigr-old\.service\.signalr\.net$/);
  });
});
