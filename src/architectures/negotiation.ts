import { NegotiationAppOptions } from './negotiation-app-options';
import { NegotiationPlace } from './private/negotiation-place';
import { checkInput } from '../core/internal/input/check-input';

/**
 * Place where clients of a Serverless service negotiate: they ask a function app for the address of the service and for
 * a token, and connect to the service with both.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/signalr-concept-client-negotiation
 */
export class Negotiation {
  /**
   * At a function app of its own, which accepts requests from the internet and does nothing else. The function app that
   * the service calls stays closed. The two share plan, network and telemetry; identity and storage account are the
   * app's own, so nothing in the public app can change the code of the closed one. A Flex Consumption app gets a plan
   * of its own.
   *
   * On Elastic Premium plans the app needs `packageUrl`, as every function app does there.
   */
  public static ownApp(options: NegotiationAppOptions = {}): Negotiation {
    checkInput('Negotiation.ownApp', arguments);
    return new Negotiation(NegotiationPlace.OWN_APP, options);
  }

  /**
   * At the function app of the architecture, which also accepts requests from the internet; `accessRestrictions` of the
   * host may narrow them. The service still calls the function app over its private link.
   */
  public static publicFunctionApp(): Negotiation {
    return new Negotiation(NegotiationPlace.PUBLIC_FUNCTION_APP);
  }

  /**
   * At the function app of the architecture, which accepts nothing from the internet: clients are in the network, or
   * come through a gateway with a private origin, such as Azure Front Door Premium.
   */
  public static privateFunctionApp(): Negotiation {
    return new Negotiation(NegotiationPlace.PRIVATE_FUNCTION_APP);
  }

  private constructor(
    /**
     * The app that negotiates.
     *
     * @internal
     */
    public readonly _place: NegotiationPlace,
    /**
     * Options of an app of its own.
     *
     * @internal
     */
    public readonly _options: NegotiationAppOptions = {},
  ) {}
}
