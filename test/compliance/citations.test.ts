import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { citedIds, compare, readCopy } from '../../projenrc/generate/citations';
import { CITATIONS, Citations } from '../../src/compliance/private/citations';
import { AppServicePolicies, PolicyDefinition, SignalRPolicies } from '../../src/governance';

const TODAY = '2026-11-30';
const GUIDS = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`);
const [MAJOR, MINOR, SAME, DEPRECATED, RENAMED, GONE] = GUIDS;
const FOLDER = 'built-in-policies/policyDefinitions';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A git repository with files in one commit, without a work tree if asked. */
function repository(files: Readonly<Record<string, unknown>>, isBare: boolean = false): string {
  const folder = mkdtempSync(join(tmpdir(), 'citations-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  const date = '2026-04-29T09:04:03Z';
  const names = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...names, ...args], { env, stdio: 'pipe' });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Definitions');
  return isBare ? join(folder, '.git') : folder;
}

function policy(name: string, displayName: string, version: string, metadata: object = {}) {
  return { name, properties: { displayName, metadata: { version, ...metadata } } };
}

function citations(policies: Citations['policies']['entries'], checkov: Citations['checkov']['entries'] = {}) {
  const source = { repository: 'owner/name', commit: 'old', committed: '2026-01-01', read: '2026-01-02' };
  return { policies: { ...source, entries: policies }, checkov: { ...source, entries: checkov } };
}

const DEFINITIONS = {
  [`${FOLDER}/SignalR/Major.json`]: policy(MAJOR, 'Major', '2.0.0'),
  [`${FOLDER}/SignalR/Minor.json`]: policy(MINOR, 'Minor', '1.3.0'),
  // Some files begin with a byte order mark, and some names have capitals.
  [`${FOLDER}/Key Vault/Same.json`]: `\uFEFF${JSON.stringify(policy(SAME.toUpperCase(), 'Same', '1.0.0'))}`,
  [`${FOLDER}/SignalR/Deprecated.json`]: policy(DEPRECATED, '[Deprecated]: Old', '1.0.0-deprecated'),
  [`${FOLDER}/SignalR/Renamed.json`]: policy(RENAMED, 'After', '1.0.1'),
  [`${FOLDER}/Azure Government/Same.json`]: policy(SAME, 'Another', '9.0.0'),
  [`${FOLDER}/SignalR/README.md`]: 'Not a definition.',
};

const TABLE = citations({
  [MAJOR]: { name: 'Major', version: '1.9.9' },
  [MINOR]: { name: 'Minor', version: '1.2.0' },
  [SAME]: { name: 'Same', version: '1.0.0' },
  [DEPRECATED]: { name: 'Old', version: '1.0.0' },
  [RENAMED]: { name: 'Before', version: '1.0.0' },
  [GONE]: { name: 'Gone', version: '1.0.0' },
});

describe('citations', () => {
  test.each([false, true])('that differ from a repository are reported by what changed (bare: %s)', (isBare) => {
    const copy = readCopy(repository(DEFINITIONS, isBare));
    const { lines, agrees, updatedAgrees } = compare(TABLE, { policies: GUIDS, checkov: [] }, [copy], TODAY);
    expect(lines).toEqual([
      `policies: 6 cited, compared with commit ${copy.commit} of 2026-04-29`,
      `  ${MAJOR} Major: version 1.9.9 is now 2.0.0 (major)`,
      `  ${MINOR} Minor: version 1.2.0 is now 1.3.0 (minor)`,
      `  ${DEPRECATED} Old: deprecated`,
      `  ${DEPRECATED} Old: renamed to [Deprecated]: Old`,
      `  ${DEPRECATED} Old: version 1.0.0 is now 1.0.0-deprecated (suffix)`,
      `  ${RENAMED} Before: renamed to After`,
      `  ${RENAMED} Before: version 1.0.0 is now 1.0.1 (patch)`,
      `  ${GONE} Gone: missing in the copy`,
    ]);
    expect([agrees, updatedAgrees]).toEqual([false, false]);
  });

  test('that agree are not reported', () => {
    const { lines, agrees } = compare(
      citations({ [SAME]: { name: 'Same', version: '1.0.0' } }),
      { policies: [SAME], checkov: [] },
      [readCopy(repository(DEFINITIONS))],
      TODAY,
    );
    expect(lines).toHaveLength(1);
    expect(agrees).toBe(true);
  });

  test('that are new or no longer cited are reported, and written', () => {
    const copy = readCopy(repository(DEFINITIONS));
    const table = citations({ [SAME]: { name: 'Same', version: '1.0.0' } });
    const { lines, updated, agrees, updatedAgrees } = compare(table, { policies: [MAJOR], checkov: [] }, [copy], TODAY);
    expect(lines.slice(1)).toEqual([
      `  ${MAJOR} Major: not in the table`,
      `  ${SAME} Same: in the table, but no longer cited`,
    ]);
    expect([agrees, updatedAgrees]).toEqual([false, true]);
    expect(updated).toEqual({
      policies: {
        repository: 'owner/name',
        commit: copy.commit,
        committed: '2026-04-29',
        read: TODAY,
        entries: { [MAJOR]: { name: 'Major', version: '2.0.0' } },
      },
      checkov: table.checkov,
    });
  });

  test('of a definition that is gone stay as they were, until no rule cites it', () => {
    const copy = readCopy(repository(DEFINITIONS));
    const table = citations({ [GONE]: { name: 'Gone', version: '1.0.0' } });
    expect(compare(table, { policies: [GONE], checkov: [] }, [copy], TODAY).updated.policies.entries).toEqual(
      table.policies.entries,
    );
    expect(compare(table, { policies: [], checkov: [] }, [copy], TODAY).updated.policies.entries).toEqual({});
  });

  test('of checks are read from code and from YAML', () => {
    const folder = repository({
      'checkov/terraform/checks/resource/azure/Tls.py':
        'class Tls:\n    def __init__(self):\n        name = "Ensure \\"TLS\\""\n        id = "CKV_AZURE_15"\n',
      'checkov/terraform/checks/resource/azure/Port.py':
        "super().__init__(name='Ensure port', check_id='CKV_AZURE_9', port=3389)",
      'checkov/terraform/checks/graph_checks/azure/Group.yaml':
        'metadata:\n  id: "CKV2_AZURE_31"\n  name: "Ensure group"\n',
      'checkov/terraform/checks/resource/aws/Other.py': 'name = "Other"\nid = "CKV_AZURE_1"',
    });
    const copy = readCopy(folder);
    const entries = { CKV_AZURE_9: { name: 'Old' }, CKV_AZURE_1: { name: 'Other' } };
    const cited = ['CKV_AZURE_1', 'CKV_AZURE_15', 'CKV_AZURE_9', 'CKV2_AZURE_31'];
    expect(compare(citations({}, entries), { policies: [], checkov: cited }, [copy], TODAY).lines).toEqual([
      `checkov: 4 cited, compared with commit ${copy.commit} of 2026-04-29`,
      '  CKV_AZURE_1 Other: missing in the copy',
      '  CKV_AZURE_15 Ensure "TLS": not in the table',
      '  CKV_AZURE_9 Old: renamed to Ensure port',
      '  CKV2_AZURE_31 Ensure group: not in the table',
    ]);
  });

  test.each([
    ['a folder without git', () => mkdtempSync(join(tmpdir(), 'citations-'))],
    ['another repository', () => repository({ 'README.md': 'Other.' })],
    ['a folder that is missing', () => join(tmpdir(), 'citations-missing')],
  ])('are not compared with %s', (_, make) => {
    const folder = make();
    folders.push(folder);
    expect(() => readCopy(folder)).toThrow(
      `${folder} is not a git repository whose last commit has built-in-policies/policyDefinitions or checkov/terraform/checks`,
    );
  });
});

describe('the table of citations', () => {
  test.each(['policies', 'checkov'] as const)(
    'has all %s that are cited, and no others (npm run citations)',
    (kind) => {
      expect(Object.keys(CITATIONS[kind].entries)).toEqual(citedIds(kind));
    },
  );

  test('says what was read, and when', () => {
    for (const { commit, committed, read } of Object.values(CITATIONS)) {
      expect(commit).toMatch(/^[0-9a-f]{40}$/);
      expect([committed, read].join(' ')).toMatch(/^\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/);
    }
  });

  test('has no policy that is deprecated or without a version', () => {
    for (const { name, version } of Object.values<{ name: string; version: string }>(
      CITATIONS.policies.entries as any,
    )) {
      expect(name).not.toMatch(/^\[Deprecated\]/);
      expect(version).toMatch(/^\d+\.\d+\.\d+(-preview)?$/);
    }
  });

  test('has the names that governance shows', () => {
    const definitions = [...Object.values(SignalRPolicies), ...Object.values(AppServicePolicies)] as PolicyDefinition[];
    expect(definitions.map(({ displayName }) => displayName)).toEqual(
      definitions.map(
        ({ policyDefinitionId }) => CITATIONS.policies.entries[policyDefinitionId.split('/').pop()!].name,
      ),
    );
  });
});
