import { Aspects, TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import type { Architecture, Estate } from './estate';
import { appservice, network, privatelink, SecureServerlessSignalR, SecureSignalRApp } from '../../../src';

/** What users do to an estate; each writes down what it did. */
type Extra = (estate: Estate, architecture: Architecture) => void;

/** Does one thing to one of the architectures. */
export function change(estate: Estate, extra: Extra): void {
  extra(estate, estate.among(estate.architectures));
}

const isResource = (node: IConstruct): node is TerraformResource => TerraformResource.isTerraformResource(node);

function resourcesOf(scope: IConstruct): TerraformResource[] {
  return scope.node.findAll().filter(isResource);
}

function stackOf(scope: IConstruct): TerraformStack {
  return TerraformStack.of(scope as Architecture);
}

function aspect(visit: (resource: TerraformResource & { tags?: unknown; tagsInput?: object }) => void): Extra {
  return (estate, architecture) => {
    const scope = estate.among<IConstruct>([architecture, stackOf(architecture)]);
    estate.step(`an aspect on ${scope.node.path}: ${visit.toString().replace(/\s+/g, ' ')}`);
    Aspects.of(scope).add({ visit: (node: IConstruct) => (isResource(node) ? visit(node) : undefined) });
  };
}

function override(path: string, value: unknown, fits: (resource: TerraformResource) => boolean): Extra {
  return (estate, architecture) => {
    const resource = estate.among(resourcesOf(architecture).filter(fits));
    if (!resource) return;
    estate.step(`${resource.node.path}.addOverride('${path}', ${JSON.stringify(value)})`);
    resource.addOverride(path, value);
  };
}

const isAzurerm = ({ terraformResourceType: type }: TerraformResource) => type.startsWith('azurerm_');
const hasTags = (resource: TerraformResource) => isAzurerm(resource) && 'tagsInput' in resource;

/** Another logical id, of its own or that of a sibling. */
function overrideLogicalId(estate: Estate, architecture: Architecture): void {
  const all = resourcesOf(architecture);
  const resource = estate.among(all);
  const id = estate.among(['main', 'of_one', 'a-b', '2fast', 'of one', '', 'of.one', 'ümlaut']);
  const given = estate.choose.chance(70) ? `${id}${estate.next()}` : id;
  estate.step(`${resource.node.path}.overrideLogicalId('${given}')`);
  resource.overrideLogicalId(given);
}

function addSlot(estate: Estate, architecture: Architecture): void {
  const app = hostOf(architecture);
  if (!app || !('addSlot' in app)) return;
  const name = estate.among(['green', 'blue', 'staging', 'Green', 'production']);
  const isJoined = estate.choose.chance(30);
  const integrationSubnet = isJoined ? architecture.integrationSubnet : undefined;
  const id = `Slot${estate.next()}`;
  estate.step(`${app.node.path}.addSlot('${id}', { name: '${name}'${isJoined ? ', integrationSubnet' : ''} })`);
  const slot = app.addSlot(id, { name, ...(integrationSubnet ? { integrationSubnet } : {}) });
  if (!estate.choose.chance(40)) return;
  estate.step(`${architecture.node.path}.signalr.connectServer(${id})`);
  architecture.signalr.connectServer(slot);
}

function hostOf(architecture: Architecture): appservice.LinuxWebApp | appservice.LinuxFunctionApp | undefined {
  const host = architecture instanceof SecureSignalRApp ? architecture.webApp : architecture.functionApp;
  return host as appservice.LinuxWebApp;
}

/** One more endpoint of the service or the storage account, in this network or another, maybe at an address. */
function addEndpoint(estate: Estate, architecture: Architecture): void {
  const stack = stackOf(architecture);
  const name = estate.among(['vnet-a', 'vnet-b']);
  const other = estate.network(stack, name, estate.choose.chance(10) ? estate.alias(stack) : undefined);
  const subnet = estate.choose.chance(70) ? other.privateEndpointSubnet : architecture.privateEndpointSubnet;
  const zone = estate.choose.chance(40) ? estate.zone(stack) : undefined;
  const dns = zone ? privatelink.DnsIntegration.zone(zone) : estate.among([undefined, recordsOnly()]);
  const staticIpAddress = estate.among([undefined, undefined, '10.50.1.9', '10.50.1.10', '10.50.0.9', '10.0.0.40']);
  const id = `Endpoint${estate.next()}`;
  const options = { name: `pep-${estate.next()}`, resourceGroup: architecture.resourceGroup, subnet, dns };
  estate.step(
    `${architecture.node.path}.addPrivateEndpoint('${id}', { subnet: ${subnet.node.path}, dns: ${zone ? 'zone' : dns ? 'records' : 'default'}, staticIpAddress: ${staticIpAddress} })`,
  );
  if (architecture instanceof SecureServerlessSignalR && estate.choose.chance(30)) {
    new privatelink.PrivateEndpoint(stack, id, { ...options, staticIpAddress, target: architecture.vault as never });
    return;
  }
  architecture.signalr.addPrivateEndpoint(id, { ...options, ...(staticIpAddress ? { staticIpAddress } : {}) });
}

function recordsOnly() {
  return privatelink.DnsIntegration.recordsOnly();
}

/** A second app on the service of the first architecture. */
function addSibling(estate: Estate, architecture: Architecture): void {
  if (!(architecture instanceof SecureSignalRApp) || !architecture.servicePlan) return;
  const name = estate.among(['app-admin', 'app-second', `app-${estate.next()}`]);
  estate.step(`a second app ${name} with the service of ${architecture.node.path}`);
  const admin = new appservice.LinuxWebApp(stackOf(architecture), `App${estate.next()}`, {
    name,
    resourceGroup: architecture.resourceGroup,
    servicePlan: architecture.servicePlan,
    identity: architecture.identity,
    integrationSubnet: architecture.integrationSubnet,
  });
  architecture.signalr.connectServer(admin);
}

/** A peering with another network, or a subnet more in it. */
function extendNetwork(estate: Estate, architecture: Architecture): void {
  const own = architecture.virtualNetwork;
  const other = estate.network(stackOf(architecture), estate.among(['vnet-a', 'vnet-b'])).virtualNetwork;
  if (estate.choose.chance(50)) {
    const range = estate.among(['10.50.2.0/24', '10.50.1.0/24', '10.50.3.0/28', '10.60.0.0/24']);
    const name = estate.among(['more', 'endpoints', 'Apps', `snet-${estate.next()}`]);
    estate.step(`${other.node.path}.addSubnet(${name}, ${range})`);
    other.addSubnet(`Subnet${estate.next()}`, { name, addressRange: network.AddressRange.cidr(range) });
    return;
  }
  estate.step(`${own.node.path} peered with ${other.node.path}`);
  new network.VirtualNetworkPeering(stackOf(architecture), `Peering${estate.next()}`, {
    local: own,
    remote: other,
  });
}

export const EXTRAS: readonly Extra[] = [
  aspect((resource) => {
    if (isAzurerm(resource) && 'tagsInput' in resource) resource.tags = { owner: 'ops' };
  }),
  aspect((resource) => (resource.lifecycle = { preventDestroy: true })),
  aspect((resource) => (resource.lifecycle = { ...resource.lifecycle, preventDestroy: true })),
  aspect((resource) => (resource.lifecycle = { ignoreChanges: ['name'] })),
  override('tags.Extra', 'yes', hasTags),
  override('timeouts.create', '45m', isAzurerm),
  override('lifecycle.prevent_destroy', true, () => true),
  override('provider', 'azurerm', isAzurerm),
  overrideLogicalId,
  overrideLogicalId,
  addSlot,
  addSlot,
  addEndpoint,
  addEndpoint,
  addEndpoint,
  addSibling,
  extendNetwork,
];
