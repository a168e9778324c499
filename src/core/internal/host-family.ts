import { IConstruct } from 'constructs';
import { HostSettings } from './host-settings';
import { isInTree } from './registry';
import { APPLICATION_NAME, settingKey } from './setting-keys';

/** An app or a slot, as far as its settings are concerned. */
export interface SettingsHost extends IConstruct {
  addAppSetting(name: string, value: string): void;
}

/** A slot, with its name in the app. */
export interface NamedSlot {
  readonly host: SettingsHost;
  readonly name: string;
}

const families = new WeakMap<IConstruct, HostFamily>();

/** An app with its slots: a swap moves the settings of a slot to the app, and those of the app to the slot. */
export class HostFamily {
  /** The family of an app or slot; `undefined` for a host without slots. */
  public static of(host: IConstruct): HostFamily | undefined {
    return families.get(host);
  }

  /** Adds a slot to an app. */
  public static join(app: SettingsHost, slot: NamedSlot): void {
    const family = HostFamily.of(app) ?? new HostFamily(app);
    family.known.push(slot);
    [app, slot.host].forEach((host) => families.set(host, family));
  }

  private readonly known: NamedSlot[] = [];

  private constructor(public readonly app: SettingsHost) {}

  /** The slots that are there. */
  public get slots(): readonly NamedSlot[] {
    return this.known.filter(({ host }) => isInTree(host));
  }

  /** The app and its slots. */
  public get members(): readonly SettingsHost[] {
    return [this.app, ...this.slots.map(({ host }) => host)];
  }

  /**
   * Names of the settings of connected services that a slot has otherwise than its app, or one of the two alone: a swap
   * would give each of them the service or the identity of the other.
   *
   * @see https://learn.microsoft.com/azure/app-service/deploy-staging-slots#which-settings-are-swapped
   */
  public get differingConnections(): string[] {
    const app = HostSettings.of(this.app);
    const names = this.slots.flatMap(({ host }) => differingConnections(app, HostSettings.of(host)));
    return [...new Map(names.map((name) => [settingKey(name), name])).values()];
  }
}

/** The same for two hosts, of whom one is a slot of the other. */
export function differingConnections(app: HostSettings, slot: HostSettings): string[] {
  const connections = [app, slot].flatMap((settings) => settings.connectionNames);
  const names = connections.length === 0 ? [] : [...connections, APPLICATION_NAME];
  return names
    .filter((name) => app.find(name)?.value !== slot.find(name)?.value)
    .map((name) => (slot.find(name) ?? app.find(name))!.name);
}
