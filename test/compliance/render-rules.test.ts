import { readFileSync } from 'fs';
import { join } from 'path';
import { renderRules } from '../../src/compliance/private/render-rules';
import { CATALOGUE } from '../../src/compliance/private/rules/catalogue';
import { ISOLATED, KEYS, TIER } from '../support/fake-rules';

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
    ]);
  });

  test('has a table for each area and a section for each rule', () => {
    expect(text).toContain(`## SignalR Service

| Id | Name | Severity | Asks for | Controls | Source |
| --- | --- | --- | --- | --- | --- |
| SIG2 | SignalRLocalAuthDisabled | error | The service has no access keys. | IM-1, PA-1, f70eecba, AZR-1, CKV\\_AZURE\\_1 | [page](https://learn.microsoft.com/a_b) |

### SIG2 SignalRLocalAuthDisabled

Judges \`azurerm_signalr_service\`.

Whoever has a key is let in.

Fix: Set local\\_auth\\_enabled to false.

## X
`);
  });

  test('says which controls have no rule, and why', () => {
    const [controls] = text.slice(text.indexOf('## Excluded')).split('\n\nWhat others ask of apps');
    const excluded = controls.split('\n').slice(4);
    expect(excluded.map((line) => line.split(' | ').slice(0, 2).join(' | '))).toEqual([
      '| Control | Outcome',
      '| --- | ---',
      '| NS-1 Virtual Network Integration | not applicable',
      '| IM-3 Service Principals | not evaluable here',
      '| IM-7 Conditional Access for Data Plane | not evaluable here',
      '| DP-1 Sensitive Data Discovery and Classification | not applicable',
      '| DP-2 Data Leakage/Loss Prevention | not applicable',
      '| LT-1 Microsoft Defender for Service / Product Offering | not applicable',
      "| TLS of SignalR | Microsoft's share",
      '| IP rules and replicas of SignalR | not evaluable here',
    ]);
  });

  test('says what others ask of apps and no rule does, and why', () => {
    const rows = text.split('| Apps | Why |\n| --- | --- |\n')[1].trim().split('\n');
    expect(rows).toHaveLength(7);
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
