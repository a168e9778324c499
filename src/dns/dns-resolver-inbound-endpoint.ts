import { PrivateDnsResolverInboundEndpoint as InboundEndpointResource } from '@cdktf/provider-azurerm/lib/private-dns-resolver-inbound-endpoint';
import { Construct, IConstruct } from 'constructs';
import { DnsResolverEndpointOptions, DnsResolverEndpointProps } from './dns-resolver-endpoint';
import { endpointLocation, endpointProblems } from './private/resolver-endpoint';
import { ArmIdForm } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { withProvider } from '../core/internal/providers';
import { refuse, Violations } from '../core/internal/violations';
import { addressProblems, staticAddressProblems } from '../network/internal/static-address';
import { beginDefinition } from '../placement/definition';

/** An inbound endpoint of a private DNS resolver, owned or existing. */
export interface IDnsResolverInboundEndpoint extends IConstruct {
  /** Azure resource id of the endpoint. */
  readonly inboundEndpointId: string;

  /** The private address to which DNS servers outside of Azure forward queries. */
  readonly ipAddress: string;
}

/** Attributes of an existing inbound endpoint. */
export interface DnsResolverInboundEndpointAttributes {
  /** Azure resource id of the endpoint. */
  readonly inboundEndpointId: string;

  /** The private address of the endpoint, such as `10.0.0.4`. */
  readonly ipAddress: string;
}

/** Options of an inbound endpoint that a resolver defines. */
export interface DnsResolverInboundEndpointOptions extends DnsResolverEndpointOptions {
  /**
   * Address of the endpoint, such as `10.0.0.4`: inside the subnet, but not one of its first four or its last. A fixed
   * address survives when the endpoint is replaced, which spares the DNS servers that forward to it.
   *
   * @default - chosen by Azure, and kept as long as the endpoint
   */
  readonly privateIpAddress?: string;
}

/** Properties of an inbound endpoint. */
export interface DnsResolverInboundEndpointProps extends DnsResolverInboundEndpointOptions, DnsResolverEndpointProps {}

const ENDPOINT_ID = new ArmIdForm(
  'Microsoft.Network/dnsResolvers/inboundEndpoints',
  'dns/inbound-endpoint-id',
  'an inbound endpoint',
);

/**
 * Defines an address at which a resolver answers queries from outside of Azure, by the zones that are linked to its
 * network.
 *
 * @see https://learn.microsoft.com/azure/dns/private-resolver-endpoints-rulesets#inbound-endpoints
 */
export class DnsResolverInboundEndpoint extends Construct implements IDnsResolverInboundEndpoint {
  /**
   * Refers to an existing inbound endpoint.
   *
   * @throws `dns/inbound-endpoint-id`, `dns/static-ip`
   */
  public static fromDnsResolverInboundEndpointAttributes(
    scope: Construct,
    id: string,
    attributes: DnsResolverInboundEndpointAttributes,
  ): IDnsResolverInboundEndpoint {
    checkInput('dns.DnsResolverInboundEndpoint.fromDnsResolverInboundEndpointAttributes', arguments);
    class Import extends Construct implements IDnsResolverInboundEndpoint {
      public readonly inboundEndpointId = attributes.inboundEndpointId;
      public readonly ipAddress = attributes.ipAddress;
    }
    const endpoint = new Import(scope, id);
    refuse(
      endpoint,
      ENDPOINT_ID.problems(endpoint.inboundEndpointId),
      addressProblems('dns/static-ip', endpoint.ipAddress),
    );
    return endpoint;
  }

  public readonly inboundEndpointId: string;
  public readonly ipAddress: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: InboundEndpointResource;

  /**
   * Defines an inbound endpoint.
   *
   * @throws `dns/name`, `dns/resolver-subnet`, `dns/static-ip`, `dns/location`, `core/tags`
   */
  public constructor(scope: Construct, id: string, given: DnsResolverInboundEndpointProps) {
    checkInput('dns.DnsResolverInboundEndpoint', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.privateDnsResolver);
    const violations = new Violations(this);
    violations.include(endpointProblems(props));
    violations.include(staticAddressProblems('dns/static-ip', props.privateIpAddress, props.subnet));
    violations.throwIfAny();

    beginDefinition(this);
    this.resource = new InboundEndpointResource(this, 'Resource', {
      name: props.name,
      privateDnsResolverId: props.privateDnsResolver.privateDnsResolverId,
      location: endpointLocation(props)!,
      ipConfigurations: {
        subnetId: props.subnet.subnetId,
        privateIpAddress: props.privateIpAddress,
        privateIpAllocationMethod: props.privateIpAddress === undefined ? 'Dynamic' : 'Static',
      },
      tags: props.tags,
      provider: props.provider,
    });
    this.inboundEndpointId = this.resource.id;
    this.ipAddress = this.resource.ipConfigurations.privateIpAddress;
    props.subnet.awaitedBy(this.resource);
  }
}
