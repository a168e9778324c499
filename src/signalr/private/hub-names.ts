import { createHash } from 'crypto';
import { Fn, Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { Connections } from './connections';
import { HostFamily, NamedSlot, SettingsHost } from '../../core/internal/host-family';
import { HostSettings } from '../../core/internal/host-settings';
import { APPLICATION_NAME } from '../../core/internal/setting-keys';
import { isKnown, Problem } from '../../core/internal/violations';
import { warn } from '../../engine/warn';
import { IAppHost } from '../../identity';
import { ConnectionSettings } from '../connection-settings';

/**
 * Problems with an application name.
 *
 * @see https://github.com/Azure/azure-signalr/blob/dev/src/Microsoft.Azure.SignalR/ServiceOptionsExtensions.cs
 */
export function applicationNameProblems(name: string | undefined, settings: ConnectionSettings): Problem[] {
  if (name === undefined) return [];
  const code = 'signalr/application-name';
  if (!settings._isConnectionString) {
    const message =
      'the bindings of Azure Functions read no application name; leave applicationName out, or use ConnectionSettings.aspNetCore()';
    return [{ code, message }];
  }
  if (!isKnown(name) || /^[a-z][a-z0-9_]*$/i.test(name)) return [];
  const message = `applicationName "${name}" is invalid; use letters, digits and underscores, beginning with a letter`;
  return [{ code, message }];
}

/** The names that were made here, which follow the name of the app; any other one was given. */
const madeNames = new WeakMap<IConstruct, string>();

/**
 * Gives hosts on one service hubs of their own: the service treats all servers of a hub as instances of one
 * application, and routes clients of one to the other. A slot has an application name after its app, and each app but
 * the first one has one after its construct.
 *
 * @see https://github.com/Azure/azure-signalr/issues/1650
 */
export function separateHubs(host: IAppHost, connections: Connections): void {
  const isApart = nameHubsOfApp(host, connections);
  const family = HostFamily.of(host);
  const members = family?.members.filter((member) => connections.hubsOf(member)) ?? [];
  if (!family || (members.length < 2 && !isApart)) return;
  const prefix = nameOf(family.app) ?? (isApart ? appNameOf(family.app) : undefined);
  family.slots
    .filter((slot) => members.includes(slot.host))
    .forEach((slot) => {
      const { readsName, readsNoName, isShared = false } = connections.hubsOf(slot.host)!;
      if (readsName) give(slot.host, isShared ? nameOf(family.app) : slotNameOf(prefix, slot));
      if (!readsNoName || isShared || members.length < 2) return;
      warn(
        slot.host,
        'signalr/shared-hubs',
        `the slot ${slot.host.node.path} shares its hubs and clients with the other hosts of its app, because the bindings of Azure Functions read no application name; connect the slot to a service of its own, or set sharesHubs to true`,
      );
    });
}

/**
 * Names the hubs of an app where an app that was connected before has hubs without a name.
 *
 * @returns whether its hubs are to be apart from those of that app
 */
function nameHubsOfApp(host: IAppHost, connections: Connections): boolean {
  const app = appOf(host);
  const servers = connections.hubServers;
  const index = servers.findIndex((server) => appOf(server) === app);
  const before = servers.slice(0, Math.max(index, 0));
  const hubs = connections.hubsOf(app);
  if (hubs?.isShared && before.length > 0) give(app, nameOf(before[0]));
  const first = before.find((server) => nameOf(server) === undefined);
  if (!first || (hubs?.isShared ?? hubs?.isSecondary)) return false;
  if (hubs) nameApart(app, { first, taken: before.map(nameOf), isSaid: hubs.isShared !== undefined });
  return true;
}

/** Other apps from which an app's hubs are separated. */
interface Others {
  readonly first: IConstruct;
  readonly taken: readonly (string | undefined)[];
  readonly isSaid: boolean;
}

function nameApart(app: SettingsHost, { first, taken, isSaid }: Others): void {
  const isTaken = (name: string) => taken.some((other) => other?.toLowerCase() === name.toLowerCase());
  const own = appNameOf(app);
  // Paths that differ in case or in punctuation alone make one name.
  const name = isTaken(own) ? `${own}_${createHash('sha256').update(app.node.path).digest('hex').slice(0, 6)}` : own;
  give(app, name);
  if (isSaid || nameOf(app) !== name) return;
  warn(
    app,
    'signalr/own-hubs',
    `${app.node.path} is a hub server of the same service as ${first.node.path} and has hubs of its own, by the application name ${name}; set applicationName to choose the name, or sharesHubs to true where both are to serve the same clients`,
  );
}

/** Gives a host an application name, unless it has one that was not made here. */
function give(host: SettingsHost, name: string | undefined): void {
  const before = nameOf(host);
  if (before !== madeNames.get(host) || name === undefined || name === before) return;
  host.addAppSetting(APPLICATION_NAME, name);
  madeNames.set(host, name);
}

function appOf(host: SettingsHost): SettingsHost {
  return HostFamily.of(host)?.app ?? host;
}

function nameOf(host: IConstruct): string | undefined {
  return HostSettings.of(host).find(APPLICATION_NAME)?.value;
}

/** The path of its construct is known at synth. */
function appNameOf({ node }: IConstruct): string {
  return `app_${node.path.replace(/\W+/g, '_')}`;
}

function slotNameOf(appName: string | undefined, { name }: NamedSlot): string {
  const prefix = appName === undefined ? '' : `${appName}_`;
  const slotName = isKnown(name) ? name.replaceAll('-', '_') : Token.asString(Fn.replace(name, '-', '_'));
  return `${prefix}slot_${slotName}`;
}
