import { DataAzurermMonitorActionGroup } from '@cdktf/provider-azurerm/lib/data-azurerm-monitor-action-group';
import { MonitorActionGroup } from '@cdktf/provider-azurerm/lib/monitor-action-group';
import { Fn, TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { AlertReceiver } from './alert-receiver';
import { IResourceGroup, ResourceLookup } from '../core';
import { actionGroupNameProblems } from './internal/names';
import { receiverProblems } from './internal/receivers';
import { ArmIdForm } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { withProvider } from '../core/internal/providers';
import { tagProblems } from '../core/internal/tags';
import { isKnown, Violations } from '../core/internal/violations';
import { withNumbersAsTexts } from '../engine/numbers-in-texts';
import { beginDefinition } from '../model/definition';

/** An action group, owned or existing: the receivers of alerts. */
export interface IActionGroup extends IConstruct {
  /** Azure resource id of the group. */
  readonly actionGroupId: string;
}

/** Attributes of an existing action group. */
export interface ActionGroupAttributes {
  /**
   * Azure resource id of the group, such as
   * `/subscriptions/.../resourceGroups/.../providers/Microsoft.Insights/actionGroups/NAME`; the letter case of its
   * fixed segments does not matter.
   */
  readonly actionGroupId: string;
}

/** Look-up of an existing action group. */
export interface ActionGroupLookup extends ResourceLookup {
  /** Name of the group. */
  readonly name: string;
}

/** Properties of an action group. */
export interface ActionGroupProps {
  /** Name: 1 to 260 characters, none of `: < > + / & % \ ?`, not ending with a space or period. */
  readonly name: string;

  /** Resource group of the action group. */
  readonly resourceGroup: IResourceGroup;

  /** Receivers of the notifications; at least one, each with its own name. */
  readonly receivers: AlertReceiver[];

  /**
   * Name in emails and text messages: 1 to 12 characters.
   *
   * @default - the first 12 characters of the name
   */
  readonly shortName?: string;

  /**
   * Enables notifications.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Provider of the action group, for another subscription than the stack's default one: `new AzurermProvider(...)`
   * with an `alias`.
   *
   * @default - the provider of the resource group, where it is known, or else the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;

  /**
   * Tags of the action group.
   *
   * @default - no tags
   */
  readonly tags?: { [name: string]: string };
}

const ACTION_GROUP_ID = new ArmIdForm('Microsoft.Insights/actionGroups', 'alerts/action-group-id', 'an action group');

/** Defines an action group, which is global: it sends alerts of any region. */
export class ActionGroup extends Construct implements IActionGroup {
  /**
   * Refers to an existing action group.
   *
   * @throws `alerts/action-group-id`
   */
  public static fromActionGroupAttributes(
    scope: Construct,
    id: string,
    attributes: ActionGroupAttributes,
  ): IActionGroup {
    checkInput('observability.ActionGroup.fromActionGroupAttributes', arguments);
    class Import extends Construct implements IActionGroup {
      public readonly actionGroupId = ACTION_GROUP_ID.acceptedBy(this, attributes.actionGroupId);
    }
    return new Import(scope, id);
  }

  /**
   * Refers to an existing action group by its name, which Terraform looks up.
   *
   * azurerm reads the receivers as well: the addresses of webhooks, with the keys in them, get into the Terraform
   * state. `fromActionGroupAttributes` reads nothing.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/data-sources/monitor_action_group
   */
  public static fromLookup(scope: Construct, id: string, options: ActionGroupLookup): IActionGroup {
    checkInput('observability.ActionGroup.fromLookup', arguments);
    class Import extends Construct implements IActionGroup {
      private readonly found = new DataAzurermMonitorActionGroup(this, 'Resource', {
        name: options.name,
        resourceGroupName: options.resourceGroupName,
        provider: options.provider,
      });
      public readonly actionGroupId = this.found.id;
    }
    return new Import(scope, id);
  }

  public readonly actionGroupId: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: MonitorActionGroup;

  /**
   * Defines an action group.
   *
   * @throws `alerts/action-group-name`, `alerts/short-name`, `alerts/receiver`, `alerts/webhook-secret`,
   * `core/tags`
   */
  public constructor(scope: Construct, id: string, given: ActionGroupProps) {
    checkInput('observability.ActionGroup', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    const { name, shortName, receivers } = props;
    const violations = new Violations(this);
    violations.include(actionGroupNameProblems(name));
    if (isKnown(shortName) && (shortName.length < 1 || shortName.length > 12)) {
      violations.add('alerts/short-name', `"${shortName}" has ${shortName.length} characters; use 1 to 12`);
    }
    violations.include(receiverProblems(receivers));
    violations.include(tagProblems(props.tags));
    violations.throwIfAny();

    beginDefinition(this);
    this.resource = new MonitorActionGroup(this, 'Resource', {
      name,
      resourceGroupName: props.resourceGroup.resourceGroupName,
      shortName: shortName ?? (isKnown(name) ? name.slice(0, 12) : Fn.substr(withNumbersAsTexts(name), 0, 12)),
      enabled: props.enabled,
      emailReceiver: blocks(receivers, ({ _block }) => _block.email),
      armRoleReceiver: blocks(receivers, ({ _block }) => _block.armRole),
      webhookReceiver: blocks(receivers, ({ _block }) => _block.webhook),
      tags: props.tags,
      provider: props.provider,
    });
    this.actionGroupId = this.resource.id;
  }
}

function blocks<T>(receivers: readonly AlertReceiver[], blockOf: (receiver: AlertReceiver) => T | undefined) {
  const found = receivers.map(blockOf).filter((block) => block !== undefined);
  return found.length > 0 ? found : undefined;
}
