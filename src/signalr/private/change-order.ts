import { dependable, TerraformResource, TerraformStack } from 'cdktf';
import { ServiceChange } from '../service-change';

const STAGES = Object.values(ServiceChange);

/**
 * The one order of all changes of a service.
 *
 * Each waits for the one before it alone, whatever the order in which they were defined.
 */
export class ChangeOrder {
  private readonly changes: { readonly stage: number; readonly resource: TerraformResource }[] = [];
  private readonly edges = new Map<TerraformResource, string>();

  public add(change: ServiceChange, resource: TerraformResource): void {
    const stage = STAGES.indexOf(change);
    const next = this.changes.findIndex((each) => each.stage > stage);
    const place = next < 0 ? this.changes.length : next;
    this.changes.splice(place, 0, { stage, resource });
    this.linkTo(place);
    this.linkTo(place + 1);
  }

  private linkTo(place: number): void {
    const change = this.changes[place];
    const before = this.changes[place - 1];
    // The list names all endpoints, so it waits for them already.
    if (!change || !before || STAGES[change.stage] === ServiceChange.NETWORK_ACL) return;
    const { resource } = change;
    const others = (resource.dependsOn ?? []).filter((edge) => edge !== this.edges.get(resource));
    if (TerraformStack.of(resource) !== TerraformStack.of(before.resource)) return;
    const edge = dependable(before.resource);
    this.edges.set(resource, edge);
    resource.dependsOn = [...others, edge];
  }
}
