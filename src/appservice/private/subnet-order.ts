import { TerraformResource, TerraformStack } from 'cdktf';
import { waitFor } from '../../core/internal/ordering';
import { keyOf, registry } from '../../core/internal/registry';
import { ISubnet } from '../../network';

/**
 * Lets an app join its subnet after what is attached to the subnet, and after the app of its stack that joined before.
 *
 * Azure rejects two apps that join one subnet at the same time, and azurerm does not serialise them:
 * https://github.com/hashicorp/terraform-provider-azurerm/issues/32089
 */
export function joinInOrder(app: TerraformResource, subnet: ISubnet): void {
  subnet.awaitedBy(app);
  const newest = registry<TerraformResource>(app, 'newest app in subnet');
  const key = keyOf(TerraformStack.of(app).node.path, subnet.subnetId);
  const before = newest.get(key);
  if (before) waitFor(app, before);
  newest.set(key, app);
}
