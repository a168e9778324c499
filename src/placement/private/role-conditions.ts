import { conditionFault } from '../../core/internal/role-condition';
import { ModelResource } from '../../model/model-resource';
import { ROLE_ASSIGNMENTS } from '../../topology/identity/grants';
import { Topology } from '../../topology/topology';
import { Finding, findingOf } from '../finding';

/**
 * Conditions of role assignments that are written by hand too:
 * https://learn.microsoft.com/azure/role-based-access-control/conditions-faq.
 */
export function roleConditionFindings({ model }: Topology): Finding[] {
  return model.resources(...ROLE_ASSIGNMENTS).flatMap((assignment) => {
    const fault = faultOf(assignment);
    return fault === undefined ? [] : [findingOf('identity/condition', fault, assignment)];
  });
}

function faultOf(assignment: ModelResource): string | undefined {
  const [condition, version] = [assignment.at('condition'), assignment.at('condition_version')];
  if (condition.isAbsent) {
    if (version.isAbsent) return undefined;
    return `${assignment.path} has a condition_version and no condition, which azurerm rejects; remove it`;
  }
  if (version.knownText !== undefined && version.knownText !== '2.0') {
    return `${assignment.path} has condition_version "${version.knownText}"; use 2.0, the one that Azure supports`;
  }
  const fault = condition.knownText === undefined ? undefined : conditionFault(condition.knownText);
  return fault && `the condition of ${assignment.path} ${fault}`;
}
