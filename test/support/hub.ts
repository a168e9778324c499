import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack } from 'cdktf';
import { readable } from './synth';

/** A provider for a second subscription, which Terraform knows as `azurerm.hub`. */
export function newHub(stack: TerraformStack): AzurermProvider {
  return new AzurermProvider(stack, 'hub', { alias: 'hub', subscriptionId: '1234', features: [{}] });
}

/** The provider of each resource and data source, by `TYPE.ID`; `undefined` is the stack's provider without an alias. */
export function providers(stack: TerraformStack): Record<string, string | undefined> {
  const { resource, data } = readable(stack);
  return Object.fromEntries(
    [...Object.entries(resource ?? {}), ...Object.entries(data ?? {})].flatMap(([type, byId]) =>
      Object.entries(byId).map(([id, { provider }]) => [`${type}.${id}`, provider]),
    ),
  );
}
