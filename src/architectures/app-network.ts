import { AppNetworkOptions, ExistingAppNetworkOptions } from './app-network-options';
import { ExistingNetwork, NetworkChoice } from './private/network-choice';
import { NewNetwork } from './private/new-network';
import { checkInput } from '../core/internal/input/check-input';

/** The network of an app: one subnet to call out through, and one for private endpoints. */
export class AppNetwork {
  /** A new network with its subnets and security groups. */
  public static define(options: AppNetworkOptions = {}): AppNetwork {
    checkInput('AppNetwork.define', arguments);
    return new AppNetwork(new NewNetwork(options));
  }

  /**
   * A network that exists or is defined elsewhere. Its security groups, routes and DNS servers stay as they are.
   *
   * What is known of the subnets is judged: size, delegation, region.
   */
  public static existing(options: ExistingAppNetworkOptions): AppNetwork {
    checkInput('AppNetwork.existing', arguments);
    return new AppNetwork(new ExistingNetwork(options));
  }

  private constructor(
    /**
     * Requirements of an architecture for the network.
     *
     * @internal
     */
    public readonly _choice: NetworkChoice,
  ) {}
}
