import { spawnSync } from 'child_process';

/** The blocks of commands in a runbook. */
export function blocksOf(runbook: string): string[] {
  return [...runbook.matchAll(/^```sh\n([^]*?)\n```$/gm)].map(([, block]) => block);
}

/** What bash says of the commands of a runbook, without running them; empty where it takes them. */
export function syntaxErrors(runbook: string): string {
  return spawnSync('bash', ['-n'], { input: `${blocksOf(runbook).join('\n')}\n`, encoding: 'utf8' }).stderr;
}

/** The variables that the commands of a runbook use, and do not set. */
export function unsetVariables(runbook: string): string[] {
  const blocks = blocksOf(runbook).join('\n');
  const set = [...blocks.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);
  const used = [...blocks.matchAll(/\$([A-Z][A-Z0-9_]*)/g)].map(([, name]) => name);
  return [...new Set(used)].filter((name) => !set.includes(name));
}

/** The words in capitals that a reader would have to replace; not variables, comments, queries and values of Azure. */
export function placeholders(runbook: string): string[] {
  const code = blocksOf(runbook)
    .join('\n')
    .replace(/^#.*$/gm, '')
    .replace(/^([A-Z][A-Z0-9_]*)=/gm, '')
    .replace(/\$[A-Z][A-Z0-9_]*/g, '')
    .replace(/'[^'\n]*'/g, '');
  return [...code.matchAll(/(?<![\w-])[A-Z][A-Z_]{2,}(?![\w-])/g)].map(([word]) => word);
}
