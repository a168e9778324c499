import { Assignment } from './assignment';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { AZURE_SITES, AZURE_SLOTS } from '../apps/app-types';
import { CONTAINER_APPS } from '../apps/container-apps';

export const IDENTITY = 'azurerm_user_assigned_identity';
export const HOLDERS: ReadonlySet<string> = new Set([
  IDENTITY,
  'azurerm_signalr_service',
  ...AZURE_SITES,
  ...AZURE_SLOTS,
  ...CONTAINER_APPS,
]);

/** Types, other than apps, that run code with their own identity. */
export const RUNTIMES = ['azurerm_container_group', 'azurerm_linux_virtual_machine', 'azurerm_windows_virtual_machine'];
const APPLICATIONS = new Set([...HOLDERS, ...RUNTIMES]);

const CREDENTIAL = 'azurerm_federated_identity_credential';

/** Matches issuers of the tokens with which jobs of GitHub, Azure Pipelines and GitLab sign in. */
const OF_PIPELINES = /githubusercontent\.com|vstoken\.dev\.azure\.com|gitlab|login\.microsoftonline\.com/i;

/** People and their groups, the identity that runs Terraform, and what Azure Policy remediates with. */
const NO_APPLICATIONS = /^(?:azuread_(?:user|users|group)|azurerm_client_config|azurerm_\w+_policy_assignment)$/;
const PEOPLE = ['User', 'Group', 'ForeignGroup'];

/** Identity as which an app signs in. */
export interface Principals {
  /** Keys of the identities: of a system-assigned one that of the app. */
  readonly keys: ReadonlySet<string>;
  /** Keys of those of which it is not known whether it is one of them. */
  readonly mayBe?: ReadonlySet<string>;
  /** Reports whether all principals are known resources. */
  readonly allKnown: boolean;
}

/** The managed identities of an app, or of a service. */
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

/** The key of a role's principal; `undefined` for other principals than the tree's identities. */
export function principalOf(assignment: Assignment): string | undefined {
  const { resource } = assignment.at('principal_id');
  return resource && HOLDERS.has(resource.type) ? resource.path : undefined;
}

/**
 * Reports whether whom a role is assigned to is an application: an app or identity of the configuration, and no person
 * or pipeline.
 */
export function isApplication(assignment: ModelResource, model: TerraformModel): Certainty {
  const id = assignment.at('principal_id');
  const { resource } = id;
  if (resource && APPLICATIONS.has(resource.type)) return deploys(resource, model).not;
  if (resource && NO_APPLICATIONS.test(resource.type)) return Certainty.NO;
  const type = assignment.at('principal_type');
  if (PEOPLE.some((each) => type.is(each))) return Certainty.NO;
  return Certainty.maybe(`whether ${id.decidedBy || 'its principal'} is an application is not known`);
}

/** Reports whether pipelines sign in as an identity. */
function deploys(identity: ModelResource, model: TerraformModel): Certainty {
  if (identity.type !== IDENTITY) return Certainty.NO;
  const issuers = model.resources(CREDENTIAL).flatMap((credential) => {
    const parent = credential.at('user_assigned_identity_id');
    const { resource } = parent.isAbsent ? credential.at('parent_id') : parent;
    return resource === identity ? credential.at('issuer') : [];
  });
  return Certainty.any(
    issuers.map((issuer) =>
      issuer.isUnknown
        ? Certainty.maybe(
            `whether pipelines sign in as ${identity.path} is not known, since ${issuer.decidedBy} is not`,
          )
        : Certainty.of(OF_PIPELINES.test(issuer.text)),
    ),
  );
}
