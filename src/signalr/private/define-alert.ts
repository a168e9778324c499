import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { IResourceGroup } from '../../core';
import { namePartOf } from '../../core/internal/fitted-names';
import { Violations } from '../../core/internal/violations';
import { MetricAlert } from '../../observability';
import { SignalRAlert } from '../signalr-alert';
import { SignalRAlertOptions } from '../signalr-alert-options';

/** Facts about a service that is watched. */
export interface WatchedService {
  readonly serviceId: string;
  /** Name of the service in the names of its alerts. */
  readonly name: string;
  readonly resourceGroup?: IResourceGroup;
  readonly provider?: TerraformProvider;
}

/** Defines an alert on a service, in the construct of the service. */
export function defineAlert(
  scope: Construct,
  service: WatchedService,
  id: string,
  alert: SignalRAlert,
  options: SignalRAlertOptions,
): MetricAlert {
  const { name, actionGroups, tags } = options;
  const resourceGroup = options.resourceGroup ?? service.resourceGroup;
  const violations = new Violations(scope);
  if (scope.node.tryFindChild(id)) {
    violations.add(
      'alerts/duplicate',
      `${id} is defined already; give each alert its own id, and add the recommended ones once`,
    );
  }
  if (!resourceGroup) {
    violations.add(
      'alerts/resource-group',
      `the resource group of this existing service is not known, so ${id} has none; give resourceGroup in the options, or in the attributes of the service`,
    );
  }
  violations.include(alert._problems(), id);
  violations.throwIfAny();

  return new MetricAlert(scope, id, {
    ...alert._render(),
    name: name ?? `alert-${service.name}-${namePartOf(id)}`,
    resourceGroup: resourceGroup!,
    targetResourceIds: [service.serviceId],
    actionGroups,
    tags,
    provider: service.provider,
  });
}
