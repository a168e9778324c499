import { Severity } from '../../../severity';
import { grantOnService } from '../../grant-on-service';
import { addGiven, Judgement } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

export const principalTypeSet: Rule = {
  id: 'IAM4',
  name: 'PrincipalTypeSet',
  severity: Severity.INFO,
  types: ['azurerm_role_assignment'],
  controls: { benchmark: ['PA-7'] },
  summary: 'Role assignments tell what kind of principal gets the role.',
  explanation:
    'Without the type Azure looks a new identity up before it has spread, and the assignment fails now and then.',
  link: 'https://learn.microsoft.com/azure/role-based-access-control/troubleshooting#symptom---assigning-a-role-to-a-new-principal-sometimes-fails',
  fix: 'Set principal_type of azurerm_role_assignment, ServicePrincipal for managed identities; in this library identity.RoleAssignment does so.',
  evaluate(assignment, context) {
    const grant = grantOnService(assignment, context);
    if (grant instanceof RuleVerdict) return grant;
    const judgement = new Judgement();
    addGiven(judgement, assignment, 'principal_type');
    return judgement.verdict(`principal_type is ${assignment.at('principal_type').text}`);
  },
};
