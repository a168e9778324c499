import { APPS, SLOTS } from './app-types';
import { addTo } from '../../core/internal/add-to';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { Lookup } from '../network/lookup';
import { Subnets } from '../network/subnets';

/** A slot that the tree does not have. */
const NO_APP = '';

/** The subnets through which apps call out. */
export class Hosts {
  private readonly bySubnet = new Map<string, string[]>();
  private readonly byApp = new Map<string, Target>();
  private readonly targets = new Map<string, Target>();

  private readonly inEnvironment = new Set<string>();
  private hasUnplacedConnection = false;

  public constructor(
    private readonly model: TerraformModel,
    private readonly subnets: Subnets,
  ) {
    const apps = new Lookup(model, ...APPS);
    const slots = slotsByName(model.resources(...SLOTS), apps);
    for (const app of model.resources(...APPS, ...SLOTS)) {
      this.add(app.path, app, 'virtual_network_subnet_id');
      this.addEnvironment(app);
    }
    model.resources('azurerm_app_service_virtual_network_swift_connection').forEach((connection) => {
      this.connect(apps.target(connection.at('app_service_id')).key, connection);
    });
    model.resources('azurerm_app_service_slot_virtual_network_swift_connection').forEach((connection) => {
      const app = apps.target(connection.at('app_service_id')).key;
      const slot = connection.at('slot_name').knownText;
      const isKnown = app !== undefined && slot !== undefined;
      this.connect(isKnown ? (slots.get(slotKey(app, slot)) ?? NO_APP) : undefined, connection);
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
    return this.byApp.get(app) ?? (this.hasUnplacedConnection ? Target.unknown() : undefined);
  }

  /** Whether an app runs inside of a network, in an App Service Environment. */
  public isInEnvironment(app: string): boolean {
    return this.inEnvironment.has(app);
  }

  private connect(app: string | undefined, connection: ModelResource): void {
    if (app === NO_APP) return;
    if (app === undefined) this.hasUnplacedConnection = true;
    else if (connection.isRepeated) this.byApp.set(app, Target.unknown());
    else this.add(app, connection, 'subnet_id');
  }

  /** https://learn.microsoft.com/azure/app-service/environment/networking */
  private addEnvironment(app: ModelResource): void {
    const owner = parentOf(this.model, app)?.resource ?? app;
    const plan = this.model.target(owner.at('service_plan_id'), 'azurerm_service_plan').resource;
    const id = plan?.at('app_service_environment_id');
    if (!id || id.isAbsent) return;
    this.inEnvironment.add(app.path);
    const environment = this.model.target(id, 'azurerm_app_service_environment_v3').resource;
    if (environment) this.add(app.path, environment, 'subnet_id');
    else this.byApp.set(app.path, Target.unknown());
  }

  private add(app: string, source: ModelResource, attribute: string): void {
    const id = source.at(attribute);
    if (id.isAbsent) return;
    const subnet = this.subnets.target(id);
    this.byApp.set(app, subnet);
    if (subnet.key === undefined) return;
    this.targets.set(subnet.key, subnet);
    addTo(this.bySubnet, subnet.key, app);
  }
}

/** The app that a slot is part of; `undefined` for an app. */
export function parentOf(model: TerraformModel, app: ModelResource): Target | undefined {
  if (!SLOTS.includes(app.type)) return undefined;
  return model.target(app.at(app.type.includes('function') ? 'function_app_id' : 'app_service_id'), ...APPS);
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
