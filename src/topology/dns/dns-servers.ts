import { addTo } from '../../core/internal/add-to';
import { AZURE_DNS } from '../../core/internal/azure-dns';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { Value } from '../values';

/** DNS servers that somebody asks. */
export interface AskedServers {
  /** Their addresses: none for Azure's DNS, `undefined` where they are not known. */
  readonly addresses?: readonly Value[];
  /** Why the answer is not known, unless Azure gives it. */
  readonly doubt: string;
  /** Code of the doubt. */
  readonly code: string;
}

const NETWORK = 'azurerm_virtual_network';
const RESOLVER = 'azurerm_private_dns_resolver';
const INBOUND_ENDPOINT = 'azurerm_private_dns_resolver_inbound_endpoint';

/** Which DNS servers networks ask, and as which network Azure answers there. */
export class DnsServers {
  private readonly byNetwork = new Map<string, Value>();
  private unplaced?: ModelResource;
  private readonly inboundByAddress = new Map<string, ModelResource[]>();

  public constructor(private readonly model: TerraformModel) {
    model.resources(NETWORK).forEach((network) => this.byNetwork.set(network.path, network.at('dns_servers')));
    for (const servers of model.resources('azurerm_virtual_network_dns_servers')) {
      const network = model.target(servers.at('virtual_network_id'), NETWORK).key;
      if (network === undefined || !servers.presence.isYes) this.unplaced = servers;
      else this.byNetwork.set(network, servers.at('dns_servers'));
    }
    for (const endpoint of model.resources(INBOUND_ENDPOINT)) {
      const address = endpoint.at('ip_configurations.private_ip_address').knownText;
      if (address !== undefined) addTo(this.inboundByAddress, address, endpoint);
    }
  }

  /** The DNS servers that a network asks; only what is told of a network outside of the tree is known. */
  public of(network: string): AskedServers {
    const given = this.byNetwork.get(network);
    if (given && this.unplaced) {
      const doubt = `whether ${this.unplaced.path} gives ${network} DNS servers is only known when Terraform runs`;
      return { doubt, code: 'dns/unknown' };
    }
    if (given) return serversOf(network, given.elements);
    const doubt = `the construct tree does not define ${network}, so which DNS servers it asks is not known`;
    return { doubt, code: 'dns/unknown' };
  }

  /**
   * The networks by whose zones and rules the servers answer; `undefined` where one of them is not Azure's.
   *
   * Azure's DNS answers by the zones of the asking network, and an inbound endpoint of a resolver by those of its own.
   *
   * @see https://learn.microsoft.com/azure/dns/private-resolver-endpoints-rulesets#inbound-endpoints
   */
  public networksBehind({ addresses }: AskedServers, asker: string): string[] | undefined {
    if (!addresses) return undefined;
    if (addresses.length === 0) return [asker];
    const networks = addresses.map((address) => (address.is(AZURE_DNS) ? asker : this.networkOfInbound(address)));
    const known = networks.filter((network) => network !== undefined);
    return known.length === networks.length ? [...new Set(known)] : undefined;
  }

  private networkOfInbound(address: Value): string | undefined {
    const endpoint = this.inboundAt(address);
    const resolver = endpoint && this.model.target(endpoint.at('private_dns_resolver_id'), RESOLVER).resource;
    return resolver && this.model.target(resolver.at('virtual_network_id'), NETWORK).key;
  }

  private inboundAt({ resource, knownText }: Value): ModelResource | undefined {
    if (resource?.type === INBOUND_ENDPOINT) return resource;
    const sameAddress = this.inboundByAddress.get(knownText ?? '') ?? [];
    return sameAddress.length === 1 ? sameAddress[0] : undefined;
  }
}

/** DNS servers in the words of who asks them. */
export function serversOf(asker: string, addresses: readonly Value[] | undefined): AskedServers {
  const doubt = `${asker} sends queries to DNS servers whose answers are not in the construct tree`;
  return { addresses, doubt, code: 'dns/custom-servers' };
}

/** The addresses in a setting, which holds a list or a single one; `undefined` where they are not known. */
export function addressesIn(setting: Value): readonly Value[] | undefined {
  return setting.elements ?? (typeof setting.json === 'string' ? [setting] : undefined);
}
