import { TerraformProvider, TerraformStack } from 'cdktf';
import { resolvedJson } from './resolver';
import { providersOf } from './stacks';
import { warn } from './warn';
import { registry } from '../core/internal/registry';

type Json = Readonly<Record<string, unknown>>;

/**
 * Attributes that azurerm and azapi share, and that are not secrets:
 * https://registry.terraform.io/providers/Azure/azapi/latest/docs.
 */
const SHARED = [
  'auxiliary_tenant_ids',
  'client_certificate_path',
  'client_id',
  'client_id_file_path',
  'client_secret_file_path',
  'environment',
  'oidc_request_url',
  'oidc_token_file_path',
  'subscription_id',
  'tenant_id',
  'use_cli',
  'use_msi',
  'use_oidc',
];

/** Attributes with which azurerm signs in, and which azapi lacks or would repeat in the JSON. */
const LEFT_OUT = [
  'ado_pipeline_service_connection_id',
  'client_certificate',
  'client_certificate_password',
  'client_secret',
  'metadata_host',
  'msi_endpoint',
  'oidc_request_token',
  'oidc_token',
  'use_aks_workload_identity',
];

/** Attributes that a provider of the user must set, or it signs in to another directory or cloud. */
const NEEDED = ['environment', 'tenant_id'];

/**
 * Returns the sign-in of a stack's azurerm provider, for its azapi provider; of several providers without a default
 * one, their common attributes.
 */
export function loginOf(stack: TerraformStack): Json {
  const blocks = azurermBlocks(stack);
  return Object.fromEntries(SHARED.flatMap((name) => sharedBy(blocks, name)));
}

/** Warns, when a stack is validated, of what its azapi provider does not know of the login of azurerm. */
export function checkLogin(stack: TerraformStack): void {
  const checked = registry<TerraformStack>(stack, 'stacks whose azapi login is checked');
  if (checked.get(stack.node.path) === stack) return;
  checked.set(stack.node.path, stack);
  stack.node.addValidation({ validate: () => warnOfLogins(stack) });
}

function warnOfLogins(stack: TerraformStack): string[] {
  const azurerm = azurermBlocks(stack);
  for (const provider of providersOf(stack).filter(({ terraformResourceType }) => terraformResourceType === 'azapi')) {
    const block = blockOf(provider);
    if (!block) continue;
    const isOurs = provider.node.id === 'DefaultAzapiProvider';
    const differing = [...NEEDED, ...(isOurs ? SHARED : [])].filter(
      (name) => new Set(valuesOf(azurerm, name)).size > 1,
    );
    const missing = (isOurs ? LEFT_OUT : NEEDED).filter(
      (name) => sharedBy(azurerm, name).length > 0 && !(name in block),
    );
    const names = [...new Set([...missing, ...(isOurs ? differing : [])])];
    if (names.length === 0) continue;
    const advice = isOurs
      ? 'define a provider of Azure/azapi in the stack, with the same arguments or with environment variables'
      : 'give this provider the same arguments';
    warn(
      provider,
      'core/azapi-login',
      `the azurerm provider of the stack has ${names.join(', ')}, and ${provider.node.path} does not use that, so it may sign in to another directory or cloud; ${advice}`,
    );
  }
  return [];
}

/** The block of the default provider of azurerm, or of all where no default provider exists. */
function azurermBlocks(stack: TerraformStack): Json[] {
  const all = providersOf(stack).filter(({ terraformResourceType }) => terraformResourceType === 'azurerm');
  const own = all.filter(({ alias }) => alias === undefined);
  return (own.length > 0 ? own : all).map(blockOf).filter((block) => block !== undefined);
}

/** A block as it is in the JSON; `undefined` where the provider is left out of it. */
function blockOf(provider: TerraformProvider): Json | undefined {
  const [block] = provider.toTerraform().provider?.[provider.terraformResourceType] ?? [];
  return block && (resolvedJson(provider, block) as Json);
}

/** An attribute with the value that all blocks give it. */
function sharedBy(blocks: readonly Json[], name: string): [string, unknown][] {
  const given = blocks.map((block) => block[name]);
  return given[0] !== undefined && new Set(valuesOf(blocks, name)).size === 1 ? [[name, given[0]]] : [];
}

function valuesOf(blocks: readonly Json[], name: string): string[] {
  return blocks.map((block) => JSON.stringify(block[name] ?? null));
}
