import { Apps, isSlot } from './apps';
import { AzureCloud } from '../../core/azure-cloud';
import { Address, referenceOf } from '../../core/internal/expressions';
import { ModelResource } from '../../model/model-resource';

const DOMAINS = [AzureCloud.PUBLIC, AzureCloud.US_GOVERNMENT, AzureCloud.CHINA].map((cloud) => cloud.appServiceDomain);
/** The attributes that hold host names; the second one is that of azurerm 2. */
const HOSTNAMES = ['default_hostname', 'default_site_hostname'];

/**
 * The apps of a tree by their default host names: a name, for slots that of the app and the slot, and Azure's domain.
 */
export class AppsByHost {
  private readonly byName = new Map<string, ModelResource>();
  private readonly byAddress = new Map<string, ModelResource>();

  public constructor(apps: Apps) {
    for (const app of apps.all) {
      const name = apps.hostLabelOf(app);
      if (name !== undefined) this.byName.set(name.toLowerCase(), app);
      this.byAddress.set(`${app.place.stack} ${app.place.address}`, app);
    }
  }

  /** The app of a host name that is a text, or refers to the app. Other domains may have any target. */
  public find(stack: string, host: string): ModelResource | undefined {
    const reference = referenceOf(host);
    if (reference && HOSTNAMES.includes(reference.attribute)) return this.at(stack, reference);
    const name = nameIn(host);
    return name === undefined
      ? undefined
      : (this.byName.get(name.toLowerCase()) ?? this.named(stack, referenceOf(name)));
  }

  /** The app whose name, which only Terraform knows, is referred to; the name of a slot is no host name. */
  private named(stack: string, reference: Address | undefined): ModelResource | undefined {
    const app = reference?.attribute === 'name' ? this.at(stack, reference) : undefined;
    return app && !isSlot(app) ? app : undefined;
  }

  private at(stack: string, reference: Address): ModelResource | undefined {
    return this.byAddress.get(`${reference.stack ?? stack} ${reference.resource}`);
  }
}

/** Returns the name in a host name of App Service; `undefined` for a host name of another domain. */
export function nameIn(host: string): string | undefined {
  const domain = DOMAINS.find((each) => host.toLowerCase().endsWith(`.${each}`));
  return domain && host.slice(0, -domain.length - 1);
}
