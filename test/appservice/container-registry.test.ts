import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack } from 'cdktf';
import { ContainerImage, ContainerRegistry, OsType, PlanSku, Runtime } from '../../src/appservice';
import { PrivateEndpoint } from '../../src/privatelink';
import { setUpLinuxFunctions } from '../support/function-app';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newStack, only, readable, resources, synth } from '../support/synth';
import { newIdentity, setUpLinux, setUpWindows } from '../support/web-app';

const ID = '/subscriptions/0/resourceGroups/rg-registry/providers/Microsoft.ContainerRegistry/registries/crcontoso';
const ACR_PULL = '7f951dda-4ed3-4680-a7ca-43fe172d538d';

const registryIn = (stack: TerraformStack, change = {}) =>
  ContainerRegistry.fromContainerRegistryAttributes(stack, 'Registry', {
    registryId: ID,
    loginServer: 'crcontoso.azurecr.io',
    ...change,
  });

const imageIn = (stack: TerraformStack) =>
  Runtime.container(ContainerImage.inRegistry(registryIn(stack), 'chat/hub', '1.4.2'));

describe('An image of a registry', () => {
  test.each([
    ['a Linux web app', () => setUpLinux(PlanSku.P0V3), 'azurerm_linux_web_app'],
    ['a Windows web app', () => setUpWindows(OsType.WINDOWS_CONTAINER), 'azurerm_windows_web_app'],
    ['a Linux function app', () => setUpLinuxFunctions(), 'azurerm_linux_function_app'],
  ])('is pulled by %s, which waits for its role', (_, setUp, type) => {
    const { stack, define } = setUp();
    define({ runtime: imageIn(stack) });
    expect(schemaViolations(synth(stack))).toEqual([]);
    const roles = Object.entries<any>(readable(stack).resource!.azurerm_role_assignment);
    const [[pull, body]] = roles.filter(([, { scope }]) => scope === ID);
    expect(body).toMatchObject({ principal_type: 'ServicePrincipal' });
    expect(body.role_definition_id).toContain(ACR_PULL);
    expect(only(stack, type).depends_on).toContain(`azurerm_role_assignment.${pull}`);
    expect(JSON.stringify(only(stack, type))).toContain('crcontoso.azurecr.io');
  });

  test('is granted once for app and slot', () => {
    const { stack, define } = setUpLinux(PlanSku.P0V3);
    const runtime = imageIn(stack);
    define({ runtime }).addSlot('Green', { name: 'green', runtime });
    const pulls = resources(stack, 'azurerm_role_assignment').filter(({ scope }) => scope === ID);
    expect(pulls).toHaveLength(1);
    const slot = only(stack, 'azurerm_linux_web_app_slot');
    expect(slot.depends_on).toEqual(expect.arrayContaining([expect.stringMatching(/^azurerm_role_assignment\./)]));
  });

  test('is waited for until the endpoints of the registry are there, also later ones', () => {
    const { stack, define, resourceGroup, endpointSubnet } = setUpLinux(PlanSku.P0V3);
    const registry = registryIn(stack);
    define({ runtime: Runtime.container(ContainerImage.inRegistry(registry, 'chat/hub', '1.4.2')) });
    new PrivateEndpoint(stack, 'Endpoint', { name: 'pep', resourceGroup, subnet: endpointSubnet, target: registry });
    expect(only(stack, 'azurerm_linux_web_app').depends_on).toContain('azurerm_private_endpoint.Endpoint');
    expect(only(stack, 'azurerm_private_endpoint').private_service_connection).toMatchObject({
      private_connection_resource_id: ID,
      subresource_names: ['registry'],
    });
  });

  test('of another subscription is granted there', () => {
    const stack = newStack();
    const provider = new AzurermProvider(stack, 'shared', { alias: 'shared', features: [{}] });
    registryIn(stack, { provider }).grantPull(newIdentity(stack));
    expect(only(stack, 'azurerm_role_assignment').provider).toBe('azurerm.shared');
  });

  test('by its host alone is granted nothing', () => {
    const { stack, define } = setUpLinux(PlanSku.P0V3);
    define({ runtime: Runtime.container(ContainerImage.of('crcontoso.azurecr.io', 'chat/hub', '1.4.2')) });
    expect(resources(stack, 'azurerm_role_assignment')).toEqual([]);
  });
});

describe('ContainerRegistry', () => {
  test('is looked up by its name', () => {
    const stack = newStack();
    const registry = ContainerRegistry.fromLookup(stack, 'Registry', {
      name: 'crcontoso',
      resourceGroupName: 'rg-registry',
    });
    registry.grantPull(newIdentity(stack));
    const { data } = readable(stack) as any;
    expect(Object.values<any>(data.azurerm_container_registry)[0]).toMatchObject({
      name: 'crcontoso',
      resource_group_name: 'rg-registry',
    });
    expect(only(stack, 'azurerm_role_assignment').scope).toBe('${data.azurerm_container_registry.Registry.id}');
    expect([4, 5].flatMap((major) => schemaViolations(synth(stack), major as 4 | 5))).toEqual([]);
  });

  test('refuses what is none', () => {
    const given = { registryId: '/subscriptions/0/registries/crcontoso', loginServer: 'https://crcontoso.azurecr.io' };
    expect(messageOf(() => registryIn(newStack(), given))).toBe(
      [
        `Prod/Registry: [appservice/registry-id] "${given.registryId}" is not the id of a container registry; use one such as /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.ContainerRegistry/registries/NAME`,
        `Prod/Registry: [appservice/container-image] "${given.loginServer}" is not the host of a registry; use one such as contoso.azurecr.io`,
      ].join('\n'),
    );
  });
});
