import { Block, hasElements } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Finding, Rule, RuleVerdict } from '../../rule';

/** Azure and azurerm take the access control list as it is. */
export const signalRNetworkAclConsistent: Rule = {
  id: 'NAC6',
  name: 'SignalRNetworkAclConsistent',
  severity: Severity.ERROR,
  types: ['azurerm_signalr_service_network_acl'],
  controls: {},
  summary:
    'The access control list is the only one of its service, and names allowed types with default Deny or denied types with default Allow.',
  explanation:
    'At plan azurerm rejects only allowed and denied types of the public network together; it rejects every other combination during the apply, when the service may be open already. Of two lists for one service the last one written applies, and nothing reports that.',
  link: 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/signalr_service_network_acl',
  fix: 'Define one list for each service, with allowed_request_types and default_action Deny; in this library networkAccess keeps it so.',
  evaluate: (acl, { topology }) => {
    const publicNetworks = acl.blocks('public_network');
    const endpoints = acl.blocks('private_endpoint');
    if (!publicNetworks || !endpoints) return RuleVerdict.unknown('the rules of the list are not known');
    const action = acl.at('default_action').knownText;
    const judged = [
      ...publicNetworks.map((block) => judge(block, 'the public network', action)),
      ...endpoints.map((block, index) => judge(block, `private endpoint ${index}`, action)),
    ];
    const judgement = new Judgement()
      .violates(...judged.flatMap(({ findings }) => findings))
      .cannotTell(...judged.flatMap(({ unknowns }) => unknowns));
    for (const [{ path }, isRival] of topology.services.rivalsOf(acl)) {
      const message = `${path} is a list of the same service, and only one of the two applies`;
      if (isRival.isYes) judgement.violates({ id: `Second::${path}`, message });
      if (isRival.isMaybe) judgement.cannotTell(isRival.because!);
    }
    return judgement.verdict('azurerm accepts the list');
  },
};

function judge(block: Block, place: string, action: string | undefined): { findings: Finding[]; unknowns: string[] } {
  const allows = hasElements(block.at('allowed_request_types'));
  const denies = hasElements(block.at('denied_request_types'));
  const finding = (id: string, message: string) => ({ findings: [{ id: `${id}::${place}`, message }], unknowns: [] });
  if (allows.isYes && denies.isYes) return finding('Both', `${place} has allowed and denied types`);
  if (allows.isYes && action === 'Allow') {
    return finding('Allowed', `${place} has allowed types, but default_action is Allow`);
  }
  if (denies.isYes && action === 'Deny') {
    return finding('Denied', `${place} has denied types, but default_action is Deny`);
  }
  const isKnown = !allows.isMaybe && !denies.isMaybe && (action !== undefined || (allows.isNo && denies.isNo));
  return { findings: [], unknowns: isKnown ? [] : [`whether the rules of ${place} fit default_action is not known`] };
}
