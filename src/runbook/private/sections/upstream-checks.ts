import { ModelResource } from '../../../model/model-resource';
import { settingNamed } from '../../../topology/apps/settings';
import { insightsOf } from '../../../topology/observability/log-routes';
import { domainNameOf } from '../../../topology/signalr/domains';
import { expecting, listed, sharedLinks, upstreamCaller } from '../../internal/commands';
import { Context } from '../context';
import { AppEntry, ServiceEntry } from '../inventory';
import { check, Item, troubleshooting } from '../text';

/** Checks of what the service calls, and of the names that it has of its own. */
export function upstreamChecks(context: Context): string[][] {
  const { services, topology } = context.inventory;
  return [
    check(
      'Shared private links',
      'Over these the service calls its upstreams and its vault. Terraform is done before the owner of the target approves.',
      services
        .filter(({ service: { key } }) => topology.sharedLinks.to(key).length > 0)
        .map((entry): Item => ({ label: entry.label, code: sharedLinks(context.service(entry)) })),
      [`Pending: the owner approves, see section 5; ${troubleshooting('A Pending connection')}.`],
    ),
    check(
      'Who calls the upstream',
      'The address of the caller says which way the call of the service took.',
      services.flatMap((entry) => callerItems(context, entry)),
      [`a public address, 401, 403 or 404: ${troubleshooting('Upstream calls fail')}.`],
    ),
    check(
      'Certificate and domain',
      'The service reads the certificate from the vault with its identity.',
      services.flatMap((entry) => domainItems(context, entry)),
      [`a domain that is missing, or a state other than Succeeded: ${troubleshooting('Clients cannot connect')}.`],
    ),
  ];
}

/** The apps that a service calls. */
function callerItems(context: Context, service: ServiceEntry): Item[] {
  const { inventory } = context;
  return inventory.calledBy(service).map((entry) => {
    const insights = insightsOf(entry.app, inventory.model)?.insights;
    const id = insights && insightsId(context, insights);
    const why = sendsElsewhere(entry) ? ELSEWHERE : NONE;
    return { label: entry.label, code: upstreamCaller(context.app({ entry }), id, id === undefined ? why : undefined) };
  });
}

const ELSEWHERE = 'Which Application Insights the app sends to is not known at synth; this is the log stream.';
const NONE = 'The app sends to no Application Insights; this is the log stream.';

/** Reports whether an app sends telemetry to a resource that no reference names. */
function sendsElsewhere({ app }: AppEntry): boolean {
  return settingNamed(app, 'APPLICATIONINSIGHTS_CONNECTION_STRING').length > 0;
}

/** The commands of Application Insights name it by an option of their own. */
function insightsId({ inventory, shell }: Context, insights: ModelResource): string {
  const place = inventory.places.of(insights, 'INSIGHTS');
  const flags = `--app ${shell.name(place.name, 'INSIGHTS_NAME')} ${shell.groupFlags(place)}`;
  return shell.id(place, `az monitor app-insights component show ${flags}`);
}

function domainItems(context: Context, entry: ServiceEntry): Item[] {
  const { topology } = context.inventory;
  const { key } = entry.service;
  const parts = [
    ['custom-certificate', topology.certificates.to(key)],
    ['custom-domain', topology.domains.to(key)],
  ] as const;
  const { place, label } = entry;
  const flags = `--signalr-name ${context.shell.name(place.name, 'SIGNALR_NAME')} ${context.shell.groupFlags(place)}`;
  const lines = parts
    .filter(([, found]) => found.length > 0)
    .map(([command, found]) => {
      const names = found.map((each) => domainNameOf(each).knownText ?? each.name ?? each.path);
      return expecting(`Succeeded for ${listed(names)}`, `az signalr ${command} list ${flags} --output table`);
    });
  return lines.length === 0 ? [] : [{ label, code: lines.join('\n') }];
}
