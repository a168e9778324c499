import { execFileSync, spawnSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { thirdParties } from './third-party';

/**
 * Asks npm for known weaknesses of what users install: the peers, in the versions that are tested here, and the packages
 * whose copies come along. In this repository `npm audit --omit=dev` asks nothing, because here the peers are for
 * development.
 */
function audit(folder: string): number {
  const { devDependencies, peerDependencies } = JSON.parse(
    readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8'),
  );
  const peers = Object.keys(peerDependencies).map((name) => [name, devDependencies[name]]);
  const copies = thirdParties().map(({ name, version }) => [name, version]);
  const dependencies = Object.fromEntries([...peers, ...copies]);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  const options = { cwd: folder, stdio: 'inherit' } as const;
  execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'], options);
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  console.log(`npm is asked for ${Object.keys(packages).length - 1} packages.`);
  return spawnSync('npm', ['audit'], options).status ?? 1;
}

const folder = mkdtempSync(join(tmpdir(), 'audit-'));
try {
  process.exitCode = audit(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
