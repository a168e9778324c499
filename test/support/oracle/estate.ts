/** The two subscriptions of an estate; each has a provider block of its own. */
export type Subscription = 'a' | 'b';

/** Ids of the subscriptions, as they stand in ids and, where they are known, in the provider blocks. */
export const SUBSCRIPTION_IDS: Readonly<Record<Subscription, string>> = {
  a: '00000000-0000-0000-0000-00000000000a',
  b: '00000000-0000-0000-0000-00000000000b',
};

/** How often Terraform creates a resource; a variable may leave it out. */
export type Repetition = { readonly count: 0 | 1 } | { readonly countOf: string } | { readonly forEachOf: string };

/** What every resource of an estate has. */
export interface Item {
  /** Terraform's name of the resource, unique in the estate, and stable. */
  readonly key: string;
  /** Name in Azure. */
  name: string;
  group: string;
  subscription: Subscription;
  repeat?: Repetition;
}

/** A reference to a resource of the estate, or an id as a literal text. */
export type Reference = { readonly key: string } | { readonly id: string };

/** A zone by reference, or by name and group in the subscription of the provider of who names it. */
export type ZoneReference = { readonly key: string } | { readonly name: string; readonly group: string };

/** The address of a DNS server as a text, or a reference to that of an inbound endpoint. */
export type Server = string | { readonly inbound: string };

export interface SecurityRule {
  readonly key: string;
  priority: number;
  direction: 'Inbound' | 'Outbound';
  access: 'Allow' | 'Deny';
  protocol: '*' | 'Tcp' | 'Udp' | 'Icmp';
  ports: string[];
  from: string[];
  to: string[];
  repeat?: Repetition;
}

export interface SecurityGroup extends Item {
  /** Whether rules are blocks of the group, or resources of their own. */
  form: 'inline' | 'separate';
  rules: SecurityRule[];
}

export interface Route {
  readonly key: string;
  prefix: string;
  nextHop: 'None' | 'Internet' | 'VnetLocal' | 'VirtualAppliance';
  repeat?: Repetition;
}

export interface RouteTable extends Item {
  form: 'inline' | 'separate';
  routes: Route[];
}

/** A security group or route table of a subnet. */
export interface Attachment {
  readonly to: string;
  repeat?: Repetition;
}

export type EndpointPolicies = 'Disabled' | 'Enabled' | 'NetworkSecurityGroupEnabled' | 'RouteTableEnabled';

export interface Subnet {
  readonly key: string;
  readonly name: string;
  prefix: string;
  /** What it is delegated to; `undefined` for a subnet of endpoints. */
  readonly delegation?: 'Microsoft.Web/serverFarms' | 'Microsoft.Network/dnsResolvers';
  /** Azure's default is `Disabled`. */
  policies?: EndpointPolicies;
  securityGroup?: Attachment;
  routeTable?: Attachment;
}

export interface Network extends Item {
  addressSpace: string[];
  /** Without any, Azure's DNS answers. */
  dnsServers: Server[];
  /** Whether DNS servers are a resource of their own. */
  hasServersApart?: boolean;
  /** Subnets are resources of their own, blocks of the network, or instances of one resource. */
  form: 'separate' | 'inline' | 'forEach' | 'count';
  subnets: Subnet[];
}

export interface Peering extends Item {
  readonly from: string;
  to: Reference;
}

export interface Zone extends Item {}

export interface ZoneLink extends Item {
  zone: ZoneReference;
  network: Reference;
  /** Further networks by the same resource, which then has an instance for each, known by key or by number. */
  others?: { readonly by: 'forEach' | 'count'; readonly networks: Reference[] };
  policy?: 'Default' | 'NxDomainRedirect';
}

export interface AddressRecord extends Item {
  zone: ZoneReference;
  /** A text, or a reference to the address of an endpoint. */
  address: string | { readonly endpoint: string };
}

export interface Inbound {
  readonly key: string;
  readonly subnet: string;
  readonly address: string;
}

export interface Outbound {
  readonly key: string;
  readonly subnet: string;
}

export interface DnsResolver extends Item {
  readonly network: string;
  inbound: Inbound[];
  outbound: Outbound[];
}

export interface ForwardingRule {
  readonly key: string;
  domain: string;
  targets: Server[];
  enabled?: boolean;
  repeat?: Repetition;
}

export interface Ruleset extends Item {
  outbound: string[];
  rules: ForwardingRule[];
  links: { readonly key: string; network: Reference; repeat?: Repetition }[];
}

export type RequestTypeName = 'ClientConnection' | 'ServerConnection' | 'RESTAPI' | 'Trace';

export const REQUEST_TYPES: readonly RequestTypeName[] = ['ClientConnection', 'ServerConnection', 'RESTAPI', 'Trace'];

/** Types of requests; a default of Deny goes with allowed ones, a default of Allow with denied ones. */
export interface Types {
  readonly allowed?: readonly RequestTypeName[];
  readonly denied?: readonly RequestTypeName[];
}

export interface AccessList {
  readonly key: string;
  defaultAction: 'Allow' | 'Deny';
  publicNetwork: Types;
  endpoints: (Types & { endpoint: Reference })[];
  repeat?: Repetition;
}

export interface Service extends Item {
  /** azurerm's default is `true`. */
  publicAccess?: boolean;
  list?: AccessList;
  /** The app or slot that it calls, which makes it Serverless, and how the address names it. */
  upstream?: { readonly to: string; by: 'reference' | 'host' };
  /** A shared private link to an app or slot. */
  sharedLink?: { readonly key: string; to: string; repeat?: Repetition };
}

export interface Endpoint extends Item {
  subnet: Reference;
  service: Reference;
  readonly address: string;
  /** The zones of its zone group; without any it has no group. */
  zones: Reference[];
}

/** How an app gets into a subnet: by its own attribute, or by a swift connection. */
export interface Integration {
  readonly key: string;
  by: 'attribute' | 'swift';
  subnet: Reference;
  repeat?: Repetition;
}

/** What apps and slots have in common. */
export interface Caller {
  readonly key: string;
  name: string;
  integration?: Integration;
  routeAll?: boolean;
  /** Settings with DNS servers. */
  settings: Record<string, Server>;
  /** Whether anybody on the internet may call it; azurerm's default is `true`. */
  publicAccess?: boolean;
  /** How a setting names the service: by reference, or by its host name; without it nothing says that the app calls. */
  calls?: 'reference' | 'host';
}

export interface Slot extends Caller {
  /** The name in the swift connection; Azure ignores its letter case. */
  nameInConnection: string;
}

export interface App extends Caller, Item {
  kind: 'web' | 'function' | 'logic';
  slots: Slot[];
}

/** An application gateway, which calls the service for its clients from a subnet. */
export interface Gateway extends Item {
  subnet: Reference;
}

/** Everything that one Terraform configuration holds, in Azure's words. */
export interface Estate {
  /** Whether the provider block of a subscription has its id. */
  known: Record<Subscription, boolean>;
  networks: Network[];
  peerings: Peering[];
  securityGroups: SecurityGroup[];
  routeTables: RouteTable[];
  zones: Zone[];
  zoneLinks: ZoneLink[];
  records: AddressRecord[];
  resolvers: DnsResolver[];
  rulesets: Ruleset[];
  service: Service;
  endpoints: Endpoint[];
  apps: App[];
  gateway?: Gateway;
}

/** Where a request comes from. */
export type OriginOf =
  | { readonly kind: 'internet' }
  | { readonly kind: 'app'; readonly key: string }
  | { readonly kind: 'gateway'; readonly key: string }
  | { readonly kind: 'endpoint'; readonly key: string };

/** All places that requests come from. */
export function originsOf(estate: Estate): OriginOf[] {
  const callers = estate.apps.flatMap((app) => [app, ...app.slots]);
  return [
    { kind: 'internet' },
    ...callers.map(({ key }) => ({ kind: 'app' as const, key })),
    ...(estate.gateway ? [{ kind: 'gateway' as const, key: estate.gateway.key }] : []),
    ...estate.endpoints.map(({ key }) => ({ kind: 'endpoint' as const, key })),
  ];
}

/** An id in Azure, such as that of a virtual network. */
export function idOf(subscription: string, group: string, path: string): string {
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/${path}`;
}

/** What ids of the kinds of an estate have after their provider namespace, before the name. */
export const ID_TYPES = {
  network: 'Microsoft.Network/virtualNetworks',
  zone: 'Microsoft.Network/privateDnsZones',
  endpoint: 'Microsoft.Network/privateEndpoints',
  service: 'Microsoft.SignalRService/signalR',
} as const;
