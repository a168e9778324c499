import { join } from 'path';
import { CWD, runCommand } from './support/command';
import { estate } from './support/estates';
import { modelOf } from './support/json-source';
import { Io } from '../../src/check/private/io';
import { SourcePlaces } from '../../src/check/private/source-places';
import { ModelResource } from '../../src/model/model-resource';

const ROOT = `
module "app" {
  for_each = toset(["web"])
  source   = "./modules/app"
}

module "registry" {
  source = "Azure/avm-res-web-site/azurerm"
}

data "azurerm_subnet" "main" {}
  resource "azurerm_subnet" "indented" {
  }
output "hostname" {
}
`;
const APP = `resource "azurerm_linux_web_app" "this" {}

module "network" {
  source = "../network"
}
`;
const FILES: Readonly<Record<string, string>> = {
  'infra/main.tf': ROOT,
  'infra/modules/app/main.tf': APP,
  'infra/modules/network/main.tf': '\n\nresource "azurerm_subnet" "app" {}\n',
  'elsewhere/main.tf': '\nresource "azurerm_linux_web_app" "this" {}\n',
};

const io = {
  cwd: CWD,
  env: {},
  readFile: (path: string) => Buffer.from(FILES[path.slice(CWD.length + 1)]),
  readFolder: (path: string) => {
    const names = Object.keys(FILES).map((name) => join(CWD, name));
    const below = names.filter((name) => name.startsWith(`${path}/`));
    return below.map((name) => name.slice(path.length + 1).split('/')[0]);
  },
} as unknown as Io;

const INPUTS = [
  { name: 'hub.state.json', text: '' },
  { name: 'out/stacks/spoke/cdk.tf.json', text: '' },
];

/** Where what has an address stands, as `FILE:LINE`. */
function placeOf(address: string, sources?: ReadonlyMap<string, string>, stack = ''): string {
  const { file, line } = new SourcePlaces(io, INPUTS, sources, 'infra').of({
    place: { address, stack },
  } as unknown as ModelResource);
  return line === undefined ? file : `${file}:${line}`;
}

describe('a resource stands', () => {
  test.each([
    ['data.azurerm_subnet.main', 'infra/main.tf:11'],
    ['azurerm_subnet.indented', 'infra/main.tf:12'],
    ['azurerm_subnet.indented[0]', 'infra/main.tf:12'],
    ['output.hostname', 'infra/main.tf:14'],
    ['module.app["web"].azurerm_linux_web_app.this', 'infra/modules/app/main.tf:1'],
    ['module.app["a.b]\\"["].azurerm_linux_web_app.this["x.y"]', 'infra/modules/app/main.tf:1'],
    ['module.app["web"].module.network.azurerm_subnet.app', 'infra/modules/network/main.tf:3'],
  ])('in its block: %s', (address, expected) => {
    expect(placeOf(address)).toBe(expected);
  });

  test.each([
    ['whose block is not found', 'azurerm_subnet.other', '', 'hub.state.json'],
    ['of a module that is not here', 'module.registry.azurerm_subnet.app', '', 'hub.state.json'],
    ['of a part with a label', 'azurerm_subnet.other', 'spoke', 'out/stacks/spoke/cdk.tf.json'],
  ])('in the file that was read: one %s', (_, address, stack, expected) => {
    expect(placeOf(address, undefined, stack)).toBe(expected);
  });

  test('in the folder that the plan names', () => {
    const sources = new Map([['module.app', '../elsewhere']]);
    expect(placeOf('module.app["web"].azurerm_linux_web_app.this', sources)).toBe('elsewhere/main.tf:2');
  });
});

test('reports name the lines', async () => {
  const files = {
    'plan.json': JSON.stringify(estate()),
    'infra/main.tf': '\n\nresource "azurerm_signalr_service" "chat" {\n}\n',
  };
  const { written } = await runCommand(['check', 'plan.json', '--out', 'out', '--root', 'infra'], { files });
  const { results } = JSON.parse(written['/repo/out/compliance.sarif']).runs[0];
  const places = results.map(({ ruleId, locations: [{ physicalLocation }] }: any) =>
    [ruleId, physicalLocation.artifactLocation.uri, physicalLocation.region.startLine].join(' '),
  );
  expect(places).toContain('SIG5 infra/main.tf 3');
  expect(places).toContain('APP7 plan.json 1');
});

test('a model without constructs is what the tests judge', () => {
  expect(
    modelOf(estate())
      .resources('azurerm_signalr_service')
      .map(({ path }) => path),
  ).toEqual(['azurerm_signalr_service.chat']);
});
