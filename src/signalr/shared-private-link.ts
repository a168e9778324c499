import { SignalrSharedPrivateLinkResource } from '@cdktf/provider-azurerm/lib/signalr-shared-private-link-resource';
import { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { Approval } from './approval';
import { IChangeableService } from './ichangeable-service';
import { beginDefinition } from '../placement/definition';
import { ISharedPrivateLinkTarget, PrivateLinkSubresource } from '../privatelink';
import { linkNameProblems } from './internal/names';
import { approveConnection } from './private/azapi-approval';
import { nameFromId } from './private/child-names';
import { kindOf, targetProblems } from './private/link-problems';
import { factsOf } from './private/service-facts';
import { ServiceChange } from './service-change';
import { approvalCommand } from '../core/internal/approval-command';
import { fitted } from '../core/internal/fitted-names';
import { checkInput } from '../core/internal/input/check-input';
import { Problem, Violations } from '../core/internal/violations';

/** Azure accepts 140 characters of a request message; a host name has up to 83 of them, and the words 17. */
const MAX_NAME_IN_MESSAGE = 40;

/** Options of a shared private link that do not depend on its service. */
export interface SharedPrivateLinkOptions {
  /** Target of the link: a web app, a function app or a Key Vault, also in another subscription. */
  readonly target: ISharedPrivateLinkTarget;

  /**
   * Name: 3 to 63 letters, digits or inner dashes, beginning with a letter. Unique among the links of the service.
   *
   * @default - the construct id, where it is such a name, or else one that is made of it
   */
  readonly name?: string;

  /**
   * Approval of the connection on the side of the target.
   *
   * @default Approval.manual()
   */
  readonly approval?: Approval;
}

/** Properties of a shared private link. */
export interface SharedPrivateLinkProps extends SharedPrivateLinkOptions {
  /** The service that the link starts from, not of the Free tier. */
  readonly service: IChangeableService;
}

/**
 * Defines a private link from a SignalR service to what it calls: the upstream of a Serverless service, or the Key
 * Vault of a custom certificate or of a secret in an upstream URL.
 *
 * The private endpoint of the link lies inside of Azure SignalR Service, and no other caller can use it. It is Pending
 * until its connection is approved on the target; the service learns of the approval some minutes later.
 *
 * An approved connection closes an app for the public network, unless the app's public network access was enabled
 * explicitly: other callers then need private endpoints of their own. An upstream sees by the header `X-Forwarded-For`
 * that a call came over the link: it names a private address.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-shared-private-endpoints
 * @see https://learn.microsoft.com/azure/app-service/overview-access-restrictions#app-access
 */
export class SharedPrivateLink extends Construct {
  /** Azure resource id of the link. */
  public readonly sharedPrivateLinkId: string;

  /** Name of the link. */
  public readonly linkName: string;

  /** Target of the link. */
  public readonly target: ISharedPrivateLinkTarget;

  /**
   * Message that the owner of the target reads. Unless `Approval.manual(...)` is given a message, no other connection
   * in Azure has the same description.
   */
  public readonly requestMessage: string;

  /**
   * State of the connection, such as `Pending` or `Approved`, known after deployment. Terraform reads it at the
   * beginning of a run, so an approval shows in the next one.
   */
  public readonly status: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: SignalrSharedPrivateLinkResource;

  /**
   * The resource that approves the connection, for what needs the target to be reachable; `undefined` for manual
   * approval.
   */
  public readonly approvalResource?: TerraformResource;

  /**
   * Defines a link.
   *
   * @throws `sharedlink/name`, `sharedlink/target`, `sharedlink/target-plan`,
   * `sharedlink/request-message`,
   * `signalr/free-tier-shared-private-link`, `core/azapi-provider`; when the stack is validated also
   * `sharedlink/subscription`
   */
  public constructor(scope: Construct, id: string, props: SharedPrivateLinkProps) {
    checkInput('signalr.SharedPrivateLink', arguments);
    super(scope, id);
    const { service, target } = props;
    const approval = props.approval ?? Approval.manual();
    const { _provider: provider, _vaultApprovals: vaultApprovals } = factsOf(service);
    this.linkName = props.name ?? nameFromId(this);
    const kind = kindOf(target);
    const violations = new Violations(this);
    violations.include(linkNameProblems(this.linkName));
    violations.include(targetProblems(target));
    violations.include(tierProblems(service));
    violations.include(approval._problems());
    violations.throwIfAny();

    beginDefinition(this);
    this.target = target;
    this.requestMessage =
      approval.requestMessage ?? `Approve link ${fitted(this.linkName, MAX_NAME_IN_MESSAGE)} of ${service.hostname}`;
    const targetId = target.privateLink.resourceId!;
    this.resource = new SignalrSharedPrivateLinkResource(this, 'Resource', {
      name: this.linkName,
      signalrServiceId: service.serviceId,
      subResourceName: target.privateLink.subresource!.name,
      targetResourceId: targetId,
      requestMessage: this.requestMessage,
      // azurerm looks for the service in the subscription of the provider, whatever its id says.
      provider,
    });
    this.sharedPrivateLinkId = this.resource.id;
    this.status = this.resource.status;
    const leadsToVault = target.privateLink.subresource === PrivateLinkSubresource.VAULT;
    service.changeInOrder(leadsToVault ? ServiceChange.VAULT_LINK : ServiceChange.SHARED_PRIVATE_LINK, this.resource);
    if (!approval.isAutomatic) return;
    this.approvalResource = approveConnection(this, {
      link: this.resource,
      kind: kind!,
      targetId,
      requestMessage: this.requestMessage,
      provider: approval.azapiProvider,
    });
    if (leadsToVault) vaultApprovals?.add(this.approvalResource);
  }

  /**
   * A command for the owner of the target, which approves the Pending connection with the request message of this link:
   * put it into a Terraform output, or into a runbook.
   *
   * @see https://learn.microsoft.com/cli/azure/network/private-endpoint-connection
   */
  public get approvalCommand(): string {
    return approvalCommand(this.target.privateLink.resourceId!, this.requestMessage);
  }
}

function tierProblems({ sku }: IChangeableService): Problem[] {
  return sku ? sku._problems({ publicNetworkAccess: true, privateEndpoint: false, sharedLink: true }) : [];
}
