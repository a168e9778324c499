import { LinuxWebAppAuthSettingsV2 } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { TerraformResource } from 'cdktf';
import { stickyNames } from './site-config';
import { isKnown, Problem } from '../../core/internal/violations';
import { resolved } from '../../engine/resolved';
import { ConnectionString } from '../connection-string';

/** The provider resource of an app or slot of any kind, as far as its base needs it. */
export interface SiteResource extends TerraformResource {
  appSettings: { [name: string]: string };
  // The bindings say that a property may be undefined, which exactOptionalPropertyTypes of a consumer distinguishes from missing.
  readonly identityInput?: { readonly identityIds?: string[] | undefined } | undefined;
  readonly keyVaultReferenceIdentityIdInput?: string | undefined;
  putConnectionString(value: ReturnType<ConnectionString['_render']>[]): void;
  putAuthSettingsV2(value: LinuxWebAppAuthSettingsV2): void;
}

/** The same of an app. */
export interface AppResource extends SiteResource {
  readonly customDomainVerificationId: string;
  readonly name: string;
  readonly resourceGroupName: string;
  readonly stickySettingsInput?: { readonly connectionStringNames?: string[] | undefined } | undefined;
  putStickySettings(value: NonNullable<ReturnType<typeof stickyNames>>): void;
  resetStickySettings(): void;
}

/** Ids that distinguish two identities: written out, or those of resources that Terraform manages itself. */
const COMPARABLE = /^(\/[^${}]+|\$\{azurerm_user_assigned_identity\.[\w-]+\.id\})$/;

/**
 * An identity for Key Vault references that was put on the provider's resource by hand, and that the app does not have:
 * Azure then resolves none of the references.
 *
 * @see https://learn.microsoft.com/azure/app-service/app-service-key-vault-references#access-vaults-with-a-user-assigned-identity
 */
export function identityReferenceProblems(app: SiteResource): Problem[] {
  const { identityInput, keyVaultReferenceIdentityIdInput: reference } = app;
  const own = identityInput?.identityIds ?? [];
  if (reference === undefined || !isKnown(own)) return [];
  const [text, ...ownTexts] = [reference, ...own].map((id) => textOf(app, id));
  const isOwn = ownTexts.some((ownText) => ownText.toLowerCase() === text.toLowerCase());
  if (isOwn || ![text, ...ownTexts].every((id) => COMPARABLE.test(id))) return [];
  const message = `the app resolves Key Vault references with ${text}, which is not an identity of the app; add that identity to the app, or use one that the app has`;
  return [{ code: 'appservice/identity-reference', message }];
}

function textOf(app: SiteResource, id: string): string {
  return String(resolved(app, id));
}
