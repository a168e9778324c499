import { isKnown, Problem } from '../../core/internal/violations';
import { ILogWorkspace } from '../log-workspace';
import { NewLogWorkspaceOptions } from '../new-log-workspace-options';

/** The attributes of a diagnostic setting that name its destination. */
export interface LogSinkAttributes {
  readonly logAnalyticsWorkspaceId?: string;
  readonly storageAccountId?: string;
  readonly eventhubAuthorizationRuleId?: string;
  readonly eventhubName?: string;
  readonly partnerSolutionId?: string;
}

/** One place that logs go to; a diagnostic setting accepts one of each kind. */
export interface LogSink {
  /** The kind, in words. */
  readonly kind: string;
  readonly attributes: LogSinkAttributes;
  readonly problems: Problem[];
  readonly workspace?: ILogWorkspace;
  /** Options of a workspace that is not defined yet. */
  readonly newWorkspace?: NewLogWorkspaceOptions;
}

const LOG_WORKSPACE = 'log workspace';

// azurerm reads the ids with regard to letter case.
const RESOURCE = '^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/';
const STORAGE_ACCOUNT = new RegExp(`${RESOURCE}Microsoft\\.Storage/storageAccounts/[^/]+$`);
const NAMESPACE_RULE = new RegExp(`${RESOURCE}Microsoft\\.EventHub/namespaces/[^/]+/authorizationRules/[^/]+$`);
const ANY_RESOURCE = new RegExp(`${RESOURCE}[^/]+(/[^/]+/[^/]+)+$`);
const EVENT_HUB_NAME = /^[a-zA-Z0-9]([a-zA-Z0-9._-]{0,254}[a-zA-Z0-9])?$/;

export function newWorkspaceSink(options: NewLogWorkspaceOptions): LogSink {
  return { kind: LOG_WORKSPACE, attributes: {}, problems: [], newWorkspace: options };
}

export function workspaceSink(workspace: ILogWorkspace): LogSink {
  const attributes = { logAnalyticsWorkspaceId: workspace.logWorkspaceId };
  return { kind: LOG_WORKSPACE, attributes, problems: [], workspace };
}

export function storageSink(storageAccountId: string): LogSink {
  const example = '/subscriptions/.../resourceGroups/.../providers/Microsoft.Storage/storageAccounts/NAME';
  const problems = idProblems(storageAccountId, STORAGE_ACCOUNT, 'the id of a storage account', example);
  return { kind: 'storage account', attributes: { storageAccountId }, problems };
}

export function eventHubSink(authorizationRuleId: string, eventHubName: string | undefined): LogSink {
  const example =
    '/subscriptions/.../resourceGroups/.../providers/Microsoft.EventHub/namespaces/NAME/authorizationRules/RULE';
  const kind = 'the id of an authorization rule of an event hub namespace';
  const problems = idProblems(authorizationRuleId, NAMESPACE_RULE, kind, example);
  if (isKnown(eventHubName) && !EVENT_HUB_NAME.test(eventHubName)) {
    const message = `"${eventHubName}" is not an event hub name; use 1 to 256 letters, digits, inner periods, dashes or underscores`;
    problems.push({ code: 'logs/destination', message });
  }
  const attributes = { eventhubAuthorizationRuleId: authorizationRuleId, eventhubName: eventHubName };
  return { kind: 'event hub', attributes, problems };
}

export function partnerSink(partnerSolutionId: string): LogSink {
  const example = '/subscriptions/.../resourceGroups/.../providers/Microsoft.Datadog/monitors/NAME';
  const problems = idProblems(partnerSolutionId, ANY_RESOURCE, 'the id of a partner solution', example);
  return { kind: 'partner solution', attributes: { partnerSolutionId }, problems };
}

function idProblems(id: string, pattern: RegExp, kind: string, example: string): Problem[] {
  if (!isKnown(id) || pattern.test(id)) return [];
  return [{ code: 'logs/destination', message: `"${id}" is not ${kind}; use one such as ${example}` }];
}
