import { ApplicationSecurityGroup as ApplicationSecurityGroupResource } from '@cdktf/provider-azurerm/lib/application-security-group';
import { Construct, IConstruct } from 'constructs';
import { RegionalResourceProps } from '../core';
import { nameProblems } from './internal/names';
import { ArmIdForm } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { withProvider } from '../core/internal/providers';
import { regionalAttributes, regionalProblems } from '../core/internal/regional';
import { refuse, Violations } from '../core/internal/violations';
import { beginDefinition } from '../placement/definition';

/** An application security group, owned or existing. */
export interface IApplicationSecurityGroup extends IConstruct {
  /** Azure resource id of the group. */
  readonly applicationSecurityGroupId: string;
}

/** Attributes of an existing application security group. */
export interface ApplicationSecurityGroupAttributes {
  /** Azure resource id of the group. */
  readonly applicationSecurityGroupId: string;
}

/** Properties of an application security group. */
export interface ApplicationSecurityGroupProps extends RegionalResourceProps {
  /** Name: 1 to 80 letters, digits, `-`, `_` or `.`, beginning with a letter or digit. */
  readonly name: string;
}

const GROUP_ID = new ArmIdForm(
  'Microsoft.Network/applicationSecurityGroups',
  'network/application-security-group-id',
  'an application security group',
);

/**
 * Defines an application security group: a name for machines and private endpoints that security rules use in place of
 * their addresses, see `RuleAddress.applicationSecurityGroups`.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/application-security-groups
 */
export class ApplicationSecurityGroup extends Construct implements IApplicationSecurityGroup {
  /**
   * Refers to an existing application security group.
   *
   * @throws `network/application-security-group-id`
   */
  public static fromApplicationSecurityGroupAttributes(
    scope: Construct,
    id: string,
    attributes: ApplicationSecurityGroupAttributes,
  ): IApplicationSecurityGroup {
    checkInput('network.ApplicationSecurityGroup.fromApplicationSecurityGroupAttributes', arguments);
    class Import extends Construct implements IApplicationSecurityGroup {
      public readonly applicationSecurityGroupId = attributes.applicationSecurityGroupId;
    }
    const group = new Import(scope, id);
    refuse(group, GROUP_ID.problems(group.applicationSecurityGroupId));
    return group;
  }

  public readonly applicationSecurityGroupId: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: ApplicationSecurityGroupResource;

  /**
   * Defines an application security group.
   *
   * @throws `network/name`, `core/location`, `core/tags`
   */
  public constructor(scope: Construct, id: string, given: ApplicationSecurityGroupProps) {
    checkInput('network.ApplicationSecurityGroup', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    const violations = new Violations(this);
    violations.include(nameProblems('network/name', 'an application security group', props.name));
    violations.include(regionalProblems(this, props));
    violations.throwIfAny();

    beginDefinition(this);
    this.resource = new ApplicationSecurityGroupResource(this, 'Resource', {
      name: props.name,
      ...regionalAttributes(props),
    });
    this.applicationSecurityGroupId = this.resource.id;
  }
}
