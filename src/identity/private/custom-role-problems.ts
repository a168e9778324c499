import { isKnown, Problem, withCode } from '../../core/internal/violations';
import { CustomRoleProps } from '../custom-role-props';

const CODE = 'identity/custom-role';
const PROVIDER_ACTION = /^[a-z]\w*(\.\w+)+\/\S+$/i;

/**
 * Reports what Azure would reject in a custom role.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/custom-roles#custom-role-limits
 */
export function customRoleProblems(props: CustomRoleProps): Problem[] {
  const { actions = [], notActions = [], dataActions = [], notDataActions = [], assignableScopes } = props;
  const messages = [...textMessages(props)];
  if (actions.length + dataActions.length === 0) {
    messages.push('the role permits nothing; give actions or dataActions');
  }
  if (assignableScopes.length === 0) {
    messages.push('no assignable scope is given; give at least one, such as RoleScope.resourceGroup(group)');
  }
  if (new Set(managementGroupsOf(props)).size > 1) {
    messages.push(
      'more than one management group is an assignable scope, and Azure accepts one; define a role for each',
    );
  }
  messages.push(
    ...malformed([...actions, ...notActions], (action) => action === '*' || /^\*\/\S+$/.test(action), 'an action'),
    ...dataActionMessages([...dataActions, ...notDataActions]),
    ...foreign([...actions, ...dataActions], props.resourceProvider),
  );
  const problems = withCode(CODE, messages);
  return [...problems, ...assignableScopes.flatMap((scope) => scope._problems())];
}

/** Problems with data actions, also of a role that exists. */
export function dataActionProblems(dataActions: readonly string[]): Problem[] {
  return withCode(CODE, dataActionMessages(dataActions));
}

function dataActionMessages(dataActions: readonly string[]): string[] {
  return malformed(dataActions, () => false, 'a data action');
}

function textMessages({ name, description }: CustomRoleProps): string[] {
  const messages: string[] = [];
  if (isKnown(name) && (name.trim() === '' || name.length > 512)) {
    messages.push(`the name has ${name.length} characters; use 1 to 512, not all of them spaces`);
  }
  if (isKnown(description) && (description.trim() === '' || description.length > 2048)) {
    messages.push(`the description has ${description.length} characters; use 1 to 2048, or leave it out`);
  }
  return messages;
}

function managementGroupsOf({ assignableScopes }: CustomRoleProps): string[] {
  return assignableScopes.filter((scope) => scope._isManagementGroup).map((scope) => scope.id.toLowerCase());
}

function malformed(actions: readonly string[], isOther: (action: string) => boolean, what: string): string[] {
  return actions.filter(isKnown).flatMap((action) => {
    if (!PROVIDER_ACTION.test(action) && !isOther(action)) {
      return [`"${action}" is not ${what}; use one such as Microsoft.SignalRService/SignalR/hub/send/action`];
    }
    if (action.split('*').length > 2) {
      return [`"${action}" has more than one asterisk, and Azure accepts one; list actions`];
    }
    return [];
  });
}

function foreign(actions: readonly string[], provider?: string): string[] {
  if (!isKnown(provider)) return [];
  return actions
    .filter((action) => isKnown(action) && !action.toLowerCase().startsWith(`${provider.toLowerCase()}/`))
    .map((action) => `"${action}" is not an action of ${provider}, the provider of this role; leave the action out`);
}
