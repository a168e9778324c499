import { PrivateDnsResolverOutboundEndpoint as OutboundEndpointResource } from '@cdktf/provider-azurerm/lib/private-dns-resolver-outbound-endpoint';
import { Construct, IConstruct } from 'constructs';
import { DnsResolverEndpointProps } from './dns-resolver-endpoint';
import { endpointLocation, endpointProblems } from './private/resolver-endpoint';
import { ArmIdForm } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { locationProblems } from '../core/internal/locations';
import { withProvider } from '../core/internal/providers';
import { refuse, Violations } from '../core/internal/violations';
import { beginDefinition } from '../placement/definition';

/** An outbound endpoint of a private DNS resolver, owned or existing. */
export interface IDnsResolverOutboundEndpoint extends IConstruct {
  /** Azure resource id of the endpoint. */
  readonly outboundEndpointId: string;

  /** Region of the endpoint; `undefined` where it is not known. */
  readonly location?: string;
}

/** Attributes of an existing outbound endpoint. What is left out is not judged at synth. */
export interface DnsResolverOutboundEndpointAttributes {
  /** Azure resource id of the endpoint. */
  readonly outboundEndpointId: string;

  /**
   * Region of the endpoint, such as `centralus`.
   *
   * @default - not known, so regions are not compared
   */
  readonly location?: string;
}

const ENDPOINT_ID = new ArmIdForm(
  'Microsoft.Network/dnsResolvers/outboundEndpoints',
  'dns/outbound-endpoint-id',
  'an outbound endpoint',
);

/**
 * Defines the way by which queries leave a network, by the rules of a `DnsForwardingRuleset`.
 *
 * @see https://learn.microsoft.com/azure/dns/private-resolver-endpoints-rulesets#outbound-endpoints
 */
export class DnsResolverOutboundEndpoint extends Construct implements IDnsResolverOutboundEndpoint {
  /**
   * Refers to an existing outbound endpoint.
   *
   * @throws `dns/outbound-endpoint-id`, `core/location`
   */
  public static fromDnsResolverOutboundEndpointAttributes(
    scope: Construct,
    id: string,
    attributes: DnsResolverOutboundEndpointAttributes,
  ): IDnsResolverOutboundEndpoint {
    checkInput('dns.DnsResolverOutboundEndpoint.fromDnsResolverOutboundEndpointAttributes', arguments);
    class Import extends Construct implements IDnsResolverOutboundEndpoint {
      public readonly outboundEndpointId = attributes.outboundEndpointId;
      public readonly location = attributes.location;
    }
    const endpoint = new Import(scope, id);
    refuse(endpoint, ENDPOINT_ID.problems(endpoint.outboundEndpointId), locationProblems(endpoint, endpoint.location));
    return endpoint;
  }

  public readonly outboundEndpointId: string;
  public readonly location?: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: OutboundEndpointResource;

  /**
   * Defines an outbound endpoint.
   *
   * @throws `dns/name`, `dns/resolver-subnet`, `dns/location`, `core/tags`
   */
  public constructor(scope: Construct, id: string, given: DnsResolverEndpointProps) {
    checkInput('dns.DnsResolverOutboundEndpoint', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.privateDnsResolver);
    const violations = new Violations(this);
    violations.include(endpointProblems(props));
    violations.throwIfAny();

    beginDefinition(this);
    this.location = endpointLocation(props);
    this.resource = new OutboundEndpointResource(this, 'Resource', {
      name: props.name,
      privateDnsResolverId: props.privateDnsResolver.privateDnsResolverId,
      location: this.location!,
      subnetId: props.subnet.subnetId,
      tags: props.tags,
      provider: props.provider,
    });
    this.outboundEndpointId = this.resource.id;
    props.subnet.awaitedBy(this.resource);
  }
}
