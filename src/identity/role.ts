import { Fn } from 'cdktf';
import { DataPermissions, permitsDataAction } from './private/data-permissions';
import { builtInRoleProblems, definitionIdProblems } from './private/role-definition-id';
import { RoleScope } from './role-scope';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem } from '../core/internal/violations';

/**
 * An Azure role, known by its id.
 *
 * Names are not used: Azure has renamed the SignalR roles before, and a renamed role breaks look-ups by name.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
export class Role {
  /** SignalR App Server: opens server connections and signs client tokens, for hub servers in Default mode. */
  public static readonly SIGNALR_APP_SERVER = Role.known('SignalR App Server', '420fcaa2-552c-430f-98ca-3264be4806c7', [
    'Microsoft.SignalRService/SignalR/auth/accessKey/action',
    'Microsoft.SignalRService/SignalR/serverConnection/write',
    'Microsoft.SignalRService/SignalR/clientConnection/write',
  ]);

  /** SignalR Service Owner: all data actions, for applications that negotiate for clients of a Serverless service. */
  public static readonly SIGNALR_SERVICE_OWNER = Role.known(
    'SignalR Service Owner',
    '7e4f1700-ea5a-4f59-8f37-079cfe29dce3',
    ['Microsoft.SignalRService/SignalR/*'],
  );

  /** SignalR REST API Owner: calls the whole REST API, but opens no server connections and signs no client tokens. */
  public static readonly SIGNALR_REST_API_OWNER = Role.known(
    'SignalR REST API Owner',
    'fd53cd77-2268-407a-8f46-7e7863d0f521',
    [
      'Microsoft.SignalRService/SignalR/auth/clientToken/action',
      'Microsoft.SignalRService/SignalR/hub/*',
      'Microsoft.SignalRService/SignalR/group/*',
      'Microsoft.SignalRService/SignalR/clientConnection/*',
      'Microsoft.SignalRService/SignalR/user/*',
    ],
  );

  /** SignalR REST API Reader: asks the REST API whether connections, groups and users exist, for monitoring. */
  public static readonly SIGNALR_REST_API_READER = Role.known(
    'SignalR REST API Reader',
    'ddde6b66-c0df-4114-a159-3618637b3035',
    [
      'Microsoft.SignalRService/SignalR/group/read',
      'Microsoft.SignalRService/SignalR/clientConnection/read',
      'Microsoft.SignalRService/SignalR/user/read',
    ],
  );

  /** SignalR AccessKey Reader: reads the access keys, which open everything where local authentication is on. */
  public static readonly SIGNALR_ACCESS_KEY_READER = Role.known(
    'SignalR AccessKey Reader',
    '04165923-9d83-45d5-8227-78b77b0a687e',
    [],
  );

  /** SignalR/Web PubSub Contributor: manages the resources of the service, and has no access to their data. */
  public static readonly SIGNALR_CONTRIBUTOR = Role.known(
    'SignalR/Web PubSub Contributor',
    '8cf5e20a-e4b2-4e9d-b3a1-5ceb692c2761',
    [],
  );

  /** Key Vault Secrets User: reads the values of secrets, those of certificates included. */
  public static readonly KEY_VAULT_SECRETS_USER = Role.known(
    'Key Vault Secrets User',
    '4633458b-17de-408a-b874-0445c86b69e6',
    ['Microsoft.KeyVault/vaults/secrets/getSecret/action', 'Microsoft.KeyVault/vaults/secrets/readMetadata/action'],
  );

  /** Key Vault Secrets Officer: reads, writes and deletes secrets. */
  public static readonly KEY_VAULT_SECRETS_OFFICER = Role.builtIn(
    'Key Vault Secrets Officer',
    'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
  );

  /** Key Vault Certificate User: reads certificates with their private keys. */
  public static readonly KEY_VAULT_CERTIFICATE_USER = Role.builtIn(
    'Key Vault Certificate User',
    'db79e9a7-68ee-4b58-9aeb-b90e7c24fcba',
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

  /** AcrPull: pulls images of a container registry. */
  public static readonly ACR_PULL = Role.builtIn('AcrPull', '7f951dda-4ed3-4680-a7ca-43fe172d538d');

  /** AcrPush: pushes images into a container registry, and pulls them. */
  public static readonly ACR_PUSH = Role.builtIn('AcrPush', '8311e382-0749-4cb8-b61a-304f252e45ec');

  /**
   * A built-in role.
   *
   * @param name display name, for messages
   * @param id the GUID of its definition
   */
  public static builtIn(name: string, id: string): Role {
    checkInput('identity.Role.builtIn', arguments);
    return new Role(name, id, id, false);
  }

  /**
   * A custom role that is defined elsewhere. `CustomRole` defines a new one.
   *
   * @param name display name, for messages
   * @param definitionId Azure id of its definition, such as
   * `/subscriptions/.../providers/Microsoft.Authorization/roleDefinitions/GUID`; the attribute
   * `role_definition_resource_id` of azurerm, not `id`
   */
  public static definition(name: string, definitionId: string): Role {
    checkInput('identity.Role.definition', arguments);
    return Role._custom(name, definitionId);
  }

  /** @internal */
  public static _custom(name: string, definitionId: string, permissions?: DataPermissions): Role {
    const last = definitionId.slice(definitionId.lastIndexOf('/') + 1);
    return new Role(name, isKnown(definitionId) ? last : Fn.basename(definitionId), definitionId, true, permissions);
  }

  private static known(name: string, id: string, dataActions: string[]): Role {
    return new Role(name, id, id, false, { dataActions });
  }

  private constructor(
    /** Display name of the role. */
    public readonly name: string,
    /** GUID of the role definition. */
    public readonly id: string,
    private readonly given: string,
    private readonly isCustom: boolean,
    private readonly permissions?: DataPermissions,
  ) {}

  /**
   * Reports whether the role permits a data action; `undefined` where its data actions are not known.
   *
   * @param dataAction as `Microsoft.SignalRService/SignalR/hub/send/action`
   */
  public permits(dataAction: string): boolean | undefined {
    checkInput('identity.Role.permits', arguments);
    return this.permissions && permitsDataAction(this.permissions, dataAction);
  }

  /**
   * The definition id in the form in which Azure stores it: with the subscription of the scope, and without one for a
   * management group. azurerm would replace an assignment made with any other form on every apply.
   *
   * @param scope where the role is assigned
   * @see https://github.com/Azure/azure-rest-api-specs/issues/10939
   */
  public definitionIdIn(scope: RoleScope): string {
    checkInput('identity.Role.definitionIdIn', arguments);
    return `${scope._subscription ?? ''}/providers/Microsoft.Authorization/roleDefinitions/${this.id}`;
  }

  /**
   * The role in messages.
   *
   * @internal
   */
  public get _label(): string {
    return isKnown(this.name) ? `role ${this.name}` : 'role';
  }

  /**
   * Reports what Azure would reject in an assignment of the role at a scope.
   *
   * @internal
   */
  public _problems(scope: RoleScope): Problem[] {
    const problems = this.isCustom ? definitionIdProblems(this.given) : builtInRoleProblems(this.given);
    if (this.isCustom && scope._isManagementGroup && this.permissions && this.permissions.dataActions.length > 0) {
      // https://learn.microsoft.com/azure/role-based-access-control/custom-roles#custom-role-limits
      const message = `the custom ${this._label} has data actions, so Azure does not assign it at a management group; assign it at the subscriptions below`;
      problems.push({ code: 'identity/custom-role', message });
    }
    return problems;
  }
}
