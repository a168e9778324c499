import { VirtualNetworkPeering as VirtualNetworkPeeringResource } from '@cdktf/provider-azurerm/lib/virtual-network-peering';
import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { nameProblems } from './internal/names';
import { nameFor } from './internal/shared-name';
import { IVirtualNetwork } from './ivirtual-network';
import { PeeringOptions } from './peering-options';
import { gatewayProblems, overlapProblems } from './private/peering';
import { checkInput } from '../core/internal/input/check-input';
import { waitFor } from '../core/internal/ordering';
import { findsByName, followedProvider } from '../core/internal/providers';
import { Violations } from '../core/internal/violations';
import { beginDefinition } from '../placement/definition';

/** Properties of a peering. */
export interface VirtualNetworkPeeringProps {
  /** One network. */
  readonly local: IVirtualNetwork;

  /** The other network. Its address space must not overlap. */
  readonly remote: IVirtualNetwork;

  /**
   * Name of the peering in the local network: 1 to 80 letters, digits, `-`, `_` or `.`, unique in that network.
   *
   * @default - `peer-` and the name of the remote network; with a hash of its id, or construct path, where the two
   * networks are in different resource groups, because others may peer networks of the same name
   */
  readonly localName?: string;

  /**
   * Name of the peering in the remote network: 1 to 80 letters, digits, `-`, `_` or `.`, unique in that network.
   *
   * @default - `peer-` and the name of the local network; with a hash of its id, or construct path, where the two
   * networks are in different resource groups, because others may peer networks of the same name
   */
  readonly remoteName?: string;

  /**
   * Permissions and gateway use of the local network.
   *
   * @default - neither forwarded traffic nor gateways
   */
  readonly localOptions?: PeeringOptions;

  /**
   * Permissions and gateway use of the remote network.
   *
   * @default - neither forwarded traffic nor gateways
   */
  readonly remoteOptions?: PeeringOptions;

  /**
   * Provider of the local network, where it is in another subscription than the stack's default one.
   *
   * @default - the provider of the local network, where it is known, or else the stack's provider without an alias
   */
  readonly localProvider?: TerraformProvider;

  /**
   * Provider of the remote network, where it is in another subscription than the stack's default one.
   *
   * @default - the provider of the remote network, where it is known, or else the stack's provider without an alias
   */
  readonly remoteProvider?: TerraformProvider;
}

/**
 * Defines a peering of two networks, in both directions: Azure connects them only when each names the other.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview
 */
export class VirtualNetworkPeering extends Construct {
  /** The provider's resource in the local network, for settings that this class does not model. */
  public readonly localToRemote: VirtualNetworkPeeringResource;

  /** The provider's resource in the remote network, for settings that this class does not model. */
  public readonly remoteToLocal: VirtualNetworkPeeringResource;

  /**
   * Defines a peering in both directions.
   *
   * @throws `network/peering-name`, `network/peering-overlap`, `network/peering-gateway`
   */
  public constructor(scope: Construct, id: string, props: VirtualNetworkPeeringProps) {
    checkInput('network.VirtualNetworkPeering', arguments);
    super(scope, id);
    const { local, remote, localOptions = {}, remoteOptions = {} } = props;
    const localName = props.localName ?? nameFor('peer', remote, local.resourceGroupName);
    const remoteName = props.remoteName ?? nameFor('peer', local, remote.resourceGroupName);
    const violations = new Violations(this);
    violations.include(nameProblems('network/peering-name', 'a peering', localName));
    violations.include(nameProblems('network/peering-name', 'a peering', remoteName));
    violations.include(
      overlapProblems(
        { path: local.node.path, addressSpace: local.addressSpace },
        { path: remote.node.path, addressSpace: remote.addressSpace },
      ),
    );
    violations.include(gatewayProblems(localOptions, remoteOptions));
    violations.throwIfAny();

    beginDefinition(this);
    this.localToRemote = new VirtualNetworkPeeringResource(this, 'LocalToRemote', {
      name: localName,
      ...attributes(local, remote, localOptions),
      provider: followedProvider(this, props.localProvider, local),
    });
    this.remoteToLocal = new VirtualNetworkPeeringResource(this, 'RemoteToLocal', {
      name: remoteName,
      ...attributes(remote, local, remoteOptions),
      provider: followedProvider(this, props.remoteProvider, remote),
    });
    findsByName(this.localToRemote, local);
    findsByName(this.remoteToLocal, remote);
    // Azure lets a network use the gateway of another only once that one allows it:
    // https://github.com/hashicorp/terraform-provider-azurerm/issues/2872
    if (localOptions.useRemoteGateways) waitFor(this.localToRemote, this.remoteToLocal);
    if (remoteOptions.useRemoteGateways) waitFor(this.remoteToLocal, this.localToRemote);
  }
}

function attributes(from: IVirtualNetwork, to: IVirtualNetwork, options: PeeringOptions) {
  return {
    resourceGroupName: from.resourceGroupName,
    virtualNetworkName: from.virtualNetworkName,
    remoteVirtualNetworkId: to.virtualNetworkId,
    allowVirtualNetworkAccess: true,
    allowForwardedTraffic: options.allowForwardedTraffic ?? false,
    allowGatewayTransit: options.allowGatewayTransit ?? false,
    useRemoteGateways: options.useRemoteGateways ?? false,
  };
}
