import { Fn, TerraformProvider, TerraformResource, Token } from 'cdktf';
import { Construct } from 'constructs';
import { IChangeableService } from './ichangeable-service';
import { beginDefinition } from '../placement/definition';
import { childNameProblems } from './private/child-names';
import { leaveUnits } from './private/define-autoscale';
import { addReplicaOf } from './private/replicas';
import { factsOf } from './private/service-facts';
import { RegionEndpoint } from './region-endpoint';
import { ServiceChange } from './service-change';
import { Sku } from './sku';
import { fitted } from '../core/internal/fitted-names';
import { checkInput } from '../core/internal/input/check-input';
import { locationProblems } from '../core/internal/locations';
import { normalizeLocation } from '../core/internal/region-name';
import { tagProblems } from '../core/internal/tags';
import { isKnown, Problem, Violations } from '../core/internal/violations';
import { AzapiResource, azapiProviderProblems } from '../engine/azapi';

const MAX_NAME_LENGTH = 63;

/** Options of a replica that do not depend on its service. */
export interface ReplicaOptions {
  /** Region of the replica, such as `westeurope`; another one than the service's. */
  readonly location: string;

  /**
   * Tier and units of the replica, of a Premium tier. Each replica is billed for its own units.
   *
   * @default - those of the service, so that one region can take the connections of the other, or Sku.premium(1) where
   * they are not known
   */
  readonly sku?: Sku;

  /**
   * Name: 3 to 63 letters, digits or inner dashes, beginning with a letter. Unique among the replicas of the service.
   *
   * @default - `SERVICE-REGION`
   */
  readonly name?: string;

  /**
   * Routing of clients to the replica. Disable it some time before you remove the replica, so that clients move.
   *
   * @default RegionEndpoint.ENABLED
   */
  readonly regionEndpoint?: RegionEndpoint;

  /**
   * Tags of the replica.
   *
   * @default - those of the service, where this library defines it
   */
  readonly tags?: { [name: string]: string };

  /**
   * Provider of Azure/azapi 2.x. Outside of the public cloud define one with its `environment`, or set
   * `ARM_ENVIRONMENT`.
   *
   * @default - the stack's own without an alias, which is defined if it is missing
   */
  readonly azapiProvider?: TerraformProvider;
}

/** Properties of a replica. */
export interface ReplicaProps extends ReplicaOptions {
  /** The service, of a Premium tier. */
  readonly service: IChangeableService;
}

/**
 * Defines a replica of a SignalR service in another region. Azure routes clients to the nearest healthy region, under
 * the host name of the service; all regions share the settings and the access control list of the service.
 *
 * azurerm has no replicas: this construct needs the azapi provider, which nothing else here does unless it says so.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-enable-geo-replication
 */
export class Replica extends Construct {
  /** Azure resource id of the replica. */
  public readonly replicaId: string;

  /** Name of the replica. */
  public readonly replicaName: string;

  /** Region of the replica. */
  public readonly location: string;

  /** The azapi resource, of type `azapi_resource`. */
  public readonly resource: TerraformResource;

  /**
   * Defines a replica.
   *
   * @throws `signalr/replica-requires-premium`, `signalr/replica-location`, `signalr/replica-name`, `signalr/capacity`,
   * `core/location`, `core/tags`, `core/azapi-provider`
   */
  public constructor(scope: Construct, id: string, props: ReplicaProps) {
    checkInput('signalr.Replica', arguments);
    super(scope, id);
    const { service, azapiProvider } = props;
    const tags = props.tags ?? factsOf(service)._tags;
    const sku = props.sku ?? service.sku ?? Sku.premium(1);
    this.location = isKnown(props.location) ? normalizeLocation(props.location) : props.location;
    this.replicaName = props.name ?? defaultName(service, this.location);
    const violations = new Violations(this);
    violations.include(childNameProblems('signalr/replica-name', 'a replica', this.replicaName));
    violations.include(tierProblems(service.sku, props.sku));
    violations.include(sku._problems({ publicNetworkAccess: true, privateEndpoint: false }));
    violations.include(locationProblems(this, this.location));
    violations.include(regionProblems(service, this.location));
    violations.include(tagProblems(tags));
    violations.include(azapiProviderProblems(azapiProvider));
    violations.throwIfAny();

    beginDefinition(this);
    const resource = new AzapiResource(this, 'Resource', {
      // The oldest stable version of the API that knows replicas, and the one that azurerm 4.55 uses for the service.
      type: 'Microsoft.SignalRService/signalR/replicas@2024-03-01',
      parentId: service.serviceId,
      name: this.replicaName,
      location: this.location,
      body: {
        sku: { name: sku.name, tier: 'Premium', capacity: sku.units },
        properties: { regionEndpointEnabled: props.regionEndpoint ?? RegionEndpoint.ENABLED },
      },
      tags,
      provider: azapiProvider,
    });
    leaveUnits(sku, resource, 'body.sku.capacity');
    this.resource = resource;
    this.replicaId = resource.id;
    addReplicaOf(service, this);
    service.changeInOrder(ServiceChange.REPLICA, resource);
  }
}

/** `SERVICE-REGION`; the name of a service that is only looked up is the first part of its host name. */
function defaultName(service: IChangeableService, location: string): string {
  const { hostname } = service;
  const fromHost = isKnown(hostname) ? hostname.split('.')[0] : Token.asString(Fn.element(Fn.split('.', hostname), 0));
  return fitted(`${factsOf(service)._ownName ?? fromHost}-${location}`, MAX_NAME_LENGTH);
}

function tierProblems(ofService: Sku | undefined, ofReplica: Sku | undefined): Problem[] {
  const code = 'signalr/replica-requires-premium';
  const problems: Problem[] = [];
  if (ofService && !ofService.isPremium) {
    problems.push({ code, message: `the service is ${ofService.name}; give it Sku.premium(...) to have replicas` });
  }
  if (ofReplica && !ofReplica.isPremium) {
    problems.push({ code, message: `${ofReplica.name} given for a replica; use Sku.premium(...)` });
  }
  return problems;
}

function regionProblems(service: IChangeableService, location: string): Problem[] {
  const own = service.location;
  if (!isKnown(own) || !isKnown(location) || normalizeLocation(own) !== location) return [];
  const message = `the service itself is in ${location}; give a replica another region`;
  return [{ code: 'signalr/replica-location', message }];
}
