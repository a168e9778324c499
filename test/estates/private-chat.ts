import { TerraformStack } from 'cdktf';
import {
  AppHost,
  AppNetwork,
  appservice,
  core,
  dns,
  Naming,
  network,
  observability,
  privatelink,
  SecureSignalRApp,
} from '../../src';

const { AddressRange, Route, RouteTable, RuleAddress, SecurityRules } = network;
const { PrivateLinkConnection, PrivateLinkSubresource, PrivateLinkTarget } = privatelink;

const SUFFIX = 'signalrchat-prod-plc';
const APPS = '10.2.0.0/27';
const ENDPOINTS = '10.2.0.32/27';
const PROVIDERS =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-signalrchat-prod-plc/providers';

/** A chat on App Service with services of its own network, after the Bicep templates of smereczynski/SignalR-Chat. */
export function privateChat(stack: TerraformStack): void {
  const networkGroup = new core.ResourceGroup(stack, 'NetworkGroup', {
    name: `rg-vnet-${SUFFIX}`,
    location: 'polandcentral',
  });
  const virtualNetwork = new network.VirtualNetwork(stack, 'Network', {
    name: `vnet-${SUFFIX}`,
    resourceGroup: networkGroup,
    addressSpace: ['10.2.0.0/26'],
    dnsServers: ['10.1.0.4'],
  });
  const [apps, endpoints] = [RuleAddress.cidr(APPS), RuleAddress.cidr(ENDPOINTS)];
  const integrationSubnet = virtualNetwork.addSubnet('Apps', {
    name: '10-2-0-0--27',
    addressRange: AddressRange.cidr(APPS),
    delegation: network.SubnetDelegation.WEB_SERVER_FARMS,
    delegationName: 'Microsoft.Web.serverFarms',
    networkSecurityGroup: new network.NetworkSecurityGroup(stack, 'AppRules', {
      name: 'nsg-10-2-0-0--27',
      resourceGroup: networkGroup,
      rules: SecurityRules.forApps({ apps, privateEndpoints: endpoints }),
    }),
    routeTable: new RouteTable(stack, 'AppRoutes', {
      name: 'rt-10-2-0-0--27',
      resourceGroup: networkGroup,
      routes: [Route.toInternet('InternetRoute', '0.0.0.0/0')],
    }),
  });
  const privateEndpointSubnet = virtualNetwork.addSubnet('Endpoints', {
    name: '10-2-0-32--27',
    addressRange: AddressRange.cidr(ENDPOINTS),
    networkSecurityGroup: new network.NetworkSecurityGroup(stack, 'EndpointRules', {
      name: 'nsg-10-2-0-32--27',
      resourceGroup: networkGroup,
      rules: SecurityRules.forPrivateEndpoints({
        privateEndpoints: endpoints,
        apps,
        clients: RuleAddress.serviceTag('VirtualNetwork'),
      }),
    }),
    routeTable: new RouteTable(stack, 'EndpointRoutes', { name: 'rt-10-2-0-32--27', resourceGroup: networkGroup }),
  });

  const chat = new SecureSignalRApp(stack, 'Chat', {
    location: 'polandcentral',
    network: AppNetwork.existing({ virtualNetwork, integrationSubnet, privateEndpointSubnet }),
    dns: privatelink.DnsIntegration.recordsOnly(),
    privateEndpointIpAddress: '10.2.0.39',
    host: AppHost.linuxWebApp({
      planSku: appservice.PlanSku.of('P0v4'),
      planScaling: appservice.PlanScaling.fixed(3),
      zoneBalancing: true,
      clientAffinity: true,
      healthCheck: appservice.HealthCheck.at('/healthz'),
      loadBalancingMode: appservice.LoadBalancingMode.LEAST_REQUESTS,
      appSettings: { ASPNETCORE_ENVIRONMENT: 'Production', Cosmos__Database: 'chat', Serilog__WriteToConsole: 'false' },
    }),
    logs: observability.LogDestination.newWorkspace({ retentionInDays: 365, dailyQuotaInGb: 10 }),
    naming: Naming.of({
      resourceGroup: `rg-${SUFFIX}`,
      signalr: `sigr-${SUFFIX}`,
      signalrDiagnosticSetting: `diagnostics-sigr-${SUFFIX}`,
      privateEndpoint: `pe-sigr-${SUFFIX}`,
      privateEndpointConnection: `pe-sigr-${SUFFIX}-connection`,
      privateEndpointNetworkInterface: `nic-pe-sigr-${SUFFIX}`,
      privateEndpointIpConfiguration: 'ipconfig1',
      servicePlan: `serverfarm-${SUFFIX}`,
      webApp: SUFFIX,
      webAppDiagnosticSetting: `diagnostics-${SUFFIX}`,
      logWorkspace: `law-${SUFFIX}`,
      identity: `id-${SUFFIX}`,
    }),
  });

  const endpointOf = (id: string, name: string, address: string, target: privatelink.IPrivateLinkTarget) =>
    chat.addPrivateEndpoint(id, {
      name: `pe-${name}`,
      connectionName: `pe-${name}-connection`,
      networkInterfaceName: `nic-pe-${name}`,
      ipConfigurationName: 'ipconfig1',
      staticIpAddress: address,
      dns: privatelink.DnsIntegration.recordsOnly(),
      target,
    });
  endpointOf('AppEndpoint', SUFFIX, '10.2.0.40', chat.linuxWebApp!);
  const redis = PrivateLinkConnection.resource(
    `${PROVIDERS}/Microsoft.Cache/redisEnterprise/redis-${SUFFIX}`,
    PrivateLinkSubresource.of({
      name: 'redisEnterprise',
      zone: dns.PrivateLinkZone.of({ inPublic: 'redis.azure.net' }),
      ports: ['10000'],
    }),
  );
  endpointOf('Redis', `redis-${SUFFIX}`, '10.2.0.38', PrivateLinkTarget.fromConnection(stack, 'RedisCache', redis));
}
