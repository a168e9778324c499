import { IConstruct } from 'constructs';
import type { Problem } from './problem';
import { isInTree } from './registry';
import { connectionKey, settingKey } from './setting-keys';

const CODE = 'appservice/setting-conflict';

/** Owner of settings of a host, which no other caller may set or change. */
export interface SettingOwner {
  /** The construct that it belongs to; one that is removed owns nothing. */
  readonly construct: IConstruct;
  /** Distinguishes the owners of one construct. */
  readonly id: string;
  /** Name of the owner in messages, such as `the connection to Prod/SignalR`. */
  readonly text: string;
  /** Advice in place of setting the same. */
  readonly advice: string;
  /** Settings of the owner. */
  readonly settings: Readonly<Record<string, string>>;
  /** Names of further settings that would change what these mean. */
  readonly related: readonly string[];
}

/** A setting that a host has. */
interface Entry {
  readonly name: string;
  readonly value: string;
  readonly owner?: SettingOwner;
}

const settingsOfHosts = new WeakMap<IConstruct, HostSettings>();

/** The settings of one host, each with one owner: its user, or what connects it. */
export class HostSettings {
  /** The settings of a host, for every caller. */
  public static of(host: IConstruct): HostSettings {
    const settings = settingsOfHosts.get(host) ?? new HostSettings(host);
    settingsOfHosts.set(host, settings);
    return settings;
  }

  /** The language of what runs in the host, such as `Node.js`; `undefined` where it is not known. */
  public language?: string;

  /** Reports whether the host runs a container. */
  public isContainer = false;

  private readonly starts: (() => void)[] = [];
  private readonly entries = new Map<string, Entry>();
  private readonly known: SettingOwner[] = [];

  private constructor(private readonly host: IConstruct) {}

  /** Names and values, as they were given. */
  public get values(): { [name: string]: string } {
    return Object.fromEntries([...this.entries.values()].map(({ name, value }) => [name, value]));
  }

  /** Owners of settings. */
  public get owners(): readonly SettingOwner[] {
    return this.known.filter(({ construct }) => isInTree(construct));
  }

  /** Returns the owner of a setting by name, unless the user sets it. */
  public ownerOf(name: string): SettingOwner | undefined {
    return this.owners.find((owner) => nameBy(owner, name) !== undefined);
  }

  /** Names of what connected services set; what the host sets for its own properties is not among them. */
  public get connectionNames(): string[] {
    const connections = this.owners.filter(({ construct }) => construct !== this.host);
    return connections.flatMap(({ settings }) => Object.keys(settings));
  }

  /** A setting, however its name is spelled; `undefined` where the host does not have it. */
  public find(name: string): { readonly name: string; readonly value: string } | undefined {
    return this.entries.get(settingKey(name));
  }

  /** Reports whether a value is what the owner of the setting gives it. */
  public isOwned(name: string, value: string): boolean {
    return this.owners.some((owner) => gives(owner, name, value));
  }

  /** Reports why a caller cannot set a setting of another owner. */
  public problems(name: string, value: string): Problem[] {
    if (this.isOwned(name, value)) return [];
    const owner = this.owners.find((each) => isAbout(each, name));
    if (owner) return [conflict(name, name, owner)];
    const before = this.entries.get(settingKey(name));
    if (!before || before.name === name) return [];
    return [{ code: CODE, message: `app setting ${name} is set as ${before.name} already; ${ONE_SPELLING}` }];
  }

  /** Reports why an owner cannot set its settings: the user of the host gave them before. */
  public ownerProblems(owner: SettingOwner): Problem[] {
    return [...this.entries.values()]
      .filter(
        (entry) => entry.owner === undefined && isAbout(owner, entry.name) && !gives(owner, entry.name, entry.value),
      )
      .map(({ name }) => conflict(`${name} of ${this.host.node.path}`, name, owner));
  }

  /** Lets an owner set its settings from now on; what it set before is forgotten. */
  public own(owner: SettingOwner): void {
    const index = this.known.findIndex(({ construct, id }) => construct === owner.construct && id === owner.id);
    if (index >= 0) this.known.splice(index, 1);
    this.known.push(owner);
  }

  /** Takes a setting over; the last value of a name counts. */
  public put(name: string, value: string): void {
    const owner = this.isOwned(name, value) ? this.ownerOf(name) : undefined;
    this.entries.set(settingKey(name), { name, value, owner });
    if (this.startsWhenCreated) this.starts.splice(0).forEach((action) => action());
  }

  /** Does something once the host is known to run code as soon as it is created, which a later setting may say. */
  public onceStarting(action: () => void): void {
    if (this.startsWhenCreated) action();
    else this.starts.push(action);
  }

  /**
   * Reports whether there is code to run when the host is created: a container, or a package at an address. `1` stands
   * for a package that is deployed afterwards.
   *
   * @see https://learn.microsoft.com/azure/app-service/deploy-run-package
   */
  private get startsWhenCreated(): boolean {
    const fromPackage = this.find('WEBSITE_RUN_FROM_PACKAGE')?.value ?? '0';
    return this.isContainer || !['0', '1', ''].includes(fromPackage);
  }
}

/** Advice for two names of one setting. */
export const ONE_SPELLING =
  'App Service ignores the letter case of names, and .NET reads ":" and "__" as one; use one spelling';

/** Returns an owner's spelling of a setting's name; `undefined` where the owner does not set it. */
export function nameBy({ settings }: SettingOwner, name: string): string | undefined {
  const key = connectionKey(name);
  return Object.keys(settings).find((own) => connectionKey(own) === key);
}

/** Reports whether a name is one that an owner sets, or would change what these mean. */
export function isAbout(owner: SettingOwner, name: string): boolean {
  return nameBy(owner, name) !== undefined || isRelated(owner, name);
}

/** Reports that another caller sets a setting of an owner. */
function conflict(called: string, name: string, owner: SettingOwner): Problem {
  const message = `app setting ${called} is given, but ${owner.text} sets ${nounOf(owner, name)}; ${owner.advice}`;
  return { code: CODE, message };
}

function isRelated({ related }: SettingOwner, name: string): boolean {
  const key = connectionKey(name);
  return related.some((each) => connectionKey(each) === key);
}

/** Reports whether an owner gives a setting of just this name this value. */
function gives({ settings }: SettingOwner, name: string, value: string): boolean {
  return Object.hasOwn(settings, name) && settings[name] === value;
}

/** Noun for a setting of an owner, in a message about the setting of a name. */
function nounOf(owner: SettingOwner, name: string): string {
  const own = nameBy(owner, name);
  const [first] = Object.keys(owner.settings);
  if (own === name || first === undefined) return 'it';
  return own === undefined ? `${first}, which it would change` : `it as ${own}`;
}
