import { RawJson, RawResource } from '../terraform';
import { withPrefixes } from './expressions';

const NAMES = ['network', 'signalr', 'app'] as const;

/** The modules that a team would write an estate in. */
export type ModuleName = (typeof NAMES)[number];

const RESOURCE = /^(azurerm_\w+)\.(\w+)/;

/** The module that a team would write a resource in. */
export function moduleOf({ type }: { readonly type: string }): ModuleName {
  if (/_app(_slot)?$|_logic_app_|_swift_connection$/.test(type)) return 'app';
  return /^azurerm_(virtual_network|subnet|network_security|route)/.test(type) ? 'network' : 'signalr';
}

/** What a plan says of the configuration, in the root module or in three of them, which give each other what they need. */
export class Modules {
  private readonly outputs: Record<string, RawJson> = { network: {}, signalr: {}, app: {} };
  private readonly arguments: Record<string, RawJson> = { network: {}, signalr: {}, app: {} };
  private readonly resources: Record<string, RawJson[]> = { network: [], signalr: [], app: [] };

  public constructor(private readonly hasModules: boolean) {}

  /** A reference as it is written where a resource is. */
  public referenceFrom(resource: RawResource, reference: string): string {
    const own = moduleOf(resource);
    if (!this.hasModules) return reference;
    const [, type] = RESOURCE.exec(reference) ?? [];
    if (type === undefined) {
      if (reference.startsWith('var.')) this.arguments[own][reference.slice(4)] = { references: [reference] };
      return reference;
    }
    const other = moduleOf({ type });
    if (other === own) return reference;
    const name = reference.slice(type.length + 1).replace(/\W+/g, '_');
    this.outputs[other][name] = { expression: { references: withPrefixes(reference) } };
    this.arguments[own][name] = { references: withPrefixes(`module.${other}.${name}`) };
    return `var.${name}`;
  }

  public add(resource: RawResource, configuration: RawJson): void {
    this.resources[moduleOf(resource)].push(configuration);
  }

  /** `root_module` of the configuration of a plan. */
  public get root(): RawJson {
    const variables = { on: {}, names: {} };
    if (!this.hasModules) return { resources: Object.values(this.resources).flat(), variables };
    const calls = NAMES.map((name) => {
      const given = this.arguments[name];
      const own = Object.fromEntries(Object.keys(given).map((each) => [each, {}]));
      const module = { outputs: this.outputs[name], resources: this.resources[name], variables: own };
      return [name, { source: `./${name}`, expressions: given, module }];
    });
    return { module_calls: Object.fromEntries(calls), variables };
  }
}
