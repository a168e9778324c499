import { Apps } from './apps';
import { pullAttribute } from './configuration-routing';
import { sizeOf } from './plans';
import { addTo } from '../../core/internal/add-to';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { Subnets } from '../network/subnets';
import { Referrers } from '../referrers';
import { isGiven, isOn, lists } from '../values';

const CONNECTION = 'azurerm_app_service_virtual_network_swift_connection';
const SUBNET_ID = 'virtual_network_subnet_id';
const SLOT_CONNECTION = 'azurerm_app_service_slot_virtual_network_swift_connection';

/** An app that names its subnet, and a resource that connects it as well. */
export interface JoinedTwice {
  readonly app: ModelResource;
  readonly connection: ModelResource;
}

/** The subnets through which apps call out. */
export class Hosts {
  private readonly byApp = new Map<string, Target>();
  private readonly bySubnet: Referrers;
  private readonly elsewhere = new Map<string, string[]>();
  private readonly environments = new Map<string, Certainty>();
  private readonly unplaced: string | undefined;
  private readonly twice: JoinedTwice[] = [];

  public constructor(
    private readonly model: TerraformModel,
    private readonly apps: Apps,
    private readonly subnets: Subnets,
  ) {
    const connections = model.resources(CONNECTION, SLOT_CONNECTION);
    const byConnected = new Referrers(
      connections,
      (connection) => this.connectedBy(connection),
      (path) => `which app ${path} belongs to`,
    );
    this.unplaced = byConnected.doubtOf('');
    for (const app of apps.all) {
      if (namesSubnet(app)) this.twice.push(...byConnected.to(app.path).map((connection) => ({ app, connection })));
      const sources = [app, ...byConnected.to(app.path)];
      const attributes = [SUBNET_ID, 'subnet_id'];
      const ids = sources.map((source) => source.at(attributes[source === app ? 0 : 1]));
      const targets = ids.filter(({ isAbsent }) => !isAbsent).map((id) => subnets.target(id));
      if (byConnected.rivalOf(app.path)) targets.push(Target.unknown());
      this.place(app, [...targets, ...this.environmentOf(app, targets.length > 0)]);
    }
    connections.forEach((connection) => this.addElsewhere(connection));
    this.bySubnet = new Referrers(
      apps.all,
      ({ path }) => this.byApp.get(path),
      (path) => `which subnet ${path} calls out through`,
    );
  }

  /** The subnets that apps call out through. */
  public get all(): Target[] {
    const known = [...this.byApp.values()].filter(({ key }) => key !== undefined);
    return [...new Map(known.map((subnet) => [subnet.key, subnet])).values()];
  }

  /** The apps that name a subnet, and have a connection to one as well. */
  public get joinedTwice(): readonly JoinedTwice[] {
    return this.twice;
  }

  /** The apps of the configuration in a subnet, with why there may be more. */
  public appsIn(subnet: Target): { apps: readonly ModelResource[]; doubt?: string } {
    return { apps: this.bySubnet.to(subnet.key), doubt: this.doubtOf(subnet) };
  }

  /** The apps that are known to call out through a subnet, by paths and, outside of the configuration, by ids. */
  public in({ key }: Target): string[] {
    return [...this.bySubnet.to(key).map(({ path }) => path), ...(this.elsewhere.get(key ?? '') ?? [])];
  }

  /** Explains why there may be more apps in a subnet; `undefined` where all are known. */
  public doubtOf({ key = '' }: Target): string | undefined {
    return this.bySubnet.doubtOf(key) ?? this.unplaced;
  }

  /** The subnet that an app calls out through; `undefined` where it has none. */
  public subnetOf(app: string): Target | undefined {
    return this.byApp.get(app) ?? (this.unplaced === undefined ? undefined : Target.unknown());
  }

  /** Reports whether an app runs inside of a network, in an App Service Environment. */
  public isInEnvironment(app: string): Certainty {
    return this.environments.get(app) ?? Certainty.NO;
  }

  /** The app or slot that a connection puts into its subnet; `undefined` for a slot that is not defined here. */
  private connectedBy(connection: ModelResource): Target | undefined {
    const app = this.apps.target(connection.at('app_service_id'));
    if (connection.type === CONNECTION || app.key === undefined) return app;
    const name = connection.at('slot_name');
    const slot = this.apps.slotOf(app.key, name);
    if (slot) return Target.resource(slot);
    return name.isUnknown ? Target.unknown() : undefined;
  }

  /** Adds apps outside of the configuration that connections name. */
  private addElsewhere(connection: ModelResource): void {
    const app = this.connectedBy(connection);
    const subnet = this.subnets.target(connection.at('subnet_id'));
    if (!app?.isExternal || subnet.key === undefined) return;
    this.byApp.set(app.key!, subnet);
    addTo(this.elsewhere, subnet.key, app.key!);
  }

  /** Of two subnets of one app, the one that Terraform sets last counts. */
  private place(app: ModelResource, targets: readonly Target[]): void {
    const [first, ...others] = targets;
    if (!first) return;
    this.byApp.set(app.path, others.every(({ key }) => key === first.key) ? first : Target.unknown());
  }

  /** https://learn.microsoft.com/azure/app-service/environment/networking */
  private environmentOf(app: ModelResource, isIntegrated: boolean): Target[] {
    const plan = this.apps.planOf(app).resource;
    if (!plan) return isIntegrated ? [] : this.environmentElsewhere(app);
    const id = plan.at('app_service_environment_id');
    const isIsolated = /^I\d/i.test(sizeOf(plan).text);
    if (id.isAbsent && !isIsolated) return [];
    // What only Terraform knows may be null; only isolated sizes are in an environment.
    if (isIsolated || isGiven(id).isYes) this.environments.set(app.path, Certainty.YES);
    const environment = this.model.target(id, 'azurerm_app_service_environment_v3').resource;
    return [environment ? this.subnets.target(environment.at('subnet_id')) : Target.unknown()];
  }

  /**
   * Of an app in an environment azurerm wants that images are pulled over the network, so one that does not is outside.
   *
   * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.55.0/internal/services/appservice/linux_function_app_resource.go
   */
  private environmentElsewhere(app: ModelResource): Target[] {
    if (!isGiven(app.at('service_plan_id')).isYes || isOn(app.at(pullAttribute(app)), false).isNo) return [];
    const doubt = 'the plan, which is not in the configuration and may be in an App Service Environment,';
    this.environments.set(app.path, Certainty.maybe(doubt));
    return [Target.unknown(`${doubt} decides about the subnet of ${app.path}`)];
  }
}

/** Reports whether an app names its subnet, and Terraform keeps it so. */
function namesSubnet(app: ModelResource): boolean {
  const id = app.at(SUBNET_ID);
  return isGiven(id).isYes && !id.is('') && lists(app.at('lifecycle.ignore_changes'), SUBNET_ID).isNo;
}
