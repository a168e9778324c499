import { escaped } from '../../../core/internal/markdown';
import { ModelResource } from '../../../model/model-resource';
import { Target } from '../../../model/target';
import { FUNCTIONS } from '../../../topology/apps/app-types';
import { brings, insightsOf } from '../../../topology/observability/log-routes';
import { Context } from '../context';
import { Place } from '../place';
import { bullets, commands } from '../text';

/** A query of one table. */
interface Query {
  readonly table: string;
  /** The category that fills the table. */
  readonly category: string;
  readonly title: string;
  /** Steps after the filter for the resource. */
  readonly steps: readonly string[];
  /** Meaning of the answer. */
  readonly reads: string;
}

/**
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/signalrservicediagnosticlogs
 * @see https://learn.microsoft.com/azure/azure-signalr/monitor-signalr-reference
 */
const OF_SERVICE: readonly Query[] = [
  {
    table: 'SignalRServiceDiagnosticLogs',
    category: 'AllLogs',
    title: 'Server connections by address',
    steps: [
      "where ConnectionType == 'Server'",
      'summarize Events = count(), Last = max(TimeGenerated) by CallerIpAddress, OperationName, Collection',
      'order by Last desc',
    ],
    reads: 'The public address of an app here means that its server connection came over the internet.',
  },
  {
    table: 'SignalRServiceDiagnosticLogs',
    category: 'AllLogs',
    title: 'What was denied or went wrong',
    steps: [
      "where Level in ('Warning', 'Error', 'Critical') or Collection in ('Authorization', 'Throttling')",
      'project TimeGenerated, Level, Collection, OperationName, ConnectionType, CallerIpAddress, Message',
      'top 50 by TimeGenerated',
    ],
    reads: 'The message has the reason: an access control list, a token, a limit, or an upstream that failed.',
  },
];

/**
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/appservicehttplogs
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/appserviceconsolelogs
 */
const OF_WEB_APP: readonly Query[] = [
  {
    table: 'AppServiceHTTPLogs',
    category: 'AppServiceHTTPLogs',
    title: 'Negotiations and their answers',
    steps: [
      "where CsUriStem endswith '/negotiate'",
      'summarize Requests = count(), Last = max(TimeGenerated) by ScStatus, CsUriStem',
      'order by Last desc',
    ],
    reads: '500 says that no hub server is connected to the service; 401 and 403 come from the app itself.',
  },
  {
    table: 'AppServiceConsoleLogs',
    category: 'AppServiceConsoleLogs',
    title: 'What the app says of SignalR',
    steps: [
      "where ResultDescription has_any ('SignalR', 'ManagedIdentityCredential')",
      'project TimeGenerated, Level, ResultDescription',
      'top 50 by TimeGenerated',
    ],
    reads: 'Look for the status code of the connection to the service, and for an identity that gets no token.',
  },
];

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/functionapplogs */
const OF_FUNCTION_APP: readonly Query[] = [
  {
    table: 'FunctionAppLogs',
    category: 'FunctionAppLogs',
    title: 'What the functions say of SignalR',
    steps: [
      "where LevelId >= 3 or Message has 'SignalR'",
      'project TimeGenerated, Level, FunctionName, Message, ExceptionMessage',
      'top 50 by TimeGenerated',
    ],
    reads: 'Look for the status code of the call to the service, and for an identity that gets no token.',
  },
];

/**
 * The table of Application Insights that is based on a workspace.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/apptraces
 */
const TRACES: Query = {
  table: 'AppTraces',
  category: 'AppTraces',
  title: 'The address that the service calls from',
  steps: [
    "where Message has 'X-Forwarded-For'",
    'project TimeGenerated, OperationName, Message',
    'top 10 by TimeGenerated',
  ],
  reads: 'A private address came over the shared private link. The function must write the header to its log.',
};

/** A query with where its table is. */
interface Asked {
  readonly label: string;
  readonly query: Query;
  readonly place: Place;
  /** End of the id of the resource whose rows are asked for. */
  readonly resourceId: string;
}

/** Queries of the tables that the configuration fills, for the workspaces that it sends to. */
export function logSection(context: Context): string[] {
  const { services, apps } = context.inventory;
  const called = services.flatMap((service) => context.inventory.calledBy(service));
  const asked = [
    ...services.flatMap(({ service, label, place }) =>
      service.resource ? queriesOf(context, service.resource, OF_SERVICE, label, idEnd(context, 'signalr', place)) : [],
    ),
    ...apps.flatMap((entry) => {
      const { app, label, place } = entry;
      const queries = FUNCTIONS.includes(app.type) ? OF_FUNCTION_APP : OF_WEB_APP;
      return [
        ...queriesOf(context, app, queries, label, idEnd(context, 'sites', place)),
        ...(called.includes(entry) ? tracesOf(context, app, label) : []),
      ];
    }),
  ];
  const logged = [
    ...services.flatMap(({ service: { resource }, label }) => (resource ? { resource, label } : [])),
    ...apps.map(({ app, label }) => ({ resource: app, label })),
  ];
  return [
    '## 4. Logs',
    asked.length === 0
      ? 'No log that the configuration sends reaches a workspace, so there is nothing to query here.'
      : 'Each query also runs in the portal, under Logs of the workspace: take what stands between the outer quotes. Rows take some minutes to arrive.',
    ...asked.flatMap((each) => queryText(context, each)),
    ...bullets(...logged.flatMap(({ resource, label }) => elsewhere(context, resource, label))),
  ];
}

function queriesOf(
  context: Context,
  resource: ModelResource,
  queries: readonly Query[],
  label: string,
  resourceId: string,
): Asked[] {
  const routes = context.inventory.routesOf(resource);
  return queries.flatMap((query) =>
    routes
      .filter((route) => brings(route, query.category).isYes)
      .map((route) => ({ label, query, place: workspacePlace(context, route.workspace!, resource), resourceId })),
  );
}

function tracesOf(context: Context, app: ModelResource, label: string): Asked[] {
  const found = insightsOf(app, context.inventory.model);
  if (!found?.workspace) return [];
  const resourceId = idEnd(context, 'components', context.inventory.places.of(found.insights, 'INSIGHTS'));
  return [{ label, query: TRACES, place: workspacePlace(context, found.workspace, app), resourceId }];
}

function workspacePlace({ inventory }: Context, workspace: Target, of: ModelResource): Place {
  return inventory.places.target(workspace, 'WORKSPACE', `the workspace of ${of.path}`);
}

/** The end of an id, by which rows of a workspace are those of one resource. */
function idEnd({ shell }: Context, type: string, { name, slot }: Place): string {
  const own = `/${type}/${shell.inner(name, 'NAME')}`;
  return slot ? `${own}/slots/${shell.inner(slot, 'SLOT')}` : own;
}

function queryText({ shell }: Context, { label, query, place, resourceId }: Asked): string[] {
  const { table, steps, title, reads } = query;
  const flags = `${shell.groupFlags(place)} --workspace-name ${shell.name(place.name, 'WORKSPACE_NAME')}`;
  const show = `az monitor log-analytics workspace show ${flags} --query customerId --output tsv`;
  const workspace = shell.answer('WORKSPACE', place.key, show);
  const filter = ['where TimeGenerated > ago(1h)', `where _ResourceId endswith '${resourceId}'`];
  const kql = [table, ...[...filter, ...steps].map((step) => `| ${step}`)].join('\n');
  return [
    `### ${title}: ${escaped(label)}`,
    commands(`az monitor log-analytics query --workspace ${workspace} --output table --analytics-query "\n${kql}"`),
    reads,
  ];
}

/** Sentences on logs that no query of this section reads. */
function elsewhere({ inventory }: Context, resource: ModelResource, label: string): string[] {
  const name = escaped(label);
  const routes = inventory.routesOf(resource);
  const others = routes.flatMap((route) => route.others);
  const also = routes.some(({ workspace }) => workspace) ? ' also' : '';
  if (routes.length === 0) {
    return [
      `No diagnostic setting of the configuration sends the logs of ${name}; section 5 has the reason where one is given.`,
    ];
  }
  return others.length === 0 ? [] : [`The logs of ${name}${also} go to ${[...new Set(others)].join(', ')}.`];
}
