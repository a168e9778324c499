import { ModelResource } from './model-resource';
import { Subscription } from './subscription';
import { Subscriptions } from './subscriptions';
import { Target } from './target';
import { Certainty } from '../core/internal/certainty';

const GROUP = /\/resourceGroups\/([^/]+)\//i;
const NETWORK = /\/virtualNetworks\/([^/]+)\//i;
const SUBSCRIPTION = /^\/subscriptions\/([^/]+)\//i;

/**
 * Types whose names are unique in all of Azure, so that what has the name is the resource, whatever its subscription.
 */
const GLOBAL =
  /^azurerm_(signalr_service|(linux|windows)_(web|function)_app|function_app_flex_consumption|logic_app_standard|key_vault|storage_account|container_registry)$/;

/** An id in Azure, or the end of one, with the subscription that it names. */
export class AzureId {
  /** An id that is written as text. */
  public static of(text: string): AzureId {
    const subscription = SUBSCRIPTION.exec(text)?.[1];
    return new AzureId(text, subscription === undefined ? undefined : Subscription.ofId(subscription));
  }

  /** Makes an id from a subscription and the rest of the id. */
  public static within(subscription: Subscription, rest: string): AzureId {
    return new AzureId(`/subscriptions/${subscription.key}${rest}`, subscription);
  }

  private constructor(
    private readonly text: string,
    private readonly subscription: Subscription | undefined,
  ) {}

  /** Name of what has the id. */
  public get name(): string {
    return this.text.slice(this.text.lastIndexOf('/') + 1);
  }

  /** Finds the resource with the id among some resources. */
  public among(candidates: readonly ModelResource[], subscriptions: Subscriptions): Target {
    const matches = candidates.map((resource) => ({ resource, match: this.matches(resource, subscriptions) }));
    const same = matches.filter(({ match }) => match.isYes);
    if (same.length === 1) return Target.resource(same[0].resource);
    const possible = same.length === 0 ? matches.filter(({ match }) => match.isMaybe) : [];
    if (possible.length === 0) return Target.external(this.text);
    const because = `whether ${this.text} is ${possible[0].resource.path} is not known: ${possible[0].match.because}`;
    return Target.unknown(
      because,
      possible.map(({ resource }) => resource),
    );
  }

  private matches(resource: ModelResource, subscriptions: Subscriptions): Certainty {
    if (!isSame(resource.name, this.name)) return Certainty.NO;
    if (GLOBAL.test(resource.type)) return Certainty.YES;
    const network = networkOf(resource);
    return Certainty.all([
      this.isPartOf(GROUP, resource.group, `the resource group of ${resource.path}`),
      this.isPartOf(NETWORK, network, `the network of ${resource.path}`),
      this.subscription ? subscriptions.of(resource).isSame(this.subscription) : Certainty.YES,
    ]);
  }

  private isPartOf(segment: RegExp, known: string | undefined, what: string): Certainty {
    const named = segment.exec(this.text)?.[1];
    if (named === undefined && known === undefined) return Certainty.YES;
    if (known === undefined) return Certainty.maybe(`${what} is only known when Terraform runs`);
    return Certainty.of(isSame(known, named));
  }
}

/** azurerm 5 names the network of a subnet by its id. */
function networkOf(resource: ModelResource): string | undefined {
  const id = resource.at('virtual_network_id');
  return resource.at('virtual_network_name').knownText ?? id.resource?.name ?? id.knownText?.split('/').pop();
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a?.toLowerCase() === b?.toLowerCase();
}
