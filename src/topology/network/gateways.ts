import { Subnets } from './subnets';
import { addTo } from '../../core/internal/add-to';
import { Certainty } from '../../core/internal/certainty';
import { BASTION_SUBNET, reservedAs } from '../../core/internal/reserved-subnets';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { Block, Value } from '../values';

const WEB_PORTS = [80, 443];

/** Something that the internet calls in its subnet. */
export class Gateway {
  /**
   * @param path of the resource
   * @param ports what it is known to listen on
   * @param decides what may let it listen on more, where that is only known when Terraform runs
   */
  public constructor(
    public readonly path: string,
    private readonly ports: readonly number[],
    private readonly decides?: string,
  ) {}

  /** Reports whether the gateway listens on all ports of some ranges, as a security rule writes them. */
  public listensOn(ranges: readonly string[]): Certainty {
    if (ranges.every((range) => this.covers(range))) return Certainty.YES;
    return this.decides === undefined ? Certainty.NO : Certainty.maybe(this.decides);
  }

  private covers(range: string): boolean {
    const [first, last = first] = range.split('-').map(Number);
    return this.ports.filter((port) => first <= port && port <= last).length === last - first + 1;
  }
}

/**
 * The gateways of a configuration, by the subnet that they are in. Azure demands of each, or its clients do, that the
 * security group lets the internet in:
 * https://learn.microsoft.com/azure/application-gateway/configuration-infrastructure#network-security-groups,
 * https://learn.microsoft.com/azure/api-management/virtual-network-reference#required-ports,
 * https://learn.microsoft.com/azure/bastion/bastion-nsg.
 */
export class Gateways {
  private readonly bySubnet = new Map<string, Gateway[]>();
  private readonly unplaced: { readonly gateway: Gateway; readonly subnetId: string }[] = [];

  public constructor(
    model: TerraformModel,
    private readonly subnets: Subnets,
  ) {
    model.resources('azurerm_application_gateway').forEach((gateway) => {
      this.add(applicationGateway(gateway), idsIn(gateway, 'gateway_ip_configuration'));
    });
    model.resources('azurerm_application_load_balancer_subnet_association').forEach((association) => {
      this.add(new Gateway(association.path, WEB_PORTS), [association.at('subnet_id')]);
    });
    model.resources('azurerm_bastion_host').forEach((host) => {
      this.add(new Gateway(host.path, [443]), idsIn(host, 'ip_configuration'));
    });
    model.resources('azurerm_api_management').forEach((service) => {
      const places = [service, ...(service.blocks('additional_location') ?? [])];
      const ids = places.flatMap((place) => idsIn(place, 'virtual_network_configuration'));
      this.add(apiManagement(service), ids);
    });
  }

  /** The gateways that are known to be in a subnet. */
  public in(subnet: Target): readonly Gateway[] {
    const place = this.subnets.canonical(subnet);
    const { key = '' } = place;
    const known = this.bySubnet.get(key) ?? [];
    const isForBastion = reservedAs(this.subnets.bodyOf(place)?.at('name').text) === BASTION_SUBNET;
    return known.length === 0 && isForBastion ? [new Gateway(key, [443])] : known;
  }

  /** Reports whether a gateway in a subnet accepts calls from the internet on some ports. */
  public take(subnet: Target, ranges: readonly string[]): Certainty {
    const unplaced = this.unplaced.filter(({ gateway }) => !gateway.listensOn(ranges).isNo);
    return Certainty.any([
      ...this.in(subnet).map((gateway) => gateway.listensOn(ranges)),
      ...unplaced.map(({ subnetId }) => Certainty.maybe(subnetId)),
    ]);
  }

  private add(gateway: Gateway, subnetIds: readonly Value[]): void {
    for (const subnetId of subnetIds) {
      const { key } = this.subnets.target(subnetId);
      if (key !== undefined) addTo(this.bySubnet, key, gateway);
      else this.unplaced.push({ gateway, subnetId: subnetId.decidedBy });
    }
  }
}

/** Without listeners it does nothing yet; those of the web are expected. */
function applicationGateway(gateway: ModelResource): Gateway {
  const ports = gateway.blocks('frontend_port')?.map((block) => Number(block.at('port').known)) ?? [NaN];
  const decides = ports.some(Number.isNaN) ? `frontend_port of ${gateway.path}` : undefined;
  return new Gateway(gateway.path, [...new Set([...WEB_PORTS, ...ports])], decides);
}

/** An internal one is called from its network alone. */
function apiManagement(service: ModelResource): Gateway {
  const type = service.at('virtual_network_type');
  if (type.isUnknown) return new Gateway(service.path, [], `virtual_network_type of ${service.path}`);
  return new Gateway(service.path, type.is('External') ? WEB_PORTS : []);
}

/**
 * Lists the values that name the subnet in each block of a name, or the value that decides the blocks, where only
 * Terraform knows them.
 */
function idsIn(block: Block, name: string): Value[] {
  const blocks = block.blocks(name);
  if (!blocks) return [block.at(`${name}.subnet_id`)];
  return blocks.map((each) => each.at('subnet_id')).filter((id) => !id.isAbsent);
}
