import { allowed, denied, Step, unknown } from './step';
import { addTo } from '../../../core/internal/add-to';
import { ModelResource } from '../../../model/model-resource';
import { TerraformModel } from '../../../model/terraform-model';
import { labelOf } from '../../../topology/network/label';
import { VirtualNetworks } from '../../../topology/network/virtual-networks';

/**
 * Types that join networks in addition to peerings. Their own configuration decides where traffic goes through them.
 */
const OTHER_JOINTS = [
  'azurerm_virtual_hub_connection',
  'azurerm_virtual_network_gateway_connection',
  'azurerm_network_manager_connectivity_configuration',
];

/** The peerings of a tree, by the networks that they join. */
export class Peerings {
  private readonly byEnds = new Map<string, ModelResource[]>();
  private readonly remotes = new Map<string, Set<string>>();
  private readonly origins = new Map<string, string[]>();
  private readonly unplaced: ModelResource[] = [];
  private readonly otherJoint: ModelResource | undefined;

  public constructor(
    model: TerraformModel,
    private readonly networks: VirtualNetworks,
  ) {
    model.resources('azurerm_virtual_network_peering').forEach((peering) => this.add(peering));
    this.otherJoint = model.resources(...OTHER_JOINTS)[0];
  }

  /** Networks that a network is peered with in both directions. */
  public peersOf(network: string): string[] {
    return this.remotesOf(network).filter((remote) => this.remotes.get(remote)?.has(network));
  }

  /** Networks that a network has a peering with, whether that of the other side is known or not. */
  public remotesOf(network: string): string[] {
    return [...(this.remotes.get(network) ?? [])];
  }

  /** The networks that a network may be joined with, itself included; `undefined` where it may be any. */
  public mayJoin(network: string): string[] | undefined {
    const isOpen = this.unplaced.length > 0 || this.otherJoint !== undefined || !this.networks.isManaged(network);
    return isOpen ? undefined : [network, ...this.remotesOf(network), ...(this.origins.get(network) ?? [])];
  }

  /** Reports whether a network uses the gateway of another. */
  public usesGateway(from: string, to: string): boolean {
    return this.one(from, to)?.at('use_remote_gateways').is(true) ?? false;
  }

  /** Reports whether traffic passes directly from one network to another. Peering is not transitive. */
  public between(from: string, to: string): Step {
    const { networks } = this;
    const where = `${networks.label(from)} and ${networks.label(to)}`;
    if (from === to) return allowed(`traffic stays in ${networks.label(from)}`);
    const [there, back] = [this.one(from, to), this.one(to, from)];
    if (there && back) return this.overlap(from, to) ?? joined(there, back, where);
    if (!networks.isManaged(from) || !networks.isManaged(to)) {
      return unknown(`the configuration does not say whether ${where} are peered in both directions`);
    }
    const joint = this.unplaced[0] ?? this.otherJoint;
    if (joint) return unknown(`${labelOf(joint.type, joint)} may join ${where}`);
    const only = there ?? back;
    if (!only) return denied('network/not-peered', `no peering joins ${where}`);
    // A peering carries traffic only once both sides have one:
    // https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview
    const reason = `${labelOf('peering', only)} joins ${where} in one direction only, and no peering joins them in the other`;
    return denied('network/not-peered', reason);
  }

  /** https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-faq */
  private overlap(from: string, to: string): Step | undefined {
    const [own, other] = [from, to].map((key) => this.networks.addressSpace(key) ?? []);
    if (!own.some((range) => other.some((remote) => range.overlaps(remote)))) return undefined;
    const where = `${this.networks.label(from)} and ${this.networks.label(to)}`;
    return denied('network/not-peered', `the address spaces of ${where} overlap, so Azure does not peer them`);
  }

  private one(from: string, to: string): ModelResource | undefined {
    const all = this.byEnds.get(`${from} ${to}`) ?? [];
    return all.find(({ presence }) => presence.isYes) ?? all[0];
  }

  private add(peering: ModelResource): void {
    const from = this.networks.keyOfOwner(peering);
    const to = this.networks.keyOf(peering.at('remote_virtual_network_id'));
    if (from === undefined || to === undefined) {
      this.unplaced.push(peering);
      return;
    }
    addTo(this.byEnds, `${from} ${to}`, peering);
    addTo(this.origins, to, from);
    this.remotes.set(from, (this.remotes.get(from) ?? new Set()).add(to));
  }
}

function joined(there: ModelResource, back: ModelResource, where: string): Step {
  for (const peering of [there, back]) {
    const { because } = peering.presence;
    if (because) return unknown(because);
    const limit = limitOf(peering, where);
    if (limit) return limit;
  }
  return allowed(`${labelOf('peering', there)} and ${labelOf('peering', back)} join ${where}`);
}

function limitOf(peering: ModelResource, where: string): Step | undefined {
  const label = labelOf('peering', peering);
  const onlyIpv6 = peering.at('only_ipv6_peering_enabled');
  if (onlyIpv6.is(true)) return denied('network/not-peered', `${label} joins ${where} for IPv6 only`);
  if (onlyIpv6.isUnknown) return unknown(`${label} may join ${where} for IPv6 only`);
  const complete = peering.at('peer_complete_virtual_networks_enabled');
  if (!complete.isAbsent && !complete.is(true)) return unknown(`${label} may join only some subnets of ${where}`);
  const access = peering.at('allow_virtual_network_access');
  if (access.isAbsent || access.is(true)) return undefined;
  // Without access the networks are not in each other's tag VirtualNetwork, but rules may still let traffic through:
  // https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering
  return unknown(`${label} may keep ${where} apart except where security rules allow traffic by its addresses`);
}
