import { OriginKind } from './origin-kind';
import { ResolutionKind } from './resolution-kind';
import { Verdict } from './verdict';

/** A resource that a verdict rests on, such as a security group, a route table or a private DNS zone. */
export interface DecidingResource {
  /** Path of its construct, or its id. */
  readonly id: string;

  /** Name in Azure, or else the last part of its path. */
  readonly name: string;

  /** Type in Terraform, such as `azurerm_network_security_group`. */
  readonly type: string;

  /**
   * Name of the rule or route in it.
   *
   * @default - the resource decides as a whole
   */
  readonly rule?: string;

  /**
   * Key of the subnet that it is attached to.
   *
   * @default - it is attached to no subnet
   */
  readonly subnet?: string;
}

/** A resource that a report mentions by its path. */
export interface ReportedResource {
  /** Path of its construct. */
  readonly id: string;

  /** Name in Azure, or else the last part of its path. */
  readonly name: string;

  /** Type in Terraform. */
  readonly type: string;
}

/** Answer to a name, seen from one place. */
export interface NameResolution {
  /** Kind of the answer. */
  readonly kind: ResolutionKind;

  /**
   * Each step from the name to the answer, such as `chat.service.signalr.net`, `CNAME chat.privatelink.service.signalr.net`,
   * `A 10.0.0.68`; without the answer where it is not known.
   */
  readonly chain: string[];

  /** The rule that decides, in one sentence. */
  readonly reason: string;

  /**
   * Code of what went wrong, such as `dns/not-linked`.
   *
   * @default - nothing went wrong
   */
  readonly code?: string;

  /**
   * Path of the private endpoint that the name resolves to.
   *
   * @default - the name does not resolve to a private endpoint of the configuration
   */
  readonly privateEndpoint?: string;

  /**
   * The private DNS zone that answers, or that lacks the name.
   *
   * @default - no zone of the configuration answers
   */
  readonly zone?: DecidingResource;
}

/** A subnet in the picture. */
export interface ReportedSubnet {
  /** Key of the subnet: its path in the tree, or its id. */
  readonly id: string;

  /** Name in Azure, or else the last part of its path. */
  readonly name: string;

  /** Address blocks, where they are known. */
  readonly addressPrefixes: string[];

  /** Paths of the apps that call out through it. */
  readonly hosts: string[];

  /** Paths of the private endpoints in it. */
  readonly privateEndpoints: string[];
}

/** A virtual network in the picture. */
export interface ReportedNetwork {
  /** Key of the network: its path in the tree, or its id. */
  readonly id: string;

  /** Name in Azure, or else the last part of its path. */
  readonly name: string;

  /** Its subnets that matter for the report. */
  readonly subnets: ReportedSubnet[];

  /** Keys of the networks that it is peered with, in both directions. */
  readonly peers: string[];

  /**
   * Id of its subscription.
   *
   * @default - the configuration does not name it
   */
  readonly subscription?: string;

  /**
   * Its region, such as `centralus`.
   *
   * @default - the region is not known
   */
  readonly region?: string;
}

/** A SignalR service, or an app that a SignalR service calls. */
export interface ReportedService {
  /** Key of the service: its path in the tree, or its id. */
  readonly id: string;

  /** Name in Azure, or else the last part of its path. */
  readonly name: string;

  /** Type in Terraform. */
  readonly type: string;

  /** Paths of its private endpoints. */
  readonly privateEndpoints: string[];

  /**
   * Id of its subscription.
   *
   * @default - the configuration does not name it
   */
  readonly subscription?: string;

  /**
   * Its region, such as `centralus`.
   *
   * @default - the region is not known
   */
  readonly region?: string;
}

/** A place that requests come from. */
export interface ReportedOrigin {
  /** Key of the origin: `internet`, or the path or id of what it is. */
  readonly id: string;

  /** Kind of place. */
  readonly kind: OriginKind;

  /** Name for people: `internet`, the apps of a subnet, the name of an endpoint's network. */
  readonly name: string;

  /**
   * Key of the network that it is in.
   *
   * @default - it is in no network of the tree
   */
  readonly network?: string;

  /** Paths of the apps, or of the application gateways and API Management services, that call from here. */
  readonly hosts: string[];
}

/** Verdict on requests of one type from one place to one service. */
export interface ConnectivityPath {
  /** Key of the service that is called. */
  readonly service: string;

  /** Key of the place that the request comes from. */
  readonly origin: string;

  /** Azure's name of the request type, such as `ServerConnection`; `Upstream` for calls of the service itself. */
  readonly requestType: string;

  /** Verdict: whether the request arrives and is allowed. */
  readonly verdict: Verdict;

  /** `public endpoint`, or the path of the private endpoint or shared private link; empty where no path is found. */
  readonly via: string;

  /** Answer to the name of the service at the origin. */
  readonly resolution: NameResolution;

  /** The rule that decides, in one sentence. */
  readonly reason: string;

  /** Code of the rule that decides, such as `nac/allowed`, `nac/denied`, `dns/not-linked`, `network/denied`. */
  readonly code: string;

  /**
   * The security group or route table that decides.
   *
   * @default - something else decides, or none of the configuration does
   */
  readonly decidedBy?: DecidingResource;
}

/** Content of a report, in a fixed order. */
export interface ConnectivityData {
  /** The virtual networks. */
  readonly networks: ReportedNetwork[];

  /** The SignalR services, and the apps that they call. */
  readonly services: ReportedService[];

  /** The places that requests come from. */
  readonly origins: ReportedOrigin[];

  /** The verdicts: for each service, each origin and each request type. */
  readonly paths: ConnectivityPath[];

  /**
   * The apps, private endpoints and shared private links that the rest mentions by their paths.
   *
   * @default - what the rest mentions is known by its path alone
   */
  readonly resources?: ReportedResource[];
}
