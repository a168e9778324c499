import { App, Testing } from 'cdktf';
import { synthesizedStacks, TerraformJson } from './synth';
import { EXAMPLES } from '../../examples/stacks';

/** An example, not synthesized yet. */
export function newExample(name: string): App {
  const app = Testing.app();
  EXAMPLES[name](app);
  return app;
}

/** The stacks of an example, synthesized as `cdktf synth` does it, by name. */
export function synthesized(name: string): Record<string, TerraformJson> {
  return synthesizedStacks(newExample(name));
}

/** The bodies of all resources of a type, in the order of their ids. */
export function bodies({ resource }: TerraformJson, type: string): Record<string, any>[] {
  return Object.values(resource?.[type] ?? {});
}
