import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { Template } from 'aws-cdk-lib/assertions';
import { App, TerraformStack, Testing } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { withoutReadOn } from './read-on';
import { IResourceGroup, ResourceGroup } from '../../src/core';

/** A synthesized stack, as Terraform reads it. */
export interface TerraformJson {
  readonly resource?: Record<string, Record<string, Record<string, any>>>;
  readonly data?: Record<string, Record<string, Record<string, any>>>;
  readonly output?: Record<string, { readonly value: string }>;
  readonly variable?: Record<string, Record<string, any>>;
  readonly provider?: Record<string, any>;
}

/** A stack with a provider, as a user writes it. */
export function newStack(id: string = 'Prod', context?: Record<string, unknown>, app?: IConstruct): TerraformStack {
  const stack = new TerraformStack((app ?? Testing.app({ context })) as Construct, id);
  new AzurermProvider(stack, 'azurerm', { features: [{}] });
  return stack;
}

/** Gives the provider of a stack the subscription in whose ids tests write what exists. */
export function inSubscription<T extends TerraformStack>(stack: T, id: string = '0'): T {
  (stack.node.findChild('azurerm') as AzurermProvider).subscriptionId = id;
  return stack;
}

/** A stack with a resource group in Central US. */
export function newGroup(): { stack: TerraformStack; resourceGroup: IResourceGroup } {
  const stack = newStack();
  return { stack, resourceGroup: new ResourceGroup(stack, 'Group', { name: 'rg-test', location: 'centralus' }) };
}

/** What Terraform would read, after all validations. */
export function synth(stack: TerraformStack): TerraformJson {
  return JSON.parse(Testing.synth(stack, true));
}

/** The same without the hashes at the end of logical ids, which test/contract.test.ts pins. */
export function readable(stack: TerraformStack): TerraformJson {
  return JSON.parse(Testing.synth(stack, true).replace(/_[0-9A-F]{8}\b/g, ''));
}

/** The stacks of an app, synthesized as `cdktf synth` does it, by name. */
export function synthesizedStacks(app: App): Record<string, TerraformJson> {
  app.synth();
  const stacks = join(app.outdir, 'stacks');
  return Object.fromEntries(
    readdirSync(stacks).map((stack) => [stack, JSON.parse(readFileSync(join(stacks, stack, 'cdk.tf.json'), 'utf8'))]),
  );
}

/** The bodies of all resources of a type, without cdktf's metadata. */
export function resources(stack: TerraformStack, type: string): Record<string, any>[] {
  return Object.values(readable(stack).resource?.[type] ?? {}).map(({ '//': _, ...body }) => body);
}

/** The bodies of all data sources of a type, without cdktf's metadata. */
export function dataSources(stack: TerraformStack, type: string): Record<string, any>[] {
  return Object.values(readable(stack).data?.[type] ?? {}).map(({ '//': _, ...body }) => body);
}

/** The body of the only resource of a type. */
export function only(stack: TerraformStack, type: string): Record<string, any> {
  const found = resources(stack, type);
  if (found.length !== 1) throw new Error(`${found.length} resources of type ${type}, expected one`);
  return found[0];
}

/** The stack for the matchers of aws-cdk-lib: each Terraform resource as `TYPE.ID` with its body as properties. */
export function templateOf(stack: TerraformStack): Template {
  const all = Object.entries(readable(stack).resource ?? {}).flatMap(([type, bodies]) =>
    Object.entries(bodies).map(([id, { '//': _, ...properties }]) => [
      `${type}.${id}`,
      { Type: type, Properties: properties },
    ]),
  );
  return Template.fromJSON({ Resources: Object.fromEntries(all) });
}

/** The messages of all warnings under a stack, without the addresses that they have to end with. */
export function warnings(stack: TerraformStack): string[] {
  return stack.node
    .findAll()
    .flatMap((node) => node.node.metadata)
    .filter((entry) => entry.type === '@cdktf/warn')
    .map((entry) => withoutReadOn(entry.data));
}

/** The message that a function throws, without the addresses that it has to end with; an error of its own if it throws none. */
export function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return withoutReadOn((error as Error).message);
  }
  throw new Error('nothing was thrown');
}

/** What the validations of a stack report, each with its code, without the path of the stack. */
export function problemsOf(stack: TerraformStack): string[] {
  const start = `  [${stack.node.path}] `;
  const lines = messageOf(() => synth(stack)).split('\n');
  return lines.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));
}
