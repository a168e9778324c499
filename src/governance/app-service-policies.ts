import { PolicyDefinition } from './policy-definition';
import {
  MANAGED_IDENTITY_OPERATOR,
  NETWORK_CONTRIBUTOR,
  WEBSITE_CONTRIBUTOR,
  auditedIfMissing,
  denied,
  deployed,
  modified,
} from './private/built-in';

/**
 * The built-in policies of web apps, function apps and their plans that fit this library. Those of deployment slots are
 * definitions of their own; `PolicyDefinition.builtIn` takes them.
 *
 * @see https://github.com/Azure/azure-policy/tree/master/built-in-policies/policyDefinitions/App%20Service
 */
export class AppServicePolicies {
  /** Web apps answer on HTTPS only. */
  public static readonly HTTPS_ONLY: PolicyDefinition = denied(
    'a4af4a39-4135-47fb-b175-47fbdf85311d',
    'App Service apps should only be accessible over HTTPS',
  );

  /** Function apps answer on HTTPS only. */
  public static readonly FUNCTION_HTTPS_ONLY: PolicyDefinition = denied(
    '6d555dd1-86f2-4f1c-8ed7-5abae7c6cbab',
    'Function apps should only be accessible over HTTPS',
  );

  /** Web apps take TLS 1.2 or newer, whatever the name of the policy says. */
  public static readonly LATEST_TLS: PolicyDefinition = auditedIfMissing(
    'f0e6e85b-9b9f-4a4b-b67b-f730d42f1b0b',
    'App Service apps should use the latest TLS version',
  );

  /** Function apps take TLS 1.2 or newer, whatever the name of the policy says. */
  public static readonly FUNCTION_LATEST_TLS: PolicyDefinition = auditedIfMissing(
    'f9d614c5-c173-4d56-95a7-b4437057d193',
    'Function apps should use the latest TLS version',
  );

  /** Web apps take no plain FTP. */
  public static readonly FTPS_ONLY: PolicyDefinition = auditedIfMissing(
    '4d24b6d4-5e53-4a4f-a7f4-618fa573ee4b',
    'App Service apps should require FTPS only',
  );

  /** Function apps take no plain FTP. */
  public static readonly FUNCTION_FTPS_ONLY: PolicyDefinition = auditedIfMissing(
    '399b2637-a50f-4f95-96f8-3a145476eb15',
    'Function apps should require FTPS only',
  );

  /** Web apps have a managed identity. */
  public static readonly MANAGED_IDENTITY: PolicyDefinition = auditedIfMissing(
    '2b9ad585-36bc-4615-b300-fd4435808332',
    'App Service apps should use managed identity',
  );

  /** Function apps have a managed identity. */
  public static readonly FUNCTION_MANAGED_IDENTITY: PolicyDefinition = auditedIfMissing(
    '0da106f2-4ca3-48e8-bc85-c638fe6aea8f',
    'Function apps should use managed identity',
  );

  /** Web apps cannot be debugged remotely. */
  public static readonly REMOTE_DEBUGGING_OFF: PolicyDefinition = auditedIfMissing(
    'cb510bfd-1cba-4d9f-a230-cb0976f4bb71',
    'App Service apps should have remote debugging turned off',
  );

  /** Function apps cannot be debugged remotely. */
  public static readonly FUNCTION_REMOTE_DEBUGGING_OFF: PolicyDefinition = auditedIfMissing(
    '0e60b895-3786-45da-8377-9c6b4b6ac5f9',
    'Function apps should have remote debugging turned off',
  );

  /** Web apps do not allow every origin. */
  public static readonly CORS_RESTRICTED: PolicyDefinition = auditedIfMissing(
    '5744710e-cc2f-4ee8-8809-3b11e89f4bc9',
    'App Service apps should not have CORS configured to allow every resource to access your apps',
  );

  /** Function apps do not allow every origin. */
  public static readonly FUNCTION_CORS_RESTRICTED: PolicyDefinition = auditedIfMissing(
    '0820b7b9-23aa-4725-a1ce-ae4558f718e5',
    'Function apps should not have CORS configured to allow every resource to access your apps',
  );

  /** A diagnostic setting collects logs of the app. */
  public static readonly RESOURCE_LOGS: PolicyDefinition = auditedIfMissing(
    '91a78b24-f231-4a8a-8da9-02c35b2b6510',
    'App Service apps should have resource logs enabled',
    ['requiredRetentionDays'],
  );

  /** No one deploys over FTP with a password. */
  public static readonly FTP_LOCAL_AUTH_DISABLED: PolicyDefinition = auditedIfMissing(
    '871b205b-57cf-4e1e-a234-492616998bf7',
    'App Service apps should have local authentication methods disabled for FTP deployments',
  );

  /** No one deploys over the SCM site with a password. */
  public static readonly SCM_LOCAL_AUTH_DISABLED: PolicyDefinition = auditedIfMissing(
    'aede300b-d67f-480a-ae26-4b3dfb1a1fdc',
    'App Service apps should have local authentication methods disabled for SCM site deployments',
  );

  /** Web and function apps call out through a subnet. */
  public static readonly VIRTUAL_NETWORK: PolicyDefinition = denied(
    '72d04c29-f87d-4575-9731-419ff16a2757',
    'App Service apps should be injected into a virtual network',
  );

  /** Web apps send all traffic through their subnet. */
  public static readonly ROUTE_ALL: PolicyDefinition = denied(
    'a691eacb-474d-47e4-b287-b4813ca44222',
    'App Service apps should enable outbound application traffic routing to Azure Virtual Network',
  );

  /** Web apps pull images, mount content and back up through their subnet; azurerm has no attribute for content. */
  public static readonly CONFIGURATION_ROUTING: PolicyDefinition = denied(
    '801543d1-1953-4a90-b8b0-8cf6d41473a5',
    'App Service apps should enable configuration routing to Azure Virtual Network',
  );

  /** Web and function apps are closed to the public network. */
  public static readonly PUBLIC_NETWORK_ACCESS_DISABLED: PolicyDefinition = denied(
    '1b5ef780-c53c-4a64-87f3-bb9c8c8094ba',
    'App Service apps should disable public network access',
  );

  /** Function apps are closed to the public network. */
  public static readonly FUNCTION_PUBLIC_NETWORK_ACCESS_DISABLED: PolicyDefinition = denied(
    '969ac98b-88a8-449f-883c-2e9adb123127',
    'Function apps should disable public network access',
  );

  /** Web and function apps have an approved private endpoint. */
  public static readonly PRIVATE_LINK: PolicyDefinition = auditedIfMissing(
    '687aa49d-0982-40f8-bf6b-66d1da97a04b',
    'App Service apps should use private link',
  );

  /** Plans are of a size whose apps can have private endpoints. */
  public static readonly PRIVATE_LINK_SKU: PolicyDefinition = denied(
    '546fe8d2-368d-4029-a418-6af48a7f61e5',
    'App Service apps should use a SKU that supports private link',
  );

  /** Makes web apps answer on HTTPS only. */
  public static readonly CONFIGURE_HTTPS_ONLY: PolicyDefinition = modified(
    '0f98368e-36bc-4716-8ac2-8f8067203b63',
    'Configure App Service apps to only be accessible over HTTPS',
    [WEBSITE_CONTRIBUTOR],
  );

  /** Makes function apps answer on HTTPS only. */
  public static readonly CONFIGURE_FUNCTION_HTTPS_ONLY: PolicyDefinition = modified(
    'a096cbd0-4693-432f-9374-682f485f23f3',
    'Configure Function apps to only be accessible over HTTPS',
    [WEBSITE_CONTRIBUTOR],
  );

  /** Closes web apps to the public network. */
  public static readonly CONFIGURE_PUBLIC_NETWORK_ACCESS_DISABLED: PolicyDefinition = modified(
    '2374605e-3e0b-492b-9046-229af202562c',
    'Configure App Service apps to disable public network access',
    [WEBSITE_CONTRIBUTOR, NETWORK_CONTRIBUTOR, MANAGED_IDENTITY_OPERATOR],
  );

  /** Closes function apps to the public network. */
  public static readonly CONFIGURE_FUNCTION_PUBLIC_NETWORK_ACCESS_DISABLED: PolicyDefinition = modified(
    'cd794351-e536-40f4-9750-503a463d8cad',
    'Configure Function apps to disable public network access',
    [WEBSITE_CONTRIBUTOR, NETWORK_CONTRIBUTOR, MANAGED_IDENTITY_OPERATOR],
  );

  /** Sets the version of TLS of web apps to 1.3 where it is below 1.2. */
  public static readonly CONFIGURE_LATEST_TLS: PolicyDefinition = deployed(
    'ae44c1d1-0df2-4ca9-98fa-a3d3ae5b409d',
    'Configure App Service apps to use the latest TLS version',
    [WEBSITE_CONTRIBUTOR],
  );

  /** Sets the version of TLS of function apps to 1.3 where it is below 1.2. */
  public static readonly CONFIGURE_FUNCTION_LATEST_TLS: PolicyDefinition = deployed(
    '1f01f1c7-539c-49b5-9ef4-d4ffa37d22e0',
    'Configure Function apps to use the latest TLS version',
    [WEBSITE_CONTRIBUTOR],
  );

  /** Turns remote debugging of web apps off. */
  public static readonly CONFIGURE_REMOTE_DEBUGGING_OFF: PolicyDefinition = deployed(
    'a5e3fe8f-f6cd-4f1d-bbf6-c749754a724b',
    'Configure App Service apps to turn off remote debugging',
    [WEBSITE_CONTRIBUTOR],
  );

  /** Turns remote debugging of function apps off. */
  public static readonly CONFIGURE_FUNCTION_REMOTE_DEBUGGING_OFF: PolicyDefinition = deployed(
    '25a5046c-c423-4805-9235-e844ae9ef49b',
    'Configure Function apps to turn off remote debugging',
    [WEBSITE_CONTRIBUTOR],
  );

  /** Keeps passwords from deploying over FTP. */
  public static readonly CONFIGURE_FTP_LOCAL_AUTH_DISABLED: PolicyDefinition = deployed(
    '572e342c-c920-4ef5-be2e-1ed3c6a51dc5',
    'Configure App Service apps to disable local authentication for FTP deployments',
    [WEBSITE_CONTRIBUTOR],
  );

  /** Keeps passwords from deploying over the SCM site. */
  public static readonly CONFIGURE_SCM_LOCAL_AUTH_DISABLED: PolicyDefinition = deployed(
    '5e97b776-f380-4722-a9a3-e7f0be029e79',
    'Configure App Service apps to disable local authentication for SCM sites',
    [WEBSITE_CONTRIBUTOR],
  );

  /** Keeps the records of private endpoints of apps in the zone `privateDnsZoneId`. */
  public static readonly CONFIGURE_PRIVATE_DNS_ZONE: PolicyDefinition = deployed(
    'b318f84a-b872-429b-ac6d-a01b96814452',
    'Configure App Service apps to use private DNS zones',
    [NETWORK_CONTRIBUTOR],
    ['privateDnsZoneId'],
  );

  private constructor() {}
}
