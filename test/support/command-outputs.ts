import { readFileSync } from 'fs';
import { join } from 'path';
import { filesOf, ROOT } from './markdown';
import { Estate } from '../../src/check/private/reading/estate';
import { Outcome, runCommand } from '../check/support/command';

const FIXTURES = join('test', 'fixtures', 'terraform');

/** Where documents run the command: a folder with a configuration, and what Terraform wrote of it. */
export interface Workplace {
  /** The folder of the Terraform files. */
  readonly folder: string;
  /** Files by the names that the command is given, and where they are. */
  readonly files: Readonly<Record<string, string>>;
}

const fixtures = (folder: string, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, join(FIXTURES, folder, name)]));

/** The example without constructs. */
export const EXAMPLE: Workplace = {
  folder: join('examples', 'hcl'),
  files: fixtures('hcl', 'plan.json', 'state.json'),
};

/** A pull request of a platform team: a configuration of modules, and a plan that opens the service. */
export const PULL_REQUEST: Workplace = {
  folder: join(FIXTURES, 'hcl-modules', 'source'),
  files: {
    'plan.json': join(FIXTURES, 'hcl-modules', 'plan-2.json'),
  },
};

/** A hub, and a spoke that uses its zone. */
export const HUB: Workplace = {
  folder: join(FIXTURES, 'hub-and-spoke'),
  files: {
    ...fixtures('hub-and-spoke', 'hub.state.json', 'hub.plan.json'),
    'spoke.plan.json': join(FIXTURES, 'hub-and-spoke', 'spoke-chat.plan.json'),
  },
};

const WORKPLACES: Readonly<Record<string, Workplace>> = { example: EXAMPLE, 'pull-request': PULL_REQUEST, hub: HUB };

const text = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The texts of what Terraform wrote, by the names that the command is given. */
export function textsOf({ files }: Workplace): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, text(file)]));
}

/** Runs the command in a workplace, where some files may have another text. */
export function commandIn(
  workplace: Workplace,
  argv: readonly string[],
  texts: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const { folder } = workplace;
  const own = ['.tf', '.yaml'].flatMap((extension) => filesOf(folder, extension));
  return runCommand(argv, {
    files: {
      ...Object.fromEntries(own.map((file) => [file.slice(folder.length + 1), text(file)])),
      ...textsOf(workplace),
      ...texts,
    },
    read: (inputs) => Estate.of(inputs),
  });
}

/**
 * A part of a document that the command writes: `<!-- secure-signalr, in WORKPLACE: ARGUMENTS -->`, the text, and
 * `<!-- end -->`. A comment on a pull request stands there as it is, all else in a block of text.
 */
const PART = /<!-- secure-signalr, in ([\w-]+): (.*) -->\n[\s\S]*?<!-- end -->/g;

/** A document whose parts are what the command writes now. */
export async function withOutputs(document: string): Promise<string> {
  const parts = [...document.matchAll(PART)];
  const written = await Promise.all(parts.map(([, workplace, argv]) => outputOf(workplace, argv)));
  let index = 0;
  return document.replace(PART, (_, workplace, argv) =>
    [`<!-- secure-signalr, in ${workplace}: ${argv} -->`, written[index++], '<!-- end -->'].join('\n'),
  );
}

async function outputOf(workplace: string, argv: string): Promise<string> {
  const { stdout, stderr } = await commandIn(WORKPLACES[workplace], argv.split(' '));
  if (argv.includes('--format markdown')) return `\n${stdout.trim()}\n`;
  const shown = argv.endsWith('--help') ? '' : `$ secure-signalr ${argv}\n`;
  return `\n\`\`\`text\n${shown}${(stdout + stderr).trimEnd()}\n\`\`\`\n`;
}
