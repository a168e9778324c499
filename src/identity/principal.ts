import { IConstruct } from 'constructs';

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
