import { mkdirSync, symlinkSync } from 'fs';
import { dirname, join } from 'path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { ENGINE, folderOf, LIBRARY, PROVIDER } from './generated';
import { Language } from './language';

/** The reference: the library as it is compiled here, on the packages that are installed here. */
export const TYPESCRIPT: Language = {
  name: 'TypeScript',
  needs: ['node'],
  install: (workspace, programs) => {
    const names = [LIBRARY, ENGINE, PROVIDER, 'constructs'];
    names.forEach((name) => {
      const link = workspace.path('typescript', 'node_modules', name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(folderOf(name), link, 'dir');
    });
    const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 };
    programs.forEach(({ name, source }) =>
      workspace.write(join('typescript', `${name}.js`), transpileModule(source, { compilerOptions }).outputText),
    );
    return names.map((name) => ({ name, from: name === LIBRARY ? 'npm run compile' : 'node_modules' }));
  },
  run: (workspace, { name, files }) =>
    workspace.synthesize(`typescript-${name}`, 'node', [join('typescript', `${name}.js`)], files),
};
