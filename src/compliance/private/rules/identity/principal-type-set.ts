import { isGiven, isOn } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { grantOnService } from '../../grant-on-service';
import { addGiven, Judgement, runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const SKIP = 'skip_service_principal_aad_check';

export const principalTypeSet: Rule = {
  id: 'IAM4',
  name: 'PrincipalTypeSet',
  severity: Severity.INFO,
  types: ['azurerm_role_assignment'],
  controls: { benchmark: ['PA-7'] },
  summary: 'Role assignments name the kind of principal that gets the role.',
  explanation:
    'Without the type Azure looks up a new identity before Entra ID has replicated it, and the assignment fails at times.',
  link: 'https://learn.microsoft.com/azure/role-based-access-control/troubleshooting#symptom---assigning-a-role-to-a-new-principal-sometimes-fails',
  fix: 'Set principal_type of azurerm_role_assignment, ServicePrincipal for managed identities; in this library identity.RoleAssignment does so.',
  evaluate(assignment, context) {
    const grant = grantOnService(assignment, context);
    if (grant instanceof RuleVerdict) return grant;
    // azurerm then tells Azure that the principal is a service principal.
    const skips = isOn(assignment.at(SKIP), false);
    if (skips.isYes) return RuleVerdict.compliant(`${SKIP} is true, which means ServicePrincipal`);
    const judgement = new Judgement();
    if (skips.isMaybe && isGiven(assignment.at('principal_type')).isNo) {
      return RuleVerdict.unknown(runtimeOnly(SKIP, skips.because));
    }
    addGiven(judgement, assignment, 'principal_type');
    return judgement.verdict(`principal_type is ${assignment.at('principal_type').text}`);
  },
};
