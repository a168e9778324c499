import { Construct } from 'constructs';
import { NegotiationApp } from './negotiation-app';
import { NegotiationPlace } from './negotiation-place';
import { AccessRestrictions } from '../../appservice';
import { Problem } from '../../core/internal/violations';
import { FunctionHost } from '../function-host';
import { Negotiation } from '../negotiation';

/** Facts that decide where clients negotiate, unless that is given. */
interface Surroundings {
  /** Reports whether the service allows clients over the internet. */
  readonly clientsArePublic: boolean;
  /** Reports whether the service calls the function app. */
  readonly upstreamCalls: boolean;
}

const { OWN_APP, PUBLIC_FUNCTION_APP, PRIVATE_FUNCTION_APP } = NegotiationPlace;

/** Decides where clients negotiate, and judges what is given. */
export class NegotiationInput {
  /** The app for the negotiation alone. */
  public readonly ownApp?: NegotiationApp;

  private readonly place: NegotiationPlace;
  private readonly restrictions?: AccessRestrictions;

  public constructor(
    private readonly given: Negotiation | undefined,
    host: FunctionHost,
    private readonly surroundings: Surroundings,
  ) {
    this.restrictions = host._accessRestrictions;
    this.place = given?._place ?? this.defaultPlace;
    if (this.place === OWN_APP) this.ownApp = host._negotiationApp(given?._options ?? {});
  }

  /** Restrictions of the function app that the service calls. */
  public get accessRestrictions(): AccessRestrictions {
    if (this.restrictions) return this.restrictions;
    const isOpen = this.place === PUBLIC_FUNCTION_APP;
    return isOpen ? AccessRestrictions.publicAccess() : AccessRestrictions.privateEndpointOnly();
  }

  /** Reports whether an app accepts requests from the internet. */
  public get isPublic(): boolean {
    return this.ownApp !== undefined || this.accessRestrictions.publicNetworkAccess;
  }

  /** Problems of options that contradict each other. */
  public contradictions(): Problem[] {
    const { place, restrictions, given } = this;
    const messages = [];
    if (place === OWN_APP && !this.surroundings.upstreamCalls) {
      messages.push(
        `${place} given, but with upstreamCalls: false the service does not call the function app, so there is no app to keep closed; use ${PUBLIC_FUNCTION_APP}`,
      );
    }
    if (place === OWN_APP && given?._options.accessRestrictions?.publicNetworkAccess === false) {
      messages.push(
        `accessRestrictions of ${place} allow private endpoints only, but the app has none; use ${PRIVATE_FUNCTION_APP}, or leave accessRestrictions out`,
      );
    }
    const isOpen = restrictions?.publicNetworkAccess;
    if (place === PUBLIC_FUNCTION_APP && isOpen === false) {
      messages.push(
        `${place} given, but accessRestrictions of the host allow private endpoints only; leave accessRestrictions out, or use ${PRIVATE_FUNCTION_APP}`,
      );
    }
    if (place === PRIVATE_FUNCTION_APP && isOpen === true) {
      messages.push(
        `${place} given, but accessRestrictions of the host allow requests from the internet; leave accessRestrictions out, or use ${PUBLIC_FUNCTION_APP}`,
      );
    }
    return messages.map((message) => ({ code: 'signalr/negotiation', message }));
  }

  /** Problems of the app for the negotiation alone. */
  public problems(scope: Construct): Problem[] {
    return this.ownApp?.problems(scope) ?? [];
  }

  /** A host that is open already negotiates; another one is opened where the service does not call it. */
  private get defaultPlace(): NegotiationPlace {
    const { clientsArePublic, upstreamCalls } = this.surroundings;
    const isOpen = this.restrictions?.publicNetworkAccess;
    if (isOpen) return PUBLIC_FUNCTION_APP;
    if (!clientsArePublic) return PRIVATE_FUNCTION_APP;
    if (upstreamCalls) return OWN_APP;
    return isOpen === undefined ? PUBLIC_FUNCTION_APP : PRIVATE_FUNCTION_APP;
  }
}
