import { Json, objectOf } from './json';
import { ListedReferences, referencesOf } from './references-of';
import { InstanceAddress, Step, stepsOf, written } from './written-path';
import { asText } from '../../core/internal/as-text';

/** Scope of an expression: an instance of a module, and the repetition of the resource or module call. */
interface Scope {
  /** Empty for the root, else such as `module.app["web"].`. */
  readonly prefix: string;
  readonly module: Json;
  /** The call of the module, and where that stands. */
  readonly call?: Json;
  readonly outer?: Site;
}

interface Site {
  readonly scope: Scope;
  readonly key?: string;
  readonly forEach?: unknown;
}

/** A resource that an expression refers to, and its attribute. */
interface Pointer {
  readonly address: string;
  readonly path: readonly Step[];
}

/** Attributes of an identity are named alike where they are used. */
const SAME_NAME = /^(?:principal|client|tenant|object)_id$/;
const IS_ID = /(?:^|_)ids?$|^scope$/;

/**
 * The expressions of a plan's configuration, as far as the plan shows their targets. A plan lists the references of
 * each.
 */
export class Configuration {
  private readonly root: Scope;
  private readonly scopes = new Map<string, Scope>();
  private readonly keys = new Map<string, Set<string | undefined>>();
  private readonly resources = new Map<Json, ReadonlyMap<string, Json>>();

  /**
   * @param configuration `configuration` of a plan
   * @param instances all instances that there are
   */
  public constructor(configuration: Json, instances: Iterable<InstanceAddress>) {
    this.root = { prefix: '', module: objectOf(configuration.root_module) };
    for (const { modules, resource, key } of instances) {
      let prefix = '';
      for (const module of modules) {
        this.remember(`${prefix}module.${module.name}`, module.key);
        prefix += `module.${module.name}${module.key === undefined ? '' : `[${module.key}]`}.`;
      }
      this.remember(prefix + resource, key);
    }
  }

  /** Returns the configuration of an instance; `undefined` where it is missing. */
  public of({ modules, resource, key }: InstanceAddress): ResourceConfiguration | undefined {
    let scope: Scope | undefined = this.root;
    for (const module of modules) scope = scope && this.childOf(scope, module.name, module.key);
    const resources = scope ? this.resourcesIn(scope) : undefined;
    const body = resources?.get(resource);
    return body && new ResourceConfiguration(this, body, { scope: scope!, key, forEach: body.for_each_expression });
  }

  /** An expression of the root module, such as that of an output. */
  public atRoot(expression: unknown, attribute: string): unknown {
    return this.read(expression, attribute, { scope: this.root });
  }

  /** @internal */
  public read(expression: unknown, attribute: string, site: Site): unknown {
    const references = referencesOf(expression);
    const { constant_value: constant } = objectOf(expression);
    if (constant !== undefined) {
      return references.sources.length > 0 ? this.rewritten(constant, references, site) : escaped(constant);
    }
    const [source, ...others] = references.sources;
    if (source === undefined) return undefined;
    if (others.length > 0) return this.listed(references, attribute, site);
    const text = this.sourceOf(expression, attribute, site);
    if (text === undefined) return asExpression(this.label(source, site));
    const isListOfOne = attribute.endsWith('ids') && text.endsWith('.id');
    return isListOfOne ? [asExpression(text)] : asExpression(text);
  }

  /** @internal */
  public takesAttributes(expression: unknown, site: Site): boolean {
    const references = referencesOf(expression);
    const pointers = references.sources.map((source) => this.follow(source, references, site));
    return !references.usesKey && pointers.every((pointer) => pointer !== undefined && pointer.path.length > 0);
  }

  /** @internal */
  public sourceOf(expression: unknown, attribute: string, site: Site = { scope: this.root }): string | undefined {
    const references = referencesOf(expression);
    const [source, ...others] = references.sources;
    const pointer = source === undefined || others.length > 0 ? undefined : this.follow(source, references, site);
    return pointer && textOf(pointer, attribute);
  }

  /** A text of a configuration in JSON, which a plan has as it is written, with what it refers to by full addresses. */
  private rewritten(json: unknown, references: ListedReferences, site: Site): unknown {
    if (typeof json === 'string') {
      return references.sources.reduce((text, source) => {
        const pointer = this.follow(source, references, site);
        const full = pointer && `${pointer.address}.${written(pointer.path)}`;
        return full === undefined || full === source ? text : text.split(source).join(full);
      }, json);
    }
    if (Array.isArray(json)) return json.map((each) => this.rewritten(each, references, site));
    if (typeof json !== 'object' || json === null) return json;
    return Object.fromEntries(
      Object.entries(json).map(([name, value]) => [name, this.rewritten(value, references, site)]),
    );
  }

  /** All that an expression refers to, one after the other: what it makes of it is not in a plan. */
  private listed(references: ListedReferences, attribute: string, site: Site): string {
    const texts = references.sources.map((source) => {
      const pointer = this.follow(source, references, site);
      return (pointer && textOf(pointer, attribute)) ?? this.label(source, site);
    });
    return [...new Set(texts)].map(asExpression).join(', ');
  }

  /** A reference as its caller gives it, since the name of a variable says little outside of its module. */
  private label(source: string, site: Site): string {
    const [{ name: kind } = {}, { name } = {}] = stepsOf(source);
    if (kind === 'each' && site.forEach) return this.labelOf(site.forEach, source, site);
    const { call, outer } = site.scope;
    if (kind !== 'var' || !call || !outer) return source;
    return this.labelOf(objectOf(call.expressions)[name!], source, outer);
  }

  private labelOf(expression: unknown, otherwise: string, site: Site): string {
    const { sources } = referencesOf(expression);
    return sources.length === 0 ? otherwise : sources.map((source) => this.label(source, site)).join(', ');
  }

  private follow(reference: string, { usesKey }: ListedReferences, site: Site): Pointer | undefined {
    const [first, second, ...rest] = stepsOf(reference);
    if (first?.name === undefined || second?.name === undefined) return undefined;
    switch (first.name) {
      case 'var':
        return this.followArgument(second.name, rest, site);
      case 'module':
        return this.followOutput(second.name, rest, usesKey, site);
      case 'each':
        return this.followValue(rest, site);
      case 'data':
        return this.resource(`data.${second.name}.${rest[0]?.name}`, rest.slice(1), usesKey, site);
      default:
        return this.resource(`${first.name}.${second.name}`, rest, usesKey, site);
    }
  }

  private followArgument(name: string, rest: readonly Step[], { scope }: Site): Pointer | undefined {
    const { call, outer } = scope;
    return call && outer && this.further(objectOf(call.expressions)[name], rest, outer);
  }

  private followOutput(name: string, steps: readonly Step[], usesKey: boolean, site: Site): Pointer | undefined {
    const [own, ...rest] = steps[0]?.key === undefined ? [{ key: undefined }, ...steps] : steps;
    const key = this.keyOf(`${site.scope.prefix}module.${name}`, own.key, usesKey, site);
    const child = key && this.childOf(site.scope, name, key.key);
    const [output, ...path] = rest;
    if (!child || output?.name === undefined) return undefined;
    const { expression } = objectOf(objectOf(child.module.outputs)[output.name]);
    return this.further(expression, path, { scope: child });
  }

  /**
   * `each.value`: of `for_each = azurerm_subnet.this` the instance of the same key, else the only thing that it holds.
   */
  private followValue(rest: readonly Step[], site: Site): Pointer | undefined {
    const { sources } = referencesOf(site.forEach);
    if (sources.length !== 1 || site.key === undefined) return undefined;
    const [first, second, ...path] = stepsOf(sources[0]);
    const address = `${first?.name}.${second?.name}`;
    if (path.length === 0 && this.keys.get(site.scope.prefix + address)?.has(site.key)) {
      return this.resource(address, [{ key: site.key }, ...rest], false, site);
    }
    return this.further(site.forEach, rest, { scope: site.scope });
  }

  private further(expression: unknown, rest: readonly Step[], site: Site): Pointer | undefined {
    const references = referencesOf(expression);
    if (references.sources.length !== 1) return undefined;
    const pointer = this.follow(references.sources[0], references, site);
    return pointer && { ...pointer, path: [...pointer.path, ...rest] };
  }

  private resource(address: string, steps: readonly Step[], usesKey: boolean, site: Site): Pointer | undefined {
    const [first, ...rest] = steps;
    const full = site.scope.prefix + address;
    const key = this.keyOf(full, first?.key, usesKey && first?.key === undefined, site);
    if (!key) return undefined;
    const path = first?.key === undefined ? steps : rest;
    return { address: key.key === undefined ? full : `${full}[${key.key}]`, path };
  }

  /** Returns the key of the instance that is meant, where it is clear. */
  private keyOf(
    address: string,
    given: string | undefined,
    usesKey: boolean,
    { key }: Site,
  ): { key?: string } | undefined {
    const keys = this.keys.get(address);
    if (given !== undefined) return keys?.has(given) ? { key: given } : undefined;
    if (keys?.size === 1) return { key: [...keys][0] };
    return usesKey && key !== undefined && keys?.has(key) ? { key } : undefined;
  }

  private childOf(scope: Scope, name: string, key: string | undefined): Scope | undefined {
    const prefix = `${scope.prefix}module.${name}${key === undefined ? '' : `[${key}]`}.`;
    const known = this.scopes.get(prefix);
    const call = objectOf(scope.module.module_calls)[name];
    if (known || call === undefined) return known;
    const forEach = objectOf(call).for_each_expression;
    const child: Scope = {
      prefix,
      module: objectOf(objectOf(call).module),
      call: objectOf(call),
      outer: { scope, key, forEach },
    };
    this.scopes.set(prefix, child);
    return child;
  }

  private resourcesIn({ module }: Scope): ReadonlyMap<string, Json> {
    const known = this.resources.get(module);
    if (known) return known;
    const list = Array.isArray(module.resources) ? module.resources.map(objectOf) : [];
    const byAddress = new Map(list.map((each): [string, Json] => [asText(each.address), each]));
    this.resources.set(module, byAddress);
    return byAddress;
  }

  private remember(address: string, key: string | undefined): void {
    const keys = this.keys.get(address) ?? new Set();
    this.keys.set(address, keys.add(key));
  }
}

/** Configuration of one instance. */
export class ResourceConfiguration {
  public constructor(
    private readonly configuration: Configuration,
    /** Body that is written once for all instances. */
    public readonly body: Json,
    private readonly site: Site,
  ) {}

  /** Its arguments, each an expression, and its blocks. */
  public get expressions(): Json {
    return objectOf(this.body.expressions);
  }

  /** Key of its provider among the configurations of providers, such as `azurerm.hub`. */
  public get provider(): string | undefined {
    const { provider_config_key: key } = this.body;
    return typeof key === 'string' ? key : undefined;
  }

  /**
   * Reports whether an expression takes attributes of resources alone. Then all instances of its block get maps with
   * the same keys, those that are written there.
   */
  public hasFixedKeys(expression: unknown): boolean {
    return this.configuration.takesAttributes(expression, this.site);
  }

  /** The attribute that an expression takes, by its full address, where it takes one alone. */
  public sourceOf(expression: unknown, attribute: string): string | undefined {
    return this.configuration.sourceOf(expression, attribute, this.site);
  }

  /** Returns the given value of an argument: texts with expressions, as far as the plan resolves them. */
  public read(expression: unknown, attribute: string): unknown {
    return this.configuration.read(expression, attribute, this.site);
  }
}

function textOf({ address, path }: Pointer, attribute: string): string | undefined {
  const rest = path.length > 0 ? written(path) : attributeFor(attribute);
  return rest && `${address}.${rest}`;
}

/** Of `azurerm_subnet.this[each.key].id` a plan lists the resource and the key alone; what is an id asks for an id. */
function attributeFor(attribute: string): string | undefined {
  if (SAME_NAME.test(attribute)) return attribute;
  if (IS_ID.test(attribute)) return 'id';
  return attribute.endsWith('_name') ? 'name' : undefined;
}

/** An expression that a model reads; braces would end it. */
export function asExpression(text: string): string {
  return `\${${text.replace(/[{}]/g, '')}}`;
}

/** Known JSON, with texts that look like expressions as Terraform escapes them. */
export function escaped(json: unknown): unknown {
  if (typeof json === 'string') return json.includes('{') ? json.replace(/([$%])\{/g, '$1$1{') : json;
  if (Array.isArray(json)) return json.map(escaped);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, escaped(value)]));
}
