import { Fn, TerraformVariable } from 'cdktf';
import {
  AddressRange,
  IVirtualNetwork,
  VirtualNetwork,
  VirtualNetworkEncryption,
  VirtualNetworkProps,
} from '../../src/network';
import { armId, NETWORK_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, newStack, only, synth } from '../support/synth';

const DDOS_PLAN_ID = armId('Microsoft.Network/ddosProtectionPlans', 'ddos');

function newNetwork(props: Partial<VirtualNetworkProps>) {
  const { stack, resourceGroup } = newGroup();
  const network = new VirtualNetwork(stack, 'Network', {
    name: 'vnet-test',
    resourceGroup,
    addressSpace: ['10.0.0.0/24'],
    ...props,
  });
  return { stack, network };
}

describe('VirtualNetwork', () => {
  test('asks its own DNS servers, encrypts, and joins a DDoS protection plan', () => {
    const { stack, network } = newNetwork({
      dnsServers: ['10.0.0.4', '10.0.0.5'],
      encryption: VirtualNetworkEncryption.DROP_UNENCRYPTED,
      ddosProtectionPlanId: DDOS_PLAN_ID,
    });
    expect(only(stack, 'azurerm_virtual_network')).toMatchObject({
      dns_servers: ['10.0.0.4', '10.0.0.5'],
      encryption: { enforcement: 'DropUnencrypted' },
      ddos_protection_plan: { id: DDOS_PLAN_ID, enable: true },
    });
    expect(network.dnsServers).toEqual(['10.0.0.4', '10.0.0.5']);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('goes back to the DNS servers of Azure with an empty list, which azurerm needs to see', () => {
    const { stack, network } = newNetwork({ dnsServers: [] });
    expect(only(stack, 'azurerm_virtual_network').dns_servers).toEqual([]);
    expect(network.dnsServers).toEqual([]);
  });

  test('tells its address space, and that it uses the DNS servers of Azure', () => {
    expect(newNetwork({}).network).toMatchObject({ addressSpace: ['10.0.0.0/24'], dnsServers: [] });
  });

  test('refuses DNS servers that are no IPv4 addresses', () => {
    expect(messageOf(() => newNetwork({ dnsServers: ['10.0.0.4', 'dns.example.com', '10.0.0.256'] }))).toBe(
      [
        'Prod/Network: [network/dns-server] "dns.example.com" is not an IPv4 address; give the address of a DNS server, such as 10.0.0.4',
        'Prod/Network: [network/dns-server] "10.0.0.256" is not an IPv4 address; give the address of a DNS server, such as 10.0.0.4',
      ].join('\n'),
    );
  });

  test('does not judge lists that are only known when Terraform runs', () => {
    const stack = newStack();
    const list = new TerraformVariable(stack, 'list', { type: 'list(string)' }).listValue;
    const { network } = newNetwork({ dnsServers: list, addressSpace: Fn.tolist(list) });
    expect(
      messageOf(() => network.addSubnet('Apps', { name: 'apps', addressRange: AddressRange.prefixLength(26) })),
    ).toContain('[network/address-space-unknown]');
  });

  test('may be an existing one whose addresses and DNS servers are known', () => {
    const attributes = {
      virtualNetworkId: NETWORK_ID,
      virtualNetworkName: 'vnet-hub',
      resourceGroupName: 'rg-hub',
      location: 'eastus',
    };
    const stack = newStack();
    const refer = (id: string, more: Partial<IVirtualNetwork>) =>
      VirtualNetwork.fromVirtualNetworkAttributes(stack, id, { ...attributes, ...more });
    const known = { addressSpace: ['10.0.0.0/8'], dnsServers: [] };
    expect(refer('Known', known)).toMatchObject(known);
    expect(refer('Unknown', {})).toMatchObject({ addressSpace: undefined, dnsServers: undefined });
  });
});
