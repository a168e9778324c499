import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { Violations } from '../../core/internal/violations';
import { AutoscaleRule, AutoscaleSetting, AutoscaleStep, AddAutoscaleOptions } from '../../observability';
import { duplicateAutoscale, leaveToAutoscale, leaveToOthers } from '../../observability/internal/autoscaled';
import { SignalRServiceProps } from '../signalr-service-props';
import { Sku } from '../sku';

const UNITS = 'sku[0].capacity';

/** https://learn.microsoft.com/azure/azure-signalr/signalr-howto-scale-autoscale */
function unitRules(): AutoscaleRule[] {
  const metrics = ['ConnectionQuotaUtilization', 'ServerLoad'];
  return metrics.flatMap((metric) => [AutoscaleRule.increase(metric, 70), AutoscaleRule.decrease(metric, 20)]);
}

/** Facts about a service that is scaled. */
interface ScaledService {
  readonly resource: TerraformResource;
  readonly serviceId: string;
  readonly location?: string;
  readonly props: SignalRServiceProps;
  readonly tier: Sku;
  /** Autoscale setting that the service already has. */
  readonly existing?: AutoscaleSetting;
}

/** Defines the autoscale setting of a service, which then has as many units as Azure says. */
export function defineAutoscale(
  scope: Construct,
  id: string,
  { resource, serviceId: targetResourceId, location, props, tier, existing }: ScaledService,
  options: AddAutoscaleOptions,
): AutoscaleSetting {
  const violations = new Violations(scope);
  violations.include(tier._autoscaleProblems(options));
  violations.include(duplicateAutoscale(existing));
  violations.throwIfAny();
  const { name = `autoscale-${props.name}`, resourceGroup = props.resourceGroup, rules = unitRules() } = options;
  const setting = new AutoscaleSetting(scope, id, {
    ...options,
    name,
    resourceGroup,
    rules,
    step: AutoscaleStep.NEXT_ALLOWED,
    location,
    provider: props.provider,
    targetResourceId,
  });
  leaveToAutoscale(resource, UNITS);
  return setting;
}

/** Lets Terraform ignore the units of a service or replica, where others change them. */
export function leaveUnits({ isScaledByOthers }: Sku, resource: TerraformResource, path: string = UNITS): void {
  if (isScaledByOthers) leaveToOthers(resource, path);
}
