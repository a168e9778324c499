import { Severity } from '../../../severity';
import { Rule, RuleVerdict } from '../../rule';

/** An owner approves the shared private link. */
export const sharedLinkApproval: Rule = {
  id: 'SPL3',
  name: 'SharedLinkApproval',
  severity: Severity.INFO,
  types: ['azurerm_signalr_shared_private_link_resource'],
  controls: { benchmark: ['NS-2'] },
  summary: 'Terraform approves the connection of a shared private link; otherwise the owner of its target must.',
  explanation:
    'The connection starts Pending, and the service cannot use it until the owner of the target approves it. azurerm neither approves it nor waits for it.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints',
  fix: 'Approve the connection of the target in the portal, with the Azure CLI, or with an azapi_update_resource; in this library approval: Approval.automatic().',
  evaluate: (link, context) => {
    const { byLink, hasUnknown } = context.topology.linkApprovals;
    if (byLink.has(link)) return RuleVerdict.compliant('Terraform approves the connection');
    if (hasUnknown) return RuleVerdict.unknown('whose connection is approved is only known when Terraform runs');
    return RuleVerdict.violated({
      message: 'the connection starts Pending, until the owner of the target approves it',
    });
  },
};
