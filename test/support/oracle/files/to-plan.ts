import { applied } from './azure';
import { Deployment, dig, Instance } from './deployment';
import { expressionsIn, isPlain, referencesIn, UNKNOWN, withPrefixes } from './expressions';
import { Modules } from './modules';
import { Block, isObjects, schemaOf } from './schemas';
import { appliedValues, Form, headOf, stateOf, valuesOf } from './to-state';
import { defaultOf, emptyOf, filled, knownIn, Missing, sensitiveIn, unknownIn } from './values';
import { resourcesOf } from '../all-resources';
import { Estate, SUBSCRIPTION_IDS } from '../estate';
import { RawJson, RawResource } from '../terraform';

/** How a plan is written. */
export interface PlanForm extends Form {
  /** Plans have texts of a configuration in JSON as they are written; of HCL they have what these refer to. */
  readonly syntax: 'hcl' | 'json';
}

/** A plan, and what it leaves out of the configuration. */
export interface WrittenPlan {
  readonly json: RawJson;
  /** Attributes that are not known yet, where the plan does not list one attribute that they are. */
  readonly hidden: readonly { readonly resource: RawResource; readonly attribute: string }[];
}

/**
 * A plan of an estate, as `terraform show -json` prints it.
 *
 * @param prior what is there before
 */
export function toPlan(estate: Estate, isOn: boolean, form: PlanForm, prior: readonly RawResource[] = []): WrittenPlan {
  return new PlanWriter(estate, isOn, form, prior).write();
}

class PlanWriter {
  private readonly resources: readonly RawResource[];
  private readonly before: Deployment;
  private readonly after: Deployment;
  private readonly planned: Deployment;
  private readonly known = new Map<string, RawJson>();

  public constructor(
    private readonly estate: Estate,
    isOn: boolean,
    private readonly form: PlanForm,
    prior: readonly RawResource[],
  ) {
    this.resources = resourcesOf(estate);
    this.before = applied(prior, isOn);
    this.after = applied(this.resources, isOn);
    this.planned = new Deployment(this.resources, isOn, (_, { address }, path) => this.computed(address, path));
  }

  public write(): WrittenPlan {
    const { form, before, planned } = this;
    const changes = planned.instances.map((instance) => this.change(instance));
    const removed = before.instances.filter(({ address }) => !planned.at(address)).map((each) => this.removal(each));
    const listed = [...changes, ...removed].sort((one, other) =>
      String(one.address) < String(other.address) ? -1 : 1,
    );
    const values = listed.map(({ change, ...head }) => ({ ...head, values: (change as RawJson).after }));
    const prior = valuesOf(before.instances.map((instance) => stateOf(before, instance, form)));
    const json = {
      format_version: '1.2',
      terraform_version: '1.13.4',
      planned_values: valuesOf(values.filter((each) => each.values !== null)),
      resource_changes: listed,
      ...(before.instances.length > 0 ? { prior_state: { format_version: '1.0', values: prior } } : {}),
      configuration: { provider_config: this.providers(), root_module: this.configuration() },
      applyable: true,
      complete: true,
      errored: false,
    };
    return { json, hidden: planned.instances.flatMap((instance) => this.hiddenIn(instance)) };
  }

  /** Whether an instance is there before, and stays the same thing. */
  private persists(address: string): boolean {
    if (!this.before.at(address)) return false;
    // azurerm replaces an endpoint that goes into another subnet.
    const names = /^azurerm_private_endpoint\./.test(address) ? ['id', 'subnet_id'] : ['id'];
    return names.every((name) => this.before.attribute(address, name) === this.after.attribute(address, name));
  }

  private valuesBefore(address: string): RawJson {
    const known = this.known.get(address) ?? appliedValues(this.before, this.before.at(address)!, this.form);
    this.known.set(address, known);
    return known;
  }

  private computed(address: string, path: string): unknown {
    if (!this.persists(address)) return UNKNOWN;
    const [first] = /^\w+/.exec(path)!;
    return dig(this.valuesBefore(address)[first], path, first);
  }

  private values(instance: Instance): RawJson {
    const { address, resource } = instance;
    const persists = this.persists(address);
    const missing: Missing = (attribute, name, path) => {
      const before = persists ? this.computed(address, path) : undefined;
      if (attribute.computed) return before ?? (persists ? emptyOf(attribute.type, this.form.hasNulls) : UNKNOWN);
      // azurerm takes an empty value for one that is not given.
      const isEmpty = before !== undefined && JSON.stringify(before) === JSON.stringify(emptyOf(attribute.type, false));
      return defaultOf(name) ?? (isEmpty ? before : null);
    };
    return filled(schemaOf(resource.type), this.planned.given(instance), missing);
  }

  private change(instance: Instance): RawJson {
    const { address, resource } = instance;
    const schema = schemaOf(resource.type);
    const values = this.values(instance);
    const after = knownIn(values) as RawJson;
    const persists = this.persists(address);
    const before = this.before.at(address) ? this.valuesBefore(address) : null;
    const isSame = JSON.stringify(before) === JSON.stringify(after);
    const actions = persists ? [isSame ? 'no-op' : 'update'] : before ? ['delete', 'create'] : ['create'];
    const change = {
      actions,
      before,
      after,
      after_unknown: unknownIn(values),
      before_sensitive: before ? sensitiveIn(schema, before) : false,
      after_sensitive: sensitiveIn(schema, values),
    };
    return { ...headOf(instance, this.form), change };
  }

  private removal(instance: Instance): RawJson {
    const before = this.valuesBefore(instance.address);
    const sensitive = {
      before_sensitive: sensitiveIn(schemaOf(instance.resource.type), before),
      after_sensitive: false,
    };
    const change = { actions: ['delete'], before, after: null, after_unknown: {}, ...sensitive };
    return { ...headOf(instance, this.form), change };
  }

  private providers(): RawJson {
    const provider = (subscription: 'a' | 'b', alias: RawJson) => ({
      name: 'azurerm',
      full_name: 'registry.terraform.io/hashicorp/azurerm',
      ...alias,
      expressions: {
        features: [{}],
        ...(this.estate.known[subscription]
          ? { subscription_id: { constant_value: SUBSCRIPTION_IDS[subscription] } }
          : {}),
      },
    });
    return { azurerm: provider('a', {}), 'azurerm.b': provider('b', { alias: 'b' }) };
  }

  private configuration(): RawJson {
    const modules = new Modules(this.form.hasModules);
    for (const resource of this.resources) {
      const { type, key, subscription, body } = resource;
      const { count, for_each: forEach, ...given } = body;
      const expression = (json: unknown) => this.expression(json, resource, modules);
      modules.add(resource, {
        address: `${type}.${key}`,
        mode: 'managed',
        type,
        name: key,
        provider_config_key: subscription === 'a' ? 'azurerm' : 'azurerm.b',
        expressions: this.expressions(schemaOf(type), given, expression),
        schema_version: 0,
        ...(count === undefined ? {} : { count_expression: expression(count) }),
        ...(forEach === undefined ? {} : { for_each_expression: expression(forEach) }),
      });
    }
    return modules.root;
  }

  private expressions(schema: Block, given: RawJson, expression: (json: unknown) => unknown): RawJson {
    const entries = Object.entries(given).flatMap(([name, json]): [string, unknown][] => {
      const block = schema.block_types?.[name];
      if (block) {
        const list = Array.isArray(json) ? (json as RawJson[]) : [json as RawJson];
        return [[name, list.map((each) => this.expressions(block.block, each, expression))]];
      }
      const attribute = schema.attributes?.[name];
      // Blocks of what is an attribute for the provider are not in a plan: terraform/internal/command/jsonconfig.
      return attribute && isObjects(attribute.type) && this.form.syntax === 'hcl' ? [] : [[name, expression(json)]];
    });
    return Object.fromEntries(entries);
  }

  private expression(json: unknown, resource: RawResource, modules: Modules): RawJson {
    const references = expressionsIn(json)
      .flatMap(referencesIn)
      .flatMap((reference) => withPrefixes(modules.referenceFrom(resource, reference)));
    if (references.length === 0) return { constant_value: json };
    return this.form.syntax === 'hcl' ? { references } : { constant_value: json, references };
  }

  private hiddenIn(instance: Instance): { resource: RawResource; attribute: string }[] {
    const { resource } = instance;
    const { for_each: forEach, ...body } = resource.body;
    const given = this.planned.given(instance);
    const isClear = (json: unknown) =>
      isPlain(json) && !(JSON.stringify(json).includes('each.value') && expressionsIn(forEach).length !== 1);
    const isJson = this.form.syntax === 'json';
    const isHidden = (written: unknown, value: unknown): boolean => {
      if (typeof written !== 'object' || written === null) {
        return value === UNKNOWN && !isClear(written) && (!isJson || /one\(|element\(|each\./.test(String(written)));
      }
      return Object.entries(written).some(([name, each]) => isHidden(each, (value as RawJson)[name]));
    };
    return Object.keys(given)
      .filter((name) => isHidden(body[name], given[name]) || this.isBlockOfUnknown(resource.type, name, given[name]))
      .map((attribute) => ({ resource, attribute }));
  }

  private isBlockOfUnknown(type: string, name: string, value: unknown): boolean {
    const attribute = schemaOf(type).attributes?.[name];
    return (
      this.form.syntax === 'hcl' &&
      !!attribute &&
      isObjects(attribute.type) &&
      JSON.stringify(unknownIn(value)).includes('true')
    );
  }
}

/** Some resources that may be there without the others. */
export function partOf(resources: readonly RawResource[], isThere: (key: string) => boolean): RawResource[] {
  const there = new Map(resources.map((resource) => [`${resource.type}.${resource.key}`, resource]));
  const wanted = [...there].filter(([, { key }]) => isThere(key)).map(([address]) => address);
  const needed = new Set<string>();
  const add = (address: string) => {
    if (needed.has(address)) return;
    needed.add(address);
    const references = expressionsIn(there.get(address)!.body).flatMap(referencesIn);
    references.forEach((reference) => {
      const [owner] = /^azurerm_\w+\.\w+/.exec(reference) ?? [];
      if (owner !== undefined) add(owner);
    });
  };
  wanted.forEach(add);
  return resources.filter(({ type, key }) => needed.has(`${type}.${key}`));
}
