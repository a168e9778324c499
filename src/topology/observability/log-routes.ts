import { sendsLogs } from './log-settings';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { settingNamed } from '../apps/settings';

const WORKSPACE = 'azurerm_log_analytics_workspace';
const INSIGHTS = 'azurerm_application_insights';

/** Other receivers of logs, by attribute. */
const OTHERS: Readonly<Record<string, string>> = {
  storage_account_id: 'a storage account',
  eventhub_authorization_rule_id: 'an event hub',
  partner_solution_id: 'a partner solution',
};

/** The receivers of a diagnostic setting. */
export interface LogRoute {
  readonly setting: ModelResource;
  /** The workspace; `undefined` where it sends to none. */
  readonly workspace?: Target;
  /** Other receivers. */
  readonly others: readonly string[];
}

/** Finds the receivers of a diagnostic setting. */
export function logRouteOf(setting: ModelResource, model: TerraformModel): LogRoute {
  const id = setting.at('log_analytics_workspace_id');
  const others = Object.entries(OTHERS).filter(([attribute]) => !setting.at(attribute).isAbsent);
  return {
    setting,
    workspace: id.isAbsent ? undefined : model.target(id, WORKSPACE),
    others: others.map(([, what]) => what),
  };
}

/** Reports whether a route sends a category of logs to its workspace. */
export function brings({ setting, workspace }: LogRoute, category: string): Certainty {
  return workspace ? sendsLogs(setting, [category, 'allLogs']) : Certainty.NO;
}

/** The Application Insights that an app sends to, where it is a resource of the configuration; with its workspace. */
export function insightsOf(app: ModelResource, model: TerraformModel) {
  const values = [
    ...settingNamed(app, 'APPLICATIONINSIGHTS_CONNECTION_STRING'),
    app.at('site_config.application_insights_connection_string'),
  ];
  const insights = values.flatMap(({ links }) => links).find(({ resource }) => resource.type === INSIGHTS)?.resource;
  if (!insights) return undefined;
  const id = insights.at('workspace_id');
  return { insights, workspace: id.isAbsent ? undefined : model.target(id, WORKSPACE) };
}
