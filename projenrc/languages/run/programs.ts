import { readFileSync } from 'fs';
import { join } from 'path';
import { ROOT } from './generated';
import { Program } from './language';
import { asScript } from '../quick-start';

const read = (...names: string[]) => readFileSync(join(ROOT, ...names), 'utf8');

/** What each program leaves: the JSON of Terraform, and of the report that an own rule is part of. */
const FILES = {
  'quick-start': ['stacks/quick-start/cdk.tf.json'],
  features: ['stacks/features/cdk.tf.json', 'report.json'],
};

/** The code of a language in a document, by the name of the language in Markdown; it has to be the only one. */
export function codeIn(document: string, fence: string): string {
  const codes = [...document.matchAll(new RegExp(`^\`\`\`${fence}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))];
  if (codes.length !== 1) throw new Error(`The document has ${codes.length} codes of ${fence}.`);
  return codes[0][1];
}

/** The quick start, and a program that uses what crosses languages: callbacks, enumerations, structs and errors. */
function programsOf(quickStart: string, ...features: string[]): readonly Program[] {
  return [
    { name: 'quick-start', source: quickStart, files: FILES['quick-start'] },
    { name: 'features', source: read('test', 'languages', ...features), files: FILES.features },
  ];
}

/** The programs by language. Those of the quick start are the code of README.md itself. */
export function programs(): Readonly<Record<string, readonly Program[]>> {
  const readme = read('README.md');
  return {
    TypeScript: programsOf(asScript(read('examples', 'quick-start', 'main.ts')), 'typescript', 'features.ts'),
    Python: programsOf(codeIn(readme, 'python'), 'python', 'features.py'),
    Java: programsOf(codeIn(readme, 'java'), 'java', 'Features.java'),
    Go: programsOf(codeIn(readme, 'go'), 'go', 'features', 'main.go'),
  };
}

/** What the generated packages themselves say to a missing option, and in Python also to a wrong name and type. */
export const OWN_ERRORS: Readonly<Record<string, readonly string[]>> = {
  Python: [
    "SecureSignalRApp.__init__() missing 1 required keyword-only argument: 'location'",
    "SecureSignalRApp.__init__() got an unexpected keyword argument 'locaton'",
    'type of argument sku must be one of (cdktf_azure_secure_signalr.signalr.Sku, NoneType); got str instead',
  ],
  Java: ['location is required'],
  Go: ['Field *string.Location is required, but has nil value'],
};
