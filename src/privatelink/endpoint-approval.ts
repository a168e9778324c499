import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem } from '../core/internal/violations';

/** Approval of a private endpoint's connection to its target. */
export class EndpointApproval {
  /** Azure, at once: the caller has the right to approve connections of the target. */
  public static automatic(): EndpointApproval {
    return new EndpointApproval();
  }

  /**
   * The owner of the target, later. Until then the endpoint exists, but has no connection.
   *
   * @param requestMessage message to the owner, 1 to 140 characters
   */
  public static manual(requestMessage: string): EndpointApproval {
    checkInput('privatelink.EndpointApproval.manual', arguments);
    return new EndpointApproval(requestMessage);
  }

  private constructor(
    /** Message to the owner of the target; `undefined` for automatic approval. */
    public readonly requestMessage?: string,
  ) {}

  /** Reports whether the owner of the target approves. */
  public get isManual(): boolean {
    return this.requestMessage !== undefined;
  }

  /**
   * Reports what azurerm would reject in the message.
   *
   * @internal
   */
  public _problems(): Problem[] {
    const message = this.requestMessage;
    if (!isKnown(message) || (message.trim().length > 0 && message.length <= 140)) return [];
    const given =
      message.trim().length > 0 ? `a request message of ${message.length} characters` : 'no request message';
    return [
      { code: 'privatelink/request-message', message: `${given} given for manual approval; use 1 to 140 characters` },
    ];
  }
}
