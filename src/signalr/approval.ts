import { TerraformProvider } from 'cdktf';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem } from '../core/internal/violations';
import { azapiProviderProblems } from '../engine/azapi';

/** Approval of a shared private link's connection on the side of its target. */
export class Approval {
  /**
   * The owner of the target, later. Until then the link is Pending, and the service cannot use it.
   *
   * `SharedPrivateLink.approvalCommand` is what the owner runs. In the portal the connection is listed under
   * Networking, Private endpoint connections of the target, with the link's request message as its description.
   *
   * @param requestMessage what the owner reads, 1 to 140 characters, none of `' " $ ! \` or backticks; without it a
   * text that names link and service, and no other connection. The owner, and `approvalCommand`, know the connection by
   * it. Another message replaces the link
   */
  public static manual(requestMessage?: string): Approval {
    checkInput('signalr.Approval.manual', arguments);
    return new Approval(false, undefined, requestMessage);
  }

  /**
   * Terraform, in the same run, through the azapi provider: azurerm has no resource for it.
   *
   * Approves exactly the connection that carries the link's request message, once. A connection that is rejected later
   * stays rejected, and a link that is replaced is approved anew. Where there is no such connection, as when its owner
   * rejected it at once or Azure does not list it yet, the run fails with a resource id that says so, and the next run
   * tries again.
   *
   * The deployer needs the right to approve connections of the target:
   * `Microsoft.Web/sites/privateEndpointConnectionsApproval/action`, or
   * `Microsoft.KeyVault/vaults/privateEndpointConnectionsApproval/action`, and to read and write its
   * `privateEndpointConnections`.
   *
   * @param azapiProvider provider of Azure/azapi 2.x; without it the stack's own without an alias, which is defined if
   * it is missing. Outside of the public cloud define one with its `environment`, or set `ARM_ENVIRONMENT`
   */
  public static automatic(azapiProvider?: TerraformProvider): Approval {
    checkInput('signalr.Approval.automatic', arguments);
    return new Approval(true, azapiProvider);
  }

  private constructor(
    /** Reports whether Terraform approves the connection. */
    public readonly isAutomatic: boolean,
    /** Provider of Azure/azapi; `undefined` for the stack's own. */
    public readonly azapiProvider?: TerraformProvider,
    /** Message that the owner of the target reads; `undefined` for a text that names link and service. */
    public readonly requestMessage?: string,
  ) {}

  /**
   * A provider that cannot approve, and a message that azurerm would reject.
   *
   * @internal
   */
  public _problems(): Problem[] {
    return [...azapiProviderProblems(this.azapiProvider), ...messageProblems(this.requestMessage)];
  }
}

/** Azure accepts as long a message as for private endpoints; `approvalCommand` holds it between quotes. */
function messageProblems(text: string | undefined): Problem[] {
  if (!isKnown(text) || /^(?=.*\S)[^'"`$!\\\p{Cc}]{1,140}$/u.test(text)) return [];
  const message = `"${text}" given as request message; use 1 to 140 characters, none of ' " \` $ ! \\, or leave it out`;
  return [{ code: 'sharedlink/request-message', message }];
}
