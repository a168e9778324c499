import { PrivateDnsResolverDnsForwardingRuleset as RulesetResource } from '@cdktf/provider-azurerm/lib/private-dns-resolver-dns-forwarding-ruleset';
import { PrivateDnsResolverForwardingRule } from '@cdktf/provider-azurerm/lib/private-dns-resolver-forwarding-rule';
import { PrivateDnsResolverVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-resolver-virtual-network-link';
import { TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { DnsForwardingRuleOptions } from './dns-forwarding-rule';
import { DnsForwardingRulesetLinkOptions } from './dns-forwarding-ruleset-link';
import { IDnsResolverOutboundEndpoint } from './dns-resolver-outbound-endpoint';
import { RegionalResourceProps } from '../core';
import { forwardedDomain, ruleProblems } from './private/forwarding-problems';
import { locationDifferenceProblems } from './private/location';
import { ArmIdForm } from '../core/internal/arm-id';
import { constructIdProblems } from '../core/internal/construct-ids';
import { checkInput } from '../core/internal/input/check-input';
import { withProvider } from '../core/internal/providers';
import { regionalAttributes, regionalProblems, regionOf } from '../core/internal/regional';
import { Problem, refuse, Violations } from '../core/internal/violations';
import { nameProblems } from '../network/internal/names';
import { nameFor } from '../network/internal/shared-name';
import { beginDefinition } from '../placement/definition';

const DEFAULT_PORT = 53;
const MAX_ENDPOINTS = 2;

/** A DNS forwarding ruleset, owned or existing. */
export interface IDnsForwardingRuleset extends IConstruct {
  /** Azure resource id of the ruleset. */
  readonly dnsForwardingRulesetId: string;
}

/** Attributes of an existing DNS forwarding ruleset. */
export interface DnsForwardingRulesetAttributes {
  /** Azure resource id of the ruleset. */
  readonly dnsForwardingRulesetId: string;
}

/** Properties of a DNS forwarding ruleset; it is in the region of its endpoints, not of its resource group. */
export interface DnsForwardingRulesetProps extends RegionalResourceProps {
  /** Name: 1 to 80 letters, digits, `-`, `_` or `.`, beginning with a letter or digit. */
  readonly name: string;

  /** One or two endpoints by which the queries leave, of one resolver and in the region of the ruleset. */
  readonly outboundEndpoints: IDnsResolverOutboundEndpoint[];
}

const RULESET_ID = new ArmIdForm(
  'Microsoft.Network/dnsForwardingRulesets',
  'dns/ruleset-id',
  'a DNS forwarding ruleset',
);

/**
 * Defines to which DNS servers the queries of linked networks go, by domain. Zones that are linked to a network go
 * before its rules; among rules the longest domain wins.
 *
 * @see https://learn.microsoft.com/azure/dns/private-resolver-endpoints-rulesets#dns-forwarding-rulesets
 */
export class DnsForwardingRuleset extends Construct implements IDnsForwardingRuleset {
  /**
   * Refers to an existing ruleset.
   *
   * @throws `dns/ruleset-id`
   */
  public static fromDnsForwardingRulesetAttributes(
    scope: Construct,
    id: string,
    attributes: DnsForwardingRulesetAttributes,
  ): IDnsForwardingRuleset {
    checkInput('dns.DnsForwardingRuleset.fromDnsForwardingRulesetAttributes', arguments);
    class Import extends Construct implements IDnsForwardingRuleset {
      public readonly dnsForwardingRulesetId = attributes.dnsForwardingRulesetId;
    }
    const ruleset = new Import(scope, id);
    refuse(ruleset, RULESET_ID.problems(ruleset.dnsForwardingRulesetId));
    return ruleset;
  }

  public readonly dnsForwardingRulesetId: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: RulesetResource;

  private readonly location: string;
  private readonly provider?: TerraformProvider;
  private readonly resourceGroupName: string;
  private readonly domains: string[] = [];

  /**
   * Defines a ruleset.
   *
   * @throws `dns/name`, `dns/ruleset-endpoints`, `dns/location`, `core/location`, `core/tags`
   */
  public constructor(scope: Construct, id: string, given: DnsForwardingRulesetProps) {
    checkInput('dns.DnsForwardingRuleset', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    const { outboundEndpoints } = props;
    const regional = { ...props, location: props.location ?? locationOf(outboundEndpoints) };
    const violations = new Violations(this);
    violations.include(nameProblems('dns/name', 'a ruleset', props.name));
    violations.include(endpointProblems(outboundEndpoints));
    outboundEndpoints.forEach((endpoint) =>
      violations.include(locationDifferenceProblems(regional.location, endpoint, 'endpoint')),
    );
    violations.include(regionalProblems(this, props));
    violations.throwIfAny();

    beginDefinition(this);
    this.location = regionOf(regional);
    this.resourceGroupName = props.resourceGroup.resourceGroupName;
    this.provider = props.provider;
    this.resource = new RulesetResource(this, 'Resource', {
      name: props.name,
      ...regionalAttributes(regional),
      privateDnsResolverOutboundEndpointIds: outboundEndpoints.map((endpoint) => endpoint.outboundEndpointId),
    });
    this.dnsForwardingRulesetId = this.resource.id;
  }

  /**
   * Sends the queries for a domain to DNS servers.
   *
   * @returns the rule, for settings that this method does not model
   * @throws `dns/name`, `dns/forwarding-domain`, `dns/forwarding-target`
   */
  public addRule(id: string, options: DnsForwardingRuleOptions): PrivateDnsResolverForwardingRule {
    checkInput('dns.DnsForwardingRuleset.addRule', arguments, this);
    const name = options.name ?? id;
    const domainName = forwardedDomain(options.domainName);
    const violations = new Violations(this);
    violations.include(constructIdProblems(id), id);
    violations.include(ruleProblems(options, name, this.domains), id);
    violations.throwIfAny();

    this.domains.push(domainName);
    return new PrivateDnsResolverForwardingRule(this, id, {
      name,
      dnsForwardingRulesetId: this.dnsForwardingRulesetId,
      domainName,
      targetDnsServers: options.targetDnsServers.map((ipAddress) => ({
        ipAddress,
        port: options.port ?? DEFAULT_PORT,
      })),
      provider: this.provider,
    });
  }

  /**
   * Lets the queries of a network follow the rules.
   *
   * Leave out the resolver's own network if a rule sends queries to the resolver's inbound endpoint: they would go
   * round in circles.
   *
   * @returns the link, for settings that this method does not model
   * @throws `dns/link-name`, `dns/location`
   */
  public addVirtualNetworkLink(
    id: string,
    options: DnsForwardingRulesetLinkOptions,
  ): PrivateDnsResolverVirtualNetworkLink {
    checkInput('dns.DnsForwardingRuleset.addVirtualNetworkLink', arguments, this);
    const { virtualNetwork } = options;
    const name = options.name ?? nameFor('link', virtualNetwork, this.resourceGroupName);
    const violations = new Violations(this);
    violations.include(constructIdProblems(id), id);
    violations.include(nameProblems('dns/link-name', 'a link', name), id);
    violations.include(locationDifferenceProblems(this.location, virtualNetwork, 'network'), id);
    violations.throwIfAny();

    return new PrivateDnsResolverVirtualNetworkLink(this, id, {
      name,
      dnsForwardingRulesetId: this.dnsForwardingRulesetId,
      virtualNetworkId: virtualNetwork.virtualNetworkId,
      provider: this.provider,
    });
  }
}

function locationOf(endpoints: IDnsResolverOutboundEndpoint[]): string | undefined {
  return endpoints.map((endpoint) => endpoint.location).find((location) => location !== undefined);
}

function endpointProblems(endpoints: IDnsResolverOutboundEndpoint[]): Problem[] {
  if (endpoints.length >= 1 && endpoints.length <= MAX_ENDPOINTS) return [];
  const message = `${endpoints.length} outbound endpoints given; give 1 or ${MAX_ENDPOINTS}`;
  return [{ code: 'dns/ruleset-endpoints', message }];
}
