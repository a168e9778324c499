import { NameKind, NameKinds } from './name-kinds';
import { PrivateLinkZone } from '../../dns';
import { DnsIntegration } from '../../privatelink';
import { RoleNames } from '../role-names';

export type Role = keyof RoleNames;

/** The roles that are endpoints whose zones are linked for them. */
export type ZoneEndpointRole =
  'privateEndpoint' | 'functionAppEndpoint' | 'vaultEndpoint' | 'blobEndpoint' | 'queueEndpoint' | 'tableEndpoint';

/** Those that share the zones of others. */
export type SharingEndpointRole = 'negotiationBlobEndpoint' | 'negotiationQueueEndpoint' | 'negotiationTableEndpoint';

/** The roles that are endpoints, each with parts of its own. */
export type EndpointRole = ZoneEndpointRole | SharingEndpointRole;

/** The endpoints whose zones others share. */
export const SHARED_WITH: Readonly<Record<SharingEndpointRole, ZoneEndpointRole>> = {
  negotiationBlobEndpoint: 'blobEndpoint',
  negotiationQueueEndpoint: 'queueEndpoint',
  negotiationTableEndpoint: 'tableEndpoint',
};

/** The zones that keep the records of the endpoints. */
export const ENDPOINT_ZONES: Readonly<Record<ZoneEndpointRole, PrivateLinkZone>> = {
  privateEndpoint: PrivateLinkZone.SIGNALR,
  functionAppEndpoint: PrivateLinkZone.SITES,
  vaultEndpoint: PrivateLinkZone.KEY_VAULT,
  blobEndpoint: PrivateLinkZone.STORAGE_BLOB,
  queueEndpoint: PrivateLinkZone.STORAGE_QUEUE,
  tableEndpoint: PrivateLinkZone.STORAGE_TABLE,
};

/** The names from which defaults are made. */
interface OtherNames {
  of(role: Role): string;
  byFramework(kind: NameKind): string;
}

/** Form of the name of a role. */
export interface RoleForm {
  readonly kind: NameKind;
  /** Distinguishes the role from other roles of its kind. */
  readonly tag?: string;
  /** The default name; by the Cloud Adoption Framework, where this is left out. */
  readonly fallback?: (names: OtherNames) => string | undefined;
}

const fixed = (name: string) => () => name;
/** Azure makes the name up, or it depends on more than is known here. */
const open = () => undefined;

function rule(tag: string, name: string): RoleForm {
  return { kind: NameKinds.SECURITY_RULE, tag, fallback: fixed(name) };
}

function alert(slug: string): RoleForm {
  return { kind: NameKinds.ALERT, tag: slug, fallback: (names) => `${names.byFramework(NameKinds.ALERT)}-${slug}` };
}

function diagnosticSetting(tag: string): RoleForm {
  return { kind: NameKinds.DIAGNOSTIC_SETTING, tag, fallback: fixed('logs') };
}

function sharingEndpoint<R extends EndpointRole>(role: R, tag: string) {
  return {
    [role]: { kind: NameKinds.PRIVATE_ENDPOINT, tag },
    [`${role}Connection`]: { kind: NameKinds.CONNECTION, tag, fallback: (names: OtherNames) => names.of(role) },
    [`${role}NetworkInterface`]: { kind: NameKinds.NETWORK_INTERFACE, tag, fallback: open },
    [`${role}ZoneGroup`]: { kind: NameKinds.ZONE_GROUP, tag, fallback: fixed('default') },
  } as Readonly<Record<R | `${R}${'Connection' | 'NetworkInterface' | 'ZoneGroup'}`, RoleForm>>;
}

function endpoint<R extends ZoneEndpointRole>(role: R, tag: string) {
  return {
    ...sharingEndpoint(role, tag),
    [`${role}ZoneLink`]: { kind: NameKinds.ZONE_LINK, tag, fallback: open },
  } as Readonly<Record<R | `${R}${'Connection' | 'NetworkInterface' | 'ZoneGroup' | 'ZoneLink'}`, RoleForm>>;
}

/** Everything that the architectures name. */
export const ROLES: Readonly<Record<Role, RoleForm>> = {
  resourceGroup: { kind: NameKinds.RESOURCE_GROUP },
  virtualNetwork: { kind: NameKinds.VIRTUAL_NETWORK },
  integrationSubnet: { kind: NameKinds.SUBNET, tag: 'app' },
  integrationSubnetDelegation: { kind: NameKinds.DELEGATION, tag: 'app', fallback: fixed('delegation') },
  integrationSecurityGroup: { kind: NameKinds.SECURITY_GROUP, tag: 'app' },
  allowPrivateEndpointsOutboundRule: rule('allow-endpoints-outbound', 'AllowPrivateEndpointsOutbound'),
  allowAzureSignalROutboundRule: rule('allow-signalr-outbound', 'AllowAzureSignalROutbound'),
  denyIntegrationInboundRule: rule('deny-inbound', 'DenyAllInbound'),
  privateEndpointSubnet: { kind: NameKinds.SUBNET, tag: 'endpoints' },
  privateEndpointSecurityGroup: { kind: NameKinds.SECURITY_GROUP, tag: 'endpoints' },
  allowAppsInboundRule: rule('allow-apps-inbound', 'AllowAppsInbound'),
  allowClientsInboundRule: rule('allow-clients-inbound', 'AllowClientsInbound'),
  denyPrivateEndpointInboundRule: rule('deny-inbound', 'DenyAllInbound'),
  natGateway: { kind: NameKinds.NAT_GATEWAY },
  natGatewayPublicIp: { kind: NameKinds.PUBLIC_IP },
  routeTable: { kind: NameKinds.ROUTE_TABLE },
  firewallRoute: { kind: NameKinds.ROUTE, tag: 'default', fallback: fixed('default') },

  ...endpoint('privateEndpoint', 'signalr'),
  privateEndpointIpConfiguration: { kind: NameKinds.IP_CONFIGURATION, tag: 'signalr', fallback: fixed('static') },
  ...endpoint('functionAppEndpoint', 'func'),
  ...endpoint('vaultEndpoint', 'vault'),
  ...endpoint('blobEndpoint', 'blob'),
  ...endpoint('queueEndpoint', 'queue'),
  ...endpoint('tableEndpoint', 'table'),
  ...sharingEndpoint('negotiationBlobEndpoint', 'negotiate-blob'),
  ...sharingEndpoint('negotiationQueueEndpoint', 'negotiate-queue'),
  ...sharingEndpoint('negotiationTableEndpoint', 'negotiate-table'),

  signalr: { kind: NameKinds.SIGNALR },
  signalrIdentity: { kind: NameKinds.IDENTITY, tag: 'signalr' },
  signalrLock: { kind: NameKinds.LOCK, tag: 'signalr', fallback: fixed('no-deletion') },
  signalrDiagnosticSetting: diagnosticSetting('signalr'),
  signalrAutoscale: { kind: NameKinds.AUTOSCALE, tag: 'signalr' },
  functionAppLink: { kind: NameKinds.SHARED_LINK, tag: 'func', fallback: fixed('function-app') },
  vaultLink: { kind: NameKinds.SHARED_LINK, tag: 'vault', fallback: fixed('vault') },
  logWorkspace: { kind: NameKinds.WORKSPACE },
  actionGroup: { kind: NameKinds.ACTION_GROUP },
  connectionQuotaUtilizationAlert: alert('connection-quota-utilization'),
  serverLoadAlert: alert('server-load'),
  systemErrorsAlert: alert('system-errors'),
  inboundTrafficAlert: alert('inbound-traffic'),

  identity: { kind: NameKinds.IDENTITY },
  servicePlan: { kind: NameKinds.PLAN },
  servicePlanAutoscale: { kind: NameKinds.AUTOSCALE, tag: 'plan' },
  webApp: { kind: NameKinds.WEB_APP },
  webAppDiagnosticSetting: diagnosticSetting('app'),
  functionApp: { kind: NameKinds.FUNCTION_APP },
  functionAppDiagnosticSetting: diagnosticSetting('func'),
  negotiationIdentity: { kind: NameKinds.IDENTITY, tag: 'negotiate' },
  negotiationServicePlan: { kind: NameKinds.PLAN, tag: 'negotiate' },
  negotiationApp: { kind: NameKinds.FUNCTION_APP, tag: 'negotiate' },
  negotiationAppDiagnosticSetting: diagnosticSetting('negotiate'),
  negotiationStorage: { kind: NameKinds.STORAGE, tag: 'negotiate' },
  negotiationDeploymentContainer: { kind: NameKinds.CONTAINER, tag: 'negotiate', fallback: open },
  applicationInsights: { kind: NameKinds.INSIGHTS },
  storage: { kind: NameKinds.STORAGE },
  deploymentContainer: { kind: NameKinds.CONTAINER, fallback: open },
  vault: { kind: NameKinds.VAULT },
  vaultDiagnosticSetting: diagnosticSetting('vault'),
  functionKeySecret: { kind: NameKinds.SECRET, fallback: fixed('signalr-extension-key') },
};

/** The roles of the recommended alerts, by their metrics. */
export const ALERT_ROLES: Readonly<Record<string, Role>> = {
  ConnectionQuotaUtilization: 'connectionQuotaUtilizationAlert',
  ServerLoad: 'serverLoadAlert',
  SystemErrors: 'systemErrorsAlert',
  InboundTraffic: 'inboundTrafficAlert',
};

/** Lists the roles of an endpoint, and those of the zone that has its record. */
export function endpointRoles(role: EndpointRole, dns: DnsIntegration): Role[] {
  const { isNewZone, needsLink, privateDnsZone } = dns;
  const linkRole = role in SHARED_WITH ? undefined : (`${role as ZoneEndpointRole}ZoneLink` as const);
  return [
    role,
    `${role}Connection`,
    `${role}NetworkInterface`,
    ...(isNewZone || privateDnsZone ? [`${role}ZoneGroup` as const] : []),
    ...(linkRole && (isNewZone || needsLink) ? [linkRole] : []),
  ];
}
