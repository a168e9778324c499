import { Certainty } from '../../../../core/internal/certainty';
import { Scope, ScopeKind } from '../../../../topology/identity/scope';
import { Block, hasElements, lists } from '../../../../topology/values';
import { Severity } from '../../../severity';
import { Judgement, runtimeOnly } from '../../judgement';
import { Rule, RuleVerdict } from '../../rule';

const WIDE: readonly (readonly [ScopeKind, string])[] = [
  [ScopeKind.MANAGEMENT_GROUP, 'management group'],
  [ScopeKind.SUBSCRIPTION, 'subscription'],
];

export const customRoleNoWildcard: Rule = {
  id: 'IAM5',
  name: 'CustomRoleNoWildcard',
  severity: Severity.ERROR,
  types: ['azurerm_role_definition'],
  controls: { benchmark: ['PA-7', 'PA-1'], checkov: ['CKV_AZURE_39'] },
  differs: {
    CKV_AZURE_39:
      'Reads the first action of the first block alone; fails any asterisk in it, such as in Microsoft.Web/*, also in a role for one resource group.',
  },
  summary: 'No custom role for a subscription or management group permits all actions.',
  explanation:
    'Such a role is a second Owner, which lists of owners do not show. A role that excludes actions with not_actions is a warning: it also permits what Azure adds later.',
  link: 'https://learn.microsoft.com/azure/role-based-access-control/custom-roles',
  fix: 'Name the actions in permissions.actions of azurerm_role_definition, or set assignable_scopes to resource groups; in this library actions of identity.CustomRole.',
  evaluate(role, { model }) {
    const permissions = role.blocks('permissions');
    if (!permissions) return RuleVerdict.unknown('the permissions are only known when Terraform runs');
    const all = permissions.map((block) => ({ block, isAll: lists(block.at('actions'), '*') }));
    if (all.every(({ isAll }) => isAll.isNo)) return RuleVerdict.compliant('it names the actions that it permits');
    const assignable = role.at('assignable_scopes');
    const scopes = assignable.isAbsent ? [role.at('scope')] : (assignable.elements ?? [assignable]);
    const kinds = scopes.map((scope) => Scope.of(role, scope, model).kind);
    // Azure rejects the root as a scope of a custom role; a configuration that names it asks for all subscriptions.
    const isRoot = scopes.some(({ knownText }) => knownText === '/');
    const [, noun] = isRoot ? [undefined, 'whole directory'] : (WIDE.find(([kind]) => kinds.includes(kind)) ?? []);
    if (noun === undefined) {
      return kinds.includes(ScopeKind.UNKNOWN)
        ? RuleVerdict.unknown('the scope of the role is only known when Terraform runs')
        : RuleVerdict.compliant('it is for resource groups or resources alone');
    }
    const judgement = new Judgement();
    all.forEach(({ block, isAll }) => judge(judgement, block, isAll, noun));
    return judgement.verdict('it names the actions that it permits');
  },
};

function judge(judgement: Judgement, block: Block, isAll: Certainty, noun: string): void {
  if (isAll.isNo) return;
  const except = hasElements(block.at('not_actions'));
  const isOpen = block.at('not_actions').elements === undefined;
  if (isAll.isMaybe || isOpen) {
    const attribute = isAll.isMaybe ? 'actions' : 'not_actions';
    judgement.cannotTell(runtimeOnly(`permissions.${attribute}`, block.at(attribute).decidedBy));
    return;
  }
  judgement.violates(
    except.isYes
      ? { message: `it permits all actions but some on a ${noun}`, severity: Severity.WARNING }
      : { message: `it permits all actions on a ${noun}` },
  );
}
