import { AccessList, AccessListIndex } from './access-list';
import { AzureCloud } from '../../core';
import { addTo } from '../../core/internal/add-to';
import { PrivateLinkZone } from '../../dns';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';

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
  /** Whether it may have private endpoints that are not among these. */
  readonly mayHaveOthers: boolean;
  /** Its access control list. */
  readonly list: AccessList;
}

const SERVICE = 'azurerm_signalr_service';
const LOCATED = ['azurerm_private_endpoint', 'azurerm_virtual_network', 'azurerm_resource_group'];
const ENDPOINT = 'azurerm_private_endpoint';
const SERVICE_ID = /\/providers\/microsoft\.signalrservice\/signalr\/([^/]+)$/i;

/** Every SignalR service that a model has or refers to, by key. */
export class Services {
  private readonly endpoints = new Map<string, ModelResource[]>();
  private readonly lists: AccessListIndex;
  private readonly otherLocation: string | undefined;
  private hasUnplacedEndpoint = false;
  private readonly byKey = new Map<string, Service>();

  public constructor(private readonly model: TerraformModel) {
    model.resources(ENDPOINT).forEach((endpoint) => this.index(endpoint));
    this.otherLocation = locationIn(model);
    this.lists = new AccessListIndex(model);
    [...model.resources(SERVICE), ...model.dataSources(SERVICE)].forEach((resource) =>
      this.add(resource.path, resource),
    );
    [...this.endpoints.keys(), ...this.lists.keys].forEach((key) => {
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
    const id = endpoint.at('private_service_connection.private_connection_resource_id');
    const { key } = this.model.target(id, SERVICE);
    // What refers to something else than a SignalR service is known to be for that.
    if (key !== undefined) addTo(this.endpoints, key, endpoint);
    else if (id.isUnknown && !id.resource) this.hasUnplacedEndpoint = true;
  }

  /** Whether there are endpoints outside of the tree: a list may name them. */
  private mayHaveOthers(
    resource: ModelResource | undefined,
    endpoints: readonly ModelResource[],
    list?: ModelResource,
  ) {
    if (!resource?.isManaged || this.hasUnplacedEndpoint) return true;
    const named = list?.blocks('private_endpoint')?.map((block) => this.model.target(block.at('id'), ENDPOINT)) ?? [];
    return named.some((target) => !endpoints.some((endpoint) => endpoint === target.resource));
  }

  private add(key: string, resource?: ModelResource): void {
    if (this.byKey.has(key)) return;
    const name = resource ? resource.name : SERVICE_ID.exec(key)?.[1];
    const endpoints = this.endpoints.get(key) ?? [];
    const list = this.lists.of(key);
    this.byKey.set(key, {
      key,
      name: name ?? key.slice(key.lastIndexOf('/') + 1),
      resource: resource?.isManaged ? resource : undefined,
      hostname: name && this.hostnameOf(name, resource),
      endpoints,
      mayHaveOthers: this.mayHaveOthers(resource, endpoints, list.resource),
      list,
    });
  }

  private hostnameOf(name: string, resource: ModelResource | undefined): string {
    const location = resource?.at('location').knownText ?? this.otherLocation;
    const cloud = location === undefined ? AzureCloud.PUBLIC : AzureCloud.ofLocation(location);
    return `${name}.${PrivateLinkZone.SIGNALR.hostIn(cloud)}`;
  }
}

/** A tree is of one cloud, so other resources tell the cloud of a service whose region only Terraform knows. */
function locationIn(model: TerraformModel): string | undefined {
  const locations = model.resources(...LOCATED).map((resource) => resource.at('location').knownText);
  return locations.find((location) => location !== undefined);
}
