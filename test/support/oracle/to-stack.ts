import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformProvider, TerraformResource, TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { resourcesOf, variablesOf } from './all-resources';
import { Estate, Subscription, SUBSCRIPTION_IDS } from './estate';
import { RawJson } from './terraform';

/** A resource as it stands in JSON, with a provider. */
class Plain extends TerraformResource {
  public constructor(
    scope: Construct,
    id: string,
    config: { terraformResourceType: string; provider: TerraformProvider },
    private readonly attributes: RawJson,
  ) {
    super(scope, id, config);
  }

  protected synthesizeAttributes(): RawJson {
    return this.attributes;
  }
}

/** Writes an estate as somebody does who uses nothing but azurerm: a construct for each resource, by its key. */
export function toStack(estate: Estate, scope: Construct, id: string = 'Prod'): TerraformStack {
  const stack = new TerraformStack(scope, id);
  const provider = (subscription: Subscription) =>
    new AzurermProvider(stack, `azurerm-${subscription}`, {
      features: [{}],
      alias: subscription === 'b' ? 'b' : undefined,
      subscriptionId: estate.known[subscription] ? SUBSCRIPTION_IDS[subscription] : undefined,
    });
  const providers = { a: provider('a'), b: provider('b') };
  variablesOf(estate).forEach(({ name, type }) => new TerraformVariable(stack, name, { type }));
  for (const { type, key, subscription, body } of resourcesOf(estate)) {
    const { count, for_each: forEach, ...attributes } = body;
    const plain = new Plain(stack, key, { terraformResourceType: type, provider: providers[subscription] }, attributes);
    // cdktf's own arguments of these names would take the place of attributes.
    if (count !== undefined) plain.addOverride('count', count);
    if (forEach !== undefined) plain.addOverride('for_each', forEach);
  }
  return stack;
}
