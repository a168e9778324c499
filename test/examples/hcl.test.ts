import { readFileSync } from 'fs';
import { join } from 'path';
import { commandIn, EXAMPLE } from '../support/command-outputs';
import { HclBlock, jsonOfBlock, parseHcl } from '../support/hcl';
import { filesOf, read } from '../support/markdown';
import { AZURERM, schemaViolations } from '../support/provider-schema';
import { TerraformJson } from '../support/synth';
import { terraformJson } from '../support/terraform-files';

const blocks = filesOf('examples/hcl', '.tf').flatMap((file) => parseHcl(read(file)));
const resources = blocks.filter(({ type }) => type === 'resource');
const addressOf = ({ labels: [type, name] }: HclBlock) => `${type}.${name}`;
const accept = ['--accept', 'accept.yaml'];

/** The resources in Terraform's JSON, where blocks of attributes name each of their members. */
function jsonOf(): TerraformJson {
  const resource: Record<string, Record<string, any>> = {};
  for (const block of resources) {
    const [type, name] = block.labels;
    const json = jsonOfBlock(block);
    for (const [key, { type: kind }] of Object.entries(AZURERM.resource_schemas[type]?.attributes ?? {})) {
      if (!json[key] || !Array.isArray(kind) || !Array.isArray(kind[1]) || kind[1][0] !== 'object') continue;
      const absent = Object.fromEntries(Object.keys(kind[1][1]).map((member) => [member, null]));
      json[key] = json[key].map((each: object) => ({ ...absent, ...each }));
    }
    (resource[type] ??= {})[name] = json;
  }
  return { resource };
}

describe('the configuration', () => {
  test('has nothing that the schema of azurerm refuses', () => {
    expect(resources.length).toBeGreaterThan(15);
    expect(schemaViolations(jsonOf())).toEqual([]);
  });

  test('is the one that the plan and the state are of', () => {
    const addresses = resources.map(addressOf).sort();
    const { resource_changes: changes } = terraformJson('hcl/plan.json');
    expect(changes.map(({ address }: any) => address).sort()).toEqual(addresses);
    const { values } = terraformJson('hcl/state.json');
    expect(values.root_module.resources.map(({ address }: any) => address).sort()).toEqual(addresses);
  });

  test('has the values that the plan has', () => {
    const { resources: planned } = terraformJson('hcl/plan.json').planned_values.root_module;
    const json = jsonOf().resource!;
    const differences = planned.flatMap(({ type, name, values }: any) => {
      const { depends_on: _, ...written } = json[type][name];
      return differencesOf(`${type}.${name}`, written, values);
    });
    expect(differences).toEqual([]);
  });

  test('has a description for each variable and output, and a default for each variable', () => {
    const described = blocks.filter(({ type }) => ['variable', 'output'].includes(type));
    expect(described.length).toBeGreaterThan(4);
    expect(described.filter(({ args }) => !args.description)).toEqual([]);
    expect(described.filter(({ type, args }) => type === 'variable' && !args.default)).toEqual([]);
  });
});

/** Where literals of the configuration are not those of the plan. */
function differencesOf(path: string, written: any, planned: any): string[] {
  if (written === '${expression}' || written === null) return [];
  if (Array.isArray(written)) {
    if (!Array.isArray(planned) || planned.length !== written.length) return [path];
    // The plan sorts blocks of a set.
    return written.flatMap((each, index) =>
      planned.some((other) => differencesOf('', each, other).length === 0) ? [] : [`${path}[${index}]`],
    );
  }
  if (typeof written !== 'object') return written === planned ? [] : [path];
  return Object.entries(written).flatMap(([key, value]) => differencesOf(`${path}.${key}`, value, planned?.[key]));
}

describe('the check', () => {
  test.each(['plan.json', 'state.json'])(
    'holds for %s: the app is private, the internet opens nothing',
    async (file) => {
      const { exitCode, stdout } = await commandIn(EXAMPLE, ['check', file, ...accept]);
      expect(exitCode).toBe(0);
      expect(stdout).toContain('0 opened, 0 violated');
      expect(stdout).toMatch(/ServerConnection +allowed privately: app-chat-contoso, .*; denied: internet/);
    },
  );

  test('decides all of the state', async () => {
    const { exitCode, stdout } = await commandIn(EXAMPLE, ['check', 'state.json', ...accept, '--fail-on', 'unknown']);
    expect(stdout).toContain('0 opened, 0 violated, 0 unknown; 1 accepted.');
    expect(exitCode).toBe(0);
  });

  test('warns without the acknowledgement', async () => {
    const { stdout } = await commandIn(EXAMPLE, ['check', 'plan.json']);
    expect(stdout).toMatch(/^Warnings\n {2}SIG5\[Origin::http:\/\/localhost:3000\]/m);
    expect(stdout).toContain('; 1 warning.');
  });

  test('names the line of the configuration', async () => {
    const { stdout } = await commandIn(EXAMPLE, ['check', 'plan.json']);
    const [, file, line] = /SIG5.*\s(\w+\.tf):(\d+)$/m.exec(stdout)!;
    const text = readFileSync(join(EXAMPLE.folder, file), 'utf8').split('\n')[Number(line) - 1];
    expect(text).toBe('resource "azurerm_signalr_service" "main" {');
  });
});

describe('the difference', () => {
  test('of the plan that creates all is what is expected', async () => {
    const { exitCode, stdout } = await commandIn(EXAMPLE, ['diff', 'plan.json', ...accept]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Opens as expected');
    expect(stdout).not.toMatch(/^Opens$/m);
  });

  test('fails where a plan lets servers in from the internet', async () => {
    const plan = terraformJson('hcl/plan.json');
    const list = plan.resource_changes.find(({ type }: any) => type === 'azurerm_signalr_service_network_acl');
    const planned = plan.planned_values.root_module.resources.find(({ address }: any) => address === list.address);
    for (const { public_network } of [list.change.after, planned.values]) {
      public_network[0].allowed_request_types.push('ServerConnection');
    }
    const { exitCode, stdout } = await commandIn(EXAMPLE, ['diff', 'plan.json', ...accept], {
      'plan.json': JSON.stringify(plan),
    });
    expect(exitCode).toBe(1);
    expect(stdout).toContain('ServerConnection from internet to sigr-chat-contoso');
    expect(stdout).toContain('accept.yaml:');
  });
});
