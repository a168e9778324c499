import { APPS, SLOTS } from './app-types';
import { parentOf } from './integrations';
import { AzureCloud } from '../../core';
import { Address, referenceOf } from '../../core/internal/expressions';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';

const DOMAINS = [AzureCloud.PUBLIC, AzureCloud.US_GOVERNMENT, AzureCloud.CHINA].map((cloud) => cloud.appServiceDomain);

/** The apps of a tree by their default host names: a name, for slots that of the app and the slot, and Azure's domain. */
export class AppsByHost {
  private readonly byName = new Map<string, ModelResource>();
  private readonly byAddress = new Map<string, ModelResource>();

  public constructor(model: TerraformModel) {
    for (const app of model.resources(...APPS, ...SLOTS)) {
      const name = hostOf(model, app);
      if (name !== undefined) this.byName.set(name.toLowerCase(), app);
      this.byAddress.set(`${app.place.stack} ${app.place.address}`, app);
    }
  }

  /** The app of a host name that is a text, or refers to the app. Other domains may lead anywhere. */
  public find(stack: string, host: string): ModelResource | undefined {
    const reference = referenceOf(host);
    if (reference?.attribute === 'default_hostname') return this.at(stack, reference);
    const domain = DOMAINS.find((each) => host.toLowerCase().endsWith(`.${each}`));
    if (domain === undefined) return undefined;
    const name = host.slice(0, -domain.length - 1);
    return this.byName.get(name.toLowerCase()) ?? this.named(stack, referenceOf(name));
  }

  /** The app whose name, which only Terraform knows, is referred to; the name of a slot is no host name. */
  private named(stack: string, reference: Address | undefined): ModelResource | undefined {
    const app = reference?.attribute === 'name' ? this.at(stack, reference) : undefined;
    return app && APPS.includes(app.type) ? app : undefined;
  }

  private at(stack: string, reference: Address): ModelResource | undefined {
    return this.byAddress.get(`${reference.stack ?? stack} ${reference.resource}`);
  }
}

function hostOf(model: TerraformModel, app: ModelResource): string | undefined {
  const parent = parentOf(model, app);
  if (!parent || app.name === undefined) return parent ? undefined : app.name;
  const name = parent.resource ? parent.resource.name : parent.key?.slice(parent.key.lastIndexOf('/') + 1);
  return name && `${name}-${app.name}`;
}
