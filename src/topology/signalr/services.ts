import { AccessList, AccessListIndex } from './access-list';
import { AzureCloud } from '../../core/azure-cloud';
import { addTo } from '../../core/internal/add-to';
import { Certainty } from '../../core/internal/certainty';
import { PrivateLinkZone } from '../../dns/values/private-link-zone';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { LinkKind } from '../privatelink/link-kind';

/** A SignalR service: of the tree, or one outside of it that the tree refers to. */
export interface Service {
  /** Path of its construct, or its id. */
  readonly key: string;
  /** Name that people use. */
  readonly name: string;
  /** The resource, where the tree creates the service. */
  readonly resource?: ModelResource;
  /** Host name as far as it is known, such as `chat.service.signalr.net`. */
  readonly hostname?: string;
  /** The private endpoints of the tree that connect to it. */
  readonly endpoints: readonly ModelResource[];
  /** Reports whether the service may have further private endpoints. */
  readonly mayHaveOthers: boolean;
  /** Its access control list. */
  readonly list: AccessList;
}

const SERVICE = 'azurerm_signalr_service';
const LOCATED = ['azurerm_private_endpoint', 'azurerm_virtual_network', 'azurerm_resource_group'];
const ENDPOINT = 'azurerm_private_endpoint';
const SERVICE_ID = /\/providers\/microsoft\.signalrservice\/signalr\/([^/]+)$/i;

/** Every SignalR service that a configuration has or refers to, by key. */
export class Services {
  /** A private endpoint of which only Terraform knows whether it connects to a SignalR service, and to which. */
  public readonly unplacedEndpoint?: ModelResource;

  private readonly endpoints = new Map<string, ModelResource[]>();
  private readonly lists: AccessListIndex;
  private readonly otherLocation: string | undefined;
  private readonly byKey = new Map<string, Service>();

  public constructor(private readonly model: TerraformModel) {
    [this.unplacedEndpoint] = model.resources(ENDPOINT).filter((endpoint) => !this.index(endpoint));
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

  /** The service that a part belongs to, such as a link or certificate. */
  public ofPart(part: ModelResource): Target {
    return LinkKind.SIGNALR.target(this.model, part.at('signalr_service_id')) ?? Target.unknown();
  }

  /** The same, where the configuration defines it: a data source lacks most settings. */
  public definedOf(part: ModelResource): ModelResource | undefined {
    const { resource } = this.ofPart(part);
    return resource?.isManaged ? resource : undefined;
  }

  /** The other access control lists that are, or may be, for the service of a list. */
  public rivalsOf(list: ModelResource): [ModelResource, Certainty][] {
    const { key } = this.ofPart(list);
    return this.lists
      .candidatesFor(key)
      .filter((other) => other !== list)
      .map((other) => {
        const isKnown = key !== undefined && this.ofPart(other).key !== undefined;
        const because = `whether ${other.path} is a list of the same service is not known`;
        return [other, Certainty.all([isKnown ? Certainty.YES : Certainty.maybe(because), other.presence])];
      });
  }

  /** Reports whether a service has a private endpoint in the configuration. */
  public hasEndpoint({ endpoints }: Service): Certainty {
    const { unplacedEndpoint: unplaced } = this;
    return Certainty.any([
      ...endpoints.map(({ presence }) => presence),
      unplaced ? Certainty.maybe(`what ${unplaced.path} connects to is not known`) : Certainty.NO,
    ]);
  }

  /** Reports whether the service of an endpoint is known, or that it connects to no service. */
  private index(endpoint: ModelResource): boolean {
    const id = endpoint.at('private_service_connection.private_connection_resource_id');
    const target = LinkKind.SIGNALR.target(this.model, id);
    if (target?.key !== undefined) addTo(this.endpoints, target.key, endpoint);
    return target?.key !== undefined || !target || !maySuitSignalr(endpoint);
  }

  /** Reports whether there are endpoints outside of the tree: a list may name them. */
  private mayHaveOthers(
    resource: ModelResource | undefined,
    endpoints: readonly ModelResource[],
    list?: ModelResource,
  ) {
    if (!resource?.isManaged || this.unplacedEndpoint) return true;
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

/**
 * An endpoint whose target is not known at synth does not belong to a SignalR service if its sub-resource is another
 * one.
 */
function maySuitSignalr(endpoint: ModelResource): boolean {
  const names = endpoint.at('private_service_connection.subresource_names').elements ?? [];
  return names.length === 0 || names.some((name) => name.isUnknown || LinkKind.SIGNALR.has(name.text));
}

/** A tree is of one cloud, so other resources show the cloud of a service whose region only Terraform knows. */
function locationIn(model: TerraformModel): string | undefined {
  const locations = model.resources(...LOCATED).map((resource) => resource.at('location').knownText);
  return locations.find((location) => location !== undefined);
}
