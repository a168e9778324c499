import { Severity } from '../../../severity';
import { Judgement } from '../../relations/judgement';
import { SIGNALR } from '../../relations/signalr-connections';
import { targetOf } from '../../relations/targets';
import { endpointsOfVaults, servicesOfVaults, sharedLinksOfVaults } from '../../relations/vaults';
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
  summary: 'A vault is reached through a private endpoint, and by SignalR over a shared private link.',
  explanation:
    'Without them secrets cross the public endpoint of the vault, or cannot be read at all once it is closed.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints-key-vault',
  fix: 'Add azurerm_private_endpoint with the subresource vault, and azurerm_signalr_shared_private_link_resource where SignalR reads from it; in this library vault.addPrivateEndpoint and signalr.addSharedPrivateLink.',
  evaluate(vault, context) {
    const judgement = new Judgement();
    const endpoints = context.derive(endpointsOfVaults);
    const links = context.derive(sharedLinksOfVaults);
    if (endpoints.of(vault).length === 0) {
      if (endpoints.hasUnknown) {
        judgement.cannotTell('what a private endpoint leads to is only known when Terraform runs');
      } else {
        judgement.violates({ id: 'PrivateEndpoint', message: 'no private endpoint leads to the vault' });
      }
    }
    const linked = links.of(vault).map((link) => targetOf(context.model, link.at('signalr_service_id'), [SIGNALR]));
    for (const service of context.derive(servicesOfVaults).get(vault.path) ?? []) {
      if (linked.some(({ resource }) => resource === service)) continue;
      if (links.hasUnknown || linked.some(({ isUnknown }) => isUnknown)) {
        judgement.cannotTell('what a shared private link connects is only known when Terraform runs');
      } else {
        const message = `${service.path} reads from the vault, but has no shared private link to it`;
        judgement.violates({ id: `SharedPrivateLink::${service.path}`, message });
      }
    }
    return judgement.verdict('private endpoints and links lead to it');
  },
};
