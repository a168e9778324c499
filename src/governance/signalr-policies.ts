import { PolicyDefinition } from './policy-definition';
import { PolicyEffect } from './policy-effect';
import { Role } from '../identity';
import { NETWORK_CONTRIBUTOR, audited, auditedIfMissing, denied, deployed, modified } from './private/built-in';

/**
 * The built-in policies of Azure SignalR Service.
 *
 * @see https://github.com/Azure/azure-policy/tree/master/built-in-policies/policyDefinitions/SignalR
 */
export class SignalRPolicies {
  /** The service has an approved private endpoint. */
  public static readonly PRIVATE_LINK: PolicyDefinition = audited(
    '2393d2cf-a342-44cd-a2e2-fe0188fd1234',
    'Azure SignalR Service should use private link',
  );

  /** The service is closed to the public network altogether; rules of its access control list do not count. */
  public static readonly PUBLIC_NETWORK_ACCESS_DISABLED: PolicyDefinition = denied(
    '21a9766a-82a5-4747-abb5-650b6dbba6d0',
    'Azure SignalR Service should disable public network access',
  );

  /** The service takes no access keys. */
  public static readonly LOCAL_AUTH_DISABLED: PolicyDefinition = denied(
    'f70eecba-335d-4bbc-81d5-5b17b03d498f',
    'Azure SignalR Service should have local authentication methods disabled',
  );

  /** The service is not a Free one. */
  public static readonly PRIVATE_LINK_SKU: PolicyDefinition = denied(
    '464a1620-21b5-448d-8ce6-d4ac6d1bc49a',
    'Azure SignalR Service should use a Private Link enabled SKU',
  );

  /** A diagnostic setting collects at least one category of logs of the service. */
  public static readonly DIAGNOSTIC_LOGS: PolicyDefinition = auditedIfMissing(
    'd9f1f9a9-8795-49f9-9e7b-e11db14caeb2',
    'Azure SignalR Service should enable diagnostic logs',
  );

  /** Turns access keys of the service off. */
  public static readonly CONFIGURE_LOCAL_AUTH_DISABLED: PolicyDefinition = modified(
    '702133e5-5ec5-4f90-9638-c78e22f13b39',
    'Configure Azure SignalR Service to disable local authentication',
    [Role.SIGNALR_CONTRIBUTOR],
  );

  /** Closes the service to the public network; its access control list stays as it is. */
  public static readonly CONFIGURE_PUBLIC_NETWORK_ACCESS_DISABLED: PolicyDefinition = modified(
    '62a3ae95-8169-403e-a2d2-b82141448092',
    'Modify Azure SignalR Service resources to disable public network access',
    [Role.SIGNALR_CONTRIBUTOR],
  );

  /** Gives a service without an approved private endpoint one in the subnet `privateEndpointSubnetId`. */
  public static readonly CONFIGURE_PRIVATE_ENDPOINT: PolicyDefinition = deployed(
    'ef45854f-b33f-49a3-8041-9057e915d88f',
    'Configure private endpoints to Azure SignalR Service',
    [NETWORK_CONTRIBUTOR, Role.SIGNALR_CONTRIBUTOR],
    ['privateEndpointSubnetId'],
  );

  /**
   * Sends logs of services to the workspace `logAnalytics`, by a further diagnostic setting. Azure Landing Zones assign
   * it at their root, as a member of the initiative `Deploy-Diag-LogsCat`.
   */
  public static readonly CONFIGURE_LOGS_TO_WORKSPACE: PolicyDefinition = PolicyDefinition.builtIn(
    '93a604fe-0ec2-4a99-ab8c-7ef08f05555a',
    {
      displayName: 'Enable logging by category group for SignalR (microsoft.signalrservice/signalr) to Log Analytics',
      effects: [PolicyEffect.DEPLOY_IF_NOT_EXISTS, PolicyEffect.AUDIT_IF_NOT_EXISTS, PolicyEffect.DISABLED],
      roles: [Role.builtIn('Log Analytics Contributor', '92aaf0da-9dab-42b6-94a3-d43ce8d16293')],
      parameters: ['logAnalytics'],
      optionalParameters: ['categoryGroup', 'diagnosticSettingName', 'resourceLocationList'],
    },
  );

  /** Keeps the records of private endpoints of services in the zone `privateDnsZoneId`. */
  public static readonly CONFIGURE_PRIVATE_DNS_ZONE: PolicyDefinition = deployed(
    'b0e86710-7fb7-4a6c-a064-32e9b829509e',
    'Deploy - Configure private DNS zones for private endpoints connect to Azure SignalR Service',
    [NETWORK_CONTRIBUTOR],
    ['privateDnsZoneId'],
  );

  private constructor() {}
}
