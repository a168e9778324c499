import { spawnSync } from 'child_process';
import { differencesOf, lostErrors } from './compare';
import { GO } from './go';
import { JAVA } from './java';
import { Language } from './language';
import { OWN_ERRORS, programs } from './programs';
import { PYTHON } from './python';
import { TYPESCRIPT } from './typescript';
import { Outcome, Workspace } from './workspace';

const PROGRAMS = programs();

/** Makes a project, runs the programs of a language in it, and gives what they left. */
function outcomesOf(language: Language, workspace: Workspace): readonly Outcome[] {
  const missing = language.needs.filter((command) => spawnSync(command, ['--help']).error);
  if (missing.length > 0) throw new Error(`${missing.join(', ')} is not installed`);
  let started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
  const origins = language.install(workspace, PROGRAMS[language.name]);
  console.log(`${language.name}: installed in ${seconds()}`);
  origins.forEach(({ name, from }) => console.log(`  ${name}: ${from}`));
  started = Date.now();
  const outcomes = PROGRAMS[language.name].map((program) => language.run(workspace, program));
  console.log(`  synthesized in ${seconds()}`);
  return outcomes;
}

/** What differs from the reference: bytes of a file, or the text of an error. */
function problemsOf(
  language: Language,
  reference: readonly Outcome[],
  outcomes: readonly Outcome[],
): readonly string[] {
  const own = OWN_ERRORS[language.name];
  return outcomes.flatMap((outcome, index) => [
    ...differencesOf(reference[index], outcome),
    ...(PROGRAMS[language.name][index].name === 'features' ? lostErrors(reference[index], outcome, own) : []),
  ]);
}

function test(chosen: readonly Language[], workspace: Workspace): void {
  const reference = outcomesOf(TYPESCRIPT, workspace);
  for (const language of chosen) {
    let problems: readonly string[];
    try {
      problems = problemsOf(language, reference, outcomesOf(language, workspace));
    } catch (error) {
      problems = [(error as Error).message];
    }
    console.log(problems.length === 0 ? '  the same bytes and errors as TypeScript' : `  ${problems.join('\n  ')}`);
    if (problems.length > 0) process.exitCode = 1;
  }
}

const names = process.argv.slice(2).map((name) => name.toLowerCase());
const languages = [PYTHON, JAVA, GO];
const unknown = names.filter((name) => !languages.some((language) => language.name.toLowerCase() === name));
if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: the languages are python, java and go.`);

const place = new Workspace();
try {
  test(names.length === 0 ? languages : languages.filter(({ name }) => names.includes(name.toLowerCase())), place);
} finally {
  place.remove();
}
