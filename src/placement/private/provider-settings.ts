import { TerraformStack } from 'cdktf';
import { Problem } from '../../core/internal/violations';
import { isForAzurerm5 } from '../../engine/azurerm-major';
import { warn } from '../../engine/warn';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { publicAccess } from '../../topology/values';

const CODE = 'core/provider-settings';

/** A setting of azurerm's provider block that a resource needs. */
interface Need {
  /** Name of the setting in the block. */
  readonly setting: string;
  /** Explains why it is needed, and what happens without it. */
  readonly why: string;
  /** Set where an explicit other value is known to fail; a missing one may be set in the environment, or not matter. */
  readonly isNeeded?: true;
}

/** Reports provider settings that the resources of a stack need; warns where the environment may set them. */
export function providerProblems(model: TerraformModel, stack: TerraformStack): Problem[] {
  const problems = new Map<string, Problem>();
  const warnings = new Map<string, Problem>();
  const resources = model.resources('azurerm_storage_account', 'azurerm_application_insights');
  for (const resource of resources.filter(({ place }) => place.stack === stack.node.path)) {
    const block = model.providerOf(resource);
    for (const { setting, why, isNeeded } of block ? needsOf(resource, block, stack) : []) {
      const value = block!.at(setting);
      if (value.is(true) || value.isUnknown) continue;
      const problem: Problem = { code: CODE, message: `${resource.path} ${why}` };
      const found = isNeeded && value.is(false) ? problems : warnings;
      const key = `${setting} ${block!.path}`;
      if (!found.has(key)) found.set(key, problem);
    }
  }
  warnings.forEach(({ message }) => warn(stack, CODE, message));
  return [...problems.values()];
}

function needsOf(resource: ModelResource, block: ModelResource, stack: TerraformStack): Need[] {
  if (resource.isRepeated) return [];
  if (resource.type === 'azurerm_application_insights') return isDestroyed(resource, block) ? [INSIGHTS] : [];
  // azurerm 5 asks an account nothing but what Azure Resource Manager knows.
  const isAsked = !block.at('features.storage.data_plane_available').is(false);
  if (isForAzurerm5(stack) || !isAsked) return [];
  const byIdentity = resource.at('shared_access_key_enabled').is(false);
  const isClosed = publicAccess(resource).isOn.isNo;
  return [...(byIdentity ? [STORAGE] : []), ...(isClosed ? [CLOSED_STORAGE] : [])];
}

/** https://github.com/hashicorp/terraform-provider-azurerm/issues/27752 */
const STORAGE: Need = {
  setting: 'storage_use_azuread',
  isNeeded: true,
  why: 'accepts no account keys, which azurerm uses by default, so Azure answers 403; give its provider storageUseAzuread: true, or set ARM_STORAGE_USE_AZUREAD to true',
};

/** https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/guides/features-block#storage */
const CLOSED_STORAGE: Need = {
  setting: 'features.storage.data_plane_available',
  why: 'is closed to the public network, over which azurerm reads the account while it creates the account; give its provider features: [{ storage: [{ dataPlaneAvailable: false }] }], or run Terraform in a network that reaches the account',
};

/** https://github.com/hashicorp/terraform-provider-azurerm/issues/18026 */
const INSIGHTS: Need = {
  setting: 'features.application_insights.disable_generated_rule',
  why: 'gets an alert rule from Azure that is not in the Terraform state, so Terraform does not destroy the resource group; give its provider features: [{ applicationInsights: [{ disableGeneratedRule: true }] }]',
};

/** Reports whether Terraform destroys the group of a resource, and fails where something is left in the group. */
function isDestroyed(resource: ModelResource, block: ModelResource): boolean {
  const group = resource.at('resource_group_name').resource;
  return (
    (group?.isManaged ?? false) && !block.at('features.resource_group.prevent_deletion_if_contains_resources').is(false)
  );
}
