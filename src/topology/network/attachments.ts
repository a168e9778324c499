import { Lookup } from './lookup';
import { Subnets } from './subnets';
import { addTo } from '../../core/internal/add-to';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { Referrers } from '../referrers';
import { Block, isGiven, Value } from '../values';

/** Attachment with a list of members that Terraform makes to subnets. */
export interface AttachmentKind {
  /** Type of what is attached. */
  readonly owner: string;
  /** Type of the resource that attaches it. */
  readonly association: string;
  /** Attribute of the association that names the attachment. */
  readonly ownerId: string;
  /** The same attribute of a subnet that is a block of its network. */
  readonly inline: string;
  /** Type of a member that is a resource of its own. */
  readonly member: string;
  /** Attribute of the member that names what it is part of. */
  readonly ownerName: string;
  /** Name of the blocks of members. */
  readonly block: string;
}

export const SECURITY_GROUPS: AttachmentKind = {
  owner: 'azurerm_network_security_group',
  association: 'azurerm_subnet_network_security_group_association',
  ownerId: 'network_security_group_id',
  inline: 'security_group',
  member: 'azurerm_network_security_rule',
  ownerName: 'network_security_group_name',
  block: 'security_rule',
};

export const ROUTE_TABLES: AttachmentKind = {
  owner: 'azurerm_route_table',
  association: 'azurerm_subnet_route_table_association',
  ownerId: 'route_table_id',
  inline: 'route_table_id',
  member: 'azurerm_route',
  ownerName: 'route_table_name',
  block: 'route',
};

/** A NAT gateway has no members. */
export const NAT_GATEWAYS: AttachmentKind = {
  owner: 'azurerm_nat_gateway',
  association: 'azurerm_subnet_nat_gateway_association',
  ownerId: 'nat_gateway_id',
  inline: 'nat_gateway_id',
  member: '',
  ownerName: '',
  block: '',
};

/** A rule of a security group, or a route of a route table. */
export interface Member {
  readonly body: Block;
  /** Path of the resource that it is in. */
  readonly path: string;
  /** Reports whether the member is known to be part of the attachment. */
  readonly isPlaced: boolean;
}

/** Attachment of a subnet; without members where nothing is attached. */
export interface Attached {
  readonly owner?: ModelResource;
  readonly members: readonly Member[];
}

/** The security groups, or the route tables, of the subnets of a tree. */
export class Attachments {
  private readonly owners: Lookup;
  private readonly associations: Referrers;
  private readonly members = new Map<string, Member[]>();
  private readonly unplacedMembers: Member[] = [];
  private subnetsByOwner?: Referrers;

  public constructor(
    private readonly model: TerraformModel,
    private readonly subnets: Subnets,
    private readonly kind: AttachmentKind,
  ) {
    this.owners = new Lookup(model, kind.owner);
    this.associations = new Referrers(
      model.resources(kind.association),
      (association) => subnets.target(association.at('subnet_id')),
      (path) => `which subnet ${path} is for`,
    );
    model.resources(kind.member).forEach((member) => this.addMember(member));
  }

  /** Returns the attachment of a subnet; `undefined` where the tree does not show it. */
  public of(subnet: Target): Attached | undefined {
    const { key = '' } = subnet;
    // A subnet has one of a kind: of two, the association that Terraform makes last decides.
    if (this.associations.to(key).length > 1 || this.associations.rivalOf(key)) return undefined;
    const id = this.ownerIdOf(subnet);
    if (id) {
      const owner = this.owners.target(id).resource;
      return owner?.isManaged && owner.presence.isYes ? this.attached(owner) : undefined;
    }
    // Only associations attach anything in azurerm 4, so without one a subnet of the tree has nothing attached.
    return this.subnets.isManaged(subnet) && !this.associations.doubtOf(key) ? { members: [] } : undefined;
  }

  /** Reports whether anything is attached to a subnet that the configuration defines. */
  public isAttached(subnet: Target): Certainty {
    if (this.associations.to(subnet.key).length > 0 || this.isKept(subnet.resource)) return Certainty.YES;
    const id = this.ownerIdOf(subnet);
    const given = id ? isGiven(id) : Certainty.NO;
    if (given.isYes) return given;
    const byId = given.isMaybe
      ? `what is attached to the subnet is not known, since ${given.because} is not`
      : undefined;
    const doubt = this.associations.doubtOf(subnet.key ?? '') ?? byId;
    return doubt === undefined ? Certainty.NO : Certainty.maybe(doubt);
  }

  /** The subnets that something is attached to, and why there may be more. */
  public subnetsOf(owner: ModelResource): { subnets: Target[]; doubt?: string } {
    this.subnetsByOwner ??= this.findSubnets();
    const attaching = this.subnetsByOwner.to(owner.path);
    const inline = this.subnets.inline.all.filter(({ block }) => this.leadsTo(block.at(this.kind.inline), owner));
    const separate = attaching.map((each) =>
      each.type === this.kind.association ? this.subnets.target(each.at('subnet_id')) : Target.resource(each),
    );
    const subnets = [...separate, ...inline.map(({ target }) => target)];
    const isOpen = subnets.some(({ isUnknown }) => isUnknown);
    return {
      subnets,
      doubt: isOpen ? `a subnet of ${owner.path} is not known` : this.subnetsByOwner.doubtOf(owner.path),
    };
  }

  /** Returns the owner of a rule or route, or the resource itself; `undefined` where the configuration has none. */
  public ownerOf(resource: ModelResource): ModelResource | undefined {
    const isOwner = resource.type === this.kind.owner;
    return isOwner ? resource : this.owners.named(resource, this.kind.ownerName)?.resource;
  }

  /** The rules or routes of what is attached; `undefined` where only Terraform knows which there are. */
  public membersOf(owner: ModelResource): Member[] | undefined {
    const inline = owner.blocks(this.kind.block)?.map((body) => ({ body, path: owner.path, isPlaced: true }));
    return inline && [...inline, ...(this.members.get(owner.path) ?? []), ...this.unplacedMembers];
  }

  private attached(owner: ModelResource): Attached | undefined {
    const members = this.membersOf(owner);
    return members && { owner, members };
  }

  private ownerIdOf(subnet: Target): Value | undefined {
    const [association] = this.associations.to(subnet.key);
    const inline = this.subnets.inline.get(subnet.key)?.block.at(this.kind.inline);
    const id = association?.at(this.kind.ownerId) ?? inline ?? (subnet.resource && this.ownIn(subnet.resource));
    return id?.isAbsent || id?.is('') ? undefined : id;
  }

  /** azurerm 5 can attach in the subnet itself, by a write-only attribute; what it reads back is in a state. */
  private ownIn(subnet: ModelResource): Value {
    return subnet.at(this.isKept(subnet) ? this.kind.ownerId : `${this.kind.ownerId}_wo`);
  }

  /**
   * Reports whether a state or plan shows by its version that a write-only attribute is given, whose value it does not
   * keep.
   */
  private isKept(subnet: ModelResource | undefined): boolean {
    const given = `${this.kind.ownerId}_wo`;
    return subnet !== undefined && subnet.at(given).isAbsent && !subnet.at(`${given}_version`).isAbsent;
  }

  private findSubnets(): Referrers {
    const { association, ownerId } = this.kind;
    const given = this.subnets.all.filter((subnet) => !this.ownIn(subnet).isAbsent);
    return new Referrers(
      [...this.model.resources(association), ...given],
      (each) => this.owners.target(each.type === association ? each.at(ownerId) : this.ownIn(each)),
      (path) => `what ${path} attaches`,
    );
  }

  private leadsTo(id: Value, owner: ModelResource): boolean {
    return !id.isAbsent && this.owners.target(id).resource === owner;
  }

  private addMember(member: ModelResource): void {
    const owner = this.owners.named(member, this.kind.ownerName);
    const isPlaced = owner?.key !== undefined && member.presence.isYes;
    const placed = { body: member, path: member.path, isPlaced };
    if (owner?.isUnknown) this.unplacedMembers.push(placed);
    else if (owner?.key) addTo(this.members, owner.key, placed);
  }
}
