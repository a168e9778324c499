import { IConstruct } from 'constructs';
import { Prerequisites } from '../../core/internal/ordering';

const approvalsByService = new WeakMap<IConstruct, Prerequisites>();

/**
 * The approvals of a service's links to Key Vaults, which its certificates wait for: a vault that is closed to the public
 * network cannot be read before.
 */
export function vaultApprovalsOf(service: IConstruct): Prerequisites {
  const approvals = approvalsByService.get(service) ?? new Prerequisites();
  approvalsByService.set(service, approvals);
  return approvals;
}
