import { IConstruct } from 'constructs';
import { keyOf, registry } from '../../core/internal/registry';
import { Problem } from '../../core/internal/violations';
import { ISubnet } from '../isubnet';

/** Use of a subnet; Azure does not let apps and private endpoints share one. */
export type SubnetUse = 'apps' | 'private endpoints';

/** Registers that a construct uses a subnet, and reports another construct with another use of it. */
export function useSubnet(user: IConstruct, subnet: ISubnet, use: SubnetUse): Problem[] {
  const uses = registry<{ use: SubnetUse; path: string }>(user, 'subnet use');
  const other = uses.get(keyOf(subnet.subnetId));
  if (!other) uses.set(keyOf(subnet.subnetId), { use, path: user.node.path });
  if (!other || other.use === use) return [];
  const message = `subnet ${subnet.node.path} already holds ${other.use} (${other.path}) and cannot also hold ${use}; use another subnet`;
  return [{ code: 'network/same-subnet', message }];
}
