import { TerraformProvider, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { keyOf, registry } from '../../core/internal/registry';
import { isKnown, Problem } from '../../core/internal/violations';
import { IPrivateDnsZone } from '../iprivate-dns-zone';
import { ResolutionPolicy } from '../resolution-policy';

/**
 * Whether machines may be registered in the zone.
 *
 * @see https://learn.microsoft.com/azure/dns/private-dns-autoregistration#restrictions
 */
export function registrationProblems(zoneName: string): Problem[] {
  if (!isKnown(zoneName) || !isPrivateLinkZone(zoneName)) return [];
  const message = `machines do not belong into the private link zone ${zoneName}; register them in a zone of your own`;
  return [{ code: 'dns/registration', message }];
}

/** Whether the zone may have the policy. */
export function resolutionPolicyProblems(zoneName: string, policy: ResolutionPolicy | undefined): Problem[] {
  if (policy !== ResolutionPolicy.NX_DOMAIN_REDIRECT || !isKnown(zoneName) || isPrivateLinkZone(zoneName)) return [];
  const message = `${policy} given for ${zoneName}, but only zones whose names begin with "privatelink." can have it; leave out resolutionPolicy`;
  return [{ code: 'dns/resolution-policy', message }];
}

/** A stack knows only its own providers. */
export function providerProblems(scope: IConstruct, provider: TerraformProvider | undefined): Problem[] {
  if (!provider || TerraformStack.of(provider) === TerraformStack.of(scope)) return [];
  const message = `the link is defined in ${TerraformStack.of(scope).node.path}, but the provider of the zone, ${provider.node.path}, in another stack; give a provider of the link's own stack for the zone's subscription, with DnsIntegration.zone(zone, provider)`;
  return [{ code: 'dns/provider', message }];
}

/** The zone by which a network resolves the names of one domain. */
export interface ZoneOfNetwork {
  readonly zone: IPrivateDnsZone;
  /** Whether names that the zone lacks are asked of public DNS. */
  readonly redirects: boolean;
}

/** The zone of a name that is linked to a network in this tree. */
export function zoneOfNetwork(scope: IConstruct, zoneName: string, networkId: string): ZoneOfNetwork | undefined {
  return zonesByNetwork(scope).get(keyOf(zoneName, networkId));
}

/** Remembers the first zone of a name that is linked to a network. */
export function rememberLink(zone: IPrivateDnsZone, networkId: string, policy: ResolutionPolicy | undefined): void {
  if (!isKnown(zone.zoneName) || zoneOfNetwork(zone, zone.zoneName, networkId)) return;
  const redirects = policy === ResolutionPolicy.NX_DOMAIN_REDIRECT;
  zonesByNetwork(zone).set(keyOf(zone.zoneName, networkId), { zone, redirects });
}

function zonesByNetwork(scope: IConstruct): Map<string, ZoneOfNetwork> {
  return registry<ZoneOfNetwork>(scope, 'zone of network');
}

function isPrivateLinkZone(zoneName: string): boolean {
  return zoneName.startsWith('privatelink.');
}
