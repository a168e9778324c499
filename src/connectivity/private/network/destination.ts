import { Party } from './party';
import { Certainty } from '../../../core/internal/certainty';
import { Target } from '../../../model/target';

/** Something with a private address, as a packet on its way there meets it. */
export interface Destination {
  /** By kind, name and path. */
  readonly label: string;
  /** The subnet that it is in. */
  readonly subnet: Target;
  /** Party that rules and routes see, where it is in the tag VirtualNetwork of the sender, or not. */
  readonly party: (inVirtualNetwork: Certainty) => Party;
  /** States whether security rules of its subnet govern what it receives. */
  readonly obeysRules: Certainty;
  /** States whether routes replace Azure's own to its address that are less specific than one address. */
  readonly obeysRoutes: Certainty;
}
