import { TerraformProvider, TerraformStack } from 'cdktf';
import { Subscription } from './place';
import { ModelResource } from '../model-resource';
import { TerraformModel } from '../terraform-model';

type Attributes = Readonly<Record<string, unknown>>;

/** The subscriptions and tenants that the providers of stacks deploy to. */
export class Subscriptions {
  private readonly providers = new Map<string, Map<string, TerraformProvider>>();

  public constructor(private readonly model: TerraformModel) {}

  /**
   * The subscription, or tenant, that a resource is deployed to. Providers of one stack that leave it open take the same
   * from the environment.
   */
  public of(resource: ModelResource, attribute: 'subscription_id' | 'tenant_id' = 'subscription_id'): Subscription {
    const { stack } = resource.place;
    const given = resource.at('provider').text || 'azurerm';
    const provider = this.providersOf(stack).get(given);
    const value = provider && this.model.read(provider, attributesOf(provider)[attribute]);
    if (value?.knownText) return { key: value.knownText.toLowerCase() };
    return { key: `${stack} ${value?.text ?? ''}`, decidedBy: `${attribute} of the provider ${given} of ${stack}` };
  }

  private providersOf(stack: string): Map<string, TerraformProvider> {
    if (this.providers.size === 0) this.model.stacks.forEach((each) => this.providers.set(each.node.path, named(each)));
    return this.providers.get(stack)!;
  }
}

/** cdktf gives those of stacks in this one as well. */
function named(stack: TerraformStack): Map<string, TerraformProvider> {
  const own = stack.allProviders().filter((provider) => TerraformStack.of(provider) === stack);
  return new Map(own.map((provider) => [provider.fqn, provider]));
}

function attributesOf(provider: TerraformProvider): Attributes {
  const { provider: json } = provider.toTerraform() as { provider: Record<string, Attributes[]> };
  return json[provider.terraformResourceType][0];
}
