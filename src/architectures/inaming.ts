/** Parts of a name. */
export interface NameParts {
  /** Abbreviation of the resource type, such as `vnet`: that of the Cloud Adoption Framework, where it has one. */
  readonly prefix: string;

  /** The workload. */
  readonly workload: string;

  /**
   * The stage.
   *
   * @default - no stage is given
   */
  readonly environment?: string;

  /** The region, such as `centralus`. */
  readonly region: string;

  /**
   * Distinguishes resources of one type, such as `app` and `endpoints` for the two subnets.
   *
   * @default - nothing: there is one resource of the type
   */
  readonly role?: string;

  /** Six characters of a hash of construct path, workload, environment, region and `nameSeed`. */
  readonly hash: string;
}

/** Request for a name. */
export interface NameRequest {
  /** The role, which is a property of `RoleNames`, such as `virtualNetwork`. */
  readonly role: string;

  /** The resource type as Azure Resource Manager spells it, such as `Microsoft.Network/virtualNetworks`. */
  readonly resourceType: string;

  /** Parts that the name may contain. */
  readonly parts: NameParts;

  /**
   * The name that the role gets otherwise.
   *
   * @default - Azure makes one up, or it depends on more, as that of a link does
   */
  readonly defaultName?: string;
}

/** Makes the names of an architecture. */
export interface INaming {
  /**
   * Gives the name of one resource, or of a part of one. It is asked at most once for each role, and gives the
   * same name for the same request on every machine.
   *
   * @param request what is to be named
   * @returns the name, or nothing for the default
   */
  nameOf(request: NameRequest): string | undefined;
}
