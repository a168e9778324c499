import { DataAzurermNetworkSecurityGroup } from '@cdktf/provider-azurerm/lib/data-azurerm-network-security-group';
import { NetworkSecurityGroup as NetworkSecurityGroupResource } from '@cdktf/provider-azurerm/lib/network-security-group';
import { NetworkSecurityRule } from '@cdktf/provider-azurerm/lib/network-security-rule';
import { TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { IResourceGroup, RegionalResourceProps, ResourceLookup } from '../core';
import { nameProblems } from './internal/names';
import { ruleProblems, rulesProblems } from './internal/rule-problems';
import { namedChildId } from './private/named-child';
import { SecurityRule } from './security-rule';
import { ArmIdForm } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { withProvider } from '../core/internal/providers';
import { regionalAttributes, regionalProblems } from '../core/internal/regional';
import { Problem, refuse, Violations } from '../core/internal/violations';
import { beginDefinition } from '../placement/definition';

/** A network security group, owned or existing. */
export interface INetworkSecurityGroup extends IConstruct {
  /** Azure resource id of the group. */
  readonly networkSecurityGroupId: string;
}

/** Attributes of an existing security group. */
export interface NetworkSecurityGroupAttributes {
  /** Azure resource id of the group. */
  readonly networkSecurityGroupId: string;
}

/** Look-up of an existing security group. */
export interface NetworkSecurityGroupLookup extends ResourceLookup {
  /** Name of the group. */
  readonly name: string;
}

/** Properties of a network security group. */
export interface NetworkSecurityGroupProps extends RegionalResourceProps {
  /** Name: 1 to 80 letters, digits, `-`, `_` or `.`, beginning with a letter or digit. */
  readonly name: string;

  /**
   * Rules, in addition to those that Azure has in every group.
   *
   * @default - no rules
   */
  readonly rules?: SecurityRule[];
}

const SECURITY_GROUP_ID = new ArmIdForm(
  'Microsoft.Network/networkSecurityGroups',
  'network/security-group-id',
  'a network security group',
);

/**
 * Defines a network security group.
 *
 * Every rule is a resource of its own. Rules inside the group's resource would have to name all their attributes in
 * Terraform JSON, and would remove rules that others add.
 */
export class NetworkSecurityGroup extends Construct implements INetworkSecurityGroup {
  /**
   * Refers to an existing security group.
   *
   * @throws `network/security-group-id`
   */
  public static fromNetworkSecurityGroupAttributes(
    scope: Construct,
    id: string,
    attributes: NetworkSecurityGroupAttributes,
  ): INetworkSecurityGroup {
    checkInput('network.NetworkSecurityGroup.fromNetworkSecurityGroupAttributes', arguments);
    class Import extends Construct implements INetworkSecurityGroup {
      public readonly networkSecurityGroupId = attributes.networkSecurityGroupId;
    }
    const group = new Import(scope, id);
    refuse(group, SECURITY_GROUP_ID.problems(group.networkSecurityGroupId));
    return group;
  }

  /** Looks an existing security group up by its name, when Terraform plans. */
  public static fromLookup(scope: Construct, id: string, options: NetworkSecurityGroupLookup): INetworkSecurityGroup {
    checkInput('network.NetworkSecurityGroup.fromLookup', arguments);
    class Lookup extends Construct implements INetworkSecurityGroup {
      public readonly networkSecurityGroupId = new DataAzurermNetworkSecurityGroup(this, 'Resource', { ...options }).id;
    }
    return new Lookup(scope, id);
  }

  public readonly networkSecurityGroupId: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: NetworkSecurityGroupResource;

  private readonly resourceGroup: IResourceGroup;
  private readonly provider?: TerraformProvider;
  private readonly rules: SecurityRule[] = [];

  /**
   * Defines a security group.
   *
   * @throws `network/name`, `network/rule-name`, `network/rule-priority`, `network/rule-address`,
   * `network/rule-description`, `core/location`, `core/tags`
   */
  public constructor(scope: Construct, id: string, given: NetworkSecurityGroupProps) {
    checkInput('network.NetworkSecurityGroup', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    const rules = props.rules ?? [];
    const violations = new Violations(this);
    violations.include(nameProblems('network/name', 'a security group', props.name));
    violations.include(rulesProblems(this, rules));
    violations.include(regionalProblems(this, props));
    violations.throwIfAny();

    beginDefinition(this);
    this.resourceGroup = props.resourceGroup;
    this.provider = props.provider;
    this.resource = new NetworkSecurityGroupResource(this, 'Resource', {
      name: props.name,
      ...regionalAttributes(props),
    });
    this.networkSecurityGroupId = this.resource.id;
    rules.forEach((rule) => this.addRule(rule));
  }

  /**
   * Reports what Azure would reject in rules that are added one after another.
   *
   * @internal
   */
  public _problemsOfAdding(rules: readonly SecurityRule[]): Problem[] {
    return rules.flatMap((rule, index) => ruleProblems(this, rule, [...this.rules, ...rules.slice(0, index)]));
  }

  /**
   * Adds a rule.
   *
   * @throws `network/rule-name`, `network/rule-priority`, `network/rule-address`, `network/rule-description`
   */
  public addRule(rule: SecurityRule): void {
    checkInput('network.NetworkSecurityGroup.addRule', arguments, this);
    const violations = new Violations(this);
    violations.include(ruleProblems(this, rule, this.rules));
    violations.throwIfAny();
    this.rules.push(rule);
    new NetworkSecurityRule(this, namedChildId(this, rule._id), {
      ...rule._render(),
      resourceGroupName: this.resourceGroup.resourceGroupName,
      networkSecurityGroupName: this.resource.name,
      provider: this.provider,
    });
  }
}
