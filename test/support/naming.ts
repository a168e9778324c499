import { TerraformStack } from 'cdktf';
import { newApp } from './app';
import { AZURERM, AZURERM_5, BlockSchema, Major } from './provider-schema';
import { newChat } from './serverless';
import { newStack, synth, TerraformJson } from './synth';
import {
  AppDns,
  AppHost,
  AppNetwork,
  AppOutbound,
  FunctionHost,
  Naming,
  Negotiation,
  observability,
  privatelink,
  signalr,
} from '../../src';
import { ROLES } from '../../src/architectures/private/roles';
import { PrivateDnsZone } from '../../src/dns';

const ZONE = 'privatelink.service.signalr.net';
const zoneOfHub = (stack: TerraformStack) =>
  PrivateDnsZone.fromPrivateDnsZoneAttributes(stack, 'Zone', {
    zoneId: `/subscriptions/0/resourceGroups/rg-hub/providers/Microsoft.Network/privateDnsZones/${ZONE}`,
    zoneName: ZONE,
  });

const EVERYTHING = {
  networkAccess: signalr.NetworkAccess.privateOnly(),
  privateEndpointIpAddress: '10.0.0.70',
  signalrSettings: { lock: true },
  alertReceivers: [observability.AlertReceiver.email('ops', 'ops@example.com')],
  sku: signalr.Sku.premium(1),
  signalrAutoscale: { minimum: 1, maximum: 2 },
};
const ALL = Object.values(signalr.RequestType);
const ALSO_PUBLIC = signalr.NetworkAccess.custom({
  publicNetwork: signalr.AccessRules.allow(...ALL),
  privateEndpoints: signalr.AccessRules.allow(...ALL),
});
const nat = () => AppNetwork.define({ outbound: AppOutbound.natGateway() });
const firewall = () => AppNetwork.define({ outbound: AppOutbound.firewall('10.9.0.4') });

/** Both architectures with all that they can make, in stacks of their own, since some options exclude each other. */
export const WHOLES: Readonly<Record<string, (naming: Naming | undefined, stack: TerraformStack) => unknown>> = {
  'app on Linux with a NAT gateway': (naming, stack) => newApp({ ...EVERYTHING, naming, network: nat() }, stack),
  'app on Windows with a firewall and a zone that is given': (naming, stack) =>
    newApp(
      {
        ...EVERYTHING,
        naming,
        networkAccess: ALSO_PUBLIC,
        // Rules say that servers are to be private.
        securityBaseline: false,
        network: firewall(),
        host: AppHost.windowsWebApp({ planAutoscale: { minimum: 1, maximum: 2 } }),
        dns: privatelink.DnsIntegration.zone(zoneOfHub(stack)),
      },
      stack,
    ),
  'functions on Linux with private storage': (naming, stack) =>
    newChat(
      {
        ...EVERYTHING,
        naming,
        network: nat(),
        negotiation: Negotiation.ownApp(),
        privateStorage: true,
        approval: signalr.Approval.manual('ok'),
      },
      stack,
    ),
  'functions on Flex Consumption with a zone that is given': (naming, stack) =>
    newChat(
      {
        ...EVERYTHING,
        naming,
        network: firewall(),
        host: FunctionHost.flexConsumption(),
        negotiation: Negotiation.ownApp(),
        privateStorage: true,
        dns: AppDns.zones(zoneOfHub(stack)),
      },
      stack,
    ),
};

/** One of them, as Terraform reads it. */
export function whole(name: string, naming?: Naming, azurermMajor: Major = 4): TerraformJson {
  const stack = newStack('Prod', { azurermMajor });
  WHOLES[name](naming, stack);
  return synth(stack);
}

export const ALL_ROLES = Object.keys(ROLES);

/** A name that Azure accepts for every type, and by which a role is known in the JSON. */
export const markerOf = (role: string) => `zq${ALL_ROLES.indexOf(role)}zq`;

/** Where a resource has a text that is called a name, or that Azure shows as one. */
export interface NamePlace {
  readonly place: string;
  readonly name: string;
}

/** The names in a stack, by the schema of the provider. */
export function namesIn(json: TerraformJson, major: Major): NamePlace[] {
  const { resource_schemas: schemas } = { 4: AZURERM, 5: AZURERM_5 }[major];
  return Object.entries(json.resource!)
    .filter(([type]) => schemas[type])
    .flatMap(([type, bodies]) => Object.values(bodies).flatMap((body) => namesOf(type, body, schemas[type])));
}

function namesOf(place: string, body: Record<string, any>, schema: BlockSchema): NamePlace[] {
  const attributes = Object.entries(schema.attributes ?? {})
    .filter(([key, { type }]) => type === 'string' && /(^|_)name$|message$/.test(key) && typeof body[key] === 'string')
    .map(([key]) => ({ place: `${place}.${key}`, name: body[key] as string }));
  const blocks = Object.entries(schema.block_types ?? {}).flatMap(([key, { block }]) =>
    [body[key] ?? []].flat().flatMap((part) => namesOf(`${place}.${key}`, part, block)),
  );
  return [...attributes, ...blocks];
}

/** The bodies of all resources of a type. */
export function bodiesOf(json: TerraformJson, type: string): Record<string, any>[] {
  return Object.values(json.resource?.[type] ?? {});
}
