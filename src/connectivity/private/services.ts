import { AzureCloud } from '../../core';
import { addTo } from '../../core/private/add-to';
import { ModelResource } from '../../core/private/model/model-resource';
import { TerraformModel } from '../../core/private/model/terraform-model';
import { PrivateLinkZone } from '../../dns';

/** A SignalR service: of the tree, or one outside of it that the tree refers to. */
export interface Service {
  /** Path of its construct, or its id. */
  readonly key: string;
  /** What people call it. */
  readonly name: string;
  /** The resource, where the tree creates the service. */
  readonly resource?: ModelResource;
  /** Host name as far as it is known, such as `chat.service.signalr.net`. */
  readonly hostname?: string;
  /** The private endpoints of the tree that lead to it. */
  readonly endpoints: readonly ModelResource[];
  /** The access control list, where the tree has one. */
  readonly accessList?: ModelResource;
  /** Whether azapi puts rules for addresses on the public endpoint. */
  readonly hasIpRules: boolean;
}

const SERVICE = 'azurerm_signalr_service';
const SERVICE_ID = /\/providers\/microsoft\.signalrservice\/signalr\/([^/]+)$/i;

/** Every SignalR service that a model has or refers to, by key. */
export class Services {
  private readonly endpoints = new Map<string, ModelResource[]>();
  private readonly accessLists = new Map<string, ModelResource>();
  private readonly withIpRules = new Set<string>();
  private readonly byKey = new Map<string, Service>();

  public constructor(private readonly model: TerraformModel) {
    model.resources('azurerm_private_endpoint').forEach((endpoint) => this.index(endpoint));
    model.resources('azurerm_signalr_service_network_acl').forEach((list) => {
      this.accessLists.set(this.keyIn(list, 'signalr_service_id'), list);
    });
    model.resources('azapi_update_resource', 'azapi_resource').forEach((settings) => {
      if (/ip_?rules/i.test(JSON.stringify(settings.at('body').json ?? ''))) {
        this.withIpRules.add(this.keyIn(settings, 'resource_id'));
      }
    });
    [...model.resources(SERVICE), ...model.dataSources(SERVICE)].forEach((resource) =>
      this.add(resource.path, resource),
    );
    [...this.endpoints.keys(), ...this.accessLists.keys()].forEach((key) => {
      if (SERVICE_ID.test(key)) this.add(key);
    });
  }

  /** All services: first those of the tree, in the order of their definition. */
  public get all(): readonly Service[] {
    return [...this.byKey.values()];
  }

  /** The service of a key. */
  public get(key: string): Service | undefined {
    return this.byKey.get(key);
  }

  private index(endpoint: ModelResource): void {
    addTo(this.endpoints, this.keyIn(endpoint, 'private_service_connection.private_connection_resource_id'), endpoint);
  }

  private keyIn(resource: ModelResource, attribute: string): string {
    return this.model.target(resource.at(attribute), SERVICE).key ?? '';
  }

  private add(key: string, resource?: ModelResource): void {
    if (this.byKey.has(key)) return;
    const name = resource ? resource.name : SERVICE_ID.exec(key)?.[1];
    this.byKey.set(key, {
      key,
      name: name ?? key.slice(key.lastIndexOf('/') + 1),
      resource: resource?.isManaged ? resource : undefined,
      hostname: name && hostnameOf(name, resource),
      endpoints: this.endpoints.get(key) ?? [],
      accessList: this.accessLists.get(key),
      hasIpRules: this.withIpRules.has(key),
    });
  }
}

function hostnameOf(name: string, resource: ModelResource | undefined): string {
  const location = resource?.at('location').knownText;
  const cloud = location === undefined ? AzureCloud.PUBLIC : AzureCloud.ofLocation(location);
  return `${name}.${PrivateLinkZone.SIGNALR.hostIn(cloud)}`;
}
