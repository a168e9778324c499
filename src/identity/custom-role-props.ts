import { TerraformProvider } from 'cdktf';
import { RoleScope } from './role-scope';

/** Properties of a custom role. */
export interface CustomRoleProps {
  /** Display name: 1 to 512 characters, unique in the tenant. */
  readonly name: string;

  /**
   * Purpose of the role, up to 2048 characters.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * Actions on resources that the role permits, such as `Microsoft.SignalRService/SignalR/read`; an asterisk stands for
   * any characters. At least one of `actions` and `dataActions` is needed.
   *
   * @default - nothing
   */
  readonly actions?: string[];

  /**
   * Actions that are excluded from `actions`.
   *
   * @default - nothing
   */
  readonly notActions?: string[];

  /**
   * Actions on the data of resources that the role permits, such as `Microsoft.SignalRService/SignalR/hub/send/action`;
   * an asterisk stands for any characters.
   *
   * @default - nothing
   */
  readonly dataActions?: string[];

  /**
   * Actions that are excluded from `dataActions`.
   *
   * @default - nothing
   */
  readonly notDataActions?: string[];

  /**
   * Scopes at which, and below which, the role can be assigned: at least one, and at most one management group. The
   * first holds the role. An assignment that is known to be elsewhere fails at synth.
   */
  readonly assignableScopes: RoleScope[];

  /**
   * Resource provider that the role is to keep to, such as `Microsoft.SignalRService`: other actions are rejected.
   *
   * @default - actions of any resource provider
   */
  readonly resourceProvider?: string;

  /**
   * Provider of the role definition, for a first scope in another subscription than the stack's default one:
   * `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}
