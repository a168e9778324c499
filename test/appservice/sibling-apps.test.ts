import { TerraformStack } from 'cdktf';
import { LinuxWebApp, ServicePlan, WebAppProps } from '../../src/appservice';
import { AddressRange, Subnet, SubnetDelegation } from '../../src/network';
import { graphOf } from '../support/graph';
import { NETWORK_ID, PLAN_ID, SUBNET_ID } from '../support/ids';
import { newStack, only, readable } from '../support/synth';
import { newIdentity, setUpLinux } from '../support/web-app';

describe('sibling apps', () => {
  test('join one subnet one after the other, with one edge each, and another subnet at once', () => {
    const { stack, virtualNetwork, props, define } = setUpLinux();
    const integrationSubnet = virtualNetwork.addSubnet('More', {
      name: 'more',
      addressRange: AddressRange.prefixLength(28),
      delegation: SubnetDelegation.WEB_SERVER_FARMS,
    });
    const addSibling = (id: string, change: Partial<WebAppProps> = {}) =>
      new LinuxWebApp(stack, id, { ...props, name: `app-${id.toLowerCase()}`, ...change });
    define();
    addSibling('Two');
    addSibling('Other', { integrationSubnet });
    addSibling('Three');
    const graph = graphOf(readable(stack));
    const waits = (id: string) =>
      [...graph.get(`azurerm_linux_web_app.${id}`)!].filter((name) => name.startsWith('azurerm_linux_web_app.'));
    expect(waits('App')).toEqual([]);
    expect(waits('Two')).toEqual(['azurerm_linux_web_app.App']);
    expect(waits('Three')).toEqual(['azurerm_linux_web_app.Two']);
    expect(waits('Other')).toEqual([]);
  });

  test('do not wait for apps of other stacks, which Terraform cannot name', () => {
    const one = setUpLinux();
    const subnetOf = (stack: TerraformStack) =>
      Subnet.fromSubnetAttributes(stack, 'Shared', { subnetId: SUBNET_ID, virtualNetworkId: NETWORK_ID });
    one.define({ integrationSubnet: subnetOf(one.stack) });
    const second = newStack('Second', undefined, one.stack.node.root);
    const { location } = one.props.servicePlan;
    const servicePlan = ServicePlan.fromServicePlanAttributes(second, 'Plan', { servicePlanId: PLAN_ID, location });
    new LinuxWebApp(second, 'App', {
      name: 'app-second',
      resourceGroup: one.resourceGroup,
      servicePlan,
      identity: newIdentity(second),
      integrationSubnet: subnetOf(second),
    });
    expect(only(second, 'azurerm_linux_web_app')).not.toHaveProperty('depends_on');
  });
});
