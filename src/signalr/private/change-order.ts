import { dependable, TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { keyOf, registry } from '../../core/internal/registry';
import { ServiceChange } from '../service-change';

const STAGES = Object.values(ServiceChange);

interface Change {
  readonly stage: ServiceChange;
  readonly resource: TerraformResource;
}

/**
 * The one order of all changes of a service.
 *
 * Each waits for the one before it alone, whatever the order in which they were defined. Terraform cannot name what
 * is in another stack, so each stack has its own order.
 */
export class ChangeOrder {
  private readonly changesByStack = new Map<TerraformStack, Change[]>();
  private readonly edges = new Map<TerraformResource, string>();

  public add(stage: ServiceChange, resource: TerraformResource): void {
    const stack = TerraformStack.of(resource);
    const changes = this.changesByStack.get(stack) ?? [];
    this.changesByStack.set(stack, changes);
    const next = changes.findIndex((change) => STAGES.indexOf(change.stage) > STAGES.indexOf(stage));
    const place = next < 0 ? changes.length : next;
    changes.splice(place, 0, { stage, resource });
    this.link(changes[place], changes[place - 1]);
    this.link(changes[place + 1], changes[place]);
  }

  private link(change: Change | undefined, before: Change | undefined): void {
    // The access control list names all endpoints, so it waits for them already.
    if (!change || !before || change.stage === ServiceChange.NETWORK_ACL) return;
    const { resource } = change;
    const others = (resource.dependsOn ?? []).filter((edge) => edge !== this.edges.get(resource));
    const edge = dependable(before.resource);
    this.edges.set(resource, edge);
    resource.dependsOn = [...others, edge];
  }
}

/** The order of a service, which all constructs that stand for it share. */
export function changeOrderOf(scope: IConstruct, serviceId: string): ChangeOrder {
  const orders = registry<ChangeOrder>(scope, 'changes of SignalR service');
  const order = orders.get(keyOf(serviceId)) ?? new ChangeOrder();
  orders.set(keyOf(serviceId), order);
  return order;
}
