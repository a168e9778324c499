import { RuleAddress, RuleDirection, RuleProtocol, SecurityRule } from '../network';

const HTTPS = ['443'];

/** Rules of the subnet through which apps call out. Its inbound side sees no traffic: apps only call out through it. */
export function integrationSubnetRules(integrationPrefix: string, endpointPrefix: string): SecurityRule[] {
  return [
    SecurityRule.allow({
      name: 'AllowPrivateEndpointsOutbound',
      description: 'Apps reach SignalR through its private endpoint',
      direction: RuleDirection.OUTBOUND,
      priority: 100,
      source: RuleAddress.cidr(integrationPrefix),
      destination: RuleAddress.cidr(endpointPrefix),
      destinationPorts: HTTPS,
    }),
    SecurityRule.allow({
      name: 'AllowAzureSignalROutbound',
      description: 'Apps reach what SignalR serves publicly, within its network access control',
      direction: RuleDirection.OUTBOUND,
      priority: 110,
      source: RuleAddress.cidr(integrationPrefix),
      destination: RuleAddress.serviceTag('AzureSignalR'),
      destinationPorts: HTTPS,
    }),
    denyAllInbound(),
  ];
}

/** Rules of the subnet that holds the private endpoints. */
export function endpointSubnetRules(
  integrationPrefix: string,
  endpointPrefix: string,
  clients: RuleAddress | undefined,
): SecurityRule[] {
  const rules = [
    SecurityRule.allow({
      name: 'AllowAppsInbound',
      description: 'Apps reach the private endpoints',
      direction: RuleDirection.INBOUND,
      priority: 100,
      source: RuleAddress.cidr(integrationPrefix),
      destination: RuleAddress.cidr(endpointPrefix),
      destinationPorts: HTTPS,
    }),
  ];
  if (clients) {
    rules.push(
      SecurityRule.allow({
        name: 'AllowClientsInbound',
        description: 'Clients reach the private endpoints',
        direction: RuleDirection.INBOUND,
        priority: 110,
        source: clients,
        destination: RuleAddress.cidr(endpointPrefix),
        destinationPorts: HTTPS,
      }),
    );
  }
  return [...rules, denyAllInbound()];
}

function denyAllInbound(): SecurityRule {
  // Not 4096, so that a rule can still be put after it.
  return SecurityRule.deny({
    name: 'DenyAllInbound',
    description: 'Everything that no rule allows, also from the own network',
    direction: RuleDirection.INBOUND,
    priority: 4000,
    protocol: RuleProtocol.ANY,
  });
}
