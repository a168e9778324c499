import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { Assignment } from '../identity/assignment';
import { holdsRole, isHeld } from '../identity/grants';
import { Principals, principalsOf } from '../identity/principals';
import { roleOf } from '../identity/roles';
import { Scope } from '../identity/scope';
import { Block, isOn } from '../values';

const VAULT = 'azurerm_key_vault';

/** Built-in roles that read secrets, which certificates are read as, by id and name. */
const READERS = new Set([
  '4633458b-17de-408a-b874-0445c86b69e6',
  'key vault secrets user',
  'db79e9a7-68ee-4b58-9aeb-b90e7c24fcba',
  'key vault certificate user',
  'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
  'key vault secrets officer',
  '00482a5a-887f-4fb3-b363-3b7fe8e74483',
  'key vault administrator',
]);

/** Roles of the platform, and others of vaults, which read nothing in a vault. */
const NO_READERS = /^(?:owner|contributor|reader|key vault (?:contributor|reader|crypto .*|certificates officer))$/;

/**
 * Reports whether a service may read secrets of a vault with its identity.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-custom-domain#grant-your-azure-signalr-service-resource-access-to-key-vault
 */
export function mayRead(service: ModelResource, vault: ModelResource, model: TerraformModel): Certainty {
  const holder = principalsOf(service, model);
  const byRoles = usesRoles(vault);
  const role = byRoles.isNo ? Certainty.NO : hasRole(holder, vault, model);
  const policy = byRoles.isYes ? Certainty.NO : hasPolicy(holder, vault, model);
  if (role.isYes && policy.isYes) return Certainty.YES;
  if (byRoles.isMaybe && (role.isYes || policy.isYes)) return byRoles;
  return Certainty.any([role, policy]);
}

/** Reports whether roles or access policies open a vault: by the name of azurerm 5, or the former one. */
function usesRoles(vault: ModelResource): Certainty {
  const flag = vault.at('rbac_authorization_enabled');
  return isOn(flag.isAbsent ? vault.at('enable_rbac_authorization') : flag, false);
}

function hasRole(holder: Principals, vault: ModelResource, model: TerraformModel): Certainty {
  return holdsRole(holder, model, (assignment) => Certainty.all([reads(assignment), isIn(assignment, vault, model)]));
}

function reads(assignment: Assignment): Certainty {
  const { name } = roleOf(assignment);
  const key = name?.toLowerCase();
  if (key !== undefined && READERS.has(key)) return Certainty.YES;
  if (key !== undefined && (NO_READERS.test(key) || /^signalr/.test(key))) return Certainty.NO;
  return Certainty.maybe(`whether the role of ${assignment.path} reads secrets is not known`);
}

/** Roles are also given on one secret or certificate of a vault. */
function isIn(assignment: Assignment, vault: ModelResource, model: TerraformModel): Certainty {
  const scope = assignment.at('scope');
  if (scope.resource?.type !== VAULT && scope.links.some(({ resource }) => isOfVault(resource, vault, model))) {
    return Certainty.YES;
  }
  return Scope.of(assignment, scope, model).covers(vault);
}

function isOfVault(resource: ModelResource, vault: ModelResource, model: TerraformModel): boolean {
  return resource === vault || model.target(resource.at('key_vault_id'), VAULT).resource === vault;
}

function hasPolicy(holder: Principals, vault: ModelResource, model: TerraformModel): Certainty {
  const inline = vault.blocks('access_policy');
  const apart = model.resources('azurerm_key_vault_access_policy').map((policy) => {
    const { resource, isUnknown } = model.target(policy.at('key_vault_id'), VAULT);
    const because = `which vault ${policy.path} is for is not known`;
    const isHere = isUnknown ? Certainty.maybe(because) : Certainty.of(resource === vault);
    return Certainty.all([isHere, opens(policy, holder), policy.presence]);
  });
  const within = inline?.map((policy) => opens(policy, holder)) ?? [
    Certainty.maybe('its access policies are not known'),
  ];
  return Certainty.any([...within, ...apart]);
}

function opens(policy: Block, holder: Principals): Certainty {
  const { elements } = policy.at('secret_permissions');
  const gets = elements?.map(({ isUnknown, text }) =>
    isUnknown ? Certainty.MAYBE : Certainty.of(/^(?:get|all)$/i.test(text)),
  );
  const id = policy.at('object_id');
  const { resource } = id;
  return Certainty.all([
    gets ? Certainty.any(gets) : Certainty.maybe('which permissions its access policies give is not known'),
    isHeld(resource?.path, id, holder),
  ]);
}
