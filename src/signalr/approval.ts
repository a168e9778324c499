import { TerraformProvider } from 'cdktf';
import { checkInput } from '../core/internal/input/check-input';
import { Problem } from '../core/internal/violations';
import { azapiProviderProblems } from '../engine/azapi';

/** Who approves the connection of a shared private link on the side of its target. */
export class Approval {
  /**
   * The owner of the target, later. Until then the link is Pending, and the service cannot use it.
   *
   * `SharedPrivateLink.approvalCommand` is what the owner runs. In the portal the connection is listed under Networking,
   * Private endpoint connections of the target, with the link's request message as its description.
   */
  public static manual(): Approval {
    return new Approval(false);
  }

  /**
   * Terraform, in the same run, through the azapi provider: azurerm has no resource for it.
   *
   * Approves exactly the connection that carries the link's request message, once. A connection that is rejected later
   * stays rejected, and a link that is replaced is approved anew. Where there is no such connection, as when its owner
   * rejected it at once or Azure does not list it yet, the run fails with a resource id that says so, and the next run
   * tries again.
   *
   * Whoever deploys needs the right to approve connections of the target:
   * `Microsoft.Web/sites/privateEndpointConnectionsApproval/action`, or
   * `Microsoft.KeyVault/vaults/privateEndpointConnectionsApproval/action`, and to read and write its
   * `privateEndpointConnections`.
   *
   * @param azapiProvider provider of Azure/azapi 2.x; without it the stack's own without an alias, which is defined if
   * there is none. Outside of the public cloud define one with its `environment`, or set `ARM_ENVIRONMENT`
   */
  public static automatic(azapiProvider?: TerraformProvider): Approval {
    checkInput('signalr.Approval.automatic', arguments);
    return new Approval(true, azapiProvider);
  }

  private constructor(
    /** Whether Terraform approves. */
    public readonly isAutomatic: boolean,
    /** Provider of Azure/azapi; `undefined` for the stack's own. */
    public readonly azapiProvider?: TerraformProvider,
  ) {}

  /**
   * A provider that cannot approve.
   *
   * @internal
   */
  public _problems(): Problem[] {
    return azapiProviderProblems(this.azapiProvider);
  }
}
