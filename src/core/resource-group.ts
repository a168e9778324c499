import { DataAzurermResourceGroup } from '@cdktf/provider-azurerm/lib/data-azurerm-resource-group';
import { ResourceGroup as ResourceGroupResource } from '@cdktf/provider-azurerm/lib/resource-group';
import { TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { beginDefinition } from '../model/definition';
import { groupNameProblems, RESOURCE_GROUP_ID } from './internal/group-problems';
import { checkInput } from './internal/input/check-input';
import { locationProblems } from './internal/locations';
import { normalizeLocation } from './internal/region-name';
import { tagProblems } from './internal/tags';
import { isKnown, refuse } from './internal/violations';

/** A resource group, owned or existing. */
export interface IResourceGroup extends IConstruct {
  /** Azure resource id of the group. */
  readonly resourceGroupId: string;

  /** Name of the group. */
  readonly resourceGroupName: string;

  /** Region of the group, the default region of what is defined in it. */
  readonly location: string;
}

/** Attributes of an existing resource group. */
export interface ResourceGroupAttributes {
  /** Azure resource id, such as `/subscriptions/.../resourceGroups/NAME`. */
  readonly resourceGroupId: string;

  /** Name of the group. */
  readonly resourceGroupName: string;

  /** Region of the group, such as `centralus`. */
  readonly location: string;

  /**
   * Provider of what is defined in the group, for another subscription than the stack's default one: `new
   * AzurermProvider(...)` with an `alias`.
   *
   * @default - not known, so each resource takes the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Look-up of an existing resource group. */
export interface ResourceGroupLookup {
  /** Name of the group. */
  readonly name: string;

  /**
   * Provider of the look-up, for another subscription than the stack's default one: `new AzurermProvider(...)` with an
   * `alias`. Resources in the group need the same provider.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Properties of a resource group. */
export interface ResourceGroupProps {
  /** Name: 1 to 90 letters, digits, `-`, `_`, `.`, `(` or `)`, not ending with a period. */
  readonly name: string;

  /** Azure region, such as `centralus` or `Central US`. */
  readonly location: string;

  /**
   * Provider of the group, for another subscription than the stack's default one: `new AzurermProvider(...)` with an
   * `alias`. Resources in the group need the same provider.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;

  /**
   * Tags of the group. Azure does not pass them on to the resources in it.
   *
   * @default - no tags
   */
  readonly tags?: { [name: string]: string };
}

/** Defines an Azure resource group. */
export class ResourceGroup extends Construct implements IResourceGroup {
  /**
   * Refers to an existing resource group.
   *
   * @throws `core/resource-group-id`, `core/resource-group-name`, `core/location`
   */
  public static fromResourceGroupAttributes(
    scope: Construct,
    id: string,
    attributes: ResourceGroupAttributes,
  ): IResourceGroup {
    checkInput('core.ResourceGroup.fromResourceGroupAttributes', arguments);
    class Import extends Construct implements IResourceGroup {
      public readonly resourceGroupId = attributes.resourceGroupId;
      public readonly resourceGroupName = attributes.resourceGroupName;
      public readonly location = attributes.location;
      /** @internal */
      public readonly _provider = attributes.provider;
    }
    const group = new Import(scope, id);
    refuse(
      group,
      RESOURCE_GROUP_ID.problems(group.resourceGroupId),
      groupNameProblems(group.resourceGroupName),
      locationProblems(group, group.location),
    );
    return group;
  }

  /**
   * Refers to an existing resource group by its name, which Terraform looks up.
   *
   * The region is only known then, so it is not judged.
   */
  public static fromLookup(scope: Construct, id: string, options: ResourceGroupLookup): IResourceGroup {
    checkInput('core.ResourceGroup.fromLookup', arguments);
    class Import extends Construct implements IResourceGroup {
      private readonly found = new DataAzurermResourceGroup(this, 'Resource', {
        name: options.name,
        provider: options.provider,
      });
      public readonly resourceGroupId = this.found.id;
      public readonly resourceGroupName = this.found.name;
      public readonly location = this.found.location;
    }
    return new Import(scope, id);
  }

  public readonly resourceGroupId: string;
  public readonly resourceGroupName: string;
  public readonly location: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: ResourceGroupResource;

  /**
   * Defines a resource group.
   *
   * @throws `core/resource-group-name`, `core/location`, `core/tags`
   */
  public constructor(scope: Construct, id: string, props: ResourceGroupProps) {
    checkInput('core.ResourceGroup', arguments);
    super(scope, id);
    refuse(this, groupNameProblems(props.name), locationProblems(this, props.location), tagProblems(props.tags));

    beginDefinition(this);
    this.location = isKnown(props.location) ? normalizeLocation(props.location) : props.location;
    this.resource = new ResourceGroupResource(this, 'Resource', {
      name: props.name,
      location: this.location,
      tags: props.tags,
      provider: props.provider,
    });
    this.resourceGroupId = this.resource.id;
    this.resourceGroupName = this.resource.name;
  }
}
