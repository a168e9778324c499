import { INaming, NameRequest } from './inaming';
import { NameKind } from './private/name-kinds';
import { NamePattern } from './private/name-pattern';
import { ROLES } from './private/roles';
import { RoleNames } from './role-names';
import { checkInput } from '../core/internal/input/check-input';
import { Problem, withCode } from '../core/internal/violations';

/** A way to name; `undefined` leaves a role to its default. */
type Namer = (request: NameRequest, kind: NameKind) => string | undefined;

/**
 * Names of all resources of an architecture: also of subnets, rules, endpoints and their network interfaces, links,
 * diagnostic settings, alerts, locks. What derives from a name follows it, such as host names, origins and the address
 * of an upstream.
 *
 * Azure replaces a resource whose name changes, so set it before the first deployment.
 */
export class Naming {
  /**
   * The Cloud Adoption Framework's form: `ABBREVIATION-WORKLOAD[-ROLE][-ENVIRONMENT]-REGION[-HASH]`.
   *
   * @see https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-naming
   */
  public static cloudAdoptionFramework(): Naming {
    return new Naming(() => undefined);
  }

  /**
   * Names by role, for an estate that has them already.
   *
   * @param names the name of each role, such as `{ virtualNetwork: 'vnet-cus' }`
   * @param others how roles that are left out are named; without it by the Cloud Adoption Framework
   */
  public static of(names: RoleNames, others: Naming = Naming.cloudAdoptionFramework()): Naming {
    checkInput('Naming.of', arguments);
    const given = new Map(Object.entries<string | undefined>({ ...names }).filter(([, name]) => name !== undefined));
    const unknown = [...given.keys()].filter((role) => !Object.hasOwn(ROLES, role));
    const messages = unknown.map(
      (role) => `naming names "${role}", which is not a role; use a property of RoleNames, such as virtualNetwork`,
    );
    return new Naming(
      (request, kind) => given.get(request.role) ?? others._nameOf(request, kind),
      [...withCode('core/name-role', messages), ...others._problems()],
      [...given.keys(), ...others._roles].filter((role) => Object.hasOwn(ROLES, role)),
    );
  }

  /**
   * One pattern for all names, such as `{prefix}-{workload}-{environment}-{region}-{role}`.
   *
   * - `{prefix}`: abbreviation of the resource type, such as `vnet`
   * - `{workload}`, `{environment}`, `{region}`: as given to the architecture
   * - `{role}`: what distinguishes resources of one type, such as `app` and `endpoints` for the two subnets
   * - `{hash}`: six characters, for names that are unique in all of Azure, and nothing for others
   *
   * A placeholder without a value is left out, with one of the separators around it. Names of storage accounts keep
   * their letters and digits alone, and a name that is too long for its type ends with a hash of itself.
   *
   * @param pattern text with placeholders, `{role}` among them, so that names of one type differ
   */
  public static pattern(pattern: string): Naming {
    checkInput('Naming.pattern', arguments);
    const names = new NamePattern(pattern);
    return new Naming(({ parts }, kind) => names.render(parts, kind), names.problems());
  }

  /**
   * A function that names each role: `Naming.custom({ nameOf: ({ role, parts }) => ... })`.
   *
   * @param naming gives a name, or nothing for the default
   */
  public static custom(naming: INaming): Naming {
    checkInput('Naming.custom', arguments);
    return new Naming((request) => naming.nameOf(request));
  }

  private constructor(
    private readonly namer: Namer,
    private readonly problems: readonly Problem[] = [],
    /**
     * The roles that are named one by one.
     *
     * @internal
     */
    public readonly _roles: readonly string[] = [],
  ) {}

  /**
   * Problems with the way to name, whatever is named.
   *
   * @internal
   */
  public _problems(): Problem[] {
    return [...this.problems];
  }

  /**
   * The name of a role; `undefined` for its default.
   *
   * @internal
   */
  public _nameOf(request: NameRequest, kind: NameKind): string | undefined {
    return this.namer(request, kind);
  }
}
