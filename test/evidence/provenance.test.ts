import { provenanceProblems } from '../../src/evidence/internal/provenance-problems';
import { lockedVersions, versionsOf } from '../../src/evidence/internal/versions';

const codesOf = (provenance: object) => provenanceProblems(provenance).map(({ code }) => code);

describe('a provenance', () => {
  test.each([
    [{}],
    [{ commit: '8f14e45fceea167a5a36dedd4bea2543', pipeline: 'https://github.com/contoso/chat/actions/runs/17' }],
    [{ time: '2026-01-31T12:00:00Z' }],
    [{ time: '2028-02-29T23:59:59.123+05:30' }],
    [{ time: '2026-01-31T12:00-08:00' }],
  ])('may be %j', (provenance) => {
    expect(provenanceProblems(provenance)).toEqual([]);
  });

  test.each(['', ' ', 'a\nb', 'a\u2028b', 'x'.repeat(501), '${TfToken[TOKEN.7]}', '${var.commit}'])(
    'refuses the commit %j',
    (commit) => {
      expect(provenanceProblems({ commit })).toEqual([
        {
          code: 'evidence/provenance-text',
          message:
            'commit is not one line of 1 to 500 characters that are known at synth; give text such as a commit hash or the address of a run',
        },
      ]);
    },
  );

  test.each([
    '2026-01-31',
    '2026-01-31T12:00:00',
    '2026-02-30T12:00:00Z',
    '2026-13-01T12:00:00Z',
    '2026-01-31T25:00:00Z',
    '31.1.2026',
    '',
  ])('refuses the time %j', (time) => {
    expect(provenanceProblems({ time })).toEqual([
      {
        code: 'evidence/provenance-time',
        message: 'time is not a date and time with a time zone; use ISO 8601, such as 2026-01-31T12:00:00Z',
      },
    ]);
  });

  test('refuses a secret without repeating it, and reports all problems', () => {
    const pipeline = 'https://ci:hunter2hunter2@ci.contoso.com/runs/17';
    const [problem] = provenanceProblems({ pipeline });
    expect(problem).toEqual({
      code: 'evidence/provenance-secret',
      message: 'pipeline holds a password in an address; leave the secret out',
    });
    expect(codesOf({ pipeline, commit: '', time: 'now' })).toEqual([
      'evidence/provenance-text',
      'evidence/provenance-secret',
      'evidence/provenance-time',
    ]);
  });
});

describe('versions', () => {
  test('are those of a plan: Terraform, and the providers of all modules, each once', () => {
    const azurerm = { name: 'azurerm', full_name: 'registry.terraform.io/hashicorp/azurerm' };
    const plan = {
      terraform_version: '1.9.8',
      configuration: {
        provider_config: {
          azurerm: { ...azurerm, version_constraint: '~> 4.55' },
          'azurerm.hub': { ...azurerm, alias: 'hub' },
          'module.dns:azurerm': { ...azurerm, module_address: 'module.dns', version_constraint: '>= 4.0' },
          'module.dns:random': { name: 'random', full_name: 'registry.terraform.io/hashicorp/random' },
        },
      },
    };
    const source = azurerm.full_name;
    expect(versionsOf(plan)).toEqual({
      terraform: '1.9.8',
      providers: [
        { name: 'azurerm', source, constraint: '>= 4.0' },
        { name: 'azurerm', source, constraint: '~> 4.55' },
        { name: 'random', source: 'registry.terraform.io/hashicorp/random' },
      ],
    });
  });

  test('are those of a synthesized stack', () => {
    const stack = {
      '//': { metadata: { version: '0.21.0' } },
      terraform: {
        required_version: '>= 1.5',
        required_providers: { azurerm: { source: 'azurerm', version: '4.55.0' }, random: '~> 3.6' },
      },
    };
    expect(versionsOf(stack)).toEqual({
      synthesizer: '0.21.0',
      requiredTerraform: '>= 1.5',
      providers: [
        { name: 'azurerm', source: 'azurerm', constraint: '4.55.0' },
        { name: 'random', constraint: '~> 3.6' },
      ],
    });
  });

  test('are those of a state, and none where nothing says any', () => {
    expect(versionsOf({ format_version: '1.0', terraform_version: '1.5.0' })).toEqual({ terraform: '1.5.0' });
    expect(versionsOf({ terraform: [], configuration: 'x' })).toEqual({});
  });

  test('are those of a lock file, in any lines', () => {
    const lock = `# This file is maintained automatically by "terraform init".
provider "registry.terraform.io/hashicorp/random" {
  version = "3.6.3"
  hashes = [
    "h1:abc=",
  ]
}

provider "registry.terraform.io/hashicorp/azurerm" {
  version     = "4.55.0"
  constraints = ">= 4.55.0, < 5.0.0"
  hashes = [
    "h1:def=",
    "zh:012",
  ]
}
`;
    const providers = [
      {
        name: 'azurerm',
        source: 'registry.terraform.io/hashicorp/azurerm',
        constraint: '>= 4.55.0, < 5.0.0',
        version: '4.55.0',
      },
      { name: 'random', source: 'registry.terraform.io/hashicorp/random', version: '3.6.3' },
    ];
    expect(lockedVersions(lock)).toEqual({ providers });
    expect(lockedVersions(lock.replace(/\n/g, '\r\n'))).toEqual({ providers });
  });
});
