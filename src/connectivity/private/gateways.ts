import { Networks } from './network/networks';
import { decisive, Step } from './network/step';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { Verdict } from '../verdict';

const GATEWAY = 'azurerm_virtual_network_gateway';

/** Decides whether networks outside of Azure have a way into virtual networks. */
export class Gateways {
  private readonly byNetwork = new Map<string, ModelResource>();

  public constructor(
    private readonly model: TerraformModel,
    private readonly networks: Networks,
  ) {
    for (const gateway of model.resources(GATEWAY)) {
      const network = networks.networkOf(subnetOf(model, gateway));
      if (network !== undefined) this.byNetwork.set(network, gateway);
    }
  }

  /** Reports whether requests that enter through the gateway of a network get to the network of an endpoint. */
  public toEndpoint(entrance: string, endpoint: ModelResource): Step {
    const gateway = this.byNetwork.get(entrance);
    if (!gateway) {
      const reason = `the configuration defines no gateway in ${entrance}, so how networks outside of Azure reach it is not known`;
      return { verdict: Verdict.UNKNOWN, reason, code: 'network/unknown' };
    }
    const network = this.networks.networkOfEndpoint(endpoint);
    if (network === entrance || (network !== undefined && this.networks.usesGateway(network, entrance))) {
      const there: Step = { verdict: Verdict.ALLOWED, reason: `${gateway.path} leads there`, code: 'network/allowed' };
      return decisive([this.networks.routedFrom(subnetOf(this.model, gateway), endpoint), there]);
    }
    const reason = `no peering in the configuration allows ${network ?? endpoint.path} to use ${gateway.path}`;
    return { verdict: Verdict.UNKNOWN, reason, code: 'network/unknown' };
  }
}

function subnetOf(model: TerraformModel, gateway: ModelResource): Target {
  return model.target(gateway.at('ip_configuration.subnet_id'), 'azurerm_subnet');
}
