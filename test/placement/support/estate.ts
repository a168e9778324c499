import { TerraformStack } from 'cdktf';
import { ApplicationSecurityGroup } from '../../../src/network';
import { PlainResource, add } from '../../support/plain-azurerm';
import { newGroup } from '../../support/synth';

/** What a resource of the provider's classes is given. */
type Attributes = Readonly<Record<string, unknown>>;

/** A stack with a resource of the library, so that synth holds it to placement, and functions that add plain ones. */
export function newEstate() {
  const { stack, resourceGroup } = newGroup();
  new ApplicationSecurityGroup(stack, 'Held', { name: 'asg', resourceGroup });
  return { stack, resourceGroup, ...plainIn(stack) };
}

/** Functions that add plain resources to a stack. */
export function plainIn(stack: TerraformStack) {
  const of = (type: string, id: string, { count, ...attributes }: Attributes) => {
    const basics = { name: id, resource_group_name: 'rg', location: 'centralus' };
    const resource = add(stack, `azurerm_${type}`, id, { ...basics, ...attributes });
    if (count !== undefined) resource.addOverride('count', count);
    return resource;
  };
  const network = (id: string, attributes: Attributes = {}) =>
    of('virtual_network', id, { address_space: ['10.0.0.0/16'], ...attributes });
  const subnet = (id: string, vnet: PlainResource, prefix: string = '10.0.0.0/26', attributes: Attributes = {}) =>
    add(stack, 'azurerm_subnet', id, {
      name: id,
      resource_group_name: 'rg',
      virtual_network_name: vnet.ref('name'),
      address_prefixes: [prefix],
      ...attributes,
    });
  const endpoint = (id: string, subnetId: string, attributes: Attributes = {}) =>
    of('private_endpoint', id, {
      subnet_id: subnetId,
      private_service_connection: {
        name: id,
        is_manual_connection: false,
        private_connection_resource_id: `/subscriptions/0/resourceGroups/rg/providers/Microsoft.Sql/servers/${id}`,
        subresource_names: ['sqlServer'],
      },
      ...attributes,
    });
  const plan = (id: string, size: string, attributes: Attributes = {}) =>
    of('service_plan', id, { os_type: 'Linux', sku_name: size, ...attributes });
  const app = (id: string, servicePlan: PlainResource, attributes: Attributes = {}) =>
    of('linux_web_app', id, { service_plan_id: servicePlan.ref(), site_config: {}, ...attributes });
  const slot = (id: string, ofApp: PlainResource, attributes: Attributes = {}) =>
    add(stack, 'azurerm_linux_web_app_slot', id, {
      name: id,
      app_service_id: ofApp.ref(),
      site_config: {},
      ...attributes,
    });
  return { of, network, subnet, endpoint, plan, app, slot };
}

/** An estate of a test. */
export type Estate = ReturnType<typeof newEstate>;
