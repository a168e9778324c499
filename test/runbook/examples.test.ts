import { mkdtempSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App } from 'cdktf';
import { blocksOf, placeholders, syntaxErrors, unsetVariables } from './support/markdown';
import { EXAMPLES, newExample } from '../../examples/stacks';
import { documents, documentsOf } from '../../src/core/internal/documents';
import { RunbookFile } from '../../src/runbook';
import { anchorsOf, read } from '../support/markdown';
import { synthesizedStacks } from '../support/synth';

const runbooks = new Map<string, { readonly app: App; readonly text: string }>();

/** A runbook as a checkout writes it, also where a release has set its version. */
const unreleased = (text: string) => text.replaceAll(documents(), documentsOf('0.0.0'));

/** The runbook of an example; examples with cdktf's own files synthesize once. */
function runbookOf(name: string) {
  const known = runbooks.get(name);
  if (known) return known;
  const app = newExample(name, mkdtempSync(join(tmpdir(), 'runbook-')));
  const made = { app, text: RunbookFile.textOf(app) };
  runbooks.set(name, made);
  return made;
}

/** What an option of the commands names. */
function namesIn(text: string): string[] {
  const options = 'name|resource-group|vnet-name|nsg-name|route-table-name|workspace-name|app|slot|signalr-name';
  const given = blocksOf(text)
    .join('\n')
    .matchAll(new RegExp(`--(?:${options}) ([\\w.-]+)`, 'g'));
  return [...new Set([...given].map(([, name]) => name))];
}

describe.each(Object.keys(EXAMPLES))('the runbook of the example %s', (name) => {
  test('has commands that bash takes, with nothing left to fill in', () => {
    const { text } = runbookOf(name);
    expect(syntaxErrors(text)).toBe('');
    expect(unsetVariables(text)).toEqual([]);
    expect(placeholders(text)).toEqual([]);
    expect(text).not.toMatch(/\$\{|TfToken|undefined|\[object/);
  });

  test('names what the configuration names', () => {
    const { app, text } = runbookOf(name);
    const json = JSON.stringify(synthesizedStacks(app)).toLowerCase();
    expect(namesIn(text).filter((each) => !json.includes(`${each.toLowerCase()}`))).toEqual([]);
  });

  test('links to headings that are there', () => {
    const { text } = runbookOf(name);
    const targets = [...text.matchAll(/^\[[^\]]+\]: (\S+)$/gm)].map(([, target]) => target);
    for (const target of targets) {
      const [, page, anchor] = new RegExp(`^${documents()}/(\\w+\\.md)#(.+)$`).exec(target)!;
      expect(anchorsOf(read(`docs/${page}`))).toContain(anchor);
    }
    const labels = [...text.matchAll(/^\[([^\]]+)\]: /gm)].map(([, label]) => label);
    const used = [...text.replace(/```[^]*?```/g, '').matchAll(/(?<!\\)\[([^\]\\]+)\](?!:)/g)].map(
      ([, label]) => label,
    );
    expect(used.filter((label) => !labels.includes(label))).toEqual([]);
  });

  test('holds no secret', () => {
    expect(runbookOf(name).text).not.toMatch(/AccessKey=|access_key|connection_string|InstrumentationKey|password/i);
  });
});

test('the runbook of the main example is this', () => {
  expect(unreleased(runbookOf('quick-start').text)).toMatchSnapshot();
});

test('the runbook of the serverless example is this', () => {
  expect(unreleased(runbookOf('serverless').text)).toMatchSnapshot();
});

test('asks for the address of the caller at the app that the service calls, and at no other', () => {
  const titles = runbookOf('serverless').text.match(/^### The address that the service calls from: .*$/gm);
  expect(titles).toEqual(['### The address that the service calls from: func-chat-prod-centralus-f9611e']);
});
