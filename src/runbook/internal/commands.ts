import type { AppSystem } from '../../topology/apps/systems';

/** Options by which the Azure CLI finds a resource. */
export interface CliAddress {
  /** Its options, such as `--name chat --resource-group rg-chat`. */
  readonly flags: string;
  /** Its id, or what stands for it. */
  readonly id: string;
}

/** Group of commands of the Azure CLI that know an app. */
export type AppCommands = 'webapp' | 'functionapp';

/** A place where commands of an app run, with the commands that it has. */
interface Console {
  readonly place: string;
  readonly resolve: (hostname: string) => string;
  readonly connect: (hostname: string) => string;
}

const CURL_OPTIONS = '--head --verbose --max-time 10';

/**
 * In the sandbox of Windows apps, nslookup does not ask the DNS servers of the network.
 *
 * @see https://learn.microsoft.com/troubleshoot/azure/app-service/troubleshoot-vnet-integration-apps
 */
const CONSOLES: Readonly<Record<AppSystem, Console>> = {
  Linux: {
    place: 'SSH console of a Linux app',
    resolve: (hostname) => `nslookup ${hostname} || getent hosts ${hostname}`,
    connect: (hostname) => `curl ${CURL_OPTIONS} https://${hostname}/`,
  },
  Windows: {
    place: 'Console or Kudu of a Windows app',
    resolve: (hostname) => `nameresolver ${hostname}`,
    connect: (hostname) => `tcpping ${hostname}:443`,
  },
  WindowsContainer: {
    place: 'Console of a Windows container',
    resolve: (hostname) => `nslookup ${hostname}`,
    connect: (hostname) => `curl.exe ${CURL_OPTIONS} https://${hostname}/`,
  },
};

/** Requests that an access control list is to allow. */
export interface ExpectedRules {
  /** `Allow` or `Deny`, or who decides. */
  readonly defaultAction: string;
  /** Kinds of requests from the public network; `undefined` where that has no access at all. */
  readonly publicNetwork?: readonly string[];
  /** Kinds of requests over each private endpoint, by what it is called. */
  readonly endpoints: readonly (readonly [name: string, allowed: readonly string[]])[];
}

/** Command: which requests the service allows, over which network. */
export function networkRules({ flags }: CliAddress, expected: ExpectedRules): string {
  return lines(expect(`${rulesText(expected)}.`), `az signalr network-rule list ${flags}`);
}

/** The state of each private endpoint of the service. */
export function endpointConnections({ id }: CliAddress): string {
  const state = 'status:properties.privateLinkServiceConnectionState.status';
  return lines(
    expect('Approved, for every connection that you know; reject others.'),
    `az network private-endpoint-connection list --id ${id} --query "[].{name:name, ${state}}" --output table`,
  );
}

/** Command: which address the app gets for the service, in the console that it has; in both where that is not known. */
export function nameResolution(system: AppSystem | undefined, hostname: string, expected: string): string {
  return inConsoles(system, expected, ({ resolve }) => resolve(hostname));
}

/** Lists commands that show whether the app reaches the service. */
export function connection(system: AppSystem | undefined, hostname: string, to: string): string {
  const expected = `a connection to ${to} on port 443, whatever the answer to it`;
  return inConsoles(system, expected, ({ connect }) => connect(hostname));
}

/** The subnet through which the app calls out. */
export function vnetIntegration(commands: AppCommands, { flags }: CliAddress, subnet: string): string {
  return lines(expect(subnet), `az ${commands} vnet-integration list ${flags}`);
}

/**
 * Lists commands that show the app's settings and sign-in for the service.
 *
 * @param prefix what the names of its settings for the service begin with
 */
export function appSettings(commands: AppCommands, { flags }: CliAddress, hostname: string, prefix: string): string {
  const query = `[?starts_with(name, '${prefix}')].[name, value]`;
  return lines(
    expect(`values with ${hostname}, but no AccessKey.`),
    `az ${commands} config appsettings list ${flags} --query "${query}" --output table`,
  );
}

/**
 * The state of the links over which the service calls. Without a host, the CLI asks the cloud that it is signed in to.
 */
export function sharedLinks({ id }: CliAddress): string {
  const columns = '{name:name, status:properties.status, state:properties.provisioningState}';
  const uri = `${id}/sharedPrivateLinkResources?api-version=2024-03-01`;
  return lines(
    expect('Approved and Succeeded, for every link; some minutes after the approval.'),
    `az rest --method get --uri "${uri}" --query "value[].${columns}" --output table`,
  );
}

/**
 * Lists commands that show the address from which the service calls the app.
 *
 * @param insights id of the Application Insights that has its log; the log stream without it
 * @param why reason why it is missing
 */
export function upstreamCaller({ flags }: CliAddress, insights: string | undefined, why?: string): string {
  const query = "traces | where message has 'X-Forwarded-For' | top 10 by timestamp";
  return lines(
    '# Let the function log the request header X-Forwarded-For under that name, and connect a client.',
    expect('a private address, as in 10.0.0.0/8; a public one came over the internet.'),
    ...(why === undefined ? [] : [`# ${why}`]),
    insights === undefined
      ? `az webapp log tail ${flags}`
      : `az monitor app-insights query --app ${insights} --analytics-query "${query}"`,
  );
}

/** A command with what it is to show. */
export function expecting(expected: string, ...commands: string[]): string {
  return lines(expect(expected), ...commands);
}

/** Names as a sentence lists them. */
export function listed(names: readonly string[]): string {
  return names.length > 0 ? names.join(', ') : 'nothing';
}

function inConsoles(system: AppSystem | undefined, expected: string, command: (console: Console) => string): string {
  const systems: readonly AppSystem[] = system ? [system] : ['Linux', 'Windows'];
  return lines(
    ...systems.flatMap((each) => [`# ${CONSOLES[each].place}. Expect: ${expected}.`, command(CONSOLES[each])]),
  );
}

function rulesText({ defaultAction, publicNetwork, endpoints }: ExpectedRules): string {
  const ofPublic = publicNetwork
    ? `the public network allows ${listed(publicNetwork)}`
    : 'public network access is off, whatever the list of the public network allows';
  const ofEndpoints = endpoints.map(([name, allowed]) => `${name} allows ${listed(allowed)}`);
  return [`default action ${defaultAction}`, ofPublic, ...ofEndpoints].join('; ');
}

function expect(what: string): string {
  return `# Expect: ${what}`;
}

function lines(...texts: string[]): string {
  return texts.join('\n');
}
