import { TerraformProvider } from 'cdktf';
import { IPrivateDnsResolver } from './iprivate-dns-resolver';
import { ISubnet } from '../network';

/** Options of an endpoint that a resolver defines. */
export interface DnsResolverEndpointOptions {
  /** Name: 1 to 80 letters, digits, `-`, `_` or `.`, beginning with a letter or digit. */
  readonly name: string;

  /**
   * A subnet of the resolver's network for this endpoint alone: /28 to /24, delegated to
   * `SubnetDelegation.DNS_RESOLVERS`.
   */
  readonly subnet: ISubnet;
}

/** Properties of an endpoint of a resolver. */
export interface DnsResolverEndpointProps extends DnsResolverEndpointOptions {
  /** The resolver that gets the endpoint. */
  readonly privateDnsResolver: IPrivateDnsResolver;

  /**
   * Provider of the endpoint, for another subscription than the stack's default one; the resolver's.
   *
   * @default - the provider of the resolver, where it is known, or else the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;

  /**
   * Tags of the endpoint.
   *
   * @default - no tags
   */
  readonly tags?: { [name: string]: string };
}
