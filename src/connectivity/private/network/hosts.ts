import { Lookup } from './lookup';
import { Subnets } from './subnets';
import { addTo } from '../../../core/private/add-to';
import { ModelResource } from '../../../core/private/model/model-resource';
import { Target } from '../../../core/private/model/target';
import { TerraformModel } from '../../../core/private/model/terraform-model';

/** Types of apps of App Service. */
export const APPS = [
  'azurerm_linux_web_app',
  'azurerm_windows_web_app',
  'azurerm_linux_function_app',
  'azurerm_windows_function_app',
  'azurerm_function_app_flex_consumption',
];
/** Types of their slots. */
export const SLOTS = [
  'azurerm_linux_web_app_slot',
  'azurerm_windows_web_app_slot',
  'azurerm_linux_function_app_slot',
  'azurerm_windows_function_app_slot',
];

/** The subnets through which apps call out. */
export class Hosts {
  private readonly bySubnet = new Map<string, string[]>();
  private readonly byApp = new Map<string, Target>();
  private readonly targets = new Map<string, Target>();

  public constructor(
    model: TerraformModel,
    private readonly subnets: Subnets,
  ) {
    const apps = new Lookup(model, ...APPS);
    const slots = slotsByName(model.resources(...SLOTS), apps);
    model.resources(...APPS, ...SLOTS).forEach((app) => this.add(app, 'virtual_network_subnet_id', app.path));
    model.resources('azurerm_app_service_virtual_network_swift_connection').forEach((connection) => {
      this.add(connection, 'subnet_id', apps.target(connection.at('app_service_id')).key);
    });
    model.resources('azurerm_app_service_slot_virtual_network_swift_connection').forEach((connection) => {
      const app = apps.target(connection.at('app_service_id')).key;
      this.add(connection, 'subnet_id', slots.get(slotKey(app, connection.at('slot_name').knownText)));
    });
  }

  /** The subnets that apps call out through. */
  public get all(): Target[] {
    return [...this.targets.values()];
  }

  /** Paths of the apps that call out through a subnet. */
  public in(subnet: Target): string[] {
    return [...new Set(this.bySubnet.get(subnet.key ?? ''))];
  }

  /** The subnet that an app calls out through; `undefined` where it has none. */
  public subnetOf(app: string): Target | undefined {
    return this.byApp.get(app);
  }

  private add(source: ModelResource, attribute: string, app: string | undefined): void {
    const id = source.at(attribute);
    if (id.isAbsent || app === undefined) return;
    const subnet = this.subnets.target(id);
    this.byApp.set(app, subnet);
    if (subnet.key === undefined) return;
    this.targets.set(subnet.key, subnet);
    addTo(this.bySubnet, subnet.key, app);
  }
}

function slotsByName(slots: readonly ModelResource[], apps: Lookup): Map<string, string> {
  return new Map(
    slots.map((slot) => {
      const id = slot.at(slot.type.includes('function') ? 'function_app_id' : 'app_service_id');
      return [slotKey(apps.target(id).key, slot.name), slot.path];
    }),
  );
}

function slotKey(app: string | undefined, name: string | undefined): string {
  return `${app} ${name?.toLowerCase()}`;
}
