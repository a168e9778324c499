import { AzurermProvider, AzurermProviderConfig } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformProvider, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { AzapiResource } from '../../src/engine/azapi';
import { synth, warnings } from '../support/synth';

class OwnAzapi extends TerraformProvider {
  public constructor(
    scope: TerraformStack,
    private readonly attributes: Record<string, unknown> = {},
  ) {
    super(scope, 'OwnAzapi', { terraformResourceType: 'azapi', terraformProviderSource: 'Azure/azapi' });
  }

  protected synthesizeAttributes() {
    return this.attributes;
  }
}

function stackWith(...blocks: Partial<AzurermProviderConfig>[]): TerraformStack {
  const stack = new TerraformStack(Testing.app(), 'Prod');
  blocks.forEach((block, i) => new AzurermProvider(stack, `azurerm${i}`, { features: [{}], ...block }));
  return addReplica(stack);
}

function addReplica(stack: TerraformStack, id: string = 'Replica'): TerraformStack {
  new AzapiResource(stack, id, { type: 'A/b@1', parentId: '/', name: id, body: {} });
  return stack;
}

const azapiOf = (stack: TerraformStack) => (synth(stack) as any).provider.azapi;

describe('the default provider of azapi', () => {
  test('signs in as the azurerm provider of the stack does', () => {
    const login = { tenantId: 't', subscriptionId: 's', clientId: 'c', environment: 'usgovernment', useOidc: true };
    const stack = stackWith({ ...login, auxiliaryTenantIds: ['u'], storageUseAzuread: true });
    expect(azapiOf(stack)).toEqual([
      {
        tenant_id: 't',
        subscription_id: 's',
        client_id: 'c',
        environment: 'usgovernment',
        use_oidc: true,
        auxiliary_tenant_ids: ['u'],
      },
    ]);
    expect(warnings(stack)).toEqual([]);
  });

  test('takes over what only Terraform knows', () => {
    const stack = stackWith({});
    const [provider] = stack.node.children.filter((each) => each instanceof AzurermProvider) as AzurermProvider[];
    provider.tenantId = new TerraformVariable(stack, 'tenant', {}).stringValue;
    expect(azapiOf(stack)).toEqual([{ tenant_id: '${var.tenant}' }]);
  });

  test('keeps no secret a second time, and warns of it', () => {
    const stack = stackWith({ clientId: 'c', clientSecret: 'hush', metadataHost: 'host' });
    expect(JSON.stringify(azapiOf(stack))).toBe('[{"client_id":"c"}]');
    expect(warnings(stack)).toEqual([
      '[core/azapi-login] the azurerm provider of the stack has client_secret, metadata_host, and Prod/DefaultAzapiProvider does not use that, so it may sign in to another directory or cloud; define a provider of Azure/azapi in the stack, with the same arguments or with environment variables',
    ]);
  });

  test('takes over what several aliases share, and warns of what differs', () => {
    const stack = stackWith(
      { alias: 'a', tenantId: 't', environment: 'china', subscriptionId: 'one' },
      { alias: 'b', tenantId: 't', environment: 'china', subscriptionId: 'two' },
    );
    expect(azapiOf(stack)).toEqual([{ tenant_id: 't', environment: 'china' }]);
    expect(warnings(stack)).toEqual([expect.stringContaining('has subscription_id, and Prod/DefaultAzapiProvider')]);
  });

  test('is that of the default provider, whatever aliases say', () => {
    expect(azapiOf(stackWith({ tenantId: 't' }, { alias: 'b', tenantId: 'u' }))).toEqual([{ tenant_id: 't' }]);
  });
});

describe('a provider of azapi of the stack', () => {
  test('is warned of where it lacks cloud or directory', () => {
    const stack = new TerraformStack(Testing.app(), 'Prod');
    new AzurermProvider(stack, 'azurerm', { features: [{}], tenantId: 't', environment: 'usgovernment' });
    new OwnAzapi(stack, { tenant_id: 't' });
    addReplica(stack);
    expect(azapiOf(stack)).toEqual([{ tenant_id: 't' }]);
    expect(warnings(stack)).toEqual([
      '[core/azapi-login] the azurerm provider of the stack has environment, and Prod/OwnAzapi does not use that, so it may sign in to another directory or cloud; give this provider the same arguments',
    ]);
  });

  test('is left alone where it has both, or azurerm has neither', () => {
    const stack = new TerraformStack(Testing.app(), 'Prod');
    new AzurermProvider(stack, 'azurerm', { features: [{}], clientSecret: 'hush' });
    new OwnAzapi(stack);
    addReplica(stack);
    synth(stack);
    expect(warnings(stack)).toEqual([]);
  });
});
