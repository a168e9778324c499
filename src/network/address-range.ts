import { AddressRequest } from './internal/address-plan';
import { checkInput } from '../core/internal/input/check-input';

/** The addresses of a subnet: a fixed range, or the first free one of a size. */
export class AddressRange {
  /**
   * The first free range of this size in the network's address space.
   *
   * The range may move where another length is given to a subnet that is defined before: where subnets are deployed,
   * `cidr` keeps each where it is.
   *
   * @param length prefix length, 8 to 29; a subnet of /26 has 64 addresses, of which Azure keeps five
   */
  public static prefixLength(length: number): AddressRange {
    checkInput('network.AddressRange.prefixLength', arguments);
    return new AddressRange({ prefixLength: length });
  }

  /**
   * A fixed range.
   *
   * @param range as `10.0.0.0/26`, without host bits
   */
  public static cidr(range: string): AddressRange {
    checkInput('network.AddressRange.cidr', arguments);
    return new AddressRange({ cidr: range });
  }

  private constructor(
    /**
     * Request for a block of the address plan.
     *
     * @internal
     */
    public readonly _request: AddressRequest,
  ) {}
}
