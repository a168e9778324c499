import { ENDPOINT_DEPLOYED, LOGS_DEPLOYED, zoneAttached } from './deployment-checks';
import { PolicyCheck } from './policy-check';
import { PolicyRule } from '../../compliance/internal/policy-rule';
import { Certainty } from '../../core/internal/certainty';
import { AZURE_SITES, FLEX_APP, FUNCTION_APPS, WEB_APPS } from '../../topology/apps/app-types';
import { AppServicePolicies } from '../app-service-policies';
import { PolicyDefinition } from '../policy-definition';
import { SignalRPolicies } from '../signalr-policies';

/** A definition of which is known what it says. */
export interface CheckedPolicy {
  /** Types of resources that the definition evaluates. */
  readonly types: readonly string[];
  readonly check: PolicyCheck;
}

const SERVICES = ['azurerm_signalr_service'];
const ENDPOINTS = ['azurerm_private_endpoint'];
/** Azure Policy sees the kind `functionapp`, which those on Flex Consumption have too. */
const ALL_FUNCTION_APPS = [...FUNCTION_APPS, FLEX_APP];

/**
 * The only one of those that deny that its rule does not stand for: what it asks for cannot be written with azurerm.
 */
const configurationRouting: PolicyCheck = {
  fix: 'Use the effect Audit.',
  judge: () => ({
    isBroken: Certainty.YES,
    reason: 'azurerm has no attribute that routes its content share through the subnet',
  }),
};

const CHECKED: readonly (readonly [PolicyDefinition, readonly string[], PolicyCheck?])[] = [
  [SignalRPolicies.PUBLIC_NETWORK_ACCESS_DISABLED, SERVICES],
  [SignalRPolicies.CONFIGURE_PUBLIC_NETWORK_ACCESS_DISABLED, SERVICES],
  [SignalRPolicies.LOCAL_AUTH_DISABLED, SERVICES],
  [SignalRPolicies.CONFIGURE_LOCAL_AUTH_DISABLED, SERVICES],
  [SignalRPolicies.PRIVATE_LINK_SKU, SERVICES],
  [AppServicePolicies.HTTPS_ONLY, WEB_APPS],
  [AppServicePolicies.CONFIGURE_HTTPS_ONLY, WEB_APPS],
  [AppServicePolicies.FUNCTION_HTTPS_ONLY, ALL_FUNCTION_APPS],
  [AppServicePolicies.CONFIGURE_FUNCTION_HTTPS_ONLY, ALL_FUNCTION_APPS],
  // These two have no condition on the kind of a site, so they evaluate workflows as well.
  [AppServicePolicies.PUBLIC_NETWORK_ACCESS_DISABLED, AZURE_SITES],
  [AppServicePolicies.CONFIGURE_PUBLIC_NETWORK_ACCESS_DISABLED, WEB_APPS],
  [AppServicePolicies.FUNCTION_PUBLIC_NETWORK_ACCESS_DISABLED, ALL_FUNCTION_APPS],
  [AppServicePolicies.CONFIGURE_FUNCTION_PUBLIC_NETWORK_ACCESS_DISABLED, ALL_FUNCTION_APPS],
  [AppServicePolicies.VIRTUAL_NETWORK, AZURE_SITES],
  [AppServicePolicies.ROUTE_ALL, WEB_APPS],
  [AppServicePolicies.CONFIGURATION_ROUTING, WEB_APPS, configurationRouting],
  [AppServicePolicies.PRIVATE_LINK_SKU, ['azurerm_service_plan']],
  [SignalRPolicies.CONFIGURE_PRIVATE_ENDPOINT, SERVICES, ENDPOINT_DEPLOYED],
  [SignalRPolicies.CONFIGURE_LOGS_TO_WORKSPACE, SERVICES, LOGS_DEPLOYED],
  [SignalRPolicies.CONFIGURE_PRIVATE_DNS_ZONE, ENDPOINTS, zoneAttached('signalr')],
  [AppServicePolicies.CONFIGURE_PRIVATE_DNS_ZONE, ENDPOINTS, zoneAttached('sites')],
];

/** Returns the rule of a definition; `undefined` for a definition that this library does not know. */
export function checkOf({ policyDefinitionId }: PolicyDefinition): CheckedPolicy | undefined {
  const id = policyDefinitionId.toLowerCase();
  const known = CHECKED.find(([definition]) => definition.policyDefinitionId.toLowerCase() === id);
  if (!known) return undefined;
  const [{ _name: guid }, types, own] = known;
  const check = own ?? PolicyRule.of(guid);
  return check && { types, check };
}
