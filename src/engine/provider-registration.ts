import { TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import { resolvedJson } from './resolver';
import { constructsOf, providersOf } from './stacks';
import { warn } from './warn';
import { isExpression } from '../core/internal/expressions';
import { withoutPath } from '../core/internal/violations';

type Json = Readonly<Record<string, unknown>>;

/** The resource providers of the resources that this library defines, but those that every subscription has. */
const NAMESPACES: readonly (readonly [RegExp, string])[] = [
  [/^azurerm_signalr_/, 'Microsoft.SignalRService'],
  [/^azurerm_(service_plan|(linux|windows)_(web|function)_app|function_app)/, 'Microsoft.Web'],
  [
    /^azurerm_(virtual_network|subnet|network_|private_|nat_|public_ip|route|application_sec|dns_)/,
    'Microsoft.Network',
  ],
  [/^azurerm_user_assigned_identity/, 'Microsoft.ManagedIdentity'],
  [/^azurerm_key_vault/, 'Microsoft.KeyVault'],
  [/^azurerm_storage_/, 'Microsoft.Storage'],
  [/^azurerm_log_analytics_/, 'Microsoft.OperationalInsights'],
  [/^azurerm_(monitor_|application_insights)/, 'microsoft.insights'],
];

/** Resource providers among them that `core` registers; `extended`, `all` and `legacy` register all of them. */
const CORE = ['Microsoft.ManagedIdentity', 'Microsoft.Network', 'Microsoft.Storage'];

/**
 * Warns of resource providers that azurerm 5 does not register for the resources of a stack, because unlike azurerm 4
 * it registers none by default. Rejects the switch that azurerm 5 no longer has.
 *
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/5.0-upgrade-guide
 */
export function checkRegistration(stack: TerraformStack): void {
  const validate = () =>
    providersOf(stack)
      .filter(({ terraformResourceType }) => terraformResourceType === 'azurerm')
      .flatMap((provider) => check(provider, stack));
  stack.node.addValidation({ validate });
}

function check(provider: TerraformProvider, stack: TerraformStack): string[] {
  const block = blockOf(provider);
  if ('skip_provider_registration' in block) {
    const message = `${provider.node.path} has skipProviderRegistration, which azurerm 5 does not support; give resourceProviderRegistrations: 'none' instead`;
    return [withoutPath({ code: 'core/provider-registration', message })];
  }
  const missing = unregistered(block, namespacesOf(provider, stack));
  if (missing.length > 0) {
    warn(
      provider,
      'core/provider-registration',
      `azurerm 5 registers no resource providers by default; give ${provider.node.path} resourceProvidersToRegister with ${missing.join(', ')}, or resourceProviderRegistrations: 'none' where another team registers them`,
    );
  }
  return [];
}

function blockOf(provider: TerraformProvider): Json {
  const { azurerm } = provider.toTerraform().provider;
  return resolvedJson(provider, azurerm[0]) as Json;
}

/**
 * Of some resource providers those that a provider block does not see to; none where only Terraform knows what it does.
 */
function unregistered(block: Json, namespaces: readonly string[]): string[] {
  const { resource_provider_registrations: set, resource_providers_to_register: listed = [] } = block;
  // A given 'none' says that others see to it.
  if ((set !== undefined && set !== 'core') || !Array.isArray(listed) || listed.some(isExpression)) return [];
  const registered = new Set([...(set === 'core' ? CORE : []), ...listed].map((name: string) => name.toLowerCase()));
  return namespaces.filter((name) => !registered.has(name.toLowerCase()));
}

/** The resource providers that the resources of a provider block need. */
function namespacesOf(provider: TerraformProvider, stack: TerraformStack): string[] {
  const types = constructsOf(stack)
    .filter(TerraformResource.isTerraformResource)
    .filter((resource) => isOf(resource, provider))
    .map(({ terraformResourceType }) => terraformResourceType);
  return NAMESPACES.filter(([pattern]) => types.some((type) => pattern.test(type))).map(([, name]) => name);
}

function isOf(resource: TerraformResource, { fqn }: TerraformProvider): boolean {
  return (resource.provider?.fqn ?? 'azurerm') === fqn;
}
