import { MonitorAutoscaleSetting } from '@cdktf/provider-azurerm/lib/monitor-autoscale-setting';
import { Construct } from 'constructs';
import { AutoscaleRule } from './autoscale-rule';
import { AutoscaleStep } from './autoscale-step';
import { RegionalResourceProps } from '../core';
import { ANY_LIMITS, boundProblems, ruleProblems } from './internal/autoscale-problems';
import { autoscaleNameProblems } from './internal/names';
import { isResourceId } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { withProvider } from '../core/internal/providers';
import { regionalAttributes, regionalProblems } from '../core/internal/regional';
import { isKnown, Violations } from '../core/internal/violations';
import { beginDefinition } from '../placement/definition';

/** Properties of an autoscale setting. */
export interface AutoscaleSettingProps extends RegionalResourceProps {
  /** Name: 1 to 260 characters, none of `: < > + / & % \ ?`, not ending with a space or period. */
  readonly name: string;

  /** Azure id of the resource that is scaled. Azure accepts one setting for each. */
  readonly targetResourceId: string;

  /** Instances that are always there. Azure also keeps them where it cannot read the metrics. */
  readonly minimum: number;

  /** The most instances. */
  readonly maximum: number;

  /** Rules that add and remove instances: 1 to 10 rules on metrics of the resource. */
  readonly rules: AutoscaleRule[];

  /**
   * Change that one step makes.
   *
   * @default AutoscaleStep.ONE_INSTANCE
   */
  readonly step?: AutoscaleStep;
}

/**
 * Defines an autoscale setting: Azure Monitor changes the number of instances of a resource with its load.
 *
 * The number is then Azure's. Let Terraform ignore it on the resource, or the next apply undoes the last change;
 * `addAutoscale` of plans and SignalR services does so.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/autoscale/autoscale-overview
 */
export class AutoscaleSetting extends Construct {
  /** Azure resource id of the setting. */
  public readonly autoscaleSettingId: string;

  /** The provider's resource, for settings that this class does not model, such as schedules. */
  public readonly resource: MonitorAutoscaleSetting;

  /**
   * Defines a setting.
   *
   * @throws `autoscale/name`, `autoscale/target`, `autoscale/bounds`, `autoscale/rules`, `core/location`, `core/tags`;
   * when the stack is validated also `autoscale/duplicate`
   */
  public constructor(scope: Construct, id: string, given: AutoscaleSettingProps) {
    checkInput('observability.AutoscaleSetting', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    const { name, targetResourceId, minimum, maximum, rules, step = AutoscaleStep.ONE_INSTANCE } = props;
    const violations = new Violations(this);
    violations.include(autoscaleNameProblems(name));
    if (isKnown(targetResourceId) && !isResourceId(targetResourceId)) {
      violations.add(
        'autoscale/target',
        `"${targetResourceId}" is not an Azure id; use one such as /subscriptions/.../resourceGroups/.../providers/...`,
      );
    }
    violations.include(boundProblems(props, ANY_LIMITS));
    violations.include(ruleProblems(rules));
    violations.include(regionalProblems(this, props));
    violations.throwIfAny();

    beginDefinition(this);
    this.resource = new MonitorAutoscaleSetting(this, 'Resource', {
      name,
      ...regionalAttributes(props),
      targetResourceId,
      profile: [
        {
          name: 'default',
          capacity: { minimum, maximum, default: minimum },
          rule: rules.map((rule) => rule._render(targetResourceId, step)),
        },
      ],
    });
    this.autoscaleSettingId = this.resource.id;
  }
}
