import { Problem } from '../../core/internal/violations';
import { AppServicePolicies } from '../app-service-policies';
import { PolicyMember, PolicyDefinition } from '../policy-definition';
import { PolicyEffect } from '../policy-effect';
import { SignalRPolicies } from '../signalr-policies';

type Members = Readonly<Record<string, PolicyDefinition>>;

/** Members of both profiles, by reference id. */
export const PUBLIC_CLIENTS_MEMBERS: Members = {
  signalrLocalAuth: SignalRPolicies.LOCAL_AUTH_DISABLED,
  signalrPrivateLinkSku: SignalRPolicies.PRIVATE_LINK_SKU,
  signalrPrivateLink: SignalRPolicies.PRIVATE_LINK,
  signalrLogs: SignalRPolicies.DIAGNOSTIC_LOGS,
  appHttps: AppServicePolicies.HTTPS_ONLY,
  functionHttps: AppServicePolicies.FUNCTION_HTTPS_ONLY,
  appFtps: AppServicePolicies.FTPS_ONLY,
  functionFtps: AppServicePolicies.FUNCTION_FTPS_ONLY,
  appTls: AppServicePolicies.LATEST_TLS,
  functionTls: AppServicePolicies.FUNCTION_LATEST_TLS,
  appIdentity: AppServicePolicies.MANAGED_IDENTITY,
  functionIdentity: AppServicePolicies.FUNCTION_MANAGED_IDENTITY,
  appRemoteDebugging: AppServicePolicies.REMOTE_DEBUGGING_OFF,
  functionRemoteDebugging: AppServicePolicies.FUNCTION_REMOTE_DEBUGGING_OFF,
  appCors: AppServicePolicies.CORS_RESTRICTED,
  functionCors: AppServicePolicies.FUNCTION_CORS_RESTRICTED,
  appFtpLocalAuth: AppServicePolicies.FTP_LOCAL_AUTH_DISABLED,
  appScmLocalAuth: AppServicePolicies.SCM_LOCAL_AUTH_DISABLED,
  appLogs: AppServicePolicies.RESOURCE_LOGS,
  appVirtualNetwork: AppServicePolicies.VIRTUAL_NETWORK,
  appRouteAll: AppServicePolicies.ROUTE_ALL,
  planPrivateLinkSku: AppServicePolicies.PRIVATE_LINK_SKU,
};

/** The same, and what closes services and apps to the public network. */
export const ISOLATED_MEMBERS: Members = {
  ...PUBLIC_CLIENTS_MEMBERS,
  signalrPublicNetworkAccess: SignalRPolicies.PUBLIC_NETWORK_ACCESS_DISABLED,
  appPublicNetworkAccess: AppServicePolicies.PUBLIC_NETWORK_ACCESS_DISABLED,
  appPrivateLink: AppServicePolicies.PRIVATE_LINK,
};

type Effects = { [referenceId: string]: PolicyEffect };

/** The members of a preset, as strict as each can be unless an effect is given. */
export function presetMembers(members: Members, effects: Effects = {}): PolicyMember[] {
  return Object.entries(members).map(([referenceId, definition]) => ({
    referenceId,
    definition,
    effect: effects[referenceId] ?? strictest(definition),
  }));
}

/** Effects given for what is no member of a preset. */
export function presetProblems(members: Members, effects: Effects = {}): Problem[] {
  const unknown = Object.keys(effects).filter((referenceId) => !Object.hasOwn(members, referenceId));
  return unknown.map((referenceId) => ({
    code: 'policy/reference-id',
    message: `"${referenceId}" is not a member of the initiative; use ${Object.keys(members).join(', ')}`,
  }));
}

function strictest({ effects, defaultEffect }: PolicyDefinition): PolicyEffect | undefined {
  return effects?.includes(PolicyEffect.DENY) ? PolicyEffect.DENY : defaultEffect;
}
