import { TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { ExpectedRoles } from '../expected-roles';
import { RoleAssignment, RoleAssignmentProps } from '../role-assignment';

/**
 * Grants a role on the resource that `owner` stands for. Granting it twice gives the first assignment again.
 *
 * @param what what is granted, in one word, for the id of the assignment
 */
export function grantOnce(owner: Construct, what: string, props: RoleAssignmentProps): RoleAssignment {
  return RoleAssignment._of(owner, props) ?? defineGrant(owner, what, props);
}

/**
 * Defines an assignment for the resource that `owner` stands for.
 *
 * It is in the stack of the principal, as whatever uses the role does: in the stack of the owner it would make that
 * stack wait for the other one, which waits for it already. A provider with an alias keeps it where the provider is.
 *
 * @param detail distinguishes the assignment from others of the same word and principal
 */
export function defineGrant(
  owner: Construct,
  what: string,
  props: RoleAssignmentProps,
  detail?: string,
): RoleAssignment {
  const { principal, provider } = props;
  const stack = TerraformStack.of(provider ?? principal);
  const [place, other] = stack === TerraformStack.of(owner) ? [owner, principal] : [principal, owner];
  const id = [what, other.node.id, other.node.addr.slice(-6), detail].filter((part) => part !== undefined).join('-');
  if (!ExpectedRoles._of(place)) ExpectedRoles._of(owner)?._take(place, id);
  return new RoleAssignment(place, id, props);
}

/** Makes something wait for a role; what another team is to assign cannot be waited for. */
export function awaitRole({ resource }: RoleAssignment, wait: (assignment: TerraformResource) => void): void {
  if (resource) wait(resource);
}
