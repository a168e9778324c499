import { isKnown, Problem } from '../../core/internal/violations';
import { ISharedPrivateLinkTarget, PrivateLinkSubresource } from '../../privatelink';

/** Kinds of targets for shared private links. */
export interface LinkTargetKind {
  /** Resource type, as Azure Resource Manager spells it. */
  readonly type: string;
  /** Version of the API that lists and approves the target's connections. */
  readonly apiVersion: string;
  readonly factory: string;
}

/**
 * Kinds by sub-resource. SignalR offers these two, and of an app only the app itself, not its slots.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints-key-vault
 */
const KINDS: ReadonlyMap<string, LinkTargetKind> = new Map([
  [
    PrivateLinkSubresource.SITES.name,
    { type: 'Microsoft.Web/sites', apiVersion: '2024-04-01', factory: 'PrivateLinkSubresource.SITES' },
  ],
  [
    PrivateLinkSubresource.VAULT.name,
    { type: 'Microsoft.KeyVault/vaults', apiVersion: '2023-07-01', factory: 'PrivateLinkSubresource.VAULT' },
  ],
]);

/** The kind of a target of links; `undefined` for others. */
export function kindOf(target: ISharedPrivateLinkTarget): LinkTargetKind | undefined {
  return KINDS.get(target.privateLink.subresource?.name ?? '');
}

/** Reports why a link cannot connect to a target. */
export function targetProblems(target: ISharedPrivateLinkTarget): Problem[] {
  const { resourceId, subresource } = target.privateLink;
  const kind = kindOf(target);
  const problems: Problem[] = [];
  if (!kind) {
    const given = subresource ? `sub-resource ${subresource.name}` : 'an alias';
    const message = `${target.node.path} has ${given}, but a shared private link connects to a web or function app (sites) or a Key Vault (vault), not to a slot; use one of these`;
    problems.push({ code: 'sharedlink/target', message });
  } else if (isKnown(resourceId) && !isOfType(resourceId, kind.type)) {
    const message = `"${resourceId}" is not the id of a ${kind.type}, which ${kind.factory} needs; give an id such as /subscriptions/.../providers/${kind.type}/NAME`;
    problems.push({ code: 'sharedlink/target', message });
  }
  if (target.takesPrivateEndpoints === false) {
    const message = `the plan of ${target.node.path} supports no private endpoints; use PlanSku.B1 or larger, Elastic Premium or Flex Consumption`;
    problems.push({ code: 'sharedlink/target-plan', message });
  }
  return problems;
}

function isOfType(resourceId: string, type: string): boolean {
  return new RegExp(`^/subscriptions/[^/]+/resourceGroups/[^/]+/providers/${type}/[^/]+$`, 'i').test(resourceId);
}
