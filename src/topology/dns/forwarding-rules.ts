import { AskedServers, otherServers, serversOf, unknownServers } from './dns-servers';
import { domainsOf } from './domains';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { VirtualNetworks } from '../network/virtual-networks';

/** Queries that a rule sends elsewhere. */
export interface Forwarding {
  readonly targets: AskedServers;
  /** The outbound endpoints of the ruleset: Azure sends all queries from one of them. */
  readonly outbound: readonly Target[];
}

const RULESET = 'azurerm_private_dns_resolver_dns_forwarding_ruleset';
const OUTBOUND_ENDPOINT = 'azurerm_private_dns_resolver_outbound_endpoint';
const UNKNOWN = '?';
const EVERY_NAME = '';
const DNS_PORT = 53;

/** The forwarding rulesets of networks. */
export class ForwardingRules {
  private readonly links = new Map<string, ModelResource>();
  private readonly rules = new Map<string, ModelResource>();

  public constructor(
    private readonly model: TerraformModel,
    networks: VirtualNetworks,
  ) {
    for (const link of model.resources('azurerm_private_dns_resolver_virtual_network_link')) {
      this.links.set(networks.keyOf(link.at('virtual_network_id')) ?? UNKNOWN, link);
    }
    for (const rule of model.resources('azurerm_private_dns_resolver_forwarding_rule')) {
      if (rule.at('enabled').is(false)) continue;
      this.rules.set(keyOf(this.rulesetOf(rule).key ?? UNKNOWN, domainOf(rule)), rule);
    }
  }

  /**
   * Returns the target of a network's query for a name, by the rule with the longest domain; `undefined` where no rule
   * is for the name.
   *
   * @see https://learn.microsoft.com/azure/dns/private-resolver-endpoints-rulesets#rules
   */
  public find(network: string, name: string): Forwarding | undefined {
    const link = this.links.get(network) ?? this.links.get(UNKNOWN);
    if (!link) return undefined;
    if (!this.links.has(network)) {
      return unknownForwarding(`whether ${link.path} links ${network} is only known when Terraform runs`);
    }
    if (link.presence.because) return unknownForwarding(link.presence.because);
    const { key, resource } = this.rulesetOf(link);
    const domains = [...domainsOf(name), EVERY_NAME];
    if (!key || !resource?.isManaged || this.mayHaveOthers(key, domains)) {
      return unknownForwarding(`the rules of the ruleset of ${link.path} are not all known in the configuration`);
    }
    const rules = domains.flatMap((domain) => this.rules.get(keyOf(key, domain)) ?? []);
    if (rules[0]?.presence.because) return unknownForwarding(rules[0].presence.because);
    return rules.length > 0 ? { targets: targetsOf(rules[0]), outbound: this.outboundOf(resource) } : undefined;
  }

  /** Reports whether there may be rules for domains of which only Terraform knows the domain or the ruleset. */
  private mayHaveOthers(ruleset: string, domains: readonly string[]): boolean {
    const ofDomains = [...domains, UNKNOWN].map((domain) => keyOf(UNKNOWN, domain));
    return [keyOf(ruleset, UNKNOWN), ...ofDomains].some((key) => this.rules.has(key));
  }

  private outboundOf(ruleset: ModelResource): Target[] {
    const { elements } = ruleset.at('private_dns_resolver_outbound_endpoint_ids');
    const endpoints = elements?.map((id) => this.model.target(id, OUTBOUND_ENDPOINT)) ?? [];
    return endpoints.length > 0 ? endpoints : [Target.unknown()];
  }

  private rulesetOf(part: ModelResource) {
    return this.model.target(part.at('dns_forwarding_ruleset_id'), RULESET);
  }
}

function targetsOf(rule: ModelResource): AskedServers {
  if (rule.at('enabled').isUnknown) {
    return unknownServers(`whether ${rule.path} is enabled is only known when Terraform runs`);
  }
  const targets = rule.blocks('target_dns_servers');
  const other = targets?.map((target) => target.at('port')).find((port) => !port.isAbsent && !port.is(DNS_PORT));
  if (other?.isUnknown) {
    return unknownServers(`${rule.path} uses the port ${other.decidedBy}, which is only known when Terraform runs`);
  }
  // Azure's DNS and inbound endpoints answer at port 53, so another server answers at any other port.
  if (other || !targets) return otherServers(rule.path);
  const addresses = targets.map((target) => target.at('ip_address'));
  return serversOf(rule.path, addresses);
}

function unknownForwarding(doubt: string): Forwarding {
  return { targets: unknownServers(doubt), outbound: [Target.unknown()] };
}

/** The domain in lower case without the period at its end; empty for every name. */
function domainOf(rule: ModelResource): string {
  return rule.at('domain_name').knownText?.toLowerCase().replace(/\.$/, '') ?? UNKNOWN;
}

function keyOf(ruleset: string, domain: string): string {
  return `${ruleset} ${domain}`;
}
