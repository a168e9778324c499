import { Construct } from 'constructs';
import { Prerequisites } from '../../core/private/ordering';
import { RoleAssignment, RoleAssignmentProps } from '../role-assignment';

/**
 * Grants a role on the resource that `owner` stands for. Granting it twice gives the first assignment again.
 *
 * @param what what is granted, in one word, for the id of the assignment
 * @param attached what hangs on the resource, which the assignment joins
 */
export function grantOnce(
  owner: Construct,
  what: string,
  props: RoleAssignmentProps,
  attached?: Prerequisites,
): RoleAssignment {
  const { principal } = props;
  const id = `${what}-${principal.node.id}-${principal.node.addr.slice(-6)}`;
  const granted = owner.node.tryFindChild(id) as RoleAssignment | undefined;
  if (granted) return granted;
  const assignment = new RoleAssignment(owner, id, props);
  attached?.add(assignment.resource);
  return assignment;
}
