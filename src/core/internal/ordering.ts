import { dependable, TerraformResource, TerraformStack } from 'cdktf';

/**
 * Makes `resource` wait for `prerequisite`.
 *
 * Resources of another stack are left out, because Terraform cannot name them in `depends_on`. Stacks are applied in
 * order as soon as one refers to the other, and then `prerequisite` must be in the one that is referred to.
 */
export function waitFor(resource: TerraformResource, prerequisite: TerraformResource): void {
  if (TerraformStack.of(resource) !== TerraformStack.of(prerequisite)) return;
  resource.dependsOn = [...(resource.dependsOn ?? []), dependable(prerequisite)];
}

/** A set of prerequisites that may still grow after the first resources have begun to wait for it. */
export class Prerequisites {
  private readonly prerequisites: TerraformResource[] = [];
  private readonly waiting: TerraformResource[] = [];

  public add(prerequisite: TerraformResource): void {
    this.prerequisites.push(prerequisite);
    this.waiting.forEach((resource) => waitFor(resource, prerequisite));
  }

  public awaitedBy(resource: TerraformResource): void {
    this.waiting.push(resource);
    this.prerequisites.forEach((prerequisite) => waitFor(resource, prerequisite));
  }
}
