import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import * as ts from 'typescript';
import { adoptionOf } from './support/adoption';
import { runCommand } from './support/command';
import { blocksOf, read } from '../support/markdown';
import { terraformJson } from '../support/terraform-files';

const PAGE = read('docs/how-to/adopt.md');
const [, HCL] = PAGE.split(/^(?=## )/m);

/** The stack of a program in the page, as cdktf synthesizes it. */
function synthesized(code: string): any {
  const stack = new TerraformStack(Testing.app(), 'Chat');
  new AzurermProvider(stack, 'azurerm', { features: [{}] });
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2020 };
  const { outputText } = ts.transpileModule(code, { compilerOptions });
  new Function('require', 'exports', 'stack', outputText)(require, {}, stack);
  return JSON.parse(Testing.synth(stack));
}

const [program] = blocksOf(HCL, 'ts');
const stack = synthesized(program);
const state = terraformJson('hcl/state.json');
const assignment = state.values.root_module.resources.find(({ type }: any) => type === 'azurerm_role_assignment');
// azurerm gives the id of the role; the stand-in that wrote the state does not.
assignment.values.role_definition_id =
  '/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Authorization/roleDefinitions/420fcaa2-552c-430f-98ca-3264be4806c7';

test('the page shows what the command says of its example', async () => {
  const files = { 'state.json': JSON.stringify(state), 'cdktf.out/stacks/Chat/cdk.tf.json': JSON.stringify(stack) };
  const { stdout } = await runCommand(['adopt', 'state.json', 'cdktf.out'], { files });
  const [, shown] = blocksOf(HCL, 'text')[0].split('$ secure-signalr adopt state.json cdktf.out\n');
  const lines = (text: string) =>
    text
      .trim()
      .split('\n')
      .filter((line) => line.trim() !== '...');
  expect(lines(stdout)).toEqual(expect.arrayContaining(lines(shown)));
  expect(lines(shown)[0]).toBe(lines(stdout)[0]);
});

test('nothing of the example is replaced, whichever state the stack has', async () => {
  for (const options of [[], ['--same-state']]) {
    const { section, exitCode } = await adoptionOf(state, stack, ...options);
    expect(['replaced', 'undecided', 'open', 'left'].flatMap(section)).toEqual([]);
    expect(exitCode).toBe(0);
  }
});
