import { EntraIdOptions } from './entra-id-options';
import { entraIdProblems } from './private/entra-id-problems';
import { SignInCredential } from './sign-in-credential';
import { UnauthenticatedAction } from './unauthenticated-action';
import { AzureCloud } from '../core';
import { checkInput } from '../core/internal/input/check-input';
import { Problem } from '../core/internal/violations';

/** Name of Microsoft Entra ID among the identity providers of App Service. */
const ENTRA_ID = 'azureactivedirectory';

/** https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud */
const LOGIN_ENDPOINTS: ReadonlyMap<AzureCloud, string> = new Map([
  [AzureCloud.PUBLIC, 'https://login.microsoftonline.com'],
  [AzureCloud.US_GOVERNMENT, 'https://login.microsoftonline.us'],
  [AzureCloud.CHINA, 'https://login.partner.microsoftonline.cn'],
]);

/** Site whose callers are authenticated. */
interface AuthenticatedSite {
  readonly cloud: AzureCloud;
  /** The tenant that counts where none is given. */
  readonly tenantId: () => string;
  /** Reports whether only a Front Door may call the app. */
  readonly isBehindFrontDoor: boolean;
}

/**
 * Authentication by App Service of an app's callers before their requests reach its code, also known as Easy Auth.
 * Calls of the app to others, such as those of a hub server to its SignalR service, are not concerned.
 *
 * @see https://learn.microsoft.com/azure/app-service/overview-authentication-authorization
 */
export class Authentication {
  /** Lets those through who bring a token of Microsoft Entra ID for an app registration. */
  public static entraId(options: EntraIdOptions): Authentication {
    checkInput('appservice.Authentication.entraId', arguments);
    return new Authentication(options);
  }

  private constructor(private readonly options: EntraIdOptions) {}

  /**
   * The audience of the tokens that the app accepts; `undefined` where it needs none.
   *
   * @internal
   */
  public get _neededAudience(): string | undefined {
    return this.action === UnauthenticatedAction.ALLOW_ANONYMOUS ? undefined : this.options.clientId;
  }

  /**
   * Credential with which people are signed in; `undefined` where the app signs no one in.
   *
   * @internal
   */
  public get _credential(): SignInCredential | undefined {
    const signsIn = this.action === UnauthenticatedAction.REDIRECT_TO_LOGIN_PAGE;
    return this.options.credential ?? (signsIn ? SignInCredential.managedIdentity() : undefined);
  }

  /**
   * The same for a further application that calls the app, where only some may.
   *
   * @internal
   */
  public _withApplication(clientId: string): Authentication {
    const { allowedApplications } = this.options;
    if (!allowedApplications) return this;
    return new Authentication({ ...this.options, allowedApplications: [...allowedApplications, clientId] });
  }

  /**
   * Problems with it, whatever the app is.
   *
   * @internal
   */
  public _problems(): Problem[] {
    return [...entraIdProblems(this.options), ...(this._credential?._secret?._problems() ?? [])];
  }

  /**
   * The block of azurerm.
   *
   * @internal
   */
  public _render({ cloud, tenantId: ownTenantId, isBehindFrontDoor }: AuthenticatedSite) {
    const { clientId, tenantId = ownTenantId(), excludedPaths, allowedApplications } = this.options;
    const {
      allowedAudiences = [`api://${clientId}`],
      tokenStore = false,
      behindProxy = isBehindFrontDoor,
    } = this.options;
    return {
      authEnabled: true,
      requireAuthentication: this.action !== UnauthenticatedAction.ALLOW_ANONYMOUS,
      unauthenticatedAction: this.action,
      defaultProvider: ENTRA_ID,
      requireHttps: true,
      excludedPaths,
      forwardProxyConvention: behindProxy ? 'Standard' : undefined,
      activeDirectoryV2: {
        clientId,
        tenantAuthEndpoint: `${LOGIN_ENDPOINTS.get(cloud)}/${tenantId}/v2.0`,
        clientSecretSettingName: this._credential?._setting,
        allowedAudiences,
        allowedApplications,
      },
      login: { tokenStoreEnabled: tokenStore },
    };
  }

  private get action(): UnauthenticatedAction {
    return this.options.unauthenticatedAction ?? UnauthenticatedAction.RETURN_401;
  }
}
