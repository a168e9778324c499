import { spawnSync } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';
import { ENGINE, generated, LIBRARY, pacmak, PROVIDER, ROOT } from './generated';
import { GENERATED, Language, Origin, SERVED } from './language';
import { Workspace } from './workspace';

/** A Go module that a project needs: its path and version in `go.mod`, and its folder among generated sources. */
interface Module {
  readonly name: string;
  readonly path: string;
  readonly version: string;
  readonly folder: string;
}

function moduleOf(name: string, manifest: string, pattern: RegExp, folder: string): Module {
  const [, path, version] = pattern.exec(manifest) ?? [];
  if (!path) throw new Error(`go.mod requires no module of ${name}.`);
  return { name, path, version, folder };
}

/** Takes a module from the proxy, or has the project take it from generated sources. */
function required(workspace: Workspace, { name, path, version, folder }: Module): Origin {
  const served = spawnSync('go', ['mod', 'download', `${path}@${version}`], { cwd: workspace.folder });
  if (served.status === 0) return { name, from: SERVED };
  const replacement = `${path}=${join(generated(name, 'go'), folder)}`;
  workspace.run('go', ['-C', 'go', 'mod', 'edit', `-replace=${replacement}`]);
  return { name, from: GENERATED };
}

/** Has a project replace the library by its generated sources, by the `go.mod` of the documentation. */
export const GO: Language = {
  name: 'Go',
  needs: ['go'],
  install: (workspace, programs) => {
    pacmak(LIBRARY, workspace.path('dist'), ['go'], true);
    const manifest = readFileSync(join(ROOT, 'test', 'languages', 'go', 'go.mod'), 'utf8');
    workspace.write(join('go', 'go.mod'), manifest);
    programs.forEach(({ name, source }) => workspace.write(join('go', name, 'main.go'), source));
    const origins = [
      moduleOf(ENGINE, manifest, /^\t(\S+\/cdktf) (\S+)$/m, 'cdktf'),
      moduleOf(PROVIDER, manifest, /^\t(\S+\/azurerm\/v\d+) (\S+)$/m, 'azurerm'),
    ].map((module) => required(workspace, module));
    workspace.run('go', ['-C', 'go', 'mod', 'tidy']);
    workspace.run('go', ['-C', 'go', 'build', '-o', 'bin/', './...']);
    return [{ name: LIBRARY, from: 'jsii-pacmak' }, ...origins];
  },
  run: (workspace, { name, files }) => workspace.synthesize(`go-${name}`, join('go', 'bin', name), [], files),
};
