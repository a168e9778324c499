import { ModelResource } from './model-resource';

const GROUP = /\/resourceGroups\/([^/]+)\//i;
const NETWORK = /\/virtualNetworks\/([^/]+)\//i;

/** What an id leads to. */
export class Target {
  /** A resource of the tree. */
  public static resource(resource: ModelResource): Target {
    return new Target(resource.path, resource);
  }

  /** What is only known when Terraform runs. */
  public static unknown(): Target {
    return new Target(undefined);
  }

  /** The resource with an id: one of the tree if exactly one has its name and group, or else one outside of it. */
  public static ofId(id: string, candidates: readonly ModelResource[]): Target {
    const found = candidates.filter((candidate) => hasId(candidate, id));
    return found.length === 1 ? Target.resource(found[0]) : new Target(id.toLowerCase());
  }

  private constructor(
    /** Tells targets apart: the path of a resource of the tree, or the id of another in lower case. */
    public readonly key: string | undefined,
    /** The resource, where it is in the tree. */
    public readonly resource?: ModelResource,
  ) {}

  /** Whether nothing is known of what this leads to. */
  public get isUnknown(): boolean {
    return this.key === undefined;
  }

  /** Whether this is something that the tree does not define. */
  public get isExternal(): boolean {
    return this.key !== undefined && !this.resource;
  }
}

function hasId(resource: ModelResource, id: string): boolean {
  return (
    isSame(resource.name, id.slice(id.lastIndexOf('/') + 1)) &&
    maySame(resource.group, GROUP.exec(id)?.[1]) &&
    maySame(resource.at('virtual_network_name').knownText, NETWORK.exec(id)?.[1])
  );
}

function maySame(known: string | undefined, other: string | undefined): boolean {
  return known === undefined || isSame(known, other);
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a?.toLowerCase() === b?.toLowerCase();
}
