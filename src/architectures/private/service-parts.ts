import { Construct } from 'constructs';
import { NameKinds } from './name-kinds';
import { Names } from './names';
import { BoundNetwork } from './network-choice';
import { ALERT_ROLES, ENDPOINT_ZONES, EndpointRole, ZoneEndpointRole } from './roles';
import { ServiceInput } from './service-input';
import { IResourceGroup, RegionalResourceProps, ResourceGroup } from '../../core';
import { followedProvider } from '../../core/internal/providers';
import { isKnown } from '../../core/internal/violations';
import { PrivateDnsZone } from '../../dns';
import { sharedLinkName } from '../../dns/internal/link-name';
import { IVirtualNetwork, SubnetDelegation } from '../../network';
import { ActionGroup, DiagnosticSetting, LogDestination, MetricAlert } from '../../observability';
import { DnsIntegration, PrivateEndpoint } from '../../privatelink';
import { SignalRAlert, SignalRService, SignalRServiceProps, SignalRServiceSettings } from '../../signalr';
import { SecureSignalROptions } from '../secure-signalr-options';

/** Parts that every other part of an architecture depends on. */
export interface Foundation {
  readonly resourceGroup: IResourceGroup;
  readonly regional: RegionalResourceProps;
  /** The same for the network and new zones. */
  readonly ofNetwork: RegionalResourceProps;
  readonly endpointGroup: IResourceGroup;
  readonly network: BoundNetwork;
}

/** Defines resource group and network, where they are new. */
export function defineFoundation(
  scope: Construct,
  input: ServiceInput,
  props: SecureSignalROptions,
  delegation?: SubnetDelegation,
): Foundation {
  const { names, location, clientsArePrivate, serversArePublic } = input;
  const { tags } = props;
  const provider = followedProvider(scope, props.provider, props.resourceGroup);
  const resourceGroup =
    props.resourceGroup ??
    new ResourceGroup(scope, 'ResourceGroup', { name: names.of('resourceGroup'), location, tags, provider });
  const regional = { resourceGroup, location, tags, provider };
  const own = input.network.resourceGroup;
  const ofNetwork = own
    ? { ...regional, resourceGroup: own, provider: followedProvider(scope, undefined, own) ?? props.provider }
    : regional;
  const use = { scope, names, location, clientsArePrivate, serversArePublic };
  const network = input.network.bind({ ...use, regional: ofNetwork, delegation });
  // An endpoint must be in the subscription of its network:
  // https://learn.microsoft.com/azure/private-link/private-endpoint-overview#private-endpoint-properties
  const endpointGroup = ofNetwork.provider === provider ? resourceGroup : ofNetwork.resourceGroup;
  return { resourceGroup, regional, ofNetwork, endpointGroup, network };
}

/** The destination of logs, with a new workspace defined. */
export function defineLogs(scope: Construct, input: ServiceInput, { regional }: Foundation): LogDestination {
  return input.logs._definedIn(scope, { ...regional, name: input.names.of('logWorkspace') });
}

/** Endpoint that a zone is for, and the construct ids of zone and link. */
export interface ZoneUse {
  readonly endpoint: ZoneEndpointRole;
  readonly zoneId: string;
  readonly linkId: string;
}

/** Defines the zone of an endpoint, or the link of the network to it, where they are to be defined here. */
export function bindDns(
  scope: Construct,
  dns: DnsIntegration,
  use: ZoneUse,
  input: ServiceInput,
  { ofNetwork, network }: Foundation,
): DnsIntegration {
  const { resourceGroup, tags, provider } = ofNetwork;
  const virtualNetwork: IVirtualNetwork = network.virtualNetwork;
  // The naming does not name a network that exists.
  const networkName = input.network.isNew
    ? input.names.of('virtualNetwork')
    : input.names.byFramework(NameKinds.VIRTUAL_NETWORK);
  const given = input.names.givenTo(`${use.endpoint}ZoneLink`);
  if (dns.isNewZone) {
    const zoneName = ENDPOINT_ZONES[use.endpoint].nameIn(input.cloud);
    const zone = new PrivateDnsZone(scope, use.zoneId, { zoneName, resourceGroup, tags, provider });
    zone.addVirtualNetworkLink('VirtualNetworkLink', { name: given ?? `link-${networkName}`, virtualNetwork });
    return DnsIntegration.zone(zone);
  }
  const zone = dns.privateDnsZone;
  // A new network is linked to nothing yet, also where the links of the zone are not known.
  const linked = zone?.resolvesFor(virtualNetwork.virtualNetworkId) ?? !input.network.isNew;
  if (zone && dns.needsLink && !linked) {
    // The end of a name that only Terraform knows is not known, so nothing can be put to it.
    const base = isKnown(networkName) ? networkName : input.names.byFramework(NameKinds.VIRTUAL_NETWORK);
    const name = given ?? sharedLinkName(virtualNetwork, base);
    zone.addVirtualNetworkLink(use.linkId, { scope, name, virtualNetwork, provider: dns.zoneProvider, tags });
  }
  return dns;
}

/** A SignalR service with its endpoint, logs and alerts. */
export interface ServiceParts {
  readonly signalr: SignalRService;
  readonly privateEndpoint: PrivateEndpoint;
  readonly signalrDiagnosticSetting: DiagnosticSetting;
  readonly actionGroup?: ActionGroup;
  readonly alerts: MetricAlert[];
}

/** Choices for the service in which the architectures differ. */
export interface ServiceChoices extends Pick<SignalRServiceProps, 'cors' | 'serviceMode' | 'identity'> {
  readonly dns: DnsIntegration;
  readonly logs: LogDestination;
}

export function defineService(
  scope: Construct,
  input: ServiceInput,
  props: SecureSignalROptions,
  { regional, endpointGroup, network }: Foundation,
  { dns, logs, identity = props.signalrSettings?.identity, ...others }: ServiceChoices,
): ServiceParts {
  const { names, location } = input;
  const { resourceGroup, tags, provider } = regional;
  const choices = { ...others, identity };
  const signalr = new SignalRService(scope, 'SignalR', {
    ...props.signalrSettings,
    ...choices,
    ...regional,
    lockName: lockNameOf(names, props.signalrSettings),
    name: names.of('signalr'),
    sku: props.sku,
    networkAccess: input.networkAccess,
  });
  const privateEndpoint = signalr.addPrivateEndpoint('PrivateEndpoint', {
    ...endpointNames(names, 'privateEndpoint'),
    staticIpAddress: props.privateEndpointIpAddress,
    ipConfigurationName: props.privateEndpointIpAddress && names.of('privateEndpointIpConfiguration'),
    resourceGroup: endpointGroup,
    subnet: network.privateEndpointSubnet,
    location,
    dns,
    tags,
  });
  if (props.signalrAutoscale) {
    signalr.addAutoscale('Autoscale', { ...props.signalrAutoscale, name: names.of('signalrAutoscale'), tags });
  }
  const signalrDiagnosticSetting = signalr.sendLogsTo(logs, { name: names.of('signalrDiagnosticSetting') });
  const service = { signalr, privateEndpoint, signalrDiagnosticSetting };
  const { alertReceivers: receivers, actionGroups: given = [] } = props;
  const actionGroup =
    receivers &&
    new ActionGroup(scope, 'ActionGroup', { name: names.of('actionGroup'), resourceGroup, receivers, tags, provider });
  const actionGroups = actionGroup ? [actionGroup, ...given] : given;
  if (actionGroups.length === 0) return { ...service, alerts: [] };
  const alerts = SignalRAlert.recommended().map((alert) => {
    const name = names.of(ALERT_ROLES[alert.metricName]);
    return signalr.addAlert(`${alert.metricName}Alert`, alert, { actionGroups, name, tags });
  });
  return { ...service, actionGroup, alerts };
}

/** The name of the lock; nothing without one, because the name alone asks for a lock too. */
function lockNameOf(names: Names, settings: SignalRServiceSettings = {}): string | undefined {
  return settings.lockName ?? (settings.lock ? names.of('signalrLock') : undefined);
}

/** Names an endpoint and its parts. */
export function endpointNames(names: Names, role: EndpointRole) {
  return {
    name: names.of(role),
    connectionName: names.of(`${role}Connection`),
    networkInterfaceName: names.optional(`${role}NetworkInterface`),
    dnsZoneGroupName: names.of(`${role}ZoneGroup`),
  };
}
