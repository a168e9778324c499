import { app, Case, functions, network, serverless, service, webApp } from './define';
import * as estate from './estate';
import {
  AppDns,
  AppHost,
  AppNetwork,
  AppNetworkOptions,
  AppOutbound,
  appservice,
  FunctionHost,
  Naming,
  Negotiation,
  network as networks,
  observability,
  privatelink,
  signalr,
  vault,
} from '../../src';

const { AccessRestrictions, AppCors, AppLogLevel, AppLogs, FunctionScaling, HealthCheck } = appservice;
const {
  AppCode,
  Authentication,
  ConnectionString,
  ConnectionStringType,
  LoadBalancingMode,
  PlanScaling,
  PlanSku,
  Runtime,
} = appservice;
const { AlertReceiver, AutoscaleRule, LogDestination } = observability;
const { IpRule, LogType, NetworkAccess, RegionEndpoint, ServiceIdentity, Sku } = signalr;
const { RuleAddress, RuleDirection, SecurityRule, SubnetAttachments } = networks;

const email = AlertReceiver.email('ops', 'ops@example.com');
const premium = { sku: Sku.premium(1) };
const autoscale = (metric: string) => ({
  minimum: 2,
  maximum: 4,
  rules: [AutoscaleRule.increase(metric, 70), AutoscaleRule.decrease(metric, 30)],
});
const rule = SecurityRule.allow({
  name: 'admins',
  direction: RuleDirection.INBOUND,
  priority: 200,
  source: RuleAddress.cidr('10.1.0.0/24'),
});

const CLIENT_ID = '00000000-0000-0000-0000-000000000001';
const DDOS_PLAN = '/subscriptions/0/resourceGroups/rg-hub/providers/Microsoft.Network/ddosProtectionPlans/ddos-hub';
const PACKAGE = 'https://stcontoso.blob.core.windows.net/releases/chat.zip';

const privateOnly = (options: AppNetworkOptions = {}) => ({
  networkAccess: NetworkAccess.privateOnly(),
  network: AppNetwork.define(options),
});

/** What no resource has: synth alone reads it. */
const SYNTH_ALONE = [app({}, {})];

/** For each option of an architecture, by the titles of the tables: what else it may have after the first deployment. */
export const CASES: Readonly<Record<string, Readonly<Record<string, readonly Case[]>>>> = {
  'Of both architectures': {
    location: [app({}, { location: 'eastus2' })],
    workload: [app({ workload: 'chat' }, { workload: 'talk' })],
    environment: [app({}, { environment: 'prod' })],
    nameSeed: [app({}, { nameSeed: 'contoso' }), serverless({}, { nameSeed: 'contoso' }, 'where it is Serverless')],
    naming: [
      app({}, { naming: Naming.of({ virtualNetwork: 'vnet-cus' }) }, 'name of the network'),
      app({}, { naming: Naming.of({ signalr: 'sigr-contoso' }) }, 'name of the service'),
      app({}, { naming: Naming.of({ webApp: 'app-contoso' }) }, 'name of the app'),
      app(
        {},
        { naming: Naming.of({ privateEndpointConnection: 'psc', privateEndpointNetworkInterface: 'nic' }) },
        'names of what belongs to an endpoint',
      ),
    ],
    resourceGroup: [app({}, (stack) => ({ resourceGroup: estate.anotherGroup(stack) }))],
    provider: SYNTH_ALONE,
    network: [
      app({}, (stack) => ({ network: estate.existingNetwork(stack) }), 'one that exists, in place of a new one'),
    ],
    privateEndpointIpAddress: [app({}, { privateEndpointIpAddress: '10.0.0.70' })],
    sku: [app({}, { sku: Sku.standard(2) }, 'units'), app({}, premium, 'tier')],
    signalrAutoscale: [app(premium, { ...premium, signalrAutoscale: autoscale('ConnectionQuotaUtilization') })],
    signalrSettings: [service({}, { localAuthentication: true })],
    allowedOrigins: [app({}, { allowedOrigins: ['https://www.example.com'] })],
    logs: [
      app({}, { logs: LogDestination.newWorkspace({ retentionInDays: 60 }) }, 'retention'),
      app({}, (stack) => ({ logs: LogDestination.workspace(estate.workspace(stack)) }), 'workspace'),
      app({}, { logs: LogDestination.managedByPolicy() }, '`managedByPolicy()` or `none(...)`'),
    ],
    alertReceivers: [app({}, { alertReceivers: [email] })],
    actionGroups: [app({}, (stack) => ({ actionGroups: [estate.actionGroup(stack)] }))],
    roleAssignments: [app({}, { roleAssignments: false })],
    connectivityCheck: SYNTH_ALONE,
    securityBaseline: SYNTH_ALONE,
    tags: [app({}, { tags: { team: 'chat' } })],
  },
  'Of `SecureSignalRApp`': {
    dns: [
      app(
        {},
        (stack) => ({ dns: privatelink.DnsIntegration.zone(estate.zone(stack)) }),
        'a shared zone, in place of a new one',
      ),
      app({}, { dns: privatelink.DnsIntegration.managedByPolicy() }, '`managedByPolicy()`'),
    ],
    networkAccess: [app({}, { networkAccess: NetworkAccess.privateOnly() })],
    host: [app({}, { host: AppHost.windowsWebApp() }, 'Windows in place of Linux')],
  },
  'Of `SecureServerlessSignalR`': {
    dns: [serverless({}, { dns: AppDns.managedByPolicy() })],
    networkAccess: [serverless({}, { networkAccess: NetworkAccess.privateOnly() })],
    host: [
      serverless({}, { host: FunctionHost.windows() }, 'Windows in place of Linux'),
      serverless({}, { host: FunctionHost.flexConsumption() }, 'Flex Consumption in place of a plan'),
    ],
    negotiation: [
      serverless({}, { negotiation: Negotiation.privateFunctionApp() }, '`Negotiation.privateFunctionApp()`'),
      serverless({}, { negotiation: Negotiation.publicFunctionApp() }, '`Negotiation.publicFunctionApp()`'),
    ],
    upstreamCalls: [serverless({}, { upstreamCalls: false })],
    upstream: [serverless({}, { upstream: { hubs: ['chat'] } })],
    vault: [serverless({}, (stack) => ({ vault: estate.keyVault(stack) }))],
    functionKeySecret: [serverless({}, { functionKeySecret: 'key' })],
    approval: [serverless({}, { approval: signalr.Approval.manual('please approve') })],
    privateStorage: [serverless({}, { privateStorage: true })],
  },
  'Of `AppNetwork.define`': {
    resourceGroup: [network({}, (stack) => ({ resourceGroup: estate.anotherGroup(stack) }))],
    addressSpace: [
      network({}, { addressSpace: ['10.0.0.0/24', '10.0.1.0/24'] }, 'one more range'),
      network({}, { addressSpace: ['10.20.0.0/24'] }, 'another range'),
    ],
    integrationPrefixLength: [network({}, { integrationPrefixLength: 27 })],
    integrationAddressPrefix: [
      network({}, { integrationAddressPrefix: '10.0.0.0/26' }, 'the range that the subnet has'),
      network({}, { integrationAddressPrefix: '10.0.0.128/26' }, 'another range'),
    ],
    privateEndpointPrefixLength: [network({}, { privateEndpointPrefixLength: 28 })],
    privateEndpointAddressPrefix: [
      network({}, { privateEndpointAddressPrefix: '10.0.0.64/27' }, 'the range that the subnet has'),
      network({}, { privateEndpointAddressPrefix: '10.0.0.128/27' }, 'another range'),
    ],
    privateClients: [app(privateOnly(), privateOnly({ privateClients: RuleAddress.cidr('10.1.0.0/24') }))],
    dnsServers: [network({}, { dnsServers: ['10.0.9.4'] })],
    subnetAttachments: [network({}, { subnetAttachments: SubnetAttachments.AT_CREATION })],
    ddosProtectionPlanId: [network({}, { ddosProtectionPlanId: DDOS_PLAN })],
    outbound: [
      network({}, { outbound: AppOutbound.natGateway() }, '`natGateway()`'),
      network({}, { outbound: AppOutbound.firewall('10.9.0.4') }, '`firewall(...)`'),
    ],
    integrationRules: [network({}, { integrationRules: [rule] })],
    privateEndpointRules: [network({}, { privateEndpointRules: [rule] })],
  },
  'Of `AppHost.linuxWebApp` and `windowsWebApp`': {
    planSku: [webApp({}, { planSku: PlanSku.P1V3 })],
    identity: [webApp({}, (stack) => ({ identity: estate.managedIdentity(stack) }))],
    servicePlan: [webApp({}, (stack) => ({ servicePlan: estate.plan(stack) }))],
    planScaling: [webApp({}, { planScaling: PlanScaling.fixed(2) })],
    planAutoscale: [webApp({}, { planAutoscale: autoscale('CpuPercentage') })],
    zoneBalancing: [
      webApp({ planScaling: PlanScaling.fixed(3) }, { planScaling: PlanScaling.fixed(3), zoneBalancing: true }),
    ],
    code: [webApp({}, { code: AppCode.byPipeline() })],
    runtime: [webApp({}, { runtime: Runtime.node('22') })],
    alwaysOn: [webApp({}, { alwaysOn: false })],
    healthCheck: [webApp({}, { healthCheck: HealthCheck.at('/health') })],
    appSettings: [webApp({}, { appSettings: { COLOR: 'blue' } })],
    secretSettings: [
      webApp({}, (stack) => ({
        secretSettings: { PASSWORD: vault.SecretReference.of(estate.keyVault(stack), 'password') },
      })),
    ],
    connectionStrings: [
      webApp({}, (stack) => ({
        connectionStrings: {
          Main: ConnectionString.fromSecret(
            ConnectionStringType.SQL_AZURE,
            vault.SecretReference.of(estate.keyVault(stack), 'sql'),
          ),
        },
      })),
    ],
    authentication: [webApp({}, { authentication: Authentication.entraId({ clientId: CLIENT_ID }) })],
    notSecret: SYNTH_ALONE,
    applicationInsights: [webApp({}, (stack) => ({ applicationInsights: estate.insights(stack) }))],
    accessRestrictions: [webApp({}, { accessRestrictions: AccessRestrictions.privateEndpointOnly() })],
    cors: [webApp({}, { cors: AppCors.allowOrigins('https://www.example.com') })],
    http2: [webApp({}, { http2: false })],
    clientAffinity: [webApp({}, { clientAffinity: true })],
    logs: [webApp({}, { logs: AppLogs.fileSystem(AppLogLevel.WARNING) })],
    webSockets: [webApp({}, { webSockets: false })],
    startupCommand: [webApp({}, { startupCommand: 'dotnet chat.dll' })],
    loadBalancingMode: [webApp({}, { loadBalancingMode: LoadBalancingMode.LEAST_RESPONSE_TIME })],
  },
  'Of `FunctionHost.linux`, `windows` and `flexConsumption`': {
    planSku: [functions({}, { planSku: PlanSku.P1V3 })],
    scaling: [
      functions(
        { planSku: PlanSku.EP1, packageUrl: PACKAGE },
        { planSku: PlanSku.EP1, packageUrl: PACKAGE, scaling: FunctionScaling.elastic(5, 2) },
      ),
    ],
    packageUrl: [functions({}, { packageUrl: PACKAGE })],
  },
  'Of `signalrSettings`': {
    identity: [service({}, { identity: ServiceIdentity.systemAssigned() })],
    localAuthentication: [service({}, { localAuthentication: true })],
    entraAuthentication: [service({}, { entraAuthentication: true })],
    tlsClientCertificate: [service({}, { tlsClientCertificate: true })],
    serverlessConnectionTimeoutInSeconds: [
      serverless({}, { signalrSettings: { serverlessConnectionTimeoutInSeconds: 60 } }),
    ],
    logTypes: [service({}, { logTypes: [LogType.CONNECTIVITY] })],
    liveTrace: [service({}, { liveTrace: [LogType.MESSAGING] })],
    timeouts: [service({}, { timeouts: { create: '90m' } })],
    lock: [service({}, { lock: true })],
    lockName: [service({ lock: true }, { lockName: 'keep' })],
    ipRules: [service({ ipRules: [IpRule.allow('203.0.113.0/24')] }, { ipRules: [IpRule.allow('198.51.100.0/24')] })],
    regionEndpoint: [service({ regionEndpoint: RegionEndpoint.ENABLED }, { regionEndpoint: RegionEndpoint.DISABLED })],
    azapiProvider: SYNTH_ALONE,
  },
};
