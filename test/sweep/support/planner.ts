import { FORMATTED } from './formatted';
import { FREE, SECRETS } from './free';
import { GIVEN } from './given';
import {
  enumMembers,
  isA,
  isConstruct,
  isConstructId,
  isEnum,
  isScope,
  isStruct,
  membersOf,
  Producer,
  producers,
  producersOf,
  propsOf,
  Slot,
  Type,
} from './manifest';
import { NUMBERS } from './numbers';
import { Fields, Joined, Made, Plan, Special } from './plan';

/** Who decides. */
export interface Choices {
  /** A number below `count`. */
  index(count: number): number;
  chance(percent: number): boolean;
}

/** Always the first and least. */
export const LEAST: Choices = { index: () => 0, chance: () => false };

export interface PlannerOptions {
  /** How often an optional prop is given, in percent; nested ones half as often. */
  readonly optional?: number;
  /** How often a value is bad, in percent. */
  readonly bad?: number;
  readonly badTexts?: readonly string[];
  readonly badNumbers?: readonly number[];
  /** How often a text is one that only Terraform knows, or has a number in it of that kind, in percent. */
  readonly tokens?: number;
  /** Optional props that are given, and factories that are used where they fit. */
  readonly forced?: readonly string[];
  /** The text of a place; of a map's names with `.name`, of its values with `.value`. */
  readonly pinned?: Readonly<Record<string, string>>;
  /** Type of the construct whose members may be used. */
  readonly memberOf?: string;
  readonly used?: Set<string>;
}

const DEEPEST = 7;
const FROM_ATTRIBUTES = /\.(from\w*(Attributes|Id|Connection)|user)$/;

/** Factories that fit most places, which come before the others of their types. */
const PREFERRED = new Set([
  'appservice.LinuxFunctionApp.new',
  'appservice.LinuxWebApp.new',
  'identity.RoleScope.resource',
  'observability.ApplicationInsights.fromLookup',
]);

/** Plans values and constructs by the types of the library. */
export class Planner {
  private count = 0;

  public constructor(
    private readonly choices: Choices,
    private readonly options: PlannerOptions = {},
  ) {}

  /** A construct, or a method of one. */
  public make(producer: Producer, depth: number = 0, on?: Plan): Made {
    this.options.used?.add(producer.name);
    const args = producer.slots.flatMap((slot) => {
      if (isScope(slot.type)) return [new Special('scope')];
      if (isConstructId(producer, slot)) {
        return [new Special('id', this.options.pinned?.[slot.place] ?? `Id${this.next()}`)];
      }
      if (slot.variadic) return this.list(slot, slot.type, depth + 1);
      if (slot.optional && !this.isGiven(slot, depth)) return [undefined];
      return [this.value(slot, slot.type, depth + 1)];
    });
    return new Made(producer, args, on);
  }

  /** A method, called on what it belongs to. */
  public call(producer: Producer): Made {
    return this.make(producer, 0, this.named(producer.owner, 1));
  }

  public fields(name: string, depth: number): Fields {
    const given = propsOf(name).filter((slot) => !slot.optional || this.isGiven(slot, depth));
    return new Fields(given.map((slot) => [slot.name, this.value(slot, slot.type, depth + 1)] as const));
  }

  private value(slot: Slot, type: Type, depth: number): Plan {
    this.options.used?.add(slot.place);
    switch (type.kind) {
      case 'string':
        return this.text(slot.place);
      case 'number':
        return this.number(slot.place);
      case 'boolean':
        return this.choices.chance(50);
      case 'array':
        return this.list(slot, type.of, depth);
      case 'map':
        return new Fields([[this.knownText(`${slot.place}.name`) as string, this.mapped(slot, type.of, depth)]]);
      case 'named':
        return this.named(type.name, depth, slot);
    }
  }

  private mapped(slot: Slot, type: Type, depth: number): Plan {
    return type.kind === 'string' ? this.text(`${slot.place}.value`) : this.value(slot, type, depth);
  }

  private list(slot: Slot, type: Type, depth: number): Plan[] {
    if (this.isBad()) return [];
    const length = 1 + this.choices.index(2);
    const values = Array.from({ length }, () => this.value(slot, type, depth));
    const isText = type.kind === 'string' || type.kind === 'number';
    return isText ? [...new Set(values)] : values;
  }

  private text(place: string): Plan {
    const { tokens = 0 } = this.options;
    const text = this.knownText(place);
    if (tokens === 0 || typeof text !== 'string' || !this.choices.chance(tokens)) return text;
    // Nobody writes numbers into ids and addresses, of which functions of Terraform take parts.
    const isName = !/[/:@.]/.test(text);
    if (!isName) return new Special('text', `text${this.next()}`);
    const number = new Special('number', `number${this.next()}`);
    const forms = [new Special('text', `text${this.next()}`), new Joined([text, number]), new Joined([number, text])];
    return forms[this.choices.index(forms.length)];
  }

  private knownText(place: string): Plan {
    const pinned = this.options.pinned?.[place];
    if (pinned !== undefined) return pinned;
    if (SECRETS.has(place)) return new Special('secret', `secret${this.next()}`);
    const { badTexts = [] } = this.options;
    if (badTexts.length > 0 && this.isBad()) return badTexts[this.choices.index(badTexts.length)];
    const samples = FORMATTED[place] ?? GIVEN[place] ?? FREE[place];
    if (!samples) throw new Error(`no sample of ${place}`);
    return samples[this.choices.index(samples.length)].replace('{n}', () => String(this.next()));
  }

  private number(place: string): number {
    const { badNumbers = [] } = this.options;
    const samples = badNumbers.length > 0 && this.isBad() ? badNumbers : NUMBERS[place];
    return samples[this.choices.index(samples.length)];
  }

  private named(name: string, depth: number, slot?: Slot): Plan {
    if (name === 'cdktf.TerraformProvider') return new Special('provider', `provider${this.next()}`);
    if (name === 'cdktf.TerraformResource') return new Special('resource', `Resource${this.next()}`);
    if (name === 'constructs.Construct' || name === 'constructs.IConstruct') return new Special('scope');
    if (isEnum(name)) return this.enumMember(name, slot);
    return isStruct(name) ? this.fields(name, depth) : this.instance(name, depth);
  }

  private enumMember(name: string, slot?: Slot): Plan {
    const members = enumMembers(name);
    const forced = members.find((each) => slot && this.isForced(`${slot.place}=${each}`));
    const member = forced ?? members[this.choices.index(members.length)];
    if (slot) this.options.used?.add(`${slot.place}=${member}`);
    return new Made({ how: 'get', owner: name, member });
  }

  private instance(name: string, depth: number): Plan {
    const members = this.options.memberOf ? membersOf(this.options.memberOf) : [];
    const fitting = members.filter((member) => isA(member.type, name));
    if (fitting.length > 0 && isConstruct(name) && this.choices.chance(50)) {
      return new Special('member', fitting[this.choices.index(fitting.length)].name);
    }
    const producer = this.producerOf(name, depth);
    const refined = producers.filter(({ how, owner, gives }) => how === 'method' && owner === name && gives === name);
    const wanted = refined.filter((each) => depth < DEEPEST && (this.isForced(each.name) || this.choices.chance(10)));
    return wanted.reduce<Plan>((plan, each) => this.make(each, depth + 1, plan), this.make(producer, depth));
  }

  private producerOf(name: string, depth: number): Producer {
    const all = producersOf(name).sort((a, b) => Number(PREFERRED.has(b.name)) - Number(PREFERRED.has(a.name)));
    const forced = all.find((producer) => this.isForced(producer.name));
    if (forced && depth <= DEEPEST) return forced;
    if (!isConstruct(name)) {
      const flat = all.filter(isFlat);
      return this.among(depth < DEEPEST || flat.length === 0 ? all : flat, name);
    }
    const existing = all.filter((each) => FROM_ATTRIBUTES.test(each.name) || PREFERRED.has(each.name));
    const isNew = existing.length === 0 || (depth < DEEPEST && this.choices.chance(15));
    return this.among(isNew ? all : existing, name);
  }

  private among(candidates: readonly Producer[], name: string): Producer {
    if (candidates.length === 0) throw new Error(`nothing gives ${name}`);
    return candidates[this.choices.index(candidates.length)];
  }

  private isGiven(slot: Slot, depth: number): boolean {
    if (this.isForced(slot.place)) return true;
    const { optional = 0 } = this.options;
    return depth < DEEPEST && optional > 0 && this.choices.chance(depth < 2 ? optional : optional / 2);
  }

  private isForced(name: string): boolean {
    return this.options.forced?.includes(name) ?? false;
  }

  private isBad(): boolean {
    const { bad = 0 } = this.options;
    return bad > 0 && this.choices.chance(bad);
  }

  private next(): number {
    return (this.count += 1);
  }
}

/** Whether it is made of texts, numbers and the like alone. */
function isFlat({ slots }: Producer): boolean {
  return slots.every(({ type, optional }) => optional || type.kind !== 'named' || isEnum(type.name));
}
