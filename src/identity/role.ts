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

  /** Key Vault Secrets Officer: reads, writes and deletes secrets. */
  public static readonly KEY_VAULT_SECRETS_OFFICER = Role.builtIn(
    'Key Vault Secrets Officer',
    'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
  );

  /** Storage Blob Data Owner: everything with blobs and containers, as the host of a function app needs it. */
  public static readonly STORAGE_BLOB_DATA_OWNER = Role.builtIn(
    'Storage Blob Data Owner',
    'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
  );

  /** Storage Blob Data Contributor: reads, writes and deletes blobs and containers. */
  public static readonly STORAGE_BLOB_DATA_CONTRIBUTOR = Role.builtIn(
    'Storage Blob Data Contributor',
    'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
  );

  /** Storage Queue Data Contributor: reads, writes and deletes queues and their messages. */
  public static readonly STORAGE_QUEUE_DATA_CONTRIBUTOR = Role.builtIn(
    'Storage Queue Data Contributor',
    '974c5e8b-45b9-4653-ba55-5f855dd0fb88',
  );

  /** Storage Table Data Contributor: reads, writes and deletes tables and their entities. */
  public static readonly STORAGE_TABLE_DATA_CONTRIBUTOR = Role.builtIn(
    'Storage Table Data Contributor',
    '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3',
  );

  /** Monitoring Metrics Publisher: sends telemetry of every kind, not only metrics, to Application Insights. */
  public static readonly MONITORING_METRICS_PUBLISHER = Role.builtIn(
    'Monitoring Metrics Publisher',
    '3913510d-42f4-4e42-8a64-420c390055eb',
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
