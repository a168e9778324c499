import { Fn, TerraformOutput, TerraformStack, Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { IApp, OsType } from '../../appservice';
import { isKnown, Violations } from '../../core/internal/violations';
import { writeOutputAsHcl } from '../../engine/hcl';
import { ISubnet } from '../../network';
import { IApplicationInsights } from '../../observability';
import { PrivateEndpoint } from '../../privatelink';
import {
  AppCommands,
  appSettings,
  CliAddress,
  connection,
  endpointConnections,
  ExpectedRules,
  nameResolution,
  networkRules,
  sharedLinks,
  upstreamCaller,
  vnetIntegration,
} from '../../runbook/internal/commands';
import { NetworkAccess, NetworkOrigin, RequestType, SharedPrivateLink, SignalRService } from '../../signalr';

/** One verification output. */
export interface Check {
  /** Name of the output after the id of the architecture. */
  readonly name: string;
  /** Fact that the command proves. */
  readonly description: string;
  readonly value: string;
}

/** The service as its callers are to find it. */
export interface VerifiedService {
  readonly signalr: SignalRService;
  readonly privateEndpoint: PrivateEndpoint;
}

/** The app from which the service is verified. */
export interface VerifiedApp {
  readonly app: IApp;
  /** Group of commands of the Azure CLI that know the app. */
  readonly cli: AppCommands;
  /** Operating system, which decides the app's console; `undefined` where it is not known. */
  readonly osType?: OsType;
  readonly subnet: ISubnet;
  /** Prefix of the app's settings for the service. */
  readonly settings: string;
}

const NO_INSIGHTS =
  'The architecture defines no Application Insights, because its logs go to no workspace; this is the log stream.';

/** Lists checks of the service's address and access control list. */
export function serviceChecks({ signalr, privateEndpoint }: VerifiedService): Check[] {
  const { serviceId, hostname, networkAccess } = signalr;
  const service = addressOf(serviceId);
  return [
    { name: 'signalr-hostname', description: 'Host name of the SignalR service', value: hostname },
    {
      name: 'signalr-private-ip',
      description: 'Address to which the host name of the SignalR service is to resolve for the app',
      value: privateEndpoint.privateIpAddress,
    },
    {
      name: 'verify-network-rules',
      description: 'Shows which requests the SignalR service allows, over which network',
      value: networkRules(service, expectedRules(networkAccess)),
    },
    {
      name: 'verify-endpoint-connections',
      description: 'Shows the state of each private endpoint of the SignalR service',
      value: endpointConnections(service),
    },
  ];
}

/** Lists checks of the service from the app. */
export function appChecks({ signalr, privateEndpoint }: VerifiedService, verified: VerifiedApp): Check[] {
  const { app, cli, osType, subnet, settings } = verified;
  const address = addressOf(app.appId);
  const ip = privateEndpoint.privateIpAddress;
  const { hostname } = signalr;
  return [
    { name: 'app-url', description: 'Address of the app', value: `https://${app.defaultHostname}` },
    {
      name: 'verify-name-resolution',
      description: 'Shows which address the app gets for the SignalR service',
      value: nameResolution(osType, hostname, `${ip}, not a public address`),
    },
    {
      name: 'verify-connection',
      description: 'Shows that the app reaches the SignalR service at its private address',
      value: connection(osType, hostname, ip),
    },
    {
      name: 'verify-vnet-integration',
      description: 'Shows the subnet through which the app calls out',
      value: vnetIntegration(cli, address, subnet.subnetId),
    },
    {
      name: 'verify-app-settings',
      description: 'Shows how the app finds the SignalR service and signs in to it',
      value: appSettings(cli, address, hostname, settings),
    },
  ];
}

/** Place where the requests that the app logs can be read. */
export interface Telemetry {
  readonly applicationInsights?: IApplicationInsights;
  /** Reports whether the configuration deliberately sends no logs. */
  readonly isLeftOut: boolean;
}

/** Lists checks that the service calls the targets of its links, and that the targets identify the service. */
export function linkChecks(
  { signalr }: VerifiedService,
  { app }: VerifiedApp,
  links: Readonly<Record<string, SharedPrivateLink>>,
  { applicationInsights, isLeftOut }: Telemetry,
): Check[] {
  const why = isLeftOut ? NO_INSIGHTS : undefined;
  return [
    {
      name: 'verify-shared-private-links',
      description: 'Shows the state of the links over which the SignalR service calls',
      value: sharedLinks(addressOf(signalr.serviceId)),
    },
    {
      name: 'verify-upstream-caller',
      description: 'Shows from which address the SignalR service calls the app',
      value: upstreamCaller(addressOf(app.appId), applicationInsights?.applicationInsightsId, why),
    },
    ...Object.entries(links)
      .filter(([, { approvalResource }]) => !approvalResource)
      .map(([target, { linkName, approvalCommand }]) => ({
        name: `approve-${target}-link`,
        description: `Approves the link ${linkName}, for the owner of its target`,
        value: approvalCommand,
      })),
  ];
}

/**
 * Defines the outputs in the stack, where their names are their logical ids as they are written; two of one name are
 * rejected there as two constructs of one id.
 */
export function defineOutputs(scope: IConstruct, checks: readonly Check[]): TerraformOutput[] {
  const stack = TerraformStack.of(scope);
  const path = scope.node.scopes.slice(stack.node.scopes.length).map(({ node }) => node.id);
  const violations = new Violations(scope);
  const taken = checks.map(({ name }) => [...path, name].join('-')).filter((id) => stack.node.tryFindChild(id));
  if (taken.length > 0) {
    violations.add('core/duplicate-output', `the stack has ${taken.join(', ')} already; call addOutputs once`);
  }
  violations.throwIfAny();
  return checks.map(({ name, value, description }) =>
    writeOutputAsHcl(new TerraformOutput(stack, [...path, name].join('-'), { value, description })),
  );
}

function expectedRules(access: NetworkAccess): ExpectedRules {
  const isPublic = access.publicNetworkAccess;
  return {
    defaultAction: access.defaultAction,
    publicNetwork: isPublic ? allowed(access, NetworkOrigin.publicNetwork()) : undefined,
    endpoints: [['a private endpoint without rules of its own', allowed(access, NetworkOrigin.privateEndpoint())]],
  };
}

function allowed(access: NetworkAccess, origin: NetworkOrigin): string[] {
  return Object.values(RequestType).filter((type) => access.evaluate(origin, type).allowed);
}

/** Returns the arguments with which the Azure CLI finds a resource, also in another subscription than the CLI's own. */
function addressOf(id: string): CliAddress {
  const [subscription, group, name] = [2, 4, 8].map((index) => segment(id, index));
  return { id, flags: `--name ${name} --resource-group ${group} --subscription ${subscription}` };
}

function segment(resourceId: string, index: number): string {
  if (isKnown(resourceId)) return resourceId.split('/')[index];
  return Token.asString(Fn.element(Fn.split('/', resourceId), index));
}
