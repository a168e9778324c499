import Ajv from 'ajv';
import { readFileSync } from 'fs';
import { join } from 'path';
import { runCommand } from './support/command';
import { checkFiles } from '../../projenrc/generate/check-files';
import { CATALOGUE } from '../../src/compliance/private/rules/catalogue';

const ROOT = join(__dirname, '..', '..');

describe('explain', () => {
  test.each([
    ['a code', 'dns/not-linked', 'dns/not-linked\n  Means: no zone for the name is linked to the network'],
    ['a code in other letters', ' DNS/Not-Linked ', 'dns/not-linked\n  Means: '],
    ['a code of the library', 'network/cidr', 'network/cidr\n  Means: '],
    ['a rule by its id', 'sig2', 'SIG2 SignalRLocalAuthDisabled (error)\n  Asks for: '],
    ['a rule by its name', 'SignalRLocalAuthDisabled', 'SIG2 SignalRLocalAuthDisabled (error)\n'],
    ['a rule by one of its findings', 'NAC3[Public::ServerConnection]', 'NAC3 SignalRNoPublicServerTraffic (error)\n'],
    [
      'what a rule cites',
      'SIG1',
      '\n  Cites 464a1620-21b5-448d-8ce6-d4ac6d1bc49a 1.0.0: Azure SignalR Service should use ',
    ],
    ['a check that a rule cites', 'SIG1', '\n  Cites CKV_AZURE_196: Ensure that SignalR uses a Paid Sku'],
    ['where a rule differs from what it cites', 'APP5', '\n  Differs from CKV_AZURE_78: Fails an app without '],
    ['a rule of one profile', 'SIG6', ', profile isolated only)\n'],
  ])('shows %s', async (_, asked, expected) => {
    const { exitCode, stdout } = await runCommand(['explain', asked]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(expected);
  });

  test.each(CATALOGUE.map(({ id }) => id))('shows the rule %s', async (id) => {
    expect((await runCommand(['explain', id])).stdout).toMatch(new RegExp(`^${id} `));
  });

  test.each([
    ['dns/linked', 'there is no code or rule dns/linked; there is dns/not-linked'],
    ['toString', 'there is no code or rule toString'],
    ['SIG99', 'there is no code or rule SIG99'],
  ])('knows no %s', async (asked, expected) => {
    expect(await runCommand(['explain', asked])).toMatchObject({
      exitCode: 2,
      stderr: `secure-signalr: ${expected}\n`,
    });
  });
});

describe('what is made of code and documents', () => {
  const files = checkFiles();

  test.each(Object.keys(files))('is current: %s (npm run rules)', (file) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toBe(files[file]);
  });

  test('has a schema that editors can take', () => {
    const schema = JSON.parse(files['schema/accept.schema.json']);
    expect(new Ajv({ strict: false }).validateSchema(schema)).toBe(true);
    expect(schema.$id).toMatch(/\/schema\/accept\.schema\.json$/);
  });
});
