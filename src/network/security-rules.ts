import { RuleAddress } from './rule-address';
import { RuleDirection, RuleProtocol, SecurityRule } from './security-rule';
import { checkInput } from '../core/internal/input/check-input';

/** Sources and destinations of traffic through the subnet of apps. */
export interface AppSubnetRulesOptions {
  /** Addresses of the apps: the range of their subnet. */
  readonly apps: RuleAddress;

  /** Addresses of the private endpoints: the range of their subnet. */
  readonly privateEndpoints: RuleAddress;

  /**
   * Allows apps to call a SignalR service at its public address. The service tag AzureSignalR stands for the services
   * of all customers.
   *
   * @default true
   */
  readonly publicSignalR?: boolean;
}

/** Sources and destinations of traffic through the subnet of private endpoints. */
export interface PrivateEndpointSubnetRulesOptions {
  /** Addresses of the apps: the range of their subnet. */
  readonly apps: RuleAddress;

  /** Addresses of the private endpoints: the range of their subnet. */
  readonly privateEndpoints: RuleAddress;

  /**
   * Sources from which clients reach the private endpoints.
   *
   * @default - only apps reach them
   */
  readonly clients?: RuleAddress;
}

const HTTPS = ['443'];

/**
 * Rules by the role of a subnet, to which others may be added: `[...SecurityRules.forApps(options), ownRule]`.
 *
 * Priorities of what is allowed begin at 100 in steps of 10; everything else that comes in is dropped at 4000.
 */
export class SecurityRules {
  /**
   * Rules of the subnet through which apps call out. Its inbound side sees no traffic: apps only call out through it.
   */
  public static forApps(options: AppSubnetRulesOptions): SecurityRule[] {
    checkInput('network.SecurityRules.forApps', arguments);
    const { publicSignalR = true } = options;
    const toPublicSignalR = SecurityRule.allow({
      name: 'AllowAzureSignalROutbound',
      description: 'Apps reach what SignalR serves publicly, within its network access control',
      direction: RuleDirection.OUTBOUND,
      priority: 110,
      source: options.apps,
      destination: RuleAddress.serviceTag('AzureSignalR'),
      destinationPorts: HTTPS,
    });
    return [
      SecurityRule.allow({
        name: 'AllowPrivateEndpointsOutbound',
        description: 'Apps reach SignalR through its private endpoint',
        direction: RuleDirection.OUTBOUND,
        priority: 100,
        source: options.apps,
        destination: options.privateEndpoints,
        destinationPorts: HTTPS,
      }),
      ...(publicSignalR ? [toPublicSignalR] : []),
      denyAllInbound(),
    ];
  }

  /** Rules of the subnet that holds the private endpoints. */
  public static forPrivateEndpoints(options: PrivateEndpointSubnetRulesOptions): SecurityRule[] {
    checkInput('network.SecurityRules.forPrivateEndpoints', arguments);
    const rules = [
      SecurityRule.allow({
        name: 'AllowAppsInbound',
        description: 'Apps reach the private endpoints',
        direction: RuleDirection.INBOUND,
        priority: 100,
        source: options.apps,
        destination: options.privateEndpoints,
        destinationPorts: HTTPS,
      }),
    ];
    if (options.clients) {
      rules.push(
        SecurityRule.allow({
          name: 'AllowClientsInbound',
          description: 'Clients reach the private endpoints',
          direction: RuleDirection.INBOUND,
          priority: 110,
          source: options.clients,
          destination: options.privateEndpoints,
          destinationPorts: HTTPS,
        }),
      );
    }
    return [...rules, denyAllInbound()];
  }

  private constructor() {}
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
