import { ModelResource } from '../../../../model/model-resource';
import { LinkKind } from '../../../../topology/privatelink/link-kind';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Finding, Rule } from '../../rule';

/** Kinds of targets that SignalR reaches over shared private links. */
const KINDS = [LinkKind.SITES, LinkKind.VAULT];

/** A shared private link names the sub-resource that its target has. */
export const sharedLinkSubresource: Rule = {
  id: 'SPL2',
  name: 'SharedLinkSubresource',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_shared_private_link_resource'],
  controls: { benchmark: ['NS-2'] },
  summary:
    'A shared private link names sites for an app or vault for a Key Vault, and its service is not of the Free tier.',
  explanation:
    'azurerm checks only length and characters of the name, and Azure rejects a wrong one while Terraform applies. The Free tier has no shared private links.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints',
  fix: 'Set sub_resource_name to sites or vault, and sku.name of the service to Standard_S1 or one of Premium; in this library addSharedPrivateLink(...) reads the name from the target.',
  evaluate: (link, { topology }) => {
    const tier = judgeTier(topology.services.definedOf(link));
    const name = judgeName(link);
    return new Judgement()
      .violates(...name.findings, ...tier.findings)
      .cannotTell(...name.unknowns, ...tier.unknowns)
      .verdict('the link names what its target has');
  },
};

function judgeName(link: ModelResource): { findings: Finding[]; unknowns: string[] } {
  const target = link.at('target_resource_id');
  const kind = KINDS.find((each) => each === LinkKind.of(target));
  const name = link.at('sub_resource_name').knownText;
  if (name === undefined) return { findings: [], unknowns: ['sub_resource_name is not known'] };
  const kinds = kind ? [kind] : KINDS;
  const isPossible = kinds.some((each) => each.has(name));
  if (isPossible) {
    return { findings: [], unknowns: kind ? [] : ['the kind of the target is not known'] };
  }
  const expected = kinds.map((each) => `${each.title} has ${each.subresources.join(', ')}`).join(' and ');
  return { findings: [{ id: 'Subresource', message: `sub_resource_name is ${name}, but ${expected}` }], unknowns: [] };
}

function judgeTier(service: ModelResource | undefined): { findings: Finding[]; unknowns: string[] } {
  if (!service) return { findings: [], unknowns: ['the configuration does not define the service'] };
  const sku = service.at('sku.name');
  if (sku.is('Free_F1')) {
    return {
      findings: [{ id: 'Free', message: `${service.path} is Free_F1, which has no shared links` }],
      unknowns: [],
    };
  }
  return { findings: [], unknowns: sku.isUnknown ? [`sku.name of ${service.path} is not known`] : [] };
}
