import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Rule } from '../../rule';

export const keyVaultPrivateEndpoint: Rule = {
  id: 'KV4',
  name: 'KeyVaultPrivateEndpoint',
  severity: Severity.WARNING,
  types: ['azurerm_key_vault'],
  controls: {
    benchmark: ['NS-2', 'DP-8'],
    policies: ['a6abeaec-4d90-4a02-805f-6b26c4d3fbe9'],
    checkov: ['CKV2_AZURE_32'],
  },
  differs: {
    CKV2_AZURE_32:
      'Requires a private endpoint alone; this rule also requires the shared private link of a SignalR service that reads from the vault.',
  },
  summary: 'Callers reach a vault through a private endpoint, SignalR over a shared private link.',
  explanation:
    'Without them secrets cross the public endpoint of the vault, or cannot be read at all if that is closed.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints-key-vault',
  fix: 'Add azurerm_private_endpoint with the subresource vault, and azurerm_signalr_shared_private_link_resource where SignalR reads from it; in this library vault.addPrivateEndpoint and signalr.addSharedPrivateLink.',
  evaluate(vault, { topology }) {
    const judgement = new Judgement();
    const { endpoints, links } = topology.vaults;
    if (endpoints.to(vault.path).length === 0) {
      const doubt = endpoints.doubtOf(vault.path);
      if (doubt) judgement.cannotTell(doubt);
      else judgement.violates({ id: 'PrivateEndpoint', message: 'no private endpoint connects to the vault' });
    }
    const linked = links.to(vault.path).map((link) => topology.services.ofPart(link));
    for (const service of topology.vaults.readersOf(vault)) {
      if (linked.some(({ resource }) => resource === service)) continue;
      const doubt = links.doubtOf(vault.path);
      if (doubt || linked.some(({ isUnknown }) => isUnknown)) {
        judgement.cannotTell(doubt ?? `which service has a shared private link to ${vault.path} is not known`);
      } else {
        const message = `${service.path} reads from the vault, but has no shared private link to it`;
        judgement.violates({ id: `SharedPrivateLink::${service.path}`, message });
      }
    }
    return judgement.verdict('private endpoints and links connect to it');
  },
};
