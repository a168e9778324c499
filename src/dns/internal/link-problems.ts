import { TerraformProvider, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { claim, keyOf } from '../../core/internal/registry';
import { isKnown, Problem } from '../../core/internal/violations';
import { IVirtualNetwork } from '../../network';
import { IPrivateDnsZone } from '../iprivate-dns-zone';
import { ResolutionPolicy } from '../resolution-policy';

/** Whether the network has this zone, or another one of its name, already. */
export function duplicateZoneProblems(zone: IPrivateDnsZone, network: IVirtualNetwork): Problem[] {
  const code = 'dns/duplicate-zone';
  if (zone.resolvesFor(network.virtualNetworkId)) {
    return [{ code, message: `the zone is linked to ${network.node.path} already; remove one link` }];
  }
  if (!isKnown(zone.zoneName)) return [];
  const rival = claim(zone, 'zone of network', keyOf(zone.zoneName, network.virtualNetworkId));
  if (!rival) return [];
  const message = `${rival} is also named ${zone.zoneName} and is linked to ${network.node.path} already; remove one link`;
  return [{ code, message }];
}

/**
 * Whether the machines of the network may be registered in the zone.
 *
 * @see https://learn.microsoft.com/azure/dns/private-dns-autoregistration#restrictions
 */
export function registrationProblems(zone: IPrivateDnsZone, network: IVirtualNetwork): Problem[] {
  const code = 'dns/registration';
  if (isKnown(zone.zoneName) && isPrivateLinkZone(zone.zoneName)) {
    const message = `machines do not belong into the private link zone ${zone.zoneName}; register them in a zone of your own`;
    return [{ code, message }];
  }
  const rival = claim(zone, 'registration zone of network', keyOf(network.virtualNetworkId));
  if (!rival) return [];
  const message = `${rival} registers the machines of ${network.node.path} already, and Azure allows one such zone; leave out registrationEnabled here`;
  return [{ code, message }];
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

function isPrivateLinkZone(zoneName: string): boolean {
  return zoneName.startsWith('privatelink.');
}
