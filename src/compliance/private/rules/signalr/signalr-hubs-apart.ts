import { Certainty } from '../../../../core/internal/certainty';
import { CallerKind } from '../../../../topology/signalr/callers';
import { HubServer, hubServersOf } from '../../../../topology/signalr/hub-servers';
import { Severity } from '../../../severity';
import { Judgement } from '../../judgement';
import { Finding, Rule, RuleVerdict } from '../../rule';

/** The service takes all servers of a hub for instances of one application. */
export const signalRHubsApart: Rule = {
  id: 'SIG11',
  name: 'SignalRHubsApart',
  severity: Severity.WARNING,
  types: ['azurerm_signalr_service'],
  controls: {},
  summary: 'Apps and slots that are hub servers of one SignalR service have application names of their own.',
  explanation:
    'The service leads a client to any server of a hub. Without an application name of its own, the hubs of a slot are those of its app, so clients of production reach the version that is tested. Two apps may share hubs on purpose, as in two regions, which is reported and no fault.',
  link: 'https://learn.microsoft.com/azure/azure-signalr/signalr-howto-use#applicationname',
  fix: 'Set Azure__SignalR__ApplicationName to another name for each, and make it a sticky setting of slots; in this library applicationName of connectServer. Where both are to serve the same clients, set sharesHubs to true, or acknowledge the finding.',
  evaluate(service, { topology }) {
    const { callers, apps } = topology;
    const servers = hubServersOf(service, callers, apps);
    const possible = [
      ...callers.of(service).flatMap(({ app, kind }) => (kind === CallerKind.UNKNOWN ? app.path : [])),
      ...callers.hosts(service),
    ];
    const repeated = servers.flatMap(({ host: { presence } }) => presence.because ?? []);
    if (servers.length + possible.length + repeated.length < 2) {
      return RuleVerdict.notApplicable('no two hub servers call it');
    }
    const judgement = new Judgement();
    const known = new Map<string, HubServer>();
    for (const server of servers) {
      const { host, app, applicationName, decidedBy } = server;
      if (decidedBy !== undefined && servers.length > 1) {
        judgement.cannotTell(
          `the application name of ${host.path} is ${decidedBy}, which is only known when Terraform runs`,
        );
      }
      if (applicationName === undefined) continue;
      // The server SDK writes it in lower case.
      const name = applicationName.toLowerCase();
      const keys = [`${name} ${app}`, name];
      const partner = keys.map((key) => known.get(key)).find((other) => other);
      const doubt = partner && Certainty.all([host.presence, partner.host.presence]).because;
      if (doubt !== undefined) {
        judgement.cannotTell(`whether both ${host.path} and ${partner!.host.path} are there depends on ${doubt}`);
      } else if (partner) {
        judgement.violates(finding(server, partner));
      }
      keys.filter((key) => !known.has(key)).forEach((key) => known.set(key, server));
    }
    if (possible.length > 0) {
      judgement.cannotTell(`which hubs there are in ${[...new Set(possible)].join(', ')} is not known`);
    }
    judgement.cannotTell(...repeated);
    return judgement.verdict('each has an application name of its own');
  },
};

function isOfSameApp(one: HubServer, other: HubServer): boolean {
  return one.app !== undefined && one.app === other.app;
}

function finding(server: HubServer, partner: HubServer): Finding {
  const { host, applicationName } = server;
  const why = applicationName ? `both have the application name ${applicationName}` : 'neither has an application name';
  const [who, severity] = isOfSameApp(server, partner)
    ? [`${partner.host.path}, which is of the same app`, undefined]
    : [partner.host.path, Severity.INFO];
  return {
    id: `Hubs::${host.path}`,
    message: `${host.path} shares hubs and clients with ${who}: ${why}`,
    ...(severity && { severity }),
  };
}
