import { IConstruct } from 'constructs';
import { unknownNames } from './private/known-services';
import { DELEGATION_ACTIONS, DELEGATION_SERVICES } from './private/subnet-services';
import { isResourceType } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, withCode } from '../core/internal/violations';

const EXAMPLE = 'Microsoft.ContainerInstance/containerGroups';
const ACTION = /^\w+(\.\w+)+(\/\w+)*\/(\w+|\*)$/;

/**
 * The Azure service that may inject itself into a subnet.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/subnet-delegation-overview
 */
export class SubnetDelegation {
  /** No service: the subnet takes private endpoints and virtual machines. */
  public static readonly NONE = new SubnetDelegation('', []);

  /** App Service plans: VNet integration of web and function apps. */
  public static readonly WEB_SERVER_FARMS = SubnetDelegation.to(
    'Microsoft.Web/serverFarms',
    'Microsoft.Network/virtualNetworks/subnets/action',
  );

  /** Flex Consumption: VNet integration of its function apps, which run where Azure Container Apps do. */
  public static readonly APP_ENVIRONMENTS = SubnetDelegation.to(
    'Microsoft.App/environments',
    'Microsoft.Network/virtualNetworks/subnets/join/action',
  );

  /** Azure DNS Private Resolver: one inbound or outbound endpoint. */
  public static readonly DNS_RESOLVERS = SubnetDelegation.to(
    'Microsoft.Network/dnsResolvers',
    'Microsoft.Network/virtualNetworks/subnets/join/action',
  );

  /**
   * Another service. Services that are newer than this library go into the construct context `azureSubnetServices`.
   *
   * @param serviceName as `Microsoft.ContainerInstance/containerGroups`
   * @param actions exactly the actions that Azure reports back; others show as drift in every plan
   */
  public static to(serviceName: string, ...actions: string[]): SubnetDelegation {
    checkInput('network.SubnetDelegation.to', arguments);
    return new SubnetDelegation(serviceName, actions);
  }

  private constructor(
    /** Name of the service, such as `Microsoft.Web/serverFarms`; empty for no service. */
    public readonly serviceName: string,
    private readonly actions: string[],
  ) {}

  /** Reports whether no service may inject itself. */
  public get isNone(): boolean {
    return this.serviceName === '';
  }

  /**
   * Reports what Azure would reject in the names of service and actions.
   *
   * @internal
   */
  public _problems(): Problem[] {
    if (this === SubnetDelegation.NONE) return [];
    const actions = this.actions.filter((action) => isKnown(action) && !ACTION.test(action));
    const messages = actions.map(
      (action) => `"${action}" is not an action; use one such as Microsoft.Network/virtualNetworks/subnets/join/action`,
    );
    if (isKnown(this.serviceName) && !isResourceType(this.serviceName)) {
      messages.unshift(
        `"${this.serviceName}" is not a service that subnets are delegated to; use one such as ${EXAMPLE}`,
      );
    }
    return withCode('network/delegation', messages);
  }

  /**
   * Reports what azurerm would reject in the delegation of a new subnet.
   *
   * @internal
   */
  public _problemsIn(subnet: IConstruct): Problem[] {
    const problems = this._problems();
    if (problems.length > 0 || this.isNone) return problems;
    const messages = [
      ...unknownNames(
        subnet,
        [this.serviceName],
        DELEGATION_SERVICES,
        'a service that subnets are delegated to',
        EXAMPLE,
      ),
      ...unknownNames(subnet, this.actions, DELEGATION_ACTIONS, 'an action of a delegation', DELEGATION_ACTIONS[0]),
    ];
    return messages.map((message) => ({ code: 'network/delegation', message }));
  }

  /**
   * The `delegation` blocks of the subnet.
   *
   * @internal
   */
  public _render(name: string = 'delegation') {
    if (this.isNone) return undefined;
    return [{ name, serviceDelegation: { name: this.serviceName, actions: this.actions } }];
  }
}
