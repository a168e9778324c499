import { DataAzurermClientConfig } from '@cdktf/provider-azurerm/lib/data-azurerm-client-config';
import { TerraformProvider, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { registry } from '../../core/internal/registry';

/** The tenant that Terraform is signed in to: one data source for all of a stack that share a provider. */
export function currentTenantId(scope: Construct, provider: TerraformProvider | undefined): string {
  const stack = TerraformStack.of(scope);
  const id = ['AzureTenant', provider?.alias].filter((part) => part !== undefined).join('-');
  const tenants = registry<string>(scope, 'tenant');
  const key = `${stack.node.path}/${id}`;
  const tenantId = tenants.get(key) ?? new DataAzurermClientConfig(stack, id, { provider }).tenantId;
  tenants.set(key, tenantId);
  return tenantId;
}
