import { readdirSync, statSync } from 'fs';
import { join } from 'path';
import { Testing } from 'cdktf';
import { STACKS } from '../examples/stacks';
import { schemaViolations } from './support/provider-schema';

const EXAMPLES = join(__dirname, '..', 'examples');

describe('examples', () => {
  test('are all in the list of stacks', () => {
    const folders = readdirSync(EXAMPLES).filter((name) => statSync(join(EXAMPLES, name)).isDirectory());
    expect(Object.keys(STACKS).sort()).toEqual(folders.sort());
  });

  test.each(Object.entries(STACKS))('%s is accepted by the schema of azurerm 4.55', (name, Stack) => {
    const json = JSON.parse(Testing.synth(new Stack(Testing.app(), name), true));
    expect(Object.keys(json.resource).length).toBeGreaterThan(0);
    expect(schemaViolations(json)).toEqual([]);
  });
});
