import { Lookup } from './lookup';
import { Subnets } from './subnets';
import { addTo } from '../../core/internal/add-to';
import { ModelBlock } from '../../model/model-block';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';

/** How Terraform attaches something with a list of members to subnets. */
export interface AttachmentKind {
  /** Type of what is attached. */
  readonly owner: string;
  /** Type of the resource that attaches it. */
  readonly association: string;
  /** Attribute of the association that leads to what is attached. */
  readonly ownerId: string;
  /** Type of a member that is a resource of its own. */
  readonly member: string;
  /** Attribute of the member that names what it is part of. */
  readonly ownerName: string;
  /** Name of the blocks of members. */
  readonly block: string;
}

/** A rule of a security group, or a route of a route table. */
export interface Member {
  readonly body: ModelBlock<ModelResource>;
  /** Path of the resource that it stands in. */
  readonly path: string;
  /** Whether it is known to be part of what is attached. */
  readonly isPlaced: boolean;
}

/** What is attached to a subnet; without members where nothing is. */
export interface Attached {
  readonly owner?: ModelResource;
  readonly members: readonly Member[];
}

/** The security groups, or the route tables, of the subnets of a tree. */
export class Attachments {
  private readonly owners: Lookup;
  private readonly associations = new Map<string, ModelResource[]>();
  private readonly members = new Map<string, Member[]>();
  private readonly unplacedMembers: Member[] = [];
  private hasUnplacedAssociation = false;

  public constructor(
    model: TerraformModel,
    private readonly subnets: Subnets,
    private readonly kind: AttachmentKind,
  ) {
    this.owners = new Lookup(model, kind.owner);
    model.resources(kind.association).forEach((association) => this.addAssociation(association));
    model.resources(kind.member).forEach((member) => this.addMember(member));
  }

  /** What is attached to a subnet; `undefined` where the tree does not tell. */
  public of(subnet: Target): Attached | undefined {
    // A subnet has one of a kind: of two, the association that Terraform makes last decides.
    if (this.associationsOf(subnet).length > 1) return undefined;
    const id = this.ownerIdOf(subnet);
    if (id) {
      const owner = this.owners.target(id).resource;
      return owner?.isManaged ? this.attached(owner) : undefined;
    }
    // Only associations attach anything in azurerm 4, so without one a subnet of the tree has nothing attached.
    return subnet.resource?.isManaged && !this.hasUnplacedAssociation ? { members: [] } : undefined;
  }

  private associationsOf(subnet: Target): readonly ModelResource[] {
    return this.associations.get(subnet.key ?? '') ?? [];
  }

  /** azurerm 5 can attach in the subnet itself, by a write-only attribute. */
  private ownerIdOf(subnet: Target) {
    const association = this.associationsOf(subnet).at(0);
    if (association) return association.at(this.kind.ownerId);
    const inline = subnet.resource?.at(`${this.kind.ownerId}_wo`);
    return inline?.isAbsent ? undefined : inline;
  }

  private attached(owner: ModelResource): Attached | undefined {
    const blocks = owner.blocks(this.kind.block);
    if (!blocks) return undefined;
    const inline = blocks.map((body) => ({ body, path: owner.path, isPlaced: true }));
    return { owner, members: [...inline, ...(this.members.get(owner.path) ?? []), ...this.unplacedMembers] };
  }

  private addAssociation(association: ModelResource): void {
    const { key } = this.subnets.target(association.at('subnet_id'));
    if (key === undefined) this.hasUnplacedAssociation = true;
    else addTo(this.associations, key, association);
  }

  private addMember(member: ModelResource): void {
    const owner = this.owners.named(member, this.kind.ownerName);
    if (owner?.isUnknown) this.unplacedMembers.push({ body: member, path: member.path, isPlaced: false });
    if (owner?.key) addTo(this.members, owner.key, { body: member, path: member.path, isPlaced: true });
  }
}
