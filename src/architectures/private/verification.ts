import { Fn, TerraformOutput, TerraformStack, Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { IApp, OsType } from '../../appservice';
import { isKnown, Violations } from '../../core/internal/violations';
import { writeOutputAsHcl } from '../../engine/hcl';
import { ISubnet } from '../../network';
import { IApplicationInsights } from '../../observability';
import { PrivateEndpoint } from '../../privatelink';
import { NetworkAccess, NetworkOrigin, RequestType, SharedPrivateLink, SignalRService } from '../../signalr';

/** What one output tells. */
export interface Check {
  /** Name of the output after the id of the architecture. */
  readonly name: string;
  /** What it proves. */
  readonly description: string;
  readonly value: string;
}

/** The service as its callers are to find it. */
export interface VerifiedService {
  readonly signalr: SignalRService;
  readonly privateEndpoint: PrivateEndpoint;
}

/** The app from which the service is looked at. */
export interface VerifiedApp {
  readonly app: IApp;
  /** Group of commands of the Azure CLI that know the app. */
  readonly cli: 'webapp' | 'functionapp';
  /** Which console the app has; `undefined` where it is not known. */
  readonly osType?: OsType;
  readonly subnet: ISubnet;
  /** What the names of its settings for the service begin with. */
  readonly settings: string;
}

/** Where commands of an app run, and which of them there are. */
interface Console {
  readonly place: string;
  readonly resolve: string;
  readonly connect: string;
}

const CURL_OPTIONS = '--head --verbose --max-time 10';

/**
 * In the sandbox of Windows apps, nslookup does not ask the DNS servers of the network.
 *
 * @see https://learn.microsoft.com/troubleshoot/azure/app-service/troubleshoot-vnet-integration-apps
 */
const CONSOLES: Readonly<Record<OsType, (hostname: string) => Console>> = {
  [OsType.LINUX]: (hostname) => ({
    place: 'SSH console of a Linux app',
    resolve: `nslookup ${hostname} || getent hosts ${hostname}`,
    connect: `curl ${CURL_OPTIONS} https://${hostname}/`,
  }),
  [OsType.WINDOWS]: (hostname) => ({
    place: 'Console or Kudu of a Windows app',
    resolve: `nameresolver ${hostname}`,
    connect: `tcpping ${hostname}:443`,
  }),
  [OsType.WINDOWS_CONTAINER]: (hostname) => ({
    place: 'Console of a Windows container',
    resolve: `nslookup ${hostname}`,
    connect: `curl.exe ${CURL_OPTIONS} https://${hostname}/`,
  }),
};

/** Where the service is, and what it lets in. */
export function serviceChecks({ signalr, privateEndpoint }: VerifiedService): Check[] {
  const { serviceId, hostname, networkAccess } = signalr;
  const state = 'status:properties.privateLinkServiceConnectionState.status';
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
      value: lines(
        `# Expect: ${expectedRules(networkAccess)}.`,
        `az signalr network-rule list ${addressOf(serviceId)}`,
      ),
    },
    {
      name: 'verify-endpoint-connections',
      description: 'Shows the state of each private endpoint of the SignalR service',
      value: lines(
        '# Expect: Approved, for every connection that you know; reject others.',
        `az network private-endpoint-connection list --id ${serviceId} --query "[].{name:name, ${state}}" --output table`,
      ),
    },
  ];
}

/** How the service looks from the app. */
export function appChecks({ signalr, privateEndpoint }: VerifiedService, verified: VerifiedApp): Check[] {
  const { app, cli, osType, subnet, settings } = verified;
  const address = addressOf(app.appId);
  const ip = privateEndpoint.privateIpAddress;
  const consoles = (osType ? [osType] : [OsType.LINUX, OsType.WINDOWS]).map((os) => CONSOLES[os](signalr.hostname));
  const inConsoles = (expected: string, command: (console: Console) => string) =>
    lines(...consoles.flatMap((console) => [`# ${console.place}. Expect: ${expected}.`, command(console)]));
  return [
    { name: 'app-url', description: 'Address of the app', value: `https://${app.defaultHostname}` },
    {
      name: 'verify-name-resolution',
      description: 'Shows which address the app gets for the SignalR service',
      value: inConsoles(`${ip}, not a public address`, ({ resolve }) => resolve),
    },
    {
      name: 'verify-connection',
      description: 'Shows that the app reaches the SignalR service at its private address',
      value: inConsoles(`a connection to ${ip} on port 443, whatever the answer to it`, ({ connect }) => connect),
    },
    {
      name: 'verify-vnet-integration',
      description: 'Shows the subnet through which the app calls out',
      value: lines(`# Expect: ${subnet.subnetId}`, `az ${cli} vnet-integration list ${address}`),
    },
    {
      name: 'verify-app-settings',
      description: 'Shows how the app finds the SignalR service and signs in to it',
      value: lines(
        `# Expect: values with ${signalr.hostname}, but no AccessKey.`,
        `az ${cli} config appsettings list ${address} --query "[?starts_with(name, '${settings}')].[name, value]" --output table`,
      ),
    },
  ];
}

/** Where the requests that the app logs can be read. */
export interface Telemetry {
  readonly applicationInsights?: IApplicationInsights;
  /** Whether there is none because no logs are sent here. */
  readonly isLeftOut: boolean;
}

/** Whether the service calls what is behind its links, and is known by them. */
export function linkChecks(
  { signalr }: VerifiedService,
  { app }: VerifiedApp,
  links: Readonly<Record<string, SharedPrivateLink>>,
  { applicationInsights, isLeftOut }: Telemetry,
): Check[] {
  const columns = '{name:name, status:properties.status, state:properties.provisioningState}';
  // Without a host, the CLI asks the Resource Manager of the cloud that it is signed in to.
  const uri = `${signalr.serviceId}/sharedPrivateLinkResources?api-version=2024-03-01`;
  return [
    {
      name: 'verify-shared-private-links',
      description: 'Shows the state of the links over which the SignalR service calls',
      value: lines(
        '# Expect: Approved and Succeeded, for every link; some minutes after the approval.',
        `az rest --method get --uri "${uri}" --query "value[].${columns}" --output table`,
      ),
    },
    {
      name: 'verify-upstream-caller',
      description: 'Shows from which address the SignalR service calls the app',
      value: lines(
        '# Let the function log the request header X-Forwarded-For under that name, and connect a client.',
        '# Expect: a private address, as in 10.0.0.0/8; a public one came over the internet.',
        ...(isLeftOut
          ? [
              '# The architecture defines no Application Insights, because its logs go to no workspace; this is the log stream.',
            ]
          : []),
        applicationInsights ? telemetryCommand(applicationInsights) : `az webapp log tail ${addressOf(app.appId)}`,
      ),
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
 * refused there as two constructs of one id.
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

function expectedRules(access: NetworkAccess): string {
  const publicNetwork = access.publicNetworkAccess
    ? `the public network allows ${allowed(access, NetworkOrigin.publicNetwork())}`
    : 'public network access is off, whatever the list of the public network allows';
  const endpoints = allowed(access, NetworkOrigin.privateEndpoint());
  return `default action ${access.defaultAction}; ${publicNetwork}; a private endpoint without rules of its own allows ${endpoints}`;
}

function allowed(access: NetworkAccess, origin: NetworkOrigin): string {
  const types = Object.values(RequestType).filter((type) => access.evaluate(origin, type).allowed);
  return types.length > 0 ? types.join(', ') : 'nothing';
}

function telemetryCommand({ applicationInsightsId }: IApplicationInsights): string {
  const query = "traces | where message has 'X-Forwarded-For' | top 10 by timestamp";
  return `az monitor app-insights query --app ${applicationInsightsId} --analytics-query "${query}"`;
}

/** How the Azure CLI finds a resource, also one in another subscription than the CLI's own. */
function addressOf(resourceId: string): string {
  const [subscription, group, name] = [2, 4, 8].map((index) => segment(resourceId, index));
  return `--name ${name} --resource-group ${group} --subscription ${subscription}`;
}

function segment(resourceId: string, index: number): string {
  if (isKnown(resourceId)) return resourceId.split('/')[index];
  return Token.asString(Fn.element(Fn.split('/', resourceId), index));
}

function lines(...texts: string[]): string {
  return texts.join('\n');
}
