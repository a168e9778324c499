import { FunctionHostOptions } from './function-host-options';
import { FLEX_FUNCTION_APP, LINUX_FUNCTION_APP, WINDOWS_FUNCTION_APP } from '../appservice/internal/app-kind';
import { Problem } from '../core/internal/violations';
import { SubnetDelegation } from '../network';
import { BoundFunctionHost, FunctionHostContext, NewFunctionHost } from './private/function-hosts';

/**
 * The function app that answers the clients of a Serverless service. It is called through private endpoints only, unless
 * `accessRestrictions` says otherwise.
 */
export class FunctionHost {
  /** A new Linux function app on a new plan. */
  public static linux(options: FunctionHostOptions = {}): FunctionHost {
    return new FunctionHost(new NewFunctionHost(LINUX_FUNCTION_APP, options));
  }

  /** A new Windows function app on a new plan. */
  public static windows(options: FunctionHostOptions = {}): FunctionHost {
    return new FunctionHost(new NewFunctionHost(WINDOWS_FUNCTION_APP, options));
  }

  /** A new function app on a new Flex Consumption plan, which scales to zero. */
  public static flexConsumption(options: FunctionHostOptions = {}): FunctionHost {
    return new FunctionHost(new NewFunctionHost(FLEX_FUNCTION_APP, options));
  }

  private constructor(private readonly host: NewFunctionHost) {}

  /**
   * What the subnet of the app is delegated to.
   *
   * @internal
   */
  public get _delegation(): SubnetDelegation {
    return this.host.delegation;
  }

  /**
   * Whether the app takes requests from the internet.
   *
   * @internal
   */
  public get _isPublic(): boolean {
    return this.host.isPublic;
  }

  /**
   * What azurerm or Azure would refuse in the app and its plan.
   *
   * @internal
   */
  public _problems(): Problem[] {
    return this.host.problems();
  }

  /**
   * Defines plan and app.
   *
   * @internal
   */
  public _bind(context: FunctionHostContext): BoundFunctionHost {
    return this.host.bind(context);
  }
}
