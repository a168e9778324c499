import { deepStrictEqual } from 'assert';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Edition, Project, projectOf } from './project';
import { rewriteSource } from './rewrite';

const ROOT = join(__dirname, '..', '..');
const EDITIONS: readonly Edition[] = [
  { engine: 'cdktf', folder: ROOT, rewrite: (source) => source },
  { engine: 'cdktn', folder: join(ROOT, 'dist', 'cdktn'), rewrite: rewriteSource },
];

/** Uses the tarball of an edition in a project of its own, outside of the repository and all that is installed in it. */
function used(edition: Edition): Project {
  const folder = mkdtempSync(join(tmpdir(), `${edition.engine}-`));
  try {
    return projectOf(edition, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const projects = EDITIONS.map((edition) => {
  const { stacks, ...figures } = used(edition);
  console.log(edition.engine, { ...figures, stacks: Object.keys(stacks).length });
  const { engine } = edition;
  deepStrictEqual(figures.installed, [`@${engine}/provider-azurerm`, engine, 'constructs']);
  return stacks;
});
deepStrictEqual(projects[1], projects[0]);
console.log('Both synthesize the same Terraform JSON, but for the version of azurerm.');
