import { asExpression, escaped, ResourceConfiguration } from './configuration';
import { InstanceBody } from './instance-body';
import { Json, objectOf, objectsOf } from './json';

/**
 * Puts a reference in the place of a known text, such as an id.
 *
 * @param source the attribute that the configuration takes it from, by its full address
 */
export type Link = (text: string, attribute: string, source?: string) => string;

/** One value of a plan or state, and what these say of it. */
interface Given {
  readonly value: unknown;
  /** `true` where only Terraform will know; lists and objects say so of what is in them. */
  readonly unknown?: unknown;
  /** `true` for a sensitive value; lists and objects for the values in them. */
  readonly sensitive?: unknown;
  /** Value in the configuration. */
  readonly expression?: unknown;
}

/** Reads the values of an instance as a configuration would give them: unknown ones as expressions. */
export class ValueReader {
  /**
   * @param configuration what the configuration says of the instance
   * @param alike what all instances of its block are given
   */
  public constructor(
    private readonly address: string,
    private readonly link: Link,
    private readonly configuration?: ResourceConfiguration,
    private readonly alike: readonly Json[] = [],
  ) {}

  /** The body of the instance. */
  public body(values: unknown, unknown?: unknown, sensitive?: unknown): InstanceBody {
    const given = { value: values, unknown, sensitive, expression: this.configuration?.expressions };
    return new InstanceBody(
      () => namesIn(given),
      (name) => this.valueIn(given, name, ''),
    );
  }

  private block(given: Given, path: string): Json {
    const entries = namesIn(given).map((name): [string, unknown] => [name, this.valueIn(given, name, path)]);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }

  private valueIn({ value, unknown, sensitive, expression }: Given, name: string, path: string): unknown {
    // What the blocks of a dynamic block are given, no plan says.
    const isDynamic = expression === undefined && path !== '';
    const given = {
      value: ownOf(value, name),
      unknown: ownOf(unknown, name),
      sensitive: ownOf(sensitive, name),
      expression: ownOf(expression, name),
    };
    const read = this.attribute(given, path === '' ? name : `${path}.${name}`, isDynamic);
    // azurerm writes an empty text for what is not given.
    return read === null || read === '' ? undefined : read;
  }

  private attribute(given: Given, path: string, isDynamic: boolean): unknown {
    const { value, unknown, sensitive, expression } = given;
    const name = path.slice(path.lastIndexOf('.') + 1);
    if (unknown === true) {
      if (expression !== undefined && isMarked(sensitive)) return this.secret(given, path, name);
      if (Array.isArray(expression)) return this.written(expression, path);
      if (expression !== undefined) {
        return this.unknownMap(path, expression) ?? this.configuration!.read(expression, name);
      }
      // What neither the configuration nor Azure gives yet is as if it were not given.
      return isDynamic && this.configuration ? asExpression(`${this.address}.${path}`) : undefined;
    }
    if (sensitive === true) {
      if (value === undefined || value === null || value === '') return undefined;
      return this.secret(given, path, name);
    }
    if (isBlocks(value, unknown)) return this.blocks(given, path);
    return this.plain(given, path, name);
  }

  /** Returns the reference in a sensitive value; a configuration in JSON may have parts of it as text. */
  private secret({ expression }: Given, path: string, name: string): string {
    const { references } = objectOf(expression);
    const read = references === undefined ? undefined : this.configuration?.read({ references }, name);
    return isExpression(read) ? read : asExpression(`(sensitive) ${this.address}.${path}`);
  }

  /** The entries of a map that is not known as a whole, where another instance of the block has a known one. */
  private unknownMap(path: string, expression: unknown): Json | undefined {
    const known = this.alike.map((values) => values[path]).find((each) => Object.keys(objectOf(each)).length > 0);
    if (!known || objectOf(expression).constant_value !== undefined) return undefined;
    if (!this.configuration!.hasFixedKeys(expression)) return undefined;
    const given = this.configuration!.read(expression, path);
    return Object.fromEntries(Object.keys(objectOf(known)).map((key) => [key, given]));
  }

  /** A text, a list of texts, or a map. */
  private plain({ value, unknown, sensitive, expression }: Given, path: string, name: string): unknown {
    const isGiven = value !== undefined && value !== null;
    if (Array.isArray(value) || (!isGiven && Array.isArray(unknown) && unknown.length > 0)) {
      const [values, unknowns, secrets] = [value, unknown, sensitive].map((each) => (Array.isArray(each) ? each : []));
      const length = Math.max(values.length, unknowns.length);
      return Array.from({ length }, (_, index) => {
        const given = { value: values[index], unknown: unknowns[index], sensitive: secrets[index] };
        return this.element({ ...given, expression }, `${path}[${index}]`, name);
      });
    }
    if (isGiven ? typeof value === 'object' : Object.keys(objectOf(unknown)).length > 0) {
      const [values, unknowns, secrets] = [value, unknown, sensitive].map(objectOf);
      const names = new Set([...Object.keys(values), ...Object.keys(unknowns)]);
      return Object.fromEntries(
        [...names].map((key) => {
          const given = { value: values[key], unknown: unknowns[key], sensitive: secrets[key] };
          return [key, this.element({ ...given, expression: entryOf(expression, key) }, `${path}.${key}`, name)];
        }),
      );
    }
    if (typeof value !== 'string') return value;
    const source = name.endsWith('_name') ? this.configuration?.sourceOf(expression, name) : undefined;
    return this.link(escaped(value) as string, name, source);
  }

  private element(given: Given, path: string, name: string): unknown {
    const { unknown, sensitive, expression } = given;
    if (unknown !== true && sensitive !== true) return this.plain(given, path, name);
    if (isMarked(sensitive)) return this.secret(given, path, name);
    const known = expression !== undefined && this.configuration?.read(expression, name);
    const [first] = Array.isArray(known) ? known : [known];
    return isExpression(first) ? first : asExpression(`${this.address}.${path}`);
  }

  private blocks({ value, unknown, sensitive, expression }: Given, path: string): Json[] {
    const [values, unknowns, secrets] = [value, unknown, sensitive].map(objectsOf);
    // Where all is known, its source is not needed.
    const expressions = isMarked(unknown) ? this.assigned(values, expression) : [];
    return values.map((block, index) => {
      const given = { value: block, unknown: unknowns[index], sensitive: secrets[index] };
      return this.block({ ...given, expression: expressions[index] }, path);
    });
  }

  /** Blocks that are not known at all, by what the configuration says of each. */
  private written(expressions: readonly unknown[], path: string): Json[] {
    return expressions.map((expression) => {
      const unknown = Object.fromEntries(Object.keys(objectOf(expression)).map((name) => [name, true]));
      return this.block({ value: {}, unknown, expression }, path);
    });
  }

  /**
   * Assigns the configuration of each block. Plans sort the blocks of a set, so a block has what gives its known
   * values; blocks that are alike may take what is left in any order, as it is a set.
   */
  private assigned(blocks: readonly Json[], expression: unknown): unknown[] {
    const given = blocksIn(expression);
    // A plan leaves out the blocks of a dynamic block, and any block may be one of these.
    if (expression === undefined || given.length !== blocks.length) return blocks.map(() => undefined);
    const found = new Map<number, Json>();
    const left = new Set(given);
    const open = new Set(blocks.keys());
    // What only one block can have leaves less for the others.
    for (let before = -1; before !== left.size;) {
      before = left.size;
      for (const index of open) {
        const text = comparable(blocks[index]);
        const alike = [...open].filter((other) => comparable(blocks[other]) === text);
        const options = [...left].filter((each) => fits(blocks[index], each) && this.leads(blocks[index], each));
        if (options.length !== alike.length) continue;
        found.set(index, options[0]);
        left.delete(options[0]);
        open.delete(index);
      }
    }
    return blocks.map((_, index) => found.get(index));
  }

  /** Reports whether the known ids of a block may be those that the configuration refers to. */
  private leads(block: Json, expressions: Json): boolean {
    return Object.entries(expressions).every(([name, expression]) => {
      const known = block[name];
      const linked = typeof known === 'string' ? this.link(known, name) : undefined;
      const [read] = [this.configuration?.read(expression, name)].flat();
      return !isOneId(linked) || !isOneId(read) || linked === read;
    });
  }
}

/** Lists the configuration of each block; a configuration in JSON may give the list as one text. */
function blocksIn(expression: unknown): Json[] {
  if (Array.isArray(expression)) return expression.map(objectOf);
  const { constant_value: constant } = objectOf(expression);
  if (!Array.isArray(constant)) return [objectOf(expression)];
  return objectsOf(constant).map((block) =>
    Object.fromEntries(
      Object.keys(block).map((name) => [name, entryOf({ ...objectOf(expression), constant_value: block }, name)]),
    ),
  );
}

function namesIn({ value, unknown }: Given): string[] {
  const known = Object.keys(objectOf(value));
  return [...known, ...Object.keys(objectOf(unknown)).filter((name) => !known.includes(name))];
}

function ownOf(json: unknown, name: string): unknown {
  const object = objectOf(json);
  return Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined;
}

/** Returns the configuration of an entry of a map, where the configuration gives the map as a whole. */
function entryOf(expression: unknown, key: string): unknown {
  const { constant_value: constant, ...rest } = objectOf(expression);
  return constant === undefined ? expression : { ...rest, constant_value: objectOf(constant)[key] };
}

/** The text of a block; an empty list and an empty text are what is not given. */
function comparable(block: Json): string {
  const isEmpty = (value: unknown) => value === '' || (Array.isArray(value) && value.length === 0);
  return JSON.stringify(block, (_, value: unknown) => (isEmpty(value) ? null : value));
}

/** Reports whether anything in what says which values are unknown, or sensitive, says so. */
function isMarked(marks: unknown): boolean {
  if (typeof marks !== 'object' || marks === null) return marks === true;
  return Object.values(marks).some(isMarked);
}

function isBlocks(value: unknown, unknown: unknown): boolean {
  const list = Array.isArray(value) && value.length > 0 ? value : unknown;
  return Array.isArray(list) && list.length > 0 && list.every((each) => typeof each === 'object' && each !== null);
}

/** Reports whether a block may be what the configuration writes: all that both know is the same. */
function fits(block: Json, expressions: Json): boolean {
  return Object.entries(expressions).every(([name, expression]) => {
    const { constant_value: constant } = objectOf(expression);
    if (constant === undefined || hasReferences(constant) || block[name] === undefined) return true;
    return canonical(block[name]) === canonical(constant);
  });
}

/** Reports whether a text is the id of one resource. */
function isOneId(text: unknown): boolean {
  return typeof text === 'string' && /^\$\{(?:module\.|azurerm_)[^,{}]*\.id\}$/.test(text);
}

/** Reports whether a text of a configuration in JSON refers to something. */
function hasReferences(constant: unknown): boolean {
  return JSON.stringify(constant).includes('${');
}

/** A text or a set of these; azurerm adds to what is given for blocks, which are not compared. */
function canonical(value: unknown): string {
  const text = (each: unknown) => (typeof each === 'object' ? '' : String(each));
  return Array.isArray(value) && value.length > 0 ? JSON.stringify(value.map(text).sort()) : text(value);
}

function isExpression(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('${');
}
