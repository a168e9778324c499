import { DataAzurermUserAssignedIdentity } from '@cdktf/provider-azurerm/lib/data-azurerm-user-assigned-identity';
import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { Construct } from 'constructs';
import { IPrincipal, PrincipalType } from './principal';
import { RegionalResourceProps, ResourceLookup } from '../core';
import { identityNameProblems } from './internal/names';
import { principalIdProblems } from './internal/principal-id';
import { ArmIdForm } from '../core/internal/arm-id';
import { isGuid } from '../core/internal/guid';
import { checkInput } from '../core/internal/input/check-input';
import { withProvider } from '../core/internal/providers';
import { regionalAttributes, regionalProblems } from '../core/internal/regional';
import { isKnown, Problem, Violations } from '../core/internal/violations';
import { beginDefinition } from '../placement/definition';

/** A user-assigned managed identity, owned or existing. */
export interface IManagedIdentity extends IPrincipal {
  /** Azure resource id of the identity. */
  readonly identityId: string;

  /** Client id, by which an application picks this identity among those that it has. */
  readonly clientId: string;
}

/** Attributes of an existing managed identity. */
export interface ManagedIdentityAttributes {
  /**
   * Azure resource id of the identity, such as
   * `/subscriptions/.../resourceGroups/.../providers/Microsoft.ManagedIdentity/userAssignedIdentities/NAME`; the letter
   * case of its fixed segments does not matter.
   */
  readonly identityId: string;

  /** Client id (application id) of the identity, a GUID. */
  readonly clientId: string;

  /** Object id of the identity's service principal, a GUID. */
  readonly principalId: string;
}

/** Look-up of an existing managed identity. */
export interface ManagedIdentityLookup extends ResourceLookup {
  /** Name of the identity. */
  readonly name: string;
}

/** Properties of a managed identity. */
export interface ManagedIdentityProps extends RegionalResourceProps {
  /** Name: 3 to 128 letters, digits, `-` or `_`, beginning with a letter or digit. */
  readonly name: string;
}

const IDENTITY_ID = new ArmIdForm(
  'Microsoft.ManagedIdentity/userAssignedIdentities',
  'identity/identity-id',
  'a user-assigned identity',
);

/** Defines a user-assigned managed identity: an identity without a secret that an app can take on. */
export class ManagedIdentity extends Construct implements IManagedIdentity {
  /**
   * Refers to an existing managed identity.
   *
   * @throws `identity/identity-id`, `identity/client-id`, `identity/principal-id`
   */
  public static fromManagedIdentityAttributes(
    scope: Construct,
    id: string,
    attributes: ManagedIdentityAttributes,
  ): IManagedIdentity {
    checkInput('identity.ManagedIdentity.fromManagedIdentityAttributes', arguments);
    class Import extends Construct implements IManagedIdentity {
      public readonly identityId: string;
      public readonly clientId = attributes.clientId;
      public readonly principalId = attributes.principalId;
      public readonly principalType = PrincipalType.SERVICE_PRINCIPAL;

      public constructor() {
        super(scope, id);
        const violations = new Violations(this);
        violations.include(IDENTITY_ID.problems(attributes.identityId));
        violations.include(clientIdProblems(attributes.clientId));
        violations.include(principalIdProblems(attributes.principalId));
        violations.throwIfAny();
        this.identityId = IDENTITY_ID.spelled(attributes.identityId);
      }
    }
    return new Import();
  }

  /** Refers to an existing managed identity by its name, which Terraform looks up. */
  public static fromLookup(scope: Construct, id: string, options: ManagedIdentityLookup): IManagedIdentity {
    checkInput('identity.ManagedIdentity.fromLookup', arguments);
    class Import extends Construct implements IManagedIdentity {
      private readonly found = new DataAzurermUserAssignedIdentity(this, 'Resource', {
        name: options.name,
        resourceGroupName: options.resourceGroupName,
        provider: options.provider,
      });
      public readonly identityId = this.found.id;
      public readonly clientId = this.found.clientId;
      public readonly principalId = this.found.principalId;
      public readonly principalType = PrincipalType.SERVICE_PRINCIPAL;
    }
    return new Import(scope, id);
  }

  public readonly identityId: string;
  public readonly clientId: string;
  public readonly principalId: string;
  public readonly principalType = PrincipalType.SERVICE_PRINCIPAL;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: UserAssignedIdentity;

  /**
   * Defines a managed identity.
   *
   * @throws `identity/name`, `core/location`, `core/tags`
   */
  public constructor(scope: Construct, id: string, given: ManagedIdentityProps) {
    checkInput('identity.ManagedIdentity', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    const violations = new Violations(this);
    violations.include(identityNameProblems(props.name));
    violations.include(regionalProblems(this, props));
    violations.throwIfAny();

    beginDefinition(this);
    this.resource = new UserAssignedIdentity(this, 'Resource', {
      name: props.name,
      ...regionalAttributes(props),
    });
    this.identityId = this.resource.id;
    this.clientId = this.resource.clientId;
    this.principalId = this.resource.principalId;
  }
}

function clientIdProblems(clientId: string): Problem[] {
  if (!isKnown(clientId) || isGuid(clientId)) return [];
  const message = `"${clientId}" is not a client id of Microsoft Entra ID; use the GUID of the identity's application, not its name`;
  return [{ code: 'identity/client-id', message }];
}
