import { AccessRules } from './access-rules';
import { decide } from './decide';
import { NetworkOrigin } from './network-origin';
import { RequestType } from './request-type';
import { checkInput } from '../../core/internal/input/check-input';
import { Problem } from '../../core/internal/violations';

/** Action for a request that no list names. */
export enum DefaultAction {
  /** It is let in. */
  ALLOW = 'Allow',

  /** It is rejected. */
  DENY = 'Deny',
}

/** An access that is put together by hand. */
export interface CustomNetworkAccess {
  /**
   * Enables the public endpoint.
   *
   * @default true
   */
  readonly publicNetworkAccess?: boolean;

  /**
   * Action for a request that no list names.
   *
   * @default DefaultAction.DENY
   */
  readonly defaultAction?: DefaultAction;

  /**
   * List of the public endpoint.
   *
   * @default - no list, so the default action decides
   */
  readonly publicNetwork?: AccessRules;

  /**
   * List of every private endpoint that has none of its own.
   *
   * @default - no list, so the default action decides
   */
  readonly privateEndpoints?: AccessRules;
}

/** Decision on a request, with its reason. */
export interface AccessDecision {
  /** Reports whether the request is allowed. */
  readonly allowed: boolean;

  /** The rule that decides, as a sentence. */
  readonly reason: string;
}

/**
 * Request types that a SignalR service allows, for each network.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-network-access-control
 */
export class NetworkAccess {
  /**
   * Browsers connect over the internet, hub servers only through private endpoints.
   *
   * The endpoints also take REST calls: with Entra authentication a hub server fetches a temporary key over REST
   * before it connects.
   */
  public static publicClientsPrivateServers(): NetworkAccess {
    return NetworkAccess.custom({
      publicNetwork: AccessRules.allow(RequestType.CLIENT_CONNECTION),
      privateEndpoints: AccessRules.allow(RequestType.SERVER_CONNECTION, RequestType.REST_API),
    });
  }

  /** Nothing over the internet: public network access is off, and clients connect through private endpoints too. */
  public static privateOnly(): NetworkAccess {
    return NetworkAccess.custom({
      publicNetworkAccess: false,
      privateEndpoints: AccessRules.allow(
        RequestType.CLIENT_CONNECTION,
        RequestType.SERVER_CONNECTION,
        RequestType.REST_API,
      ),
    });
  }

  /** Browsers connect over the internet, functions call the REST API only through private endpoints. */
  public static serverlessPublicClients(): NetworkAccess {
    return NetworkAccess.custom({
      publicNetwork: AccessRules.allow(RequestType.CLIENT_CONNECTION),
      privateEndpoints: AccessRules.allow(RequestType.REST_API),
    });
  }

  /** An access that is put together by hand. */
  public static custom(access: CustomNetworkAccess): NetworkAccess {
    checkInput('signalr.NetworkAccess.custom', arguments);
    return new NetworkAccess(
      access.publicNetworkAccess ?? true,
      access.defaultAction ?? DefaultAction.DENY,
      access.publicNetwork ?? AccessRules.allow(),
      access.privateEndpoints ?? AccessRules.allow(),
    );
  }

  private constructor(
    /** Reports whether the public endpoint answers. */
    public readonly publicNetworkAccess: boolean,
    /** Action for a request that no list names. */
    public readonly defaultAction: DefaultAction,
    /** List of the public endpoint. */
    public readonly publicNetwork: AccessRules,
    /** List of every private endpoint that has none of its own. */
    public readonly privateEndpoints: AccessRules,
  ) {}

  /**
   * Decides as Azure does: first the public network switch, then the lists of the origin, then the default action.
   *
   * Azure also asks for a valid token or key.
   */
  public evaluate(origin: NetworkOrigin, requestType: RequestType): AccessDecision {
    checkInput('signalr.NetworkAccess.evaluate', arguments);
    return this.decide(origin, requestType);
  }

  /**
   * The rules that azurerm or Azure would reject, or that would silently do nothing.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const problems = [
      ...this._listProblems(this.publicNetwork, 'the public network'),
      ...this._listProblems(this.privateEndpoints, 'private endpoints'),
    ];
    const { allowed, denied } = this.publicNetwork;
    if (!this.publicNetworkAccess && allowed.length + denied.length > 0) {
      const verb = allowed.length > 0 ? 'allow' : 'deny';
      const message = `public network access is disabled, but its rules ${verb} ${[...allowed, ...denied].join(', ')}; remove the rules or enable public network access`;
      problems.push({ code: 'nac/dead-public-rule', message });
    }
    return problems;
  }

  /**
   * Azure accepts an allow list only with default Deny, and a deny list only with default Allow.
   *
   * @internal
   */
  public _listProblems(rules: AccessRules, place: string): Problem[] {
    if (this.defaultAction === DefaultAction.ALLOW && rules.allowed.length > 0) {
      const message = `the default action is Allow, but an allow list (${rules.allowed.join(', ')}) is given for ${place}; use AccessRules.deny(...) or DefaultAction.DENY`;
      return [{ code: 'nac/allow-list-with-default-allow', message }];
    }
    if (this.defaultAction === DefaultAction.DENY && rules.denied.length > 0) {
      const message = `the default action is Deny, but a deny list (${rules.denied.join(', ')}) is given for ${place}; use AccessRules.allow(...) or DefaultAction.ALLOW`;
      return [{ code: 'nac/deny-list-with-default-deny', message }];
    }
    return [];
  }

  /**
   * Reports whether an origin lets hub servers connect but rejects the REST call that Entra authentication needs.
   *
   * @internal
   */
  public _lacksRest(origin: NetworkOrigin): boolean {
    return (
      this.decide(origin, RequestType.SERVER_CONNECTION).allowed && !this.decide(origin, RequestType.REST_API).allowed
    );
  }

  private decide({ isPublic, rules = this.privateEndpoints }: NetworkOrigin, requestType: RequestType): AccessDecision {
    const deciding = {
      isPublic,
      publicNetworkAccess: this.publicNetworkAccess,
      rules: isPublic ? this.publicNetwork : rules,
      allowsByDefault: this.defaultAction === DefaultAction.ALLOW,
    };
    return decide(deciding, requestType);
  }
}
