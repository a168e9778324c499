import { ModelResource } from './model-resource';

/** Target of an id. */
export class Target {
  /** A resource of the configuration. */
  public static resource(resource: ModelResource): Target {
    return new Target(resource.path, resource);
  }

  /** Something that the configuration does not define, by its id in lower case. */
  public static external(id: string): Target {
    return new Target(id.toLowerCase());
  }

  /**
   * Target that is only known when Terraform runs.
   *
   * @param because a clause that says what decides
   * @param candidates the only resources of the configuration that it may be; any, where none is given
   */
  public static unknown(because?: string, candidates?: readonly ModelResource[]): Target {
    return new Target(undefined, undefined, because, candidates);
  }

  /** Target that an expression decides; unknown without a reason where no expression is given. */
  public static decidedBy(expression: string): Target {
    return Target.unknown(expression === '' ? undefined : `${expression} is only known when Terraform runs`);
  }

  private constructor(
    /** Distinguishes targets: the path of a resource of the configuration, or the id of another in lower case. */
    public readonly key: string | undefined,
    /** The resource, where it is in the configuration. */
    public readonly resource?: ModelResource,
    /** Value that decides, where the target is not known. */
    public readonly because?: string,
    /** The only resources of the configuration that it may be, where it is not known; `undefined` for any. */
    public readonly candidates?: readonly ModelResource[],
  ) {}

  /** Reports whether nothing is known of the target. */
  public get isUnknown(): boolean {
    return this.key === undefined;
  }

  /** Reports whether this is something that the configuration does not define. */
  public get isExternal(): boolean {
    return this.key !== undefined && !this.resource;
  }
}
