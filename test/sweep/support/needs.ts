import { entries, Route } from './reach';

interface Need {
  /** What places begin with. */
  readonly places: readonly string[];
  /** Where to begin instead of at the nearest construct. */
  readonly entry?: string;
  /** What is chosen besides. */
  readonly choices?: readonly string[];
  /** Another place that takes the same text. */
  readonly same?: string;
}

/** What some places need besides the shortest way to them, so that the library takes a good text there. */
const NEEDS: readonly Need[] = [
  {
    places: ['governance.ProfileInitiativeOptions.effects'],
    choices: ['governance.ProfileInitiativeOptions.effects=AUDIT'],
  },
  // App Service makes no managed certificate for a name that resolves to a proxy.
  { places: ['dns.PublicDnsZone'], choices: ['appservice.CustomHostnameOptions.certificate'] },
  // App Service follows the renewals of certificates.
  { places: ['vault.CertificateReference.of.version'], entry: 'signalr.CustomCertificate.new' },
  { places: ['appservice.PlanSku'], entry: 'appservice.ServicePlan.new', choices: ['appservice.ServicePlanProps.sku'] },
  {
    places: ['appservice.JavaServer.tomcat', 'appservice.JavaServer.jboss', 'appservice.Runtime.php'],
    entry: 'appservice.LinuxWebApp.new',
  },
  {
    places: ['appservice.FunctionScaling.flex'],
    entry: 'appservice.FlexConsumptionFunctionApp.new',
  },
  // The bindings of Azure Functions, which negotiators have, read no application name.
  {
    places: ['signalr.ConnectOptions.applicationName'],
    choices: ['appservice.LinuxWebApp.new', 'signalr.ConnectOptions.settings', 'signalr.ConnectionSettings.aspNetCore'],
  },
  // The architectures have other ranges.
  { places: ['network.AddressRange'], entry: 'network.VirtualNetwork.addSubnet' },
  {
    places: ['network.SubnetBaseOptions.delegationName'],
    choices: ['network.SubnetBaseOptions.delegation', 'network.SubnetDelegation.WEB_SERVER_FARMS'],
  },
  {
    places: ['privatelink.PrivateEndpointBaseOptions.ipConfigurationName'],
    choices: ['privatelink.PrivateEndpointBaseOptions.staticIpAddress'],
  },
  {
    places: ['network.SubnetDelegation'],
    entry: 'network.Subnet.new',
    choices: ['network.SubnetBaseOptions.delegation'],
  },
  {
    places: ['privatelink.PrivateLinkConnection', 'privatelink.PrivateLinkSubresource'],
    entry: 'privatelink.PrivateEndpoint.new',
    choices: ['privatelink.PrivateLinkTarget.fromConnection'],
  },
  {
    places: ['privatelink.PrivateLinkConnection.alias'],
    choices: ['privatelink.PrivateEndpointBaseOptions.approval', 'privatelink.EndpointApproval.manual'],
  },
  {
    places: ['dns.CloudDomains', 'privatelink.PrivateLinkSubresourceOptions'],
    entry: 'privatelink.PrivateEndpoint.new',
    choices: [
      'privatelink.PrivateLinkTarget.fromConnection',
      'privatelink.PrivateLinkConnection.resource',
      'privatelink.PrivateLinkSubresource.of',
      'dns.PrivateLinkZone.of',
    ],
  },
  {
    places: ['privatelink.PrivateLinkSubresourceOptions.memberName'],
    choices: ['privatelink.PrivateEndpointBaseOptions.staticIpAddress'],
  },
  {
    places: ['AppEndpointOptions.appsRuleName'],
    choices: [
      'privatelink.PrivateLinkTarget.fromConnection',
      'privatelink.PrivateLinkConnection.resource',
      'privatelink.PrivateLinkSubresource.SQL_SERVER',
    ],
  },
  { places: ['AppEndpointOptions.clientsRuleName'], choices: ['AppEndpointOptions.clients'] },
  { places: ['appservice.FunctionScaling.elastic'], entry: 'appservice.LinuxFunctionApp.new' },
  {
    places: ['appservice.FunctionScaling.with'],
    entry: 'appservice.FlexConsumptionFunctionApp.new',
    choices: ['appservice.FunctionScaling.flex'],
  },
  {
    places: ['dns.DnsResolver'],
    choices: ['network.SubnetAttributes.location', 'dns.PrivateDnsResolverAttributes.location'],
  },
  { places: ['identity.CustomRoleProps'], choices: ['identity.CustomRoleProps.dataActions'] },
  { places: ['signalr.SignalRAlert'], choices: ['signalr.SignalRAlertRouting.resourceGroup'] },
  { places: ['signalr.RecommendedAlerts'], choices: ['signalr.SignalRAlertRouting.resourceGroup'] },
  {
    places: ['signalr.IpRule.deny'],
    choices: [
      'signalr.SignalRServiceProps.networkAccess',
      'signalr.NetworkAccess.custom',
      'signalr.CustomNetworkAccess.defaultAction=ALLOW',
      'signalr.CustomNetworkAccess.defaultAction',
    ],
  },
  {
    places: ['governance.NonComplianceMessage.referenceId'],
    choices: ['governance.PolicyInitiative.new', 'governance.PolicyMember.referenceId'],
    same: 'governance.PolicyMember.referenceId',
  },
  {
    places: ['governance.PolicyDefinitionOptions.parameters', 'governance.PolicyMember.parameters'],
    choices: ['governance.PolicyDefinitionOptions.parameters', 'governance.PolicyMember.parameters'],
  },
  {
    places: ['governance.PolicyDefinitionOptions.optionalParameters'],
    choices: ['governance.PolicyDefinitionOptions.optionalParameters', 'governance.PolicyMember.parameters'],
    same: 'governance.PolicyMember.parameters.name',
  },
  { places: ['governance.PolicyDefinitionOptions.parameters'], same: 'governance.PolicyMember.parameters.name' },
  { places: ['governance.PolicyMember.parameters.name'], same: 'governance.PolicyDefinitionOptions.parameters' },
  {
    places: ['governance.PolicyAssignmentProps.parameters'],
    choices: ['governance.PolicyDefinitionOptions.parameters'],
    same: 'governance.PolicyDefinitionOptions.parameters',
  },
  {
    places: ['signalr.UpstreamUrl'],
    choices: [
      'signalr.SignalRServiceProps.serviceMode',
      'signalr.SignalRServiceProps.serviceMode=SERVERLESS',
      'signalr.SignalRServiceSettings.identity',
    ],
  },
  { places: ['signalr.UpstreamUrl.withSecret'], choices: ['signalr.UpstreamUrl.of'] },
  {
    places: ['AppNetworkOptions.dnsServers'],
    choices: ['SecureServerlessSignalRProps.dns', 'AppDns.managedByPolicy'],
  },
];

/** The way to a place, and the places that get the same text. */
export function wayTo(place: string, route: Route): Route & { readonly same: readonly string[] } {
  const needs = NEEDS.filter(({ places }) => places.some((each) => place.startsWith(each)));
  const other = needs.find(({ entry }) => entry)?.entry;
  const entry = other ? entries.find(({ name }) => name === other)! : route.entry;
  const choices = [...route.choices, ...needs.flatMap((need) => need.choices ?? [])];
  return { entry, choices, same: [place, ...needs.flatMap(({ same }) => same ?? [])] };
}
