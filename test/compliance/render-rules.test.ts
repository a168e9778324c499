import { readFileSync } from 'fs';
import { join } from 'path';
import { BASELINE_CONTROLS } from '../../src/compliance/private/baseline-controls';
import { renderRules } from '../../src/compliance/private/render-rules';
import { CATALOGUE } from '../../src/compliance/private/rules/catalogue';
import { ISOLATED, KEYS, TIER } from '../support/fake-rules';

const PORTAL =
  'https://portal.azure.com/#blade/Microsoft_Azure_Policy/PolicyDetailBlade/definitionId/%2Fproviders%2FMicrosoft.Authorization%2FpolicyDefinitions%2F';

describe('RULES.md', () => {
  const text = renderRules([KEYS, { ...KEYS, id: 'X1', name: 'Other' }, TIER]);

  test('has sections for profiles, acknowledgements, areas and what is excluded', () => {
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '# Rules of the security baseline',
      '## Profiles',
      '## Acknowledgements',
      '## SignalR Service',
      '### SIG2 SignalRLocalAuthDisabled',
      '## X',
      '### X1 Other',
      '## Reliability',
      '### REL1 SignalRPremium',
      '## Excluded',
      '### Azure SignalR Service',
      '### App Service',
      '### Beyond the baselines',
      '### Checks of others',
      '## Citations',
    ]);
  });

  test('has a table for each area and a section for each rule', () => {
    expect(text).toContain(`## SignalR Service

| Id | Name | Severity | Asks for | Controls | Source |
| --- | --- | --- | --- | --- | --- |
| SIG2 | SignalRLocalAuthDisabled | error | The service has no access keys. | IM-1, PA-1, AZR-1, CKV\\_AZURE\\_1, 1 of Azure Policy | [page](https://learn.microsoft.com/a_b) |

### SIG2 SignalRLocalAuthDisabled

Judges \`azurerm_signalr_service\`.

Whoever has a key is let in.

Fix: Set local\\_auth\\_enabled to false.

Azure Policy asks for it with:

- [f70eecba](${PORTAL}f70eecba), \`f70eecba\`

## X
`);
  });

  test('says where a rule answers differently than what it cites', () => {
    const differs = { 'AZR-1': 'asks for a lock, which protects nothing from who has a key', CKV_AZURE_1: 'Fails *.' };
    expect(renderRules([{ ...KEYS, differs }])).toContain(`\`f70eecba\`

Differs on purpose from:

- AZR-1: asks for a lock, which protects nothing from who has a key.
- CKV\\_AZURE\\_1: Fails \\*.

## Excluded`);
  });

  test.each([
    [
      'Azure SignalR Service',
      [
        'NS-1 Virtual Network Integration | not applicable',
        'IM-3 Service Principals | not evaluable here',
        'IM-7 Conditional Access for Data Plane | not evaluable here',
        'DP-1 Sensitive Data Discovery and Classification | not applicable',
        'DP-2 Data Leakage/Loss Prevention | not applicable',
        'LT-1 Microsoft Defender for Service / Product Offering | not applicable',
      ],
    ],
    [
      'App Service',
      BASELINE_CONTROLS.filter(({ baseline, rules }) => baseline === 'App Service' && rules.length === 0).map(
        ({ control, feature, otherwise }) => `${control} ${feature} | ${otherwise.outcome}`,
      ),
    ],
    [
      'Beyond the baselines',
      ["TLS of SignalR | Microsoft's share", 'IP rules and replicas of SignalR | not evaluable here'],
    ],
  ])('says which controls have no rule, and why: %s', (title, expected) => {
    const [, , head, line, ...rows] = text
      .slice(text.indexOf(`### ${title}`))
      .split(/\n#/)[0]
      .trimEnd()
      .split('\n');
    expect([head, line]).toEqual(['| Control | Outcome | Why |', '| --- | --- | --- |']);
    const outcomes = rows.map((row) => row.split(' | ').slice(0, 2).join(' | '));
    expect(outcomes).toEqual(expected.map((each) => `| ${each}`));
  });

  test('names what is cited, with its version and the rules that cite it', () => {
    const source = { repository: 'owner/name', commit: 'abc', committed: '2026-04-29', read: '2026-11-30' };
    const citations = {
      policies: { ...source, entries: { f70eecba: { name: 'No keys', version: '1.0.0' } } },
      checkov: { ...source, entries: { CKV_AZURE_1: { name: 'Ensure *' } } },
    };
    const rendered = renderRules([KEYS, { ...KEYS, id: 'X1', name: 'Other' }, TIER], citations);
    expect(rendered).toContain(`\n- [No keys](${PORTAL}f70eecba), \`f70eecba\`\n`);
    expect(rendered.slice(rendered.indexOf('\n| Source |')).trim()).toBe(
      `
| Source | Commit | Of | Read on |
| --- | --- | --- | --- |
| owner/name | abc | 2026-04-29 | 2026-11-30 |
| owner/name | abc | 2026-04-29 | 2026-11-30 |

| Id | Name | Version | Rules |
| --- | --- | --- | --- |
| f70eecba | No keys | 1.0.0 | SIG2, X1 |
| CKV\\_AZURE\\_1 | Ensure \\* | - | SIG2, X1 |`.trim(),
    );
  });

  test('says what others ask and no rule does, and why', () => {
    const rows = text.split('| Check | Why |\n| --- | --- |\n')[1].split('\n\n')[0].split('\n');
    expect(rows).toHaveLength(25);
    rows.forEach((row) => expect(row).toMatch(/^\| [A-Z][^|]+ \| [^|]{20,} \|$/));
  });

  test('names both profiles', () => {
    const [publicClients, isolated] = renderRules([KEYS, ISOLATED])
      .split('\n')
      .filter((line) => /^\| (publicClients|isolated) /.test(line));
    expect(publicClients).toMatch(/^\| publicClients \| Browsers connect over the internet; .* \| all but SIG6 \|$/);
    expect(isolated).toBe('| isolated | Nothing is reachable over the internet. | all |');
  });

  test('in the repository is that of the rules', () => {
    expect(readFileSync(join(__dirname, '../../RULES.md'), 'utf8')).toBe(renderRules(CATALOGUE));
  });
});
