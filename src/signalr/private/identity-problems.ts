import { SignalrServiceIdentity } from '@cdktf/provider-azurerm/lib/signalr-service';
import { isKnown, Problem } from '../../core/internal/violations';

/**
 * An identity that was put on the provider's resource by hand and that azurerm or Azure rejects: a service takes one,
 * its own or a user-assigned one.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-use-managed-identity
 */
export function identityProblems(identity: SignalrServiceIdentity | undefined): Problem[] {
  if (!identity || !isKnown(identity.type)) return [];
  const { type, identityIds } = identity;
  const count = isKnown(identityIds) ? identityIds.length : undefined;
  const fits = type === 'SystemAssigned' ? !count : type === 'UserAssigned' && (count ?? 1) === 1;
  if (fits) return [];
  const message = `identity "${type}" with ${count ?? 0} user-assigned identities given; a service accepts one, so use ServiceIdentity.systemAssigned() or .userAssigned(identity)`;
  return [{ code: 'signalr/identity', message }];
}
