import {
  rewriteConfiguration,
  rewriteFile,
  rewriteManifest,
  rewriteReadme,
  rewriteSource,
} from '../../projenrc/engines/rewrite';

describe('source of the edition for CDK Terrain', () => {
  test.each([
    ["import { App } from 'cdktf';", "import { App } from 'cdktn';"],
    ['export * from "cdktf";', 'export * from "cdktn";'],
    ["import 'cdktf';", "import 'cdktn';"],
    ["import cdktf = require('cdktf');", "import cdktf = require('cdktn');"],
    ["await import('cdktf/lib/app')", "await import('cdktn/lib/app')"],
    ["require.resolve('cdktf')", "require.resolve('cdktn')"],
    [
      "import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';",
      "import { Subnet } from '@cdktn/provider-azurerm/lib/subnet';",
    ],
    ["import { core } from 'cdktf-azure-secure-signalr';", "import { core } from 'cdktn-azure-secure-signalr';"],
    [
      "import {\n  core,\n  signalr,\n} from\n  'cdktf-azure-secure-signalr/lib/core';",
      "import {\n  core,\n  signalr,\n} from\n  'cdktn-azure-secure-signalr/lib/core';",
    ],
    ["expect(name).toBe('cdktf-azure-secure-signalr');", "expect(name).toBe('cdktn-azure-secure-signalr');"],
    ["['@cdktf/provider-azurerm', 'cdktf', 'constructs']", "['@cdktn/provider-azurerm', 'cdktn', 'constructs']"],
    ["type === 'cdktf.TerraformResource'", "type === 'cdktn.TerraformResource'"],
    ["module: 'cdktf_azure_secure_signalr'", "module: 'cdktn_azure_secure_signalr'"],
    ["'io.github.cdktf_azure_secure_signalr'", "'io.github.cdktn_azure_secure_signalr'"],
    ["'CdktfAzureSecureSignalR.SignalR'", "'CdktnAzureSecureSignalR.SignalR'"],
    [
      "'github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr-go'",
      "'github.com/cdktf-azure-secure-signalr/cdktn-azure-secure-signalr-go'",
    ],
  ])('%s is for CDK Terrain', (source, rewritten) => {
    expect(rewriteSource(source)).toBe(rewritten);
  });

  test.each([
    "import { App } from 'cdktn';",
    "import { cdktf } from './cdktf';",
    "import { App } from 'cdktf-local-exec';",
    "import { AwsProvider } from '@cdktf/provider-aws';",
    "type === '@cdktf/warn'",
    "join(folder, 'cdktf.out')",
    "readFileSync('cdktf.json')",
    "Symbol.for('cdktf/TerraformStack')",
    "groupId: 'io.github.cdktf-azure-secure-signalr'",
    "'https://github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr'",
    "// What comes from 'outside of cdktf' is unknown; import is what cdktf cannot do.",
    '// cdktf takes the whole stack for each token.',
    'process.env.CDKTF_OUTDIR',
  ])('%s stays as it is', (source) => {
    expect(rewriteSource(source)).toBe(source);
  });
});

test('configurations have the name of the library where it is a whole text or a pattern of it', () => {
  expect(
    rewriteConfiguration('{ "^cdktf-azure-secure-signalr$": "src", "cdktf-azure-secure-signalr": ["cdktf"] }'),
  ).toBe('{ "^cdktn-azure-secure-signalr$": "src", "cdktn-azure-secure-signalr": ["cdktf"] }');
  const comment = '{ "//": "of cdktf-azure-secure-signalr" }';
  expect(rewriteConfiguration(comment)).toBe(comment);
});

test('the manifest names the edition, its engine and its names in other languages, and keeps the rest', () => {
  const manifest = {
    name: 'cdktf-azure-secure-signalr',
    version: '1.2.3',
    description: 'CDKTF constructs for Azure SignalR Service',
    keywords: ['azure', 'cdktf', 'terraform'],
    bin: { 'cdktf-azure-secure-signalr': 'bin/secure-signalr', 'secure-signalr': 'bin/secure-signalr' },
    repository: { url: 'https://github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr.git' },
    devDependencies: { '@cdktf/provider-azurerm': '14.23.1', cdktf: '0.21.0', constructs: '10.6.0', jest: '^30' },
    peerDependencies: { '@cdktf/provider-azurerm': '^14.23.1', cdktf: '^0.21.0', constructs: '^10.6.0' },
    dependencies: { yaml: '^2' },
    jsii: {
      outdir: 'dist',
      targets: {
        python: { distName: 'cdktf-azure-secure-signalr', module: 'cdktf_azure_secure_signalr' },
        dotnet: { namespace: 'CdktfAzureSecureSignalR' },
        java: { maven: { groupId: 'io.github.cdktf-azure-secure-signalr', artifactId: 'cdktf-azure-secure-signalr' } },
        go: { moduleName: 'github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr-go' },
      },
    },
  };
  expect(rewriteManifest(manifest)).toEqual({
    ...manifest,
    name: 'cdktn-azure-secure-signalr',
    description: 'CDK Terrain constructs for Azure SignalR Service',
    keywords: ['azure', 'cdktn', 'terraform'],
    bin: { 'cdktn-azure-secure-signalr': 'bin/secure-signalr', 'secure-signalr': 'bin/secure-signalr' },
    devDependencies: { '@cdktn/provider-azurerm': '16.1.0', cdktn: '0.24.0', constructs: '10.6.0', jest: '^30' },
    peerDependencies: {
      '@cdktn/provider-azurerm': '^16.1.0',
      cdktn: '>=0.23.0 <0.25.0',
      constructs: '^10.6.0',
    },
    jsii: {
      outdir: 'dist',
      targets: {
        python: { distName: 'cdktn-azure-secure-signalr', module: 'cdktn_azure_secure_signalr' },
        dotnet: { namespace: 'CdktnAzureSecureSignalR' },
        java: { maven: { groupId: 'io.github.cdktf-azure-secure-signalr', artifactId: 'cdktn-azure-secure-signalr' } },
        go: { moduleName: 'github.com/cdktf-azure-secure-signalr/cdktn-azure-secure-signalr-go' },
      },
    },
  });
});

describe('README.md of the edition', () => {
  test.each([
    ['# cdktf-azure-secure-signalr', '# cdktn-azure-secure-signalr'],
    ['Constructs for [CDK for Terraform](https://example.com/cdk).', 'Constructs for [CDK Terrain](https://cdktn.io).'],
    ["import { core } from 'cdktf-azure-secure-signalr';", "import { core } from 'cdktn-azure-secure-signalr';"],
    [
      'npm install cdktf@0.21 @cdktf/provider-azurerm@14.23.1 cdktf-azure-secure-signalr',
      'npm install cdktn@0.24 @cdktn/provider-azurerm@16.1.0 cdktn-azure-secure-signalr',
    ],
    ['the CDKTF CLI (`npm i -g cdktf-cli@0.21`).', 'the CDK Terrain CLI (`npm i -g cdktn-cli@0.24`).'],
    ['./cdktf-azure-secure-signalr-0.1.0.tgz', './cdktn-azure-secure-signalr-0.1.0.tgz'],
    ['its peer is `cdktf`', 'its peer is `cdktn`'],
    ['run `cdktf deploy` twice', 'run `cdktn deploy` twice'],
    ['npx cdktf synth', 'npx cdktn synth'],
  ])('%s', (line, rewritten) => {
    expect(rewriteReadme(line)).toBe(rewritten);
  });

  test.each([
    '`cdktf-azure-secure-signalr` is for cdktf 0.21, `cdktn-azure-secure-signalr` for CDK Terrain',
    'https://github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr/issues',
    '[backend](https://developer.hashicorp.com/terraform/cdktf/concepts/remote-backends)',
    'cdktf.out holds what cdktf.json asked for, and CDKTF_OUTDIR changes it',
    'Terraform JSON for `hashicorp/azurerm` 4.55 and later 4.x',
  ])('keeps %s', (line) => {
    expect(rewriteReadme(line)).toBe(line);
  });
});

describe('files of the edition', () => {
  const source = "import { App } from 'cdktf';";
  const configuration = '{ "namespace": "CdktfAzureSecureSignalR.SignalR" }';

  test.each([
    ['src/core/index.ts', source, "import { App } from 'cdktn';"],
    ['docs/governance.md', `${source} // 'cdktf'`, "import { App } from 'cdktn'; // 'cdktf'"],
    ['README.md', '# cdktf-azure-secure-signalr', '# cdktn-azure-secure-signalr'],
    ['a.snap', '"features": {\n  },\n"version": "4.55.0"', '"features": {},\n"version": "4.73.0"'],
    ['jest.config.json', '"^cdktf-azure-secure-signalr$"', '"^cdktn-azure-secure-signalr$"'],
    ['tsconfig.dev.json', '"cdktf-azure-secure-signalr"', '"cdktn-azure-secure-signalr"'],
    ['src/signalr/.jsiirc.json', configuration, '{ "namespace": "CdktnAzureSecureSignalR.SignalR" }'],
  ])('%s is rewritten', (file, text, rewritten) => {
    expect(rewriteFile(file, () => text)).toBe(rewritten);
  });

  test.each([
    ['test/engines/rewrite.test.ts', 'tells of both engines'],
    ['docs/engines.md', 'tells of both engines'],
    ['docs/decisions/two-engines.md', 'tells of both engines'],
    ['src/compliance/private/formats/sarif.ts', 'names the tool, so that findings are known again on the other engine'],
    ['package-lock.json', 'is that of the tools'],
    ['docs/images/connectivity.png', 'is no text'],
  ])('%s stays as it is: it %s', (file) => {
    expect(rewriteFile(file, () => source)).toBeUndefined();
  });
});
