import { Construct, IConstruct } from 'constructs';

/** Kinds of security principals, in azurerm's words. */
export enum PrincipalType {
  /** A managed identity or an application. */
  SERVICE_PRINCIPAL = 'ServicePrincipal',

  /** A group of Microsoft Entra ID. */
  GROUP = 'Group',

  /** A user of Microsoft Entra ID. */
  USER = 'User',
}

/** Somebody who can be granted a role. */
export interface IPrincipal extends IConstruct {
  /** Object id in Microsoft Entra ID; not the client id. */
  readonly principalId: string;

  /** Kind of the principal. Without it Azure looks a new identity up before it has been replicated, and may fail. */
  readonly principalType: PrincipalType;
}

/** What to tell of a principal. */
export interface PrincipalAttributes {
  /** Object id in Microsoft Entra ID; not the client id. */
  readonly principalId: string;

  /** Kind of the principal. */
  readonly principalType: PrincipalType;
}

/** A principal that is defined elsewhere: an application, a group, a user, or the identity of a resource. */
export class Principal extends Construct implements IPrincipal {
  /** Refers to a principal by its object id. */
  public static fromPrincipalAttributes(scope: Construct, id: string, attributes: PrincipalAttributes): IPrincipal {
    return new Principal(scope, id, attributes);
  }

  public readonly principalId: string;
  public readonly principalType: PrincipalType;

  private constructor(scope: Construct, id: string, attributes: PrincipalAttributes) {
    super(scope, id);
    this.principalId = attributes.principalId;
    this.principalType = attributes.principalType;
  }
}
