import { addTo } from '../../core/internal/add-to';
import { AZURE_DNS } from '../../core/internal/azure-dns';
import type { Code } from '../../core/internal/codes/codes';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { VirtualNetworks } from '../network/virtual-networks';
import { Referrers } from '../referrers';
import { Value } from '../values';

/** A DNS server that gets queries. */
export interface Server {
  /** Its address, where that is known. */
  readonly address?: string;
  /** The inbound endpoint of a resolver whose address is referred to. */
  readonly inbound?: ModelResource;
}

/** DNS servers that get queries. */
export interface AskedServers {
  /** At least one; `undefined` where they are not known. */
  readonly servers?: readonly Server[];
  /** Explains why the answer of a server is not known that is not among those of the configuration. */
  readonly doubt: string;
  /** Code of the doubt. */
  readonly code: Code;
}

const NETWORK = 'azurerm_virtual_network';
const RESOLVER = 'azurerm_private_dns_resolver';
const INBOUND_ENDPOINT = 'azurerm_private_dns_resolver_inbound_endpoint';

/** DNS servers that networks ask, and the inbound endpoints of resolvers among them. */
export class DnsServers {
  private readonly inline: ReadonlyMap<string, Value>;
  private readonly apart: Referrers;
  private readonly inboundByAddress = new Map<string, ModelResource[]>();

  public constructor(
    private readonly model: TerraformModel,
    private readonly networks: VirtualNetworks,
  ) {
    this.inline = new Map(model.resources(NETWORK).map((network) => [network.path, network.at('dns_servers')]));
    this.apart = new Referrers(
      model.resources('azurerm_virtual_network_dns_servers'),
      (servers) => networks.target(servers.at('virtual_network_id')),
      (path) => `which network ${path} gives DNS servers`,
    );
    for (const endpoint of model.resources(INBOUND_ENDPOINT)) {
      const address = addressOf(endpoint);
      if (address !== undefined) addTo(this.inboundByAddress, address, endpoint);
    }
  }

  /** The DNS servers that a network asks; only what is given for a network outside of the configuration is known. */
  public of(network: string): AskedServers {
    const inline = this.inline.get(network);
    const apart = this.apart.to(network);
    const given = [
      ...(inline && (apart.length === 0 || !inline.isAbsent) ? [inline] : []),
      ...apart.map((servers) => servers.at('dns_servers')),
    ];
    if (given.length === 0) {
      return unknownServers(`the configuration does not define ${network}, so which DNS servers it uses is not known`);
    }
    const doubt = this.apart.doubtOf(network);
    if (doubt) return unknownServers(doubt);
    const [first, ...others] = given.map((value) =>
      value.elements ? serversOf(network, [value]) : undecidedServers(network, value),
    );
    if (others.every((other) => textOf(other) === textOf(first))) return first;
    // Each overwrites the others, and Terraform decides which is written last:
    // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_network
    return unknownServers(`${network} is given different DNS servers, also by ${apart[0].path}`);
  }

  /** The inbound endpoints that a server may be: networks that are not joined may have one address twice. */
  public inboundAt({ address, inbound }: Server): readonly ModelResource[] {
    const known = address ?? (inbound && addressOf(inbound));
    const found = this.inboundByAddress.get(known ?? '');
    return found ?? (inbound ? [inbound] : []);
  }

  /**
   * The network by whose zones and rules an inbound endpoint answers: that of its resolver.
   *
   * @see https://learn.microsoft.com/azure/dns/private-resolver-endpoints-rulesets#inbound-endpoints
   */
  public networkBehind(inbound: ModelResource): string | undefined {
    const resolver = this.model.target(inbound.at('private_dns_resolver_id'), RESOLVER).resource;
    return resolver && this.networks.keyOf(resolver.at('virtual_network_id'));
  }
}

/** DNS servers that are not known, and why. */
export function unknownServers(doubt: string): AskedServers {
  return { doubt, code: 'dns/unknown' };
}

/** Servers that only others know. */
export function otherServers(asker: string): AskedServers {
  const doubt = `${asker} sends queries to DNS servers whose answers are not in the configuration`;
  return { doubt, code: 'dns/custom-servers' };
}

/** The fixed address of an inbound endpoint, where it has a known one. */
export function addressOf(inbound: ModelResource): string | undefined {
  return inbound.at('ip_configurations.private_ip_address').knownText;
}

/**
 * The DNS servers of some settings, in the words of who asks them; without any, Azure's.
 *
 * @param settings each a list, or a text with commas
 */
export function serversOf(asker: string, settings: readonly Value[]): AskedServers {
  const values = settings.flatMap((setting) => setting.elements ?? [setting]);
  const open = values.find(({ isUnknown, resource }) => isUnknown && !resource);
  const asked = open ? undecidedServers(asker, open) : otherServers(asker);
  const lists = settings.map(serversIn);
  const isKnown = lists.every((list) => list !== undefined);
  const servers = isKnown ? lists.flatMap((list) => list!) : undefined;
  return { ...asked, servers: servers?.length === 0 ? [{ address: AZURE_DNS }] : servers };
}

/** Servers that an expression decides. */
function undecidedServers(asker: string, { decidedBy }: Value): AskedServers {
  const doubt = `which DNS servers ${asker} uses is only known when Terraform runs: ${decidedBy} decides`;
  return { doubt, code: 'dns/custom-servers' };
}

function textOf({ servers }: AskedServers): string {
  return JSON.stringify(servers?.map(({ address, inbound }) => address ?? inbound?.path));
}

function serversIn(setting: Value): Server[] | undefined {
  const values = setting.elements ?? (typeof setting.json === 'string' ? [setting] : undefined);
  return values?.flatMap(({ knownText, resource }) => {
    const inbound = resource?.type === INBOUND_ENDPOINT ? resource : undefined;
    return knownText === undefined ? [{ inbound }] : knownText.split(',').map((address) => ({ address, inbound }));
  });
}
