import { nameOf, Place, Places } from './place';
import { Analysis, analysisOf } from '../../connectivity/internal/analysis';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { FUNCTIONS } from '../../topology/apps/app-types';
import { AppSystem, systemOf } from '../../topology/apps/systems';
import { IDENTITY, principalsOf } from '../../topology/identity/principals';
import { insightsOf, LogRoute, logRouteOf } from '../../topology/observability/log-routes';
import { SIGNALR } from '../../topology/signalr/connections';
import { Service } from '../../topology/signalr/services';
import { isServerless, upstreamsOf } from '../../topology/signalr/upstream';
import { Topology } from '../../topology/topology';
import { AppCommands } from '../internal/commands';

/** An app or slot of a runbook. */
export interface AppEntry {
  readonly app: ModelResource;
  /** Its name: of a slot with that of its app, its path where the name is not known. */
  readonly label: string;
  readonly place: Place;
  readonly commands: AppCommands;
  readonly system?: AppSystem;
  /** The subnet through which it calls out. */
  readonly subnet?: Target;
  /** The services that it calls, or is taken to call. */
  readonly services: readonly ServiceEntry[];
}

/** A service of a runbook. */
export interface ServiceEntry {
  readonly service: Service;
  readonly label: string;
  readonly place: Place;
}

/** An app with a service that it calls. */
export interface Pair {
  readonly entry: AppEntry;
  readonly called: ServiceEntry;
}

/** The services and apps that a runbook is of: those at or below a scope, and what belongs to them. */
export class Inventory {
  public readonly topology: Topology;
  public readonly analysis: Analysis;
  public readonly places: Places;
  public readonly services: readonly ServiceEntry[];
  public readonly apps: readonly AppEntry[];
  /** Reports whether no settings name the only service, so that each app counts as its caller. */
  public readonly isAssumed: boolean;

  /** @param scope path of a construct; empty for all that the model has */
  public constructor(
    public readonly model: TerraformModel,
    private readonly scope: string,
  ) {
    this.topology = Topology.of(model);
    this.analysis = analysisOf(model);
    this.places = new Places(model);
    const { services, connections, apps } = this.topology;
    const callersOf = ({ key }: Service) => connections.appsOf(key);
    const isAsked = (service: Service) =>
      this.holds(service.key) ||
      callersOf(service).some(({ path }) => this.holds(path)) ||
      (!service.resource &&
        [...service.endpoints, service.list.resource].some((part) => part && this.holds(part.path)));
    const asked = services.all.filter(isAsked);
    this.services = asked.map((service) => this.serviceEntry(service));
    const callers = new Set(asked.flatMap(callersOf));
    this.isAssumed = callers.size === 0 && this.services.length === 1;
    this.apps = apps.all
      .filter((app) => this.holds(app.path) || callers.has(app))
      .map((app) =>
        this.appEntry(
          app,
          this.services.filter(({ service }) => this.isAssumed || callersOf(service).includes(app)),
        ),
      );
  }

  /** Each app with each service that it calls. */
  public get pairs(): Pair[] {
    return this.apps.flatMap((entry) => entry.services.map((called) => ({ entry, called })));
  }

  /** The private endpoints of the services. */
  public get endpoints(): ModelResource[] {
    return this.services.flatMap(({ service }) => service.endpoints);
  }

  /** The apps, and the services that the configuration defines. */
  public get holders(): ModelResource[] {
    return [...this.apps.map(({ app }) => app), ...this.services.flatMap(({ service }) => service.resource ?? [])];
  }

  /** The apps that a service calls, as its upstreams name them. */
  public calledBy({ service: { resource } }: ServiceEntry): readonly AppEntry[] {
    if (!resource || !isServerless(resource).isYes) return [];
    const { appsByHost } = this.topology;
    const called = (upstreamsOf(resource) ?? []).map(
      ({ host = '' }) => appsByHost.find(resource.place.stack, host)?.path,
    );
    return this.apps.filter(({ app }) => called.includes(app.path));
  }

  /** The user-assigned identities of an app or service. */
  public identitiesOf(holder: ModelResource): ModelResource[] {
    const { keys } = principalsOf(holder, this.model);
    const all = [...this.model.resources(IDENTITY), ...this.model.dataSources(IDENTITY)];
    return all.filter(({ path }) => keys.has(path));
  }

  /** Returns the destinations to which the configuration sends the logs of an app or service. */
  public routesOf({ path }: ModelResource): LogRoute[] {
    return this.topology.logSettings.to(path).map((setting) => logRouteOf(setting, this.model));
  }

  /** The workspaces with the logs of an app or service, and with the telemetry of an app. */
  public workspacesOf(holder: ModelResource): Target[] {
    const all = [...this.routesOf(holder), insightsOf(holder, this.model)].map((route) => route?.workspace);
    return all.filter((workspace) => workspace !== undefined);
  }

  /** Reports whether a path is at or below the scope. */
  public holds(path: string): boolean {
    return this.scope === '' || path === this.scope || path.startsWith(`${this.scope}/`);
  }

  /** The place of a subnet, with the options that name it. */
  public networkOf(subnet: Target): Place | undefined {
    const key = this.topology.subnets.networkOf(subnet);
    return key === undefined ? undefined : this.network(key);
  }

  /** The place of a network. */
  public network(key: string): Place {
    const resource = this.topology.networks.resourceOf(key);
    return resource
      ? this.places.of(resource, 'NETWORK')
      : this.places.target(Target.external(key), 'NETWORK', `the network ${key}`);
  }

  /** Name of a subnet in Azure. */
  public subnetName({ key = '', resource }: Target) {
    if (resource) return this.places.named(resource, 'name', `the name of ${resource.path}`);
    return nameOf(key.slice(key.lastIndexOf('/') + 1));
  }

  private serviceEntry(service: Service): ServiceEntry {
    const { key, name, resource } = service;
    const found = resource ?? this.model.dataSources(SIGNALR).find(({ path }) => path === key);
    const place = found
      ? this.places.of(found, 'SIGNALR')
      : this.places.target(Target.external(key), 'SIGNALR', `the service ${key}`);
    return { service, label: found ? (found.name ?? key) : name, place };
  }

  private appEntry(app: ModelResource, services: readonly ServiceEntry[]): AppEntry {
    const { apps, integrations } = this.topology;
    const parent = apps.parentOf(app);
    const own = app.name ?? app.path;
    const label = parent ? `${parent.resource?.name ?? parent.key ?? 'an app that is not known'}/${own}` : own;
    return {
      app,
      label,
      place: parent ? this.places.ofSlot(app, parent) : this.places.of(app, 'APP'),
      commands: FUNCTIONS.includes(app.type) ? 'functionapp' : 'webapp',
      system: systemOf(app, apps.planOf(app).resource),
      subnet: integrations.subnetOf(app.path),
      services,
    };
  }
}
