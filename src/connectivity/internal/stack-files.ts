import { mkdirSync, writeFileSync } from 'fs';
import { basename, dirname, join } from 'path';
import { App, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { isInTree, registry } from '../../core/internal/registry';
import { Violations } from '../../core/internal/violations';

/** Without a dot, which could make it `cdk.tf.json`, and without a folder. */
const FILE_NAME = /^[\w-]{1,200}$/;

/**
 * The paths of files that a construct writes next to its synthesized stack.
 *
 * @throws `connectivity/file-name`, `connectivity/duplicate-file`
 */
export function stackFiles(construct: IConstruct, fileName: string, extensions: readonly string[]): string[] {
  requireFileName(construct, fileName);
  const folder = folderOf(construct);
  const paths = extensions.map((extension) => join(folder, `${fileName}.${extension}`));
  refuseSecond(construct, paths, 'fileName');
  return paths;
}

/**
 * The path of a folder that a construct writes next to its synthesized stack.
 *
 * @throws `connectivity/file-name`, `connectivity/duplicate-file`
 */
export function stackFolder(construct: IConstruct, folderName: string): string {
  if (!FILE_NAME.test(folderName)) {
    new Violations(construct).refuse(
      'connectivity/file-name',
      `folderName "${folderName}" is not made of 1 to 200 letters, digits, - and _; the folder is written next to the stack`,
    );
  }
  const path = join(folderOf(construct), folderName);
  refuseSecond(construct, [path], 'folderName');
  return path;
}

/** Writes a file next to a stack, also where cdktf has not written the stack yet. */
export function writeStackFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function folderOf(construct: IConstruct): string {
  return join(App.of(construct).outdir, 'stacks', TerraformStack.of(construct).node.id);
}

function requireFileName(file: IConstruct, fileName: string): void {
  if (FILE_NAME.test(fileName)) return;
  new Violations(file).refuse(
    'connectivity/file-name',
    `fileName "${fileName}" is not made of 1 to 200 letters, digits, - and _; the report is written next to the stack, and each format adds its extension`,
  );
}

/** Each would write over the other's, whichever is synthesized last. */
function refuseSecond(file: IConstruct, paths: readonly string[], option: 'fileName' | 'folderName'): void {
  const violations = new Violations(file);
  paths.forEach((path) => {
    const files = registry<IConstruct>(file, 'files beside stacks');
    const owner = files.get(path.toLowerCase());
    if (!owner || !isInTree(owner)) {
      files.set(path.toLowerCase(), file);
    } else {
      const message = `${owner.node.path} writes ${basename(path)} of this stack already; give one of them another ${option}`;
      violations.add('connectivity/duplicate-file', message);
    }
  });
  violations.throwIfAny();
}
