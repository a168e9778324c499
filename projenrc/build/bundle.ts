import { readFileSync, rmSync, writeFileSync } from 'fs';
import { createRequire } from 'module';
import { join } from 'path';
import { buildSync } from 'esbuild';
import { keepReachedDeclarations } from './declarations';
import { lazyIndex, loadLazily, scriptsIn } from './lazy-loading';
import { SUBMODULES } from '../lint/layers';

const ROOT = join(__dirname, '..', '..');

/**
 * Puts the scripts of the library, and of the packages that come along, into one, and keeps of the others the index of
 * the root and of each layer: Node.js takes more time to find hundreds of small files than to run them.
 *
 * What was a file is a function in the bundle, which runs when it is first needed. The command has a bundle of its own.
 */
function bundle(lib: string, layers: readonly string[]): void {
  const { peerDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const outfile = join(lib, 'bundle.js');
  buildSync({
    entryPoints: [join(lib, 'index.js')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: Object.keys(peerDependencies),
    legalComments: 'none',
    // A quarter of it is blanks and comments. Lines stay short, since the positions of errors point into them.
    minifyWhitespace: true,
    lineLimit: 120,
  });
  const check = join(lib, 'check.js');
  buildSync({
    entryPoints: [join(lib, 'check', 'process.js')],
    outfile: check,
    bundle: true,
    platform: 'node',
    target: 'node20',
    legalComments: 'none',
    // Nobody imports it, so only its size counts; names stay for what errors say.
    minifyWhitespace: true,
    minifySyntax: true,
  });
  for (const file of scriptsIn(lib)) {
    if (![outfile, check].includes(file)) rmSync(file);
  }
  const root = createRequire(__filename)(outfile);
  const writeIndex = (folder: string, module: object, loaded: string) => {
    const exported = Object.keys(module).map((name) => ({ name, value: `${loaded}.${name}` }));
    writeFileSync(join(folder, 'index.js'), lazyIndex(exported));
  };
  writeIndex(lib, root, 'require("./bundle")');
  layers.forEach((layer) => writeIndex(join(lib, layer), root[layer], `require("../bundle").${layer}`));
}

const lib = join(ROOT, 'lib');
loadLazily(lib, SUBMODULES);
bundle(lib, SUBMODULES);
keepReachedDeclarations(lib);
