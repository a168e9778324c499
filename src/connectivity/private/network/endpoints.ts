import { Destination } from './destination';
import { privateParty } from './party';
import { addTo } from '../../../core/internal/add-to';
import { Certainty } from '../../../core/internal/certainty';
import { Ipv4Cidr } from '../../../core/internal/ipv4-cidr';
import { ModelResource } from '../../../model/model-resource';
import { Target } from '../../../model/target';
import { TerraformModel } from '../../../model/terraform-model';
import { rangeOf } from '../../../topology/network/addresses';
import { labelOf } from '../../../topology/network/label';
import { Lookup } from '../../../topology/network/lookup';
import { Subnets } from '../../../topology/network/subnets';
import { subnetOf } from '../../../topology/privatelink/endpoint-facts';

/** The private endpoints of a tree. */
export class Endpoints {
  /** Those that the tree defines. */
  public readonly all: readonly ModelResource[];

  private readonly groupsOf = new Map<string, Target[]>();
  private hasUnplacedGroup = false;

  public constructor(
    model: TerraformModel,
    private readonly subnets: Subnets,
    groups: Lookup,
  ) {
    this.all = model.resources('azurerm_private_endpoint');
    const lookup = new Lookup(model, 'azurerm_private_endpoint');
    model.resources('azurerm_private_endpoint_application_security_group_association').forEach((association) => {
      const { key } = lookup.target(association.at('private_endpoint_id'));
      const group = groups.target(association.at('application_security_group_id'));
      if (key === undefined) this.hasUnplacedGroup = true;
      else addTo(this.groupsOf, key, group);
    });
  }

  /** The subnet that an endpoint is in. */
  public subnetOf(endpoint: ModelResource): Target {
    return subnetOf(endpoint, this.subnets);
  }

  /** An endpoint as a packet meets it: https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy */
  public destination(endpoint: ModelResource): Destination {
    const label = labelOf('private endpoint', endpoint);
    const subnet = this.subnetOf(endpoint);
    const ranges = staticAddresses(endpoint) ?? this.subnets.rangesOf(subnet);
    const isMember = (group: Target) => this.isMember(endpoint, group);
    return {
      label,
      subnet,
      party: (inVirtualNetwork) => privateParty(label, ranges, inVirtualNetwork, isMember),
      obeysRules: this.subnets.hasPolicy(subnet, 'NetworkSecurityGroupEnabled'),
      obeysRoutes: this.subnets.hasPolicy(subnet, 'RouteTableEnabled'),
    };
  }

  private isMember(endpoint: ModelResource, group: Target): Certainty {
    const groups = this.groupsOf.get(endpoint.path) ?? [];
    if (!group.isUnknown && groups.some(({ key }) => key === group.key)) return Certainty.YES;
    const isDoubtful = this.hasUnplacedGroup || groups.some(({ isUnknown }) => isUnknown);
    return isDoubtful || (group.isUnknown && groups.length > 0) ? Certainty.MAYBE : Certainty.NO;
  }
}

/** Addresses that are set; without them Azure chooses any free address of the subnet. */
function staticAddresses(endpoint: ModelResource): Ipv4Cidr[] | undefined {
  const blocks = endpoint.blocks('ip_configuration') ?? [];
  const ranges = blocks.map((block) => rangeOf(block.at('private_ip_address').knownText ?? ''));
  const known = ranges.filter((range) => range !== undefined);
  return known.length > 0 && known.length === ranges.length ? known : undefined;
}
