import { RequestType } from './request-type';
import { checkInput } from '../../core/internal/input/check-input';

/**
 * The list of request types of one origin: the public network or a private endpoint.
 *
 * It either allows or denies. azurerm accepts no list of both kinds.
 */
export class AccessRules {
  /**
   * Only these request types pass. Azure accepts it where the default action is Deny.
   *
   * @param types none at all closes the origin
   */
  public static allow(...types: RequestType[]): AccessRules {
    checkInput('signalr.AccessRules.allow', arguments);
    return new AccessRules(unique(types), []);
  }

  /**
   * All request types but these pass. Azure accepts it where the default action is Allow.
   *
   * @param types none at all opens the origin
   */
  public static deny(...types: RequestType[]): AccessRules {
    checkInput('signalr.AccessRules.deny', arguments);
    return new AccessRules([], unique(types));
  }

  /**
   * The list of a configuration that others wrote, which may name types that are not known here.
   *
   * @internal
   */
  public static _read(allowed: RequestType[], denied: RequestType[]): AccessRules {
    return new AccessRules(unique(allowed), unique(denied));
  }

  private constructor(
    private readonly allowedTypes: RequestType[],
    private readonly deniedTypes: RequestType[],
  ) {}

  /** The request types that are let in by name. */
  public get allowed(): RequestType[] {
    return [...this.allowedTypes];
  }

  /** The request types that are kept out by name. */
  public get denied(): RequestType[] {
    return [...this.deniedTypes];
  }

  /**
   * The lists in azurerm's form.
   *
   * An empty list is left out, because azurerm treats it as given and then reports a conflict with the other list. It
   * is not `undefined` either: cdktf drops a block whose members are all undefined, and azurerm requires the block of
   * the public network, even an empty one.
   *
   * @internal
   */
  public _render() {
    return {
      ...(this.allowedTypes.length > 0 && { allowedRequestTypes: this.allowed }),
      ...(this.deniedTypes.length > 0 && { deniedRequestTypes: this.denied }),
    };
  }
}

function unique(types: RequestType[]): RequestType[] {
  return [...new Set(types)];
}
