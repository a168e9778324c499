import { ModelResource } from '../model/model-resource';
import { Subscription } from '../model/subscription';
import { TerraformModel } from '../model/terraform-model';

/** Subscription and region of a resource, as far as they are known. */
export interface Whereabouts {
  /** Id of its subscription. */
  readonly subscription?: string;
  readonly region?: string;
}

/** The subscription and the region of a resource. */
export function whereaboutsOf(model: TerraformModel, resource: ModelResource): Whereabouts {
  return { subscription: idOf(model.subscriptionOf(resource)), region: resource.at('location').knownText };
}

/** The id of a subscription, where the configuration names it. */
export function idOf(subscription: Subscription | undefined): string | undefined {
  return subscription?.isKnown ? subscription.key : undefined;
}
