import { TerraformProvider, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { isKnown, Problem } from '../../core/internal/violations';
import { ResolutionPolicy } from '../resolution-policy';

/**
 * Reports a zone in which machines cannot be registered.
 *
 * @see https://learn.microsoft.com/azure/dns/private-dns-autoregistration#restrictions
 */
export function registrationProblems(zoneName: string): Problem[] {
  if (!isKnown(zoneName) || !isPrivateLinkZone(zoneName)) return [];
  const message = `machines must not register in the private link zone ${zoneName}; register machines in a zone of your own`;
  return [{ code: 'dns/registration', message }];
}

/** Reports a policy that the zone cannot have. */
export function resolutionPolicyProblems(zoneName: string, policy: ResolutionPolicy | undefined): Problem[] {
  if (policy !== ResolutionPolicy.NX_DOMAIN_REDIRECT || !isKnown(zoneName) || isPrivateLinkZone(zoneName)) return [];
  const message = `${policy} given for ${zoneName}, but Azure accepts a policy only for zones whose names begin with "privatelink."; leave resolutionPolicy out`;
  return [{ code: 'dns/resolution-policy', message }];
}

/** A stack knows only its own providers. */
export function providerProblems(scope: IConstruct, provider: TerraformProvider | undefined): Problem[] {
  if (!provider || TerraformStack.of(provider) === TerraformStack.of(scope)) return [];
  const message = `the link is defined in ${TerraformStack.of(scope).node.path}, but the provider of the zone, ${provider.node.path}, is in another stack; give a provider of the link's own stack for the zone's subscription, with DnsIntegration.zone(zone, provider)`;
  return [{ code: 'dns/provider', message }];
}

function isPrivateLinkZone(zoneName: string): boolean {
  return zoneName.startsWith('privatelink.');
}
