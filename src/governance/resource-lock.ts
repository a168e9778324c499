import { ManagementLock } from '@cdktf/provider-azurerm/lib/management-lock';
import { Lazy, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { LockLevel } from './lock-level';
import { beginDefinition } from '../model/definition';
import { LockedResources } from './private/locked-resources';
import { textProblems } from './private/policy-names';
import { attachedTo } from '../core/internal/attachments';
import { checkInput } from '../core/internal/input/check-input';
import { lockNameProblems } from '../core/internal/lock';
import { isKnown, Problem, Violations } from '../core/internal/violations';
import { warn } from '../engine/warn';
import { RoleScope } from '../identity';
import { ScopeLevel } from '../identity/internal/scope-level';
import { shareModel } from '../model/synth-model';

/** Properties of a lock. */
export interface ResourceLockProps {
  /** Locked scope, with everything in it: a resource, a resource group or a subscription. */
  readonly scope: RoleScope;

  /**
   * Name: 1 to 90 letters, digits, `-`, `_`, `.`, `(` or `)`, not ending with a period.
   *
   * @default - `no-deletion` or `read-only`
   */
  readonly name?: string;

  /**
   * Changes that the lock prevents.
   *
   * @default LockLevel.CAN_NOT_DELETE
   */
  readonly level?: LockLevel;

  /**
   * Explains why there is a lock: 1 to 512 characters.
   *
   * @default - no notes
   */
  readonly notes?: string;

  /**
   * Provider of the lock, for a scope in another subscription than the stack's default one: `new AzurermProvider(...)`
   * with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/**
 * Locks a scope against deletion.
 *
 * Terraform creates the lock after everything that the stack defines in the scope, or that refers to what is in it, and
 * removes it before. On a resource that is known by its id alone only what this library defines hangs visibly.
 */
export class ResourceLock extends Construct {
  /** Azure resource id of the lock. */
  public readonly lockId: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: ManagementLock;

  /**
   * Defines a lock. Warns with `lock/read-only` where a ReadOnly lock covers a SignalR service of the tree.
   *
   * @throws `lock/name`, `lock/notes`, `lock/scope`, `identity/role-scope`
   */
  public constructor(scope: Construct, id: string, props: ResourceLockProps) {
    checkInput('governance.ResourceLock', arguments);
    super(scope, id);
    const { level = LockLevel.CAN_NOT_DELETE, scope: locked } = props;
    const violations = new Violations(this);
    violations.include(lockNameProblems(props.name));
    violations.include(scopeProblems(locked));
    violations.include(textProblems('lock/notes', 'notes', props.notes, 512));
    violations.throwIfAny();

    beginDefinition(this);
    this.resource = new ManagementLock(this, 'Resource', {
      name: props.name ?? (level === LockLevel.READ_ONLY ? 'read-only' : 'no-deletion'),
      scope: locked.id,
      lockLevel: level,
      notes: props.notes,
      provider: props.provider,
    });
    this.lockId = this.resource.id;
    const isExistingResource = locked._level === ScopeLevel.RESOURCE && isKnown(locked.id);
    if (isExistingResource) attachedTo(this, locked.id).awaitedBy(this.resource);
    else this.resource.dependsOn = Lazy.listValue({ produce: () => this.locked(props).addresses });
    shareModel(this);
    if (level === LockLevel.READ_ONLY) this.warnOfServices(props);
  }

  private locked({ scope, provider }: ResourceLockProps): LockedResources {
    return new LockedResources(this, scope.id, provider?.fqn);
  }

  private warnOfServices(props: ResourceLockProps): void {
    const validate = () => {
      this.locked(props).services.forEach((path) =>
        warn(
          this,
          'lock/read-only',
          `the ReadOnly lock prevents azurerm from listing the keys of ${path}, which azurerm does at each refresh, so plans fail; use LockLevel.CAN_NOT_DELETE`,
        ),
      );
      return [];
    };
    this.node.addValidation({ validate });
  }
}

function scopeProblems(scope: RoleScope): Problem[] {
  if (!scope._isManagementGroup) return scope._problems();
  const message = 'Azure does not lock management groups; lock the subscriptions below it';
  return [{ code: 'lock/scope', message }];
}
