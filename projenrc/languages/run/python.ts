import { readFileSync } from 'fs';
import { join } from 'path';
import { LIBRARY, manifestOf, pacmak, ROOT } from './generated';
import { Language, SERVED } from './language';

/** Installs the wheel of the library by the `requirements.txt` of the documentation into a virtual environment. */
export const PYTHON: Language = {
  name: 'Python',
  needs: ['python3'],
  install: (workspace, programs) => {
    pacmak(LIBRARY, workspace.path('dist'), ['python'], false);
    const requirements = readFileSync(join(ROOT, 'test', 'languages', 'python', 'requirements.txt'), 'utf8');
    workspace.write(join('python', 'requirements.txt'), requirements);
    programs.forEach(({ name, source }) => workspace.write(join('python', `${name}.py`), source));
    workspace.run('python3', ['-m', 'venv', join('python', '.venv')]);
    // The paths in the file are those of the folder it is in.
    const pip = `cd python && .venv/bin/pip install --quiet --disable-pip-version-check -r requirements.txt`;
    workspace.run('sh', ['-c', pip]);
    const ours = { name: LIBRARY, from: `the wheel ${manifestOf(LIBRARY).version} of jsii-pacmak` };
    const others = requirements.split('\n').filter((line) => line.includes('=='));
    return [ours, ...others.map((name) => ({ name, from: SERVED }))];
  },
  run: (workspace, { name, files }) =>
    workspace.synthesize(
      `python-${name}`,
      join('python', '.venv', 'bin', 'python'),
      [join('python', `${name}.py`)],
      files,
    ),
};
