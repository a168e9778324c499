import { differingConnections } from '../../core/internal/host-family';
import { HostSettings } from '../../core/internal/host-settings';
import { isInTree, keyOf, registry } from '../../core/internal/registry';
import { warn } from '../../engine/warn';
import { IApp } from '../app';

interface Existing extends IApp {
  readonly defaultHostname: string;
}

/** Keeps an existing app, or a slot of one, for those that are given the id of the same app. */
export function keepExisting(app: Existing): void {
  const apps = registry<Existing[]>(app, 'existing apps');
  const key = keyOf(app.appId);
  apps.set(key, [...(apps.get(key) ?? []), app]);
}

/**
 * Warns where an app and its slot are both given as existing apps, and have connections that a swap would exchange:
 * only their owner can make settings sticky.
 */
export function warnOfSlots(slot: Existing, settings: HostSettings): void {
  const all = registry<Existing[]>(slot, 'existing apps').get(keyOf(slot.appId)) ?? [];
  const before = all.slice(0, all.indexOf(slot)).filter(isInTree);
  const others = before.filter(({ defaultHostname }) => keyOf(defaultHostname) !== keyOf(slot.defaultHostname));
  others.forEach((app) => {
    const names = [...new Set(differingConnections(HostSettings.of(app), settings))];
    if (names.length === 0) return;
    warn(
      slot,
      'appservice/slot-settings',
      `${app.node.path} and ${slot.node.path} are one app with its slot, and a swap would give each the service or identity of the other; let the owner of the app make these app settings sticky: ${names.join(', ')}`,
    );
  });
}
