import { readFileSync } from 'fs';
import { join } from 'path';

const read = (file: string) => readFileSync(join(__dirname, '..', file), 'utf8');
const manifest = JSON.parse(read('package.json'));

describe('package.json', () => {
  test('leaves no version open', () => {
    const versions = Object.entries({ ...manifest.devDependencies, ...manifest.peerDependencies });
    expect(versions.length).toBeGreaterThan(20);
    expect(versions.filter(([, version]) => version === '*')).toEqual([]);
  });

  test('brings one package along, which it bundles: users have the peers already', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['@dagrejs/dagre']);
    expect(manifest.bundledDependencies).toEqual(['@dagrejs/dagre']);
    expect(Object.keys(manifest.peerDependencies)).toEqual(['@cdktf/provider-azurerm', 'cdktf', 'constructs']);
  });
});

test('package-lock.json names no registry host', () => {
  const locked = Object.values<{ resolved?: string }>(JSON.parse(read('package-lock.json')).packages);
  expect(locked.length).toBeGreaterThan(100);
  expect(locked.filter(({ resolved }) => resolved && !resolved.startsWith('https://registry.npmjs.org/'))).toEqual([]);
});
