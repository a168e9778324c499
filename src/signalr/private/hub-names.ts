import { Fn, Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { Connections } from './connections';
import { HostFamily, NamedSlot } from '../../core/internal/host-family';
import { HostSettings } from '../../core/internal/host-settings';
import { APPLICATION_NAME } from '../../core/internal/setting-keys';
import { isKnown, Problem } from '../../core/internal/violations';
import { warn } from '../../engine/warn';
import { IAppHost } from '../../identity';
import { ConnectionSettings } from '../connection-settings';

/**
 * What is wrong with an application name.
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
 * Gives slots on the service of their app, or of another slot, an application name of their own: the service takes all
 * servers of a hub for instances of one application, and leads clients of the one to the other.
 *
 * @see https://github.com/Azure/azure-signalr/issues/1650
 */
export function separateHubs(host: IAppHost, connections: Connections): void {
  const family = HostFamily.of(host);
  const members = family?.members.filter((member) => connections.hubsOf(member)) ?? [];
  if (!family || members.length < 2) return;
  family.slots
    .filter((slot) => members.includes(slot.host))
    .forEach((slot) => {
      const { readsName, readsNoName, isShared } = connections.hubsOf(slot.host)!;
      if (readsName) nameHubs(family, slot, isShared);
      if (!readsNoName || isShared) return;
      warn(
        slot.host,
        'signalr/shared-hubs',
        `the slot ${slot.host.node.path} shares its hubs and clients with the other hosts of its app, because the bindings of Azure Functions read no application name; connect the slot to a service of its own, or set sharesHubs to true`,
      );
    });
}

function nameHubs({ app }: HostFamily, { host, name }: NamedSlot, isShared: boolean): void {
  const before = HostSettings.of(host).find(APPLICATION_NAME)?.value;
  if (before !== madeNames.get(host)) return;
  const appName = HostSettings.of(app).find(APPLICATION_NAME)?.value;
  const made = isShared ? appName : slotNameOf(appName, name);
  if (made === undefined || made === before) return;
  host.addAppSetting(APPLICATION_NAME, made);
  madeNames.set(host, made);
}

function slotNameOf(appName: string | undefined, slot: string): string {
  const prefix = appName === undefined ? '' : `${appName}_`;
  const slotName = isKnown(slot) ? slot.replaceAll('-', '_') : Token.asString(Fn.replace(slot, '-', '_'));
  return `${prefix}slot_${slotName}`;
}
