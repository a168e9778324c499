import { Fn } from 'cdktf';

/**
 * An Azure role, known by its id.
 *
 * Names are not used: Azure has renamed the SignalR roles before, and a renamed role breaks look-ups by name.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
export class Role {
  /** SignalR App Server: opens server connections and signs client tokens, for hub servers in Default mode. */
  public static readonly SIGNALR_APP_SERVER = Role.builtIn(
    'SignalR App Server',
    '420fcaa2-552c-430f-98ca-3264be4806c7',
  );

  /** Key Vault Secrets User: reads the values of secrets, those of certificates included. */
  public static readonly KEY_VAULT_SECRETS_USER = Role.builtIn(
    'Key Vault Secrets User',
    '4633458b-17de-408a-b874-0445c86b69e6',
  );

  /**
   * A built-in role.
   *
   * @param name display name, for messages
   * @param id the GUID of its definition
   */
  public static builtIn(name: string, id: string): Role {
    return new Role(name, id);
  }

  private constructor(
    /** Display name of the role. */
    public readonly name: string,
    /** GUID of the role definition. */
    public readonly id: string,
  ) {}

  /**
   * The definition id with the subscription of a scope.
   *
   * Azure stores the id in this form. azurerm would replace an assignment made with the short form on every apply.
   *
   * @param scope Azure resource id in the subscription; may be a token
   */
  public definitionIdIn(scope: string): string {
    const subscription = Fn.join('/', Fn.slice(Fn.split('/', scope), 0, 3));
    return `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${this.id}`;
  }
}
