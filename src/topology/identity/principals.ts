import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { AZURE_SITES, AZURE_SLOTS } from '../apps/app-types';

const IDENTITY = 'azurerm_user_assigned_identity';
const HOLDERS = new Set([IDENTITY, ...AZURE_SITES, ...AZURE_SLOTS]);

/** Whom an app signs in as. */
export interface Principals {
  /** Keys of the identities: of a system-assigned one that of the app. */
  readonly keys: ReadonlySet<string>;
  /** Whether all of them are resources that are known. */
  readonly allKnown: boolean;
}

/** The managed identities of an app. */
export function principalsOf(app: ModelResource, model: TerraformModel): Principals {
  const type = app.at('identity.type');
  const elements = app.at('identity.identity_ids').elements;
  const targets = (elements ?? []).map((id) => model.target(id, IDENTITY));
  const keys = targets.flatMap(({ resource }) => resource?.path ?? []);
  if (type.text.includes('SystemAssigned')) keys.push(app.path);
  return {
    keys: new Set(keys),
    allKnown: !type.isUnknown && elements !== undefined && targets.every(({ resource }) => resource !== undefined),
  };
}

/** The key of whom a role is assigned to; `undefined` where it is none of the tree's identities. */
export function principalOf(assignment: ModelResource): string | undefined {
  const { resource } = assignment.at('principal_id');
  return resource && HOLDERS.has(resource.type) ? resource.path : undefined;
}
