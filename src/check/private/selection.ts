import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';

/** Closer than any address: a name or an id is that of one resource. */
const EXACT = Number.MAX_SAFE_INTEGER;

/** Resources that a text in a file names: by Terraform address, Azure name or id; of a module all that is below it. */
export class Selection {
  private readonly identified?: string;

  public constructor(
    model: TerraformModel,
    public readonly text: string,
  ) {
    if (!text.startsWith('/')) return;
    const types = [...new Set(model.elements.map(({ place }) => place.type))];
    const target = model.targetOfId(text, ...types);
    this.identified = target.resource?.path;
  }

  /** Closeness with which a resource is meant; `undefined` where it is not. */
  public closeness(resource: ModelResource): number | undefined {
    const { text } = this;
    if (this.identified === resource.path || isSame(resource.name, text)) return EXACT;
    const addresses = [resource.path, resource.place.address, `${resource.place.stack}/${resource.place.address}`];
    return addresses.some((address) => isAtOrBelow(address, text)) ? text.length : undefined;
  }

  /** Reports whether the key of a report is meant, which is a path, or an id in lower case. */
  public isKey(key: string, resources: ReadonlyMap<string, ModelResource>): boolean {
    const resource = resources.get(key);
    if (resource) return this.closeness(resource) !== undefined;
    const text = this.text.toLowerCase();
    return key.toLowerCase() === text || (key.startsWith('/') && key.endsWith(`/${text}`));
  }
}

function isAtOrBelow(address: string, above: string): boolean {
  return address === above || (address.startsWith(above) && ['.', '[', '/'].includes(address[above.length]));
}

function isSame(a: string | undefined, b: string): boolean {
  return a !== undefined && a.toLowerCase() === b.toLowerCase();
}
