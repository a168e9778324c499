import { Construct, IConstruct } from 'constructs';
import { principalIdProblems } from './internal/principal-id';
import { checkInput } from '../core/internal/input/check-input';
import { Violations } from '../core/internal/violations';

/** Kinds of security principals, in azurerm's words. */
export enum PrincipalType {
  /** A managed identity or an application. */
  SERVICE_PRINCIPAL = 'ServicePrincipal',

  /** A group of Microsoft Entra ID. */
  GROUP = 'Group',

  /** A user of Microsoft Entra ID. */
  USER = 'User',
}

/** A principal that can be granted a role. */
export interface IPrincipal extends IConstruct {
  /** Object id in Microsoft Entra ID; not the client id. */
  readonly principalId: string;

  /** Kind of the principal. Without it Azure looks a new identity up before it has been replicated, and may fail. */
  readonly principalType: PrincipalType;
}

/** Attributes of a principal. */
export interface PrincipalAttributes {
  /** Object id in Microsoft Entra ID; not the client id. */
  readonly principalId: string;

  /** Kind of the principal. */
  readonly principalType: PrincipalType;
}

/** A principal that is defined elsewhere: an application, a group, a user, or the identity of a resource. */
export class Principal extends Construct implements IPrincipal {
  /**
   * Refers to a principal by its object id.
   *
   * @throws `identity/principal-id`
   */
  public static fromPrincipalAttributes(scope: Construct, id: string, attributes: PrincipalAttributes): IPrincipal {
    checkInput('identity.Principal.fromPrincipalAttributes', arguments);
    return new Principal(scope, id, attributes);
  }

  /**
   * Refers to a group of Microsoft Entra ID.
   *
   * @param principalId object id of the group
   * @throws `identity/principal-id`
   */
  public static group(scope: Construct, id: string, principalId: string): Principal {
    checkInput('identity.Principal.group', arguments);
    return new Principal(scope, id, { principalId, principalType: PrincipalType.GROUP });
  }

  /**
   * Refers to a user of Microsoft Entra ID.
   *
   * @param principalId object id of the user
   * @throws `identity/principal-id`
   */
  public static user(scope: Construct, id: string, principalId: string): Principal {
    checkInput('identity.Principal.user', arguments);
    return new Principal(scope, id, { principalId, principalType: PrincipalType.USER });
  }

  /**
   * Refers to an application or a managed identity.
   *
   * @param principalId object id of its service principal; not the client id, nor the object id of the application
   * @throws `identity/principal-id`
   */
  public static servicePrincipal(scope: Construct, id: string, principalId: string): Principal {
    checkInput('identity.Principal.servicePrincipal', arguments);
    return new Principal(scope, id, { principalId, principalType: PrincipalType.SERVICE_PRINCIPAL });
  }

  public readonly principalId: string;
  public readonly principalType: PrincipalType;

  private constructor(scope: Construct, id: string, attributes: PrincipalAttributes) {
    super(scope, id);
    const { principalId, principalType } = attributes;
    const violations = new Violations(this);
    violations.include(principalIdProblems(principalId));
    violations.throwIfAny();
    this.principalId = principalId;
    this.principalType = principalType;
  }
}
