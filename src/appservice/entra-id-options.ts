import { SignInCredential } from './sign-in-credential';
import { UnauthenticatedAction } from './unauthenticated-action';

/** Callers that App Service allows to reach an app, by tokens of Microsoft Entra ID. */
export interface EntraIdOptions {
  /**
   * Application (client) id of the app registration that stands for the app, a GUID. Its redirect address is
   * `/.auth/login/aad/callback` of each host name by which people open the app.
   */
  readonly clientId: string;

  /**
   * Id of the tenant that issues the tokens, a GUID.
   *
   * @default - the tenant that Terraform is signed in to
   */
  readonly tenantId?: string;

  /**
   * Answer to requests without a valid token.
   *
   * @default UnauthenticatedAction.RETURN_401
   */
  readonly unauthenticatedAction?: UnauthenticatedAction;

  /**
   * Paths whose requests reach the code without a token, such as `/public`; each begins with a slash. The page of the
   * health check needs no place here, because App Service reaches it in any case.
   *
   * @default - every path needs a token
   * @see https://learn.microsoft.com/azure/app-service/monitor-instances-health-check#authentication-and-security
   */
  readonly excludedPaths?: string[];

  /**
   * Audiences of the tokens that are accepted. The client id always is.
   *
   * @default - `api://` with the client id
   */
  readonly allowedAudiences?: string[];

  /**
   * Client ids of the applications whose tokens are accepted, each a GUID; others get 403. Name `clientId` as well
   * where people sign in through the app itself. `SecureServerlessSignalR` adds the identity of its service, which
   * calls the function app.
   *
   * @default - every application that gets a token for the app registration
   * @see https://learn.microsoft.com/azure/app-service/configure-authentication-provider-aad#use-a-built-in-authorization-policy
   */
  readonly allowedApplications?: string[];

  /**
   * Credential with which App Service signs people in for the app registration.
   *
   * @default - `SignInCredential.managedIdentity()` where requests are redirected to the login page; otherwise no one
   * signs in through the app, which only checks tokens
   */
  readonly credential?: SignInCredential;

  /**
   * Keeps the tokens of people who sign in, in the file system of the app, for the code to use.
   *
   * @default false
   * @see https://learn.microsoft.com/azure/app-service/overview-authentication-authorization#token-store
   */
  readonly tokenStore?: boolean;

  /**
   * Reads the host name of a request, to which App Service redirects after a login, from the header `X-Forwarded-Host`,
   * which reverse proxies set. Where people also call the app itself, they could forge the header.
   *
   * @default - true where `AccessRestrictions.frontDoorOnly(...)` allows only a Front Door
   */
  readonly behindProxy?: boolean;
}
