import { applied, computedByAzure, SECRET } from './azure';
import { Deployment, Instance } from './deployment';
import { moduleOf } from './modules';
import { schemaOf } from './schemas';
import { defaultOf, emptyOf, filled, Missing, sensitiveIn } from './values';
import { resourcesOf } from '../all-resources';
import { Estate } from '../estate';
import { RawJson } from '../terraform';

/** How a state or plan is written. */
export interface Form {
  readonly hasModules: boolean;
  /** Whether azurerm wrote `null` where it often writes an empty value. */
  readonly hasNulls: boolean;
}

/** An estate as `terraform show -json` prints its state; variables decide how often something is there. */
export function toState(estate: Estate, isOn: boolean, form: Form): RawJson {
  const deployment = applied(resourcesOf(estate), isOn);
  const resources = deployment.instances.map((instance) => stateOf(deployment, instance, form));
  return { format_version: '1.0', terraform_version: '1.13.4', values: valuesOf(resources) };
}

/** The same as two states: one of networks, and one of all the rest. */
export function toStates(estate: Estate, isOn: boolean, form: Form): RawJson[] {
  const deployment = applied(resourcesOf(estate), isOn);
  const isOfNetwork = ({ resource }: Instance) => moduleOf(resource) === 'network';
  const parts = [deployment.instances.filter(isOfNetwork), deployment.instances.filter((each) => !isOfNetwork(each))];
  return parts.map((instances) => ({
    format_version: '1.0',
    values: valuesOf(instances.map((instance) => stateOf(deployment, instance, form))),
  }));
}

/** The values of a state, with a module for each group of resources. */
export function valuesOf(resources: readonly RawJson[]): RawJson {
  const sorted = [...resources].sort((one, other) => (String(one.address) < String(other.address) ? -1 : 1));
  const within = (module: string | undefined) =>
    sorted.filter(({ address }) => /^module\.\w+/.exec(String(address))?.[0] === module);
  const modules = ['module.app', 'module.network', 'module.signalr'].map((address) => ({
    address,
    resources: within(address),
  }));
  const used = modules.filter(({ resources: own }) => own.length > 0);
  const children = used.length > 0 ? { child_modules: used } : {};
  return { outputs: {}, root_module: { resources: within(undefined), ...children } };
}

/** What a state says of an instance. */
export function stateOf(deployment: Deployment, instance: Instance, form: Form): RawJson {
  const { type } = instance.resource;
  const values = appliedValues(deployment, instance, form);
  return {
    ...headOf(instance, form),
    schema_version: 0,
    values,
    sensitive_values: sensitiveIn(schemaOf(type), values),
  };
}

/** All values of an instance that is there. */
export function appliedValues(deployment: Deployment, instance: Instance, { hasNulls }: Form): RawJson {
  const missing: Missing = (attribute, name, path) => {
    if (attribute.sensitive) return typeof attribute.type === 'string' ? SECRET : [{ name: SECRET, password: SECRET }];
    const computed = path.includes('.') || attribute.computed || name === 'virtual_network_subnet_id';
    const known = computed ? computedByAzure(deployment, instance, path) : undefined;
    const own = known ?? inlineId(deployment, instance, path);
    return own ?? (name === 'id' ? '' : (defaultOf(name) ?? emptyOf(attribute.type, hasNulls)));
  };
  return filled(schemaOf(instance.resource.type), deployment.given(instance), missing);
}

/** What plans and states say alike of an instance. */
export function headOf({ resource, address, index }: Instance, { hasModules }: Form): RawJson {
  const { type, key } = resource;
  const module = hasModules ? moduleOf(resource) : undefined;
  return {
    address: module === undefined ? address : `module.${module}.${address}`,
    ...(module === undefined ? {} : { module_address: `module.${module}` }),
    mode: 'managed',
    type,
    name: key,
    ...(index === undefined ? {} : { index }),
    provider_name: 'registry.terraform.io/hashicorp/azurerm',
  };
}

/** The id of a subnet that is a block of its network. */
function inlineId(deployment: Deployment, instance: Instance, path: string): unknown {
  const [, index] = /^subnet\[(\d+)\]\.id$/.exec(path) ?? [];
  if (index === undefined || instance.resource.type !== 'azurerm_virtual_network') return undefined;
  const subnets = deployment.given(instance).subnet as RawJson[] | undefined;
  const name = subnets?.[Number(index)]?.name;
  return name && `${String(deployment.attribute(instance.address, 'id'))}/subnets/${String(name)}`;
}
