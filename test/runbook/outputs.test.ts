import { TerraformOutput } from 'cdktf';
import { AppHost, FunctionHost } from '../../src';
import { Runtime } from '../../src/appservice';
import { RunbookFile } from '../../src/runbook';
import { Approval } from '../../src/signalr';
import { newApp } from '../support/app';
import { newChat } from '../support/serverless';
import { inSubscription, newStack, readable, TerraformJson } from '../support/synth';

const SUBSCRIPTION = '00000000-0000-0000-0000-000000000000';

/** The commands of the outputs, without the comments that say what they are to show. */
function outputCommands({ output = {} }: TerraformJson): [string, string[]][] {
  const own = Object.entries(output).filter(([name]) => /-(verify|approve)-/.test(name));
  return own.map(([name, { value }]) => [name, value.split('\n').filter((line) => !line.startsWith('#'))]);
}

/** A command with what differs by place left out: names of a resource, its id, and its host name. */
function shape(command: string): string {
  return command
    .replace(/\$\{element\(split\("\/", [^)]*\), \d\)\}|\$\{[^}]*\}/g, 'X')
    .replace(/\$[A-Z_0-9]+/g, 'X')
    .replace(/--(name|resource-group|subscription|slot) "?[\w.-]+"?/g, '--$1 X')
    .replace(/[\w-]+\.service\.signalr\.net/g, 'X')
    .replace(/"?X"?/g, 'X')
    .replace(/for X of X/g, 'X');
}

const CASES: [string, () => { stack: ReturnType<typeof newStack>; outputs: TerraformOutput[] }][] = [
  ['a Linux web app', () => ofApp(newApp({}, inSubscription(newStack(), SUBSCRIPTION)))],
  [
    'a Windows web app',
    () => ofApp(newApp({ host: AppHost.windowsWebApp({ runtime: Runtime.dotnet('10.0') }) }, newStack())),
  ],
  ['a function app', () => ofServerless(newChat({}))],
  [
    'a function app whose links others approve',
    () => ofServerless(newChat({ approval: Approval.manual('Approve it, please') })),
  ],
  ['a function app on Windows', () => ofServerless(newChat({ host: FunctionHost.windows() }))],
];

const ofApp = ({ stack, chat }: ReturnType<typeof newApp>) => ({ stack, outputs: chat.addOutputs() });
const ofServerless = ({ stack, chat }: ReturnType<typeof newChat>) => ({ stack, outputs: chat.addOutputs() });

describe.each(CASES)('outputs and runbook of %s', (_name, make) => {
  test('have the same commands', () => {
    const { stack } = make();
    const shapes = RunbookFile.textOf(stack).split('\n').map(shape);
    const missing = outputCommands(readable(stack)).flatMap(([name, lines]) =>
      lines
        .map(shape)
        .filter((line) => !shapes.includes(line))
        .map((line) => `${name}: ${line}`),
    );
    expect(missing).toEqual([]);
  });
});
