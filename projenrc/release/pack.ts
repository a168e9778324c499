import { execFileSync } from 'child_process';
import { createHash } from 'crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** The version of a checkout; a release sets another one before it compiles. */
export const UNRELEASED = '0.0.0';

/**
 * Packs a compiled edition of the library into a folder, and returns the name of the tarball.
 *
 * npm installs no tarball whose version is installed already. What is packed of a checkout therefore has the commit in its
 * version, and where files are not committed also a digest of what is packed.
 */
export function packVersioned(edition: string, destination: string): string {
  mkdirSync(destination, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(edition, 'package.json'), 'utf8'));
  if (version !== UNRELEASED) return pack(edition, destination);
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  try {
    const plain = join(folder, pack(edition, folder));
    execFileSync('tar', ['-xzf', plain, '-C', folder]);
    const stamped = versionOf(edition, readFileSync(plain));
    for (const file of ['package.json', '.jsii']) setVersion(join(folder, 'package', file), stamped);
    return pack(join(folder, 'package'), destination);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function pack(folder: string, destination: string): string {
  const options = ['--silent', '--ignore-scripts', '--pack-destination', destination];
  return execFileSync('npm', ['pack', ...options], { cwd: folder, encoding: 'utf8' }).trim();
}

function versionOf(checkout: string, tarball: Buffer): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: checkout, encoding: 'utf8' }).trim();
  const version = `${UNRELEASED}-dev.${git('rev-parse', '--short=12', 'HEAD')}`;
  if (git('status', '--porcelain') === '') return version;
  return `${version}.changed-${createHash('sha256').update(tarball).digest('hex').slice(0, 12)}`;
}

function setVersion(file: string, version: string): void {
  const json = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, `${JSON.stringify({ ...json, version }, undefined, 2)}\n`);
}
