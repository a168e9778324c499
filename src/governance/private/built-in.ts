import { Role } from '../../identity';
import { PolicyDefinition } from '../policy-definition';
import { PolicyEffect } from '../policy-effect';

const { AUDIT, AUDIT_IF_NOT_EXISTS, DENY, DEPLOY_IF_NOT_EXISTS, DISABLED, MODIFY } = PolicyEffect;

// The roles that the definitions name, in addition to those of SignalR.
export const NETWORK_CONTRIBUTOR = Role.builtIn('Network Contributor', '4d97b98b-1d4f-4787-a291-c67834d212e7');
export const WEBSITE_CONTRIBUTOR = Role.builtIn('Website Contributor', 'de139f84-1756-47ae-9be6-808fbbe84772');
export const MANAGED_IDENTITY_OPERATOR = Role.builtIn(
  'Managed Identity Operator',
  'f1a07417-d97a-45cb-824c-7a7467783830',
);

/** A built-in definition that reports. */
export function audited(guid: string, displayName: string): PolicyDefinition {
  return define(guid, displayName, [AUDIT, DISABLED]);
}

/** A built-in definition that reports, and can deny. */
export function denied(guid: string, displayName: string): PolicyDefinition {
  return define(guid, displayName, [AUDIT, DENY, DISABLED]);
}

/** A built-in definition that reports where something is missing. */
export function auditedIfMissing(
  guid: string,
  displayName: string,
  optionalParameters: string[] = [],
): PolicyDefinition {
  return define(guid, displayName, [AUDIT_IF_NOT_EXISTS, DISABLED], [], [], optionalParameters);
}

/** A built-in definition that changes what is written. */
export function modified(guid: string, displayName: string, roles: Role[]): PolicyDefinition {
  return define(guid, displayName, [MODIFY, DISABLED], roles);
}

/** A built-in definition that deploys what is missing. */
export function deployed(guid: string, displayName: string, roles: Role[], parameters?: string[]): PolicyDefinition {
  return define(guid, displayName, [DEPLOY_IF_NOT_EXISTS, DISABLED], roles, parameters);
}

function define(
  guid: string,
  displayName: string,
  effects: PolicyEffect[],
  roles: Role[] = [],
  parameters: string[] = [],
  optionalParameters: string[] = [],
): PolicyDefinition {
  return PolicyDefinition.builtIn(guid, { displayName, effects, roles, parameters, optionalParameters });
}
