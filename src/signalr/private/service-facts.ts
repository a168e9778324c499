import { TerraformProvider } from 'cdktf';
import { IConstruct } from 'constructs';
import { Prerequisites } from '../../core/internal/ordering';

/**
 * Facts that a service of this library offers to the constructs defined on it. A service of another class shows nothing
 * of it.
 */
export interface ServiceFacts {
  /** Name of the service; missing for one that others own. */
  readonly _ownName?: string;
  /** Tags of a service that is defined here. */
  readonly _tags?: { [name: string]: string };
  /** Provider of the service's subscription. */
  readonly _provider?: TerraformProvider;
  /**
   * The approvals of the service's links to Key Vaults, which its certificates wait for: a vault that is closed to the
   * public network cannot be read before.
   */
  readonly _vaultApprovals?: Prerequisites;
}

export function factsOf(service: IConstruct): ServiceFacts {
  return service as IConstruct & ServiceFacts;
}
