import { TerraformResource, TerraformStack } from 'cdktf';
import { FoundByName, foundByName } from '../../core/internal/providers';
import { isInTree } from '../../core/internal/registry';
import { Problem } from '../../core/internal/violations';
import { ConstructModel } from '../../model/construct-model';
import { Subscription } from '../../model/subscription';

const IN_ID = /^\/subscriptions\/([^/]+)\//i;

/** Groups, networks and zones that exist are found in the subscription of the provider, whatever their ids say. */
export function lookUpProblems(model: ConstructModel, stack: TerraformStack): Problem[] {
  return foundByName(stack)
    .filter(({ finder }) => isInTree(finder))
    .flatMap((each) => judge(model, each));
}

function judge(model: ConstructModel, { finder, found, id }: FoundByName): Problem[] {
  const [, subscription] = IN_ID.exec(id) ?? [];
  const resource = TerraformResource.isTerraformResource(finder) ? finder : finder.node.tryFindChild('Resource');
  if (subscription === undefined || !TerraformResource.isTerraformResource(resource)) return [];
  const defined = model.read(resource, resource.getStringAttribute('id')).resource;
  const own = defined && model.subscriptionOf(defined);
  if (!own?.isSame(Subscription.ofId(subscription)).isNo) return [];
  const message = `${resource.node.path} is deployed to subscription ${own.key}, where azurerm looks up ${found.node.path} by name, but its id is in ${subscription}; give ${resource.node.path} or ${found.node.path} the provider of ${subscription}`;
  return [{ code: 'core/subscription', message }];
}
