import { PrivateDnsResolver as PrivateDnsResolverResource } from '@cdktf/provider-azurerm/lib/private-dns-resolver';
import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { DnsResolverEndpointOptions } from './dns-resolver-endpoint';
import { DnsResolverInboundEndpoint, DnsResolverInboundEndpointOptions } from './dns-resolver-inbound-endpoint';
import { DnsResolverOutboundEndpoint } from './dns-resolver-outbound-endpoint';
import { IPrivateDnsResolver } from './iprivate-dns-resolver';
import { RegionalResourceProps } from '../core';
import { ArmIdForm } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { locationProblems } from '../core/internal/locations';
import { withProvider } from '../core/internal/providers';
import { regionalAttributes, regionalProblems, regionOf } from '../core/internal/regional';
import { refuse, Violations } from '../core/internal/violations';
import { IVirtualNetwork } from '../network';
import { locationDifferenceProblems } from './private/location';
import { nameProblems } from '../network/internal/names';
import { VIRTUAL_NETWORK_ID } from '../network/internal/network-id';
import { beginDefinition } from '../placement/definition';

/** Attributes of an existing private DNS resolver. What is left out is not judged at synth. */
export interface PrivateDnsResolverAttributes {
  /** Azure resource id of the resolver. */
  readonly privateDnsResolverId: string;

  /**
   * Azure resource id of the resolver's network.
   *
   * @default - not known, so it is not judged whether subnets are part of it
   */
  readonly virtualNetworkId?: string;

  /**
   * Region of the resolver, such as `centralus`.
   *
   * @default - not known, so endpoints take the region of their subnets
   */
  readonly location?: string;
}

/** Properties of a private DNS resolver; it is in the region of its network, not of its resource group. */
export interface PrivateDnsResolverProps extends RegionalResourceProps {
  /** Name: 1 to 80 letters, digits, `-`, `_` or `.`, beginning with a letter or digit. */
  readonly name: string;

  /** The network by whose zones the resolver answers. A network has at most one resolver. */
  readonly virtualNetwork: IVirtualNetwork;
}

const RESOLVER_ID = new ArmIdForm('Microsoft.Network/dnsResolvers', 'dns/resolver-id', 'a private DNS resolver');

/**
 * Defines a private DNS resolver: it lets DNS servers outside of Azure ask for names of private zones, and networks
 * ask those servers.
 *
 * @see https://learn.microsoft.com/azure/dns/dns-private-resolver-overview
 */
export class PrivateDnsResolver extends Construct implements IPrivateDnsResolver {
  /**
   * Refers to an existing resolver.
   *
   * @throws `dns/resolver-id`, `network/virtual-network-id`, `core/location`
   */
  public static fromPrivateDnsResolverAttributes(
    scope: Construct,
    id: string,
    attributes: PrivateDnsResolverAttributes,
  ): IPrivateDnsResolver {
    checkInput('dns.PrivateDnsResolver.fromPrivateDnsResolverAttributes', arguments);
    class Import extends Construct implements IPrivateDnsResolver {
      public readonly privateDnsResolverId = attributes.privateDnsResolverId;
      public readonly virtualNetworkId = attributes.virtualNetworkId;
      public readonly location = attributes.location;
    }
    const resolver = new Import(scope, id);
    refuse(
      resolver,
      RESOLVER_ID.problems(resolver.privateDnsResolverId),
      VIRTUAL_NETWORK_ID.problems(resolver.virtualNetworkId),
      locationProblems(resolver, resolver.location),
    );
    return resolver;
  }

  public readonly privateDnsResolverId: string;
  public readonly virtualNetworkId?: string;
  public readonly location?: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: PrivateDnsResolverResource;

  private readonly provider?: TerraformProvider;
  private readonly tags?: { [name: string]: string };

  /**
   * Defines a resolver.
   *
   * @throws `dns/name`, `dns/location`, `core/location`, `core/tags`
   */
  public constructor(scope: Construct, id: string, given: PrivateDnsResolverProps) {
    checkInput('dns.PrivateDnsResolver', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    const { virtualNetwork } = props;
    const violations = new Violations(this);
    violations.include(nameProblems('dns/name', 'a resolver', props.name));
    violations.include(locationDifferenceProblems(props.location, virtualNetwork, 'network'));
    violations.include(regionalProblems(this, props));
    violations.throwIfAny();

    beginDefinition(this);
    const regional = { ...props, location: props.location ?? virtualNetwork.location };
    this.virtualNetworkId = virtualNetwork.virtualNetworkId;
    this.location = regionOf(regional);
    this.provider = props.provider;
    this.tags = props.tags;
    this.resource = new PrivateDnsResolverResource(this, 'Resource', {
      name: props.name,
      ...regionalAttributes(regional),
      virtualNetworkId: virtualNetwork.virtualNetworkId,
    });
    this.privateDnsResolverId = this.resource.id;
  }

  /**
   * Defines an address at which DNS servers outside of Azure may ask for names of the network's zones.
   *
   * @throws `dns/name`, `dns/resolver-subnet`, `dns/static-ip`
   */
  public addInboundEndpoint(id: string, options: DnsResolverInboundEndpointOptions): DnsResolverInboundEndpoint {
    checkInput('dns.PrivateDnsResolver.addInboundEndpoint', arguments, this);
    return new DnsResolverInboundEndpoint(this, id, { ...options, ...this.endpointProps() });
  }

  /**
   * Defines a way by which a `DnsForwardingRuleset` sends queries to DNS servers outside of Azure.
   *
   * @throws `dns/name`, `dns/resolver-subnet`
   */
  public addOutboundEndpoint(id: string, options: DnsResolverEndpointOptions): DnsResolverOutboundEndpoint {
    checkInput('dns.PrivateDnsResolver.addOutboundEndpoint', arguments, this);
    return new DnsResolverOutboundEndpoint(this, id, { ...options, ...this.endpointProps() });
  }

  private endpointProps() {
    return { privateDnsResolver: this, provider: this.provider, tags: this.tags };
  }
}
