import { ManagedIdentity } from '../../src/identity';
import { AddressRange, VirtualNetwork } from '../../src/network';
import { DnsIntegration } from '../../src/privatelink';
import {
  Approval,
  Cors,
  CustomCertificate,
  DomainDns,
  IpRule,
  ServiceIdentity,
  ServiceMode,
  SignalRService,
  Sku,
  Upstream,
  UpstreamUrl,
} from '../../src/signalr';
import { CertificateReference, KeyVault, SecretReference } from '../../src/vault';
import { graphOf, reachable } from '../support/graph';
import { functionApp, VAULT_ID } from '../support/links';
import { newNetwork } from '../support/network';
import { schemaViolations } from '../support/provider-schema';
import { readable, synth } from '../support/synth';

type Step = 'domain' | 'certificate' | 'appLink' | 'vaultLink' | 'replica' | 'rule' | 'second' | 'first';

/** Everything that one service can have, defined in an order that is given. */
function everything(order: Step[]) {
  const { stack, resourceGroup, endpointSubnet, zone } = newNetwork();
  const addressSpace = ['10.1.0.0/24'];
  const more = new VirtualNetwork(stack, 'MoreNetwork', { name: 'vnet-more', resourceGroup, addressSpace });
  const vaultUri = 'https://kv-chat.vault.azure.net/';
  const vault = KeyVault.fromKeyVaultAttributes(stack, 'Vault', { keyVaultId: VAULT_ID, vaultUri });
  const identity = new ManagedIdentity(stack, 'Identity', { name: 'id-signalr', resourceGroup });
  const service = new SignalRService(stack, 'SignalR', {
    name: 'sigr-test',
    resourceGroup,
    cors: Cors.allowAnyOrigin(),
    sku: Sku.premium(1),
    serviceMode: ServiceMode.SERVERLESS,
    identity: ServiceIdentity.userAssigned(identity),
    lock: true,
  });
  const secondSubnet = more.addSubnet('More', { name: 'more', addressRange: AddressRange.prefixLength(28) });
  let certificate: CustomCertificate | undefined;
  const addCertificate = () =>
    (certificate ??= service.addCustomCertificate('Certificate', {
      name: 'chat',
      certificate: CertificateReference.of(vault, 'chat'),
    }));
  const approval = Approval.automatic();
  const steps: Record<Step, () => unknown> = {
    first: () =>
      service.addPrivateEndpoint('First', {
        name: 'pep-1',
        resourceGroup,
        subnet: endpointSubnet,
        dns: DnsIntegration.zone(zone),
      }),
    second: () =>
      service.addPrivateEndpoint('Second', {
        name: 'pep-2',
        resourceGroup,
        subnet: secondSubnet,
        dns: DnsIntegration.recordsOnly(),
      }),
    rule: () => service.addIpRule(IpRule.allow('203.0.113.0/24')),
    replica: () => service.addReplica('Replica', { location: 'westeurope' }),
    appLink: () => service.addSharedPrivateLink('App', { target: functionApp(stack), approval }),
    vaultLink: () => service.addSharedPrivateLink('Secrets', { target: vault, approval }),
    certificate: addCertificate,
    domain: () =>
      service.addCustomDomain('Domain', {
        name: 'chat',
        domainName: 'chat.example.com',
        certificate: addCertificate(),
        dns: DomainDns.zone({ zoneName: 'example.com', resourceGroupName: 'rg-dns' }),
      }),
  };
  order.forEach((step) => steps[step]());
  service.addUpstream(
    Upstream.to(UpstreamUrl.functionApp('func-chat.azurewebsites.net', SecretReference.of(vault, 'signalr-key'))),
  );
  service.grantServiceOwner(identity);
  return stack;
}

/** The resources that write to the service, as they are expected to follow each other. */
const CHAIN = [
  'azurerm_user_assigned_identity.Identity',
  'azurerm_signalr_service.SignalR',
  'azurerm_private_endpoint.SignalR_First',
  'azurerm_private_endpoint.SignalR_Second',
  'azurerm_signalr_service_network_acl.SignalR_NetworkAcl',
  'azapi_resource.SignalR_Replica',
  'azapi_update_resource.SignalR_Settings',
  'azurerm_signalr_shared_private_link_resource.SignalR_Secrets',
  'azurerm_signalr_shared_private_link_resource.SignalR_App',
  'azurerm_signalr_service_custom_certificate.SignalR_Certificate',
  'azurerm_signalr_service_custom_domain.SignalR_Domain',
  'azurerm_management_lock.SignalR_Lock',
];

const IN_ORDER: Step[] = ['first', 'second', 'replica', 'rule', 'appLink', 'vaultLink', 'certificate', 'domain'];

describe('The order of everything that a service can have', () => {
  const stack = everything(IN_ORDER);
  const graph = graphOf(readable(stack));

  test('is one chain, each after all that come before', () => {
    CHAIN.forEach((name, place) => {
      const awaited = reachable(graph, name);
      CHAIN.slice(0, place).forEach((before) => expect([name, ...awaited]).toContain(before));
      CHAIN.slice(place).forEach((after) => expect(awaited).not.toContain(after));
    });
  });

  test('closes no circle', () => {
    [...graph.keys()].forEach((name) => expect(reachable(graph, name)).not.toContain(name));
  });

  test('approves each link after it, lets no link wait for an approval, and the certificate for that of the vault', () => {
    const approval = (link: string) => `azapi_update_resource.SignalR_${link}_Approval`;
    expect(reachable(graph, approval('App'))).toContain('data.azapi_resource_list.SignalR_App_Connections');
    expect(reachable(graph, approval('App'))).toContain('azurerm_signalr_shared_private_link_resource.SignalR_App');
    const second = reachable(graph, 'azurerm_signalr_shared_private_link_resource.SignalR_App');
    expect(second).not.toContain(approval('Secrets'));
    const certificate = reachable(graph, 'azurerm_signalr_service_custom_certificate.SignalR_Certificate');
    expect(certificate).toContain(approval('Secrets'));
    expect(certificate).not.toContain(approval('App'));
  });

  test('grants roles before they are used: the vault before service and certificate, and makes the record before the domain', () => {
    const roles = [...graph.keys()].filter((name) => name.startsWith('azurerm_role_assignment.Vault_SecretsUser'));
    expect(roles).toHaveLength(1);
    expect(reachable(graph, 'azurerm_signalr_service.SignalR')).toContain(roles[0]);
    expect(reachable(graph, 'azurerm_signalr_service_custom_certificate.SignalR_Certificate')).toContain(roles[0]);
    expect(reachable(graph, 'azurerm_signalr_service_custom_domain.SignalR_Domain')).toContain(
      'azurerm_dns_cname_record.SignalR_Domain_CnameRecord',
    );
  });

  test('is accepted by the schemas of azurerm and azapi', () => {
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test.each<[string, Step[]]>([
    ['backwards', ['certificate', 'domain', 'vaultLink', 'appLink', 'rule', 'replica', 'second', 'first']],
    ['mixed', ['appLink', 'first', 'certificate', 'rule', 'domain', 'second', 'vaultLink', 'replica']],
  ])('does not depend on the order of definition: %s', (_, order) => {
    const other = graphOf(readable(everything(order)));
    const stages = (name: string) => /endpoint|shared_private_link_resource/.test(name);
    CHAIN.filter((name) => !stages(name)).forEach((name) => {
      const awaited = (each: typeof graph) => [...reachable(each, name)].sort();
      expect(awaited(other)).toEqual(awaited(graph));
    });
  });
});
