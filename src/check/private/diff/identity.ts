import { ModelResource } from '../../../model/model-resource';

/** Types whose names are unique in all of Azure. */
const GLOBAL =
  /^azurerm_(signalr_service|(linux|windows)_(web|function)_app|function_app_flex_consumption|logic_app_standard|key_vault|storage_account)$/;

/**
 * Names of resources that are equal before and after: type, group and name in Azure where they are known,
 * so that a moved address is no change; otherwise the path.
 */
export class Identity {
  private readonly keys = new Map<string, string>();

  public constructor(resources: ReadonlyMap<string, ModelResource>) {
    const uses = new Map<string, number>();
    for (const [path, resource] of resources) {
      const key = keyOf(resource) ?? path;
      this.keys.set(path, key);
      uses.set(key, (uses.get(key) ?? 0) + 1);
    }
    // What two resources would share tells neither of them.
    for (const [path, key] of this.keys) if (uses.get(key)! > 1) this.keys.set(path, path);
  }

  /** The key of what a report names by its path, or its id. */
  public of(path: string): string {
    return this.keys.get(path) ?? path.toLowerCase();
  }
}

function keyOf(resource: ModelResource): string | undefined {
  const { type, name, group, place } = resource;
  if (name === undefined || place.kind !== 'resource') return undefined;
  if (GLOBAL.test(type)) return [type, name].join(' ').toLowerCase();
  if (group === undefined) return undefined;
  // Names of subnets and their like are unique in what holds them only.
  const holders = ['virtual_network_name', 'private_dns_zone_name'].map((attribute) => resource.at(attribute).text);
  return [type, group, ...holders, name].join(' ').toLowerCase();
}
