import {
  TerraformDataSource,
  TerraformElement,
  TerraformMetaArguments,
  TerraformProvider,
  TerraformResource,
  TerraformStack,
} from 'cdktf';
import { Construct } from 'constructs';
import { checkLogin, loginOf } from './azapi-login';
import { providersOf } from './stacks';
import { registry } from '../core/internal/registry';
import { Problem } from '../core/internal/violations';

/**
 * Microsoft's provider of whatever Azure Resource Manager can do, for what azurerm does not know. There is no package
 * of cdktf bindings for it, so its resources are written here by hand.
 *
 * @see https://registry.terraform.io/providers/Azure/azapi/latest/docs
 */
const AZAPI = 'azapi';

const GENERATOR = { providerName: AZAPI, providerVersionConstraint: '~> 2.0' };

/** The arguments of one azapi resource, by Terraform's names. */
type Arguments = Record<string, unknown>;

/** The provider of azapi resources that are not given one; none if the stack has one of its own. */
class DefaultAzapiProvider extends TerraformProvider {
  public constructor(stack: TerraformStack) {
    super(stack, 'DefaultAzapiProvider', {
      terraformResourceType: AZAPI,
      terraformProviderSource: 'Azure/azapi',
      terraformGeneratorMetadata: GENERATOR,
    });
  }

  // Terraform accepts one provider block without an alias. Which ones the user defines is known at synth only.
  public toTerraform(): Arguments {
    return this.isNeeded ? super.toTerraform() : {};
  }

  public toHclTerraform(): Arguments {
    return this.isNeeded ? super.toHclTerraform() : {};
  }

  protected synthesizeHclAttributes(): Arguments {
    return this.synthesizeAttributes();
  }

  private get isNeeded(): boolean {
    const providers = providersOf(TerraformStack.of(this));
    const ofUser = providers.filter((provider) => provider !== this && provider.terraformResourceType === AZAPI);
    return ofUser.every(({ alias }) => alias !== undefined);
  }

  protected synthesizeAttributes(): Arguments {
    return loginOf(TerraformStack.of(this));
  }
}

/** A given provider that is not an azapi provider. */
export function azapiProviderProblems(provider: TerraformProvider | undefined): Problem[] {
  if (!provider || provider.terraformResourceType === AZAPI) return [];
  const message = `${provider.node.path} is a provider of ${provider.terraformResourceType}; give one of Azure/azapi, or leave it out for the stack's own`;
  return [{ code: 'core/azapi-provider', message }];
}

/** Settings of any existing resource, which azapi reads, merges and writes back; destroying it changes nothing. */
export class AzapiUpdateResource extends TerraformResource {
  /** Body in the form of Azure Resource Manager. */
  public body: Arguments;

  public constructor(
    scope: Construct,
    id: string,
    private readonly config: TerraformMetaArguments & {
      readonly type: string;
      readonly resourceId: string;
      readonly body: Arguments;
    },
  ) {
    super(scope, id, configOf('azapi_update_resource', config));
    requireProvider(this, config.provider);
    this.body = config.body;
  }

  protected synthesizeAttributes(): Arguments {
    return { type: this.config.type, resource_id: this.config.resourceId, body: this.body };
  }
}

/** Any resource. */
export class AzapiResource extends TerraformResource {
  /** Its tags, as the bindings of other providers have them, so that aspects that tag everything find them. */
  public tags?: { [name: string]: string };

  public constructor(
    scope: Construct,
    id: string,
    private readonly config: TerraformMetaArguments & {
      readonly type: string;
      readonly parentId: string;
      readonly name: string;
      readonly location?: string;
      readonly body: Arguments;
      readonly tags?: { [name: string]: string };
    },
  ) {
    super(scope, id, configOf('azapi_resource', config));
    requireProvider(this, config.provider);
    this.tags = config.tags;
  }

  /** Azure resource id. */
  public get id(): string {
    return this.getStringAttribute('id');
  }

  /** The tags as they were given. */
  public get tagsInput(): { [name: string]: string } | undefined {
    return this.tags;
  }

  /** Leaves the tags out. */
  public resetTags(): void {
    this.tags = undefined;
  }

  protected synthesizeAttributes(): Arguments {
    const { type, parentId, name, location, body } = this.config;
    return { type, parent_id: parentId, name, location, body, tags: this.tags };
  }
}

/** The resources of one type under another one, such as `output.value`. */
export class DataAzapiResourceList extends TerraformDataSource {
  public constructor(
    scope: Construct,
    id: string,
    private readonly config: TerraformMetaArguments & { readonly type: string; readonly parentId: string },
  ) {
    super(scope, id, configOf('azapi_resource_list', config));
    requireProvider(this, config.provider);
  }

  protected synthesizeAttributes(): Arguments {
    return { type: this.config.type, parent_id: this.config.parentId, response_export_values: ['value'] };
  }
}

function configOf(terraformResourceType: string, { provider, dependsOn, lifecycle }: TerraformMetaArguments) {
  return { terraformResourceType, terraformGeneratorMetadata: GENERATOR, provider, dependsOn, lifecycle };
}

/** Defines the stack's provider once, as soon as something needs it. */
function requireProvider(element: TerraformElement, provider: TerraformProvider | undefined): void {
  const stack = TerraformStack.of(element);
  checkLogin(stack);
  if (provider) return;
  const providers = registry<TerraformProvider>(stack, 'default azapi provider');
  if (!providers.has(stack.node.path)) providers.set(stack.node.path, new DefaultAzapiProvider(stack));
}
