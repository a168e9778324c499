import { Place } from './place';
import { oneLine } from '../../core/internal/one-line';
import { CliAddress } from '../internal/commands';

/** Texts that a shell takes as they are, also between double quotes and in a query. */
const PLAIN = /^[\w./:@-]+$/;

/** Groups of commands of the Azure CLI that show a resource. */
export type Shown = 'webapp' | 'functionapp' | 'signalr' | 'keyvault';

/** The words of the commands of a runbook, and the variables of the shell that they need. */
export class Shell {
  private readonly declared: string[] = [];
  private readonly names = new Map<string, string>();
  private readonly used = new Set<string>();

  /** Lines that set the variables, in the order in which they are first needed. */
  public get declarations(): string {
    return this.declared.join('\n');
  }

  /** A known text as one word. */
  public word(text: string): string {
    return PLAIN.test(text) ? text : `'${oneLine(text).replace(/'/g, `'\\''`)}'`;
  }

  /** A name as one word: as it is, or a variable that the reader fills in. */
  public name({ text, key, because }: Place['name'], kind: string): string {
    return text === undefined ? `"$${this.open(kind, key, because)}"` : this.word(text);
  }

  /** A name that is between double quotes, within a query. */
  public inner(name: Place['name'], kind: string): string {
    const { text, key } = name;
    if (text === undefined) return `$${this.open(kind, key, name.because)}`;
    return PLAIN.test(text) ? text : `$${this.variable(kind, `inner ${text}`, this.word(text))}`;
  }

  /** The options that name a resource. */
  public flags({ name, group, subscription, kind, slot }: Place): string {
    const within = slot ? [`--slot ${this.name(slot, 'SLOT')}`] : [];
    return [
      `--name ${this.name(name, `${kind}_NAME`)}`,
      `--resource-group ${this.name(group, 'RESOURCE_GROUP')}`,
      ...[this.subscription(subscription), ...within],
    ].join(' ');
  }

  /** The option that names the resource group, and the subscription. */
  public groupFlags({ group, subscription }: Place): string {
    return `--resource-group ${this.name(group, 'RESOURCE_GROUP')} ${this.subscription(subscription)}`;
  }

  /** A resource with its id, which is a variable where the configuration does not name it. */
  public address(place: Place, shown: Shown): CliAddress {
    const flags = this.flags(place);
    const idOf = () => this.id(place, `az ${shown} show ${flags}`);
    // Only what names the id needs its variable.
    return {
      flags,
      get id() {
        return idOf();
      },
    };
  }

  /** The id of a resource: as it is, or what a command answers. */
  public id(place: Place, show: string): string {
    // Ids stand within quotes too.
    if (place.id !== undefined && PLAIN.test(place.id)) return place.id;
    return this.answer(`${place.kind}_ID`, place.key, `${show} --query id --output tsv`);
  }

  /** A variable with the answer of a command. */
  public answer(name: string, key: string, command: string): string {
    return `$${this.variable(name, `${name} ${key}`, `"$(${command})"`)}`;
  }

  private subscription({ text, key, because }: Place['subscription']): string {
    if (text !== undefined) return `--subscription ${this.word(text)}`;
    const known = 'az account show --query id --output tsv';
    const note = `# ${sentence(because)}. Change it where that is another one than your Azure CLI uses.`;
    return `--subscription "$${this.variable('SUBSCRIPTION', `subscription ${key}`, `"$(${known})"`, note)}"`;
  }

  /** A variable that the reader fills in. */
  private open(kind: string, key: string, because: string): string {
    return this.variable(kind, `open ${key}`, "''", `# Fill in: ${oneLine(because)}.`);
  }

  private variable(name: string, key: string, value: string, note?: string): string {
    const known = this.names.get(key);
    if (known !== undefined) return known;
    const [free] = ['', ...Array.from({ length: this.used.size + 1 }, (_, index) => `_${index + 2}`)]
      .map((end) => `${name}${end}`)
      .filter((each) => !this.used.has(each));
    this.used.add(free);
    this.names.set(key, free);
    this.declared.push(...(note === undefined ? [] : [note]), `${free}=${value}`);
    return free;
  }
}

function sentence(text: string): string {
  return oneLine(text.charAt(0).toUpperCase() + text.slice(1));
}
