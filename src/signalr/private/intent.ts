import { isKnown, Problem } from '../../core/internal/violations';
import { Role } from '../../identity';
import { ConnectionSettings } from '../connection-settings';
import { RequestType } from '../values/request-type';

/** Requirements of a host or principal for a service. */
export interface Intent {
  /** Noun for the host in messages. */
  readonly noun: string;
  /** Reports whether hubs run in the host. */
  readonly isHubServer: boolean;
  /** Request types that the host sends to the service. */
  readonly requestTypes: readonly RequestType[];
  readonly role: Role;
  readonly settings: ConnectionSettings;
  /** Data actions, of each group of which one at least is needed. */
  readonly needs: readonly (readonly string[])[];
}

const SIGN_CLIENT_TOKENS = ['auth/accessKey/action'];
const HOLD_SERVER_CONNECTIONS = ['serverConnection/write'];
const SEND = ['hub', 'group', 'user', 'clientConnection'].map((target) => `${target}/send/action`);
const READ = ['group', 'user', 'clientConnection'].map((target) => `${target}/read`);

/** Needs what the role SignalR App Server is made for. */
export const HUB_SERVER: Intent = {
  noun: 'a hub server',
  isHubServer: true,
  requestTypes: [RequestType.SERVER_CONNECTION],
  role: Role.SIGNALR_APP_SERVER,
  settings: ConnectionSettings.aspNetCore(),
  needs: [SIGN_CLIENT_TOKENS, HOLD_SERVER_CONNECTIONS],
};

/**
 * Signs client tokens with a temporary key and calls the REST API; the bindings of Azure Functions do both.
 *
 * @see https://learn.microsoft.com/azure/azure-functions/functions-bindings-signalr-service#identity-based-connections
 */
export const NEGOTIATOR: Intent = {
  noun: 'a negotiator',
  isHubServer: false,
  requestTypes: [RequestType.REST_API],
  role: Role.SIGNALR_SERVICE_OWNER,
  settings: ConnectionSettings.functions(),
  needs: [SIGN_CLIENT_TOKENS, SEND],
};

/** Calls the REST API alone. */
export const REST_SENDER: Intent = {
  noun: 'a REST sender',
  isHubServer: false,
  requestTypes: [RequestType.REST_API],
  role: Role.SIGNALR_REST_API_OWNER,
  settings: ConnectionSettings.functions(),
  needs: [SEND],
};

/** Reads over the REST API. */
export const MONITOR: Pick<Intent, 'noun' | 'role' | 'needs'> = {
  noun: 'a monitor',
  role: Role.SIGNALR_REST_API_READER,
  needs: [READ],
};

/** The intent with what its settings bring along. */
export function withSettings(intent: Intent, settings: ConnectionSettings): Intent {
  if (!settings._holdsServerConnections) return { ...intent, settings };
  const needs = [...new Set([...intent.needs, SIGN_CLIENT_TOKENS, HOLD_SERVER_CONNECTIONS])];
  const requestTypes = [...intent.requestTypes, RequestType.SERVER_CONNECTION];
  return { ...intent, settings, needs, requestTypes, role: Role.SIGNALR_SERVICE_OWNER };
}

/** Reports a role that is known to be too weak. */
export function roleProblems({ noun, role, needs }: Pick<Intent, 'noun' | 'role' | 'needs'>, given: Role, who: string) {
  const lacking = needs.filter((group) => group.every((action) => given.permits(dataAction(action)) === false));
  if (lacking.length === 0) return [];
  const actions = lacking.map((group) => group.join(' or ')).join(', and ');
  const name = isKnown(given.name) ? given.name : 'that is given';
  const message = `${who} cannot be ${noun} with the role ${name}, which does not permit ${actions} of Microsoft.SignalRService/SignalR; use the role ${role.name}`;
  const problem: Problem = { code: 'identity/role-mode', message };
  return [problem];
}

function dataAction(action: string): string {
  return `Microsoft.SignalRService/SignalR/${action}`;
}
