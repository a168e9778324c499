import '../support/fake-catalogue';
import { TerraformOutput } from 'cdktf';
import { SecurityBaseline } from '../../src/compliance';
import { RENDERERS } from '../../src/compliance/internal/renderers';
import { ReportFormat } from '../../src/compliance/report-format';
import { exampleReport } from '../support/example-report';
import { addService } from '../support/fake-rules';
import { newStack } from '../support/synth';

const RULE_PAGE = 'https://learn.microsoft.com/a_b';
const PORTAL =
  'https://portal.azure.com/#blade/Microsoft_Azure_Policy/PolicyDetailBlade/definitionId/%2Fproviders%2FMicrosoft.Authorization%2FpolicyDefinitions%2Ff70eecba';

const HEAD = (what: string) => [
  `| Rule | Severity | Resource | ${what} | Fix | Also asked for by |`,
  '| --- | --- | --- | --- | --- | --- |',
];

/** The lines of a section. */
function section(text: string, title: string): string[] {
  const lines = text.split('\n');
  const from = lines.indexOf(title) + 2;
  const end = lines.findIndex((line, index) => index > from && line.startsWith('#'));
  return lines.slice(from, end < 0 ? -1 : end - 1);
}

describe('a report in Markdown', () => {
  test('begins with the verdict and the counts, then what fails, and ends with what is compliant', () => {
    const text = exampleReport().toMarkdown();
    expect(text.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '# Compliance report',
      '## What fails',
      '## Unknown, and what decides',
      '## Warnings',
      '## Accepted',
      '### Acknowledgements',
      '## Controls',
      '### Azure SignalR Service',
      '### App Service',
      '## For information',
      '## Azure Policy',
      '## Not judged',
      '## Compliant, or not applicable',
    ]);
    expect(section(text, '# Compliance report')).toEqual([
      '**Not compliant: 1 error, 0 warnings, 1 unknown, 1 accepted, 0 compliant.**',
      '',
      'Profile: publicClients (client connections come over the internet, server traffic is private).',
      '',
      '| Status | error | warning | info |',
      '| --- | --- | --- | --- |',
      '| violated | 1 | 0 | - |',
      '| unknown | 0 | 1 | 0 |',
      '| acknowledged | 1 | 0 | 0 |',
      '| noted | - | - | 0 |',
      '| not applicable | 1 | 0 | 0 |',
      '| compliant | 0 | 0 | 0 |',
      '',
      'An error fails synth and the command, a warning is printed, and info is for the report alone.',
    ]);
  });

  test('has each finding with its fix, its place and who else asks for it', () => {
    const text = exampleReport().toMarkdown();
    const where = 'Prod/Service<br>azurerm\\_signalr\\_service<br>stacks/Prod/cdk.tf.json';
    expect(section(text, '## What fails')).toEqual([
      ...HEAD('Finding'),
      `| [SIG5 SignalRCorsRestricted](${RULE_PAGE})<br>Origin::http://a\\|\\<b\\> | error | ${where} | cors allows http://a\\|\\<b\\>. | Name https origins. | DP-3 |`,
    ]);
    expect(section(text, '## Unknown, and what decides')).toEqual([
      ...HEAD('What decides'),
      `| [REL1 SignalRPremium](${RULE_PAGE}) | warning | ${where} | sku.name is not known. | Set sku.name to Premium\\_P1. |  |`,
    ]);
    expect(section(text, '## Warnings')).toEqual(['None.']);
    expect(section(text, '## Accepted')).toEqual([
      '| Rule | Severity | Resource | Finding | Accepted because | Ticket | Expires |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      `| [SIG2 SignalRLocalAuthDisabled](${RULE_PAGE}) | error | Prod/Service | the service has access keys. | =cmd\\|"x", for the pilot | SEC-1 | 2030-01-01 |`,
    ]);
    expect(section(text, '### Acknowledgements')).toEqual([
      '| Where | Rule | Reason | Owner | Ticket | Expires | State | Findings |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      '| the app | OUT1 | none is here |  |  |  | unused | 0 |',
      '| Prod | SIG2 | =cmd\\|"x", for the pilot | team-chat | SEC-1 | 2030-01-01 | used | 1 |',
    ]);
    expect(section(text, '## Azure Policy').slice(2)).toEqual([
      '| Policy | Id | Version | Rules, and what they find |',
      '| --- | --- | --- | --- |',
      `| [f70eecba](${PORTAL}) | f70eecba |  | SIG2 acknowledged |`,
    ]);
    expect(section(text, '## Compliant, or not applicable')).toEqual([
      '<details><summary>1 finding</summary>',
      '',
      '| Rule | Name | Severity | Resource | Status | Reason |',
      '| --- | --- | --- | --- | --- | --- |',
      '| SIG6 | SignalRPublicNetworkAccess | error | Prod/Service | not applicable | the profile publicClients does not require it. |',
      '',
      '</details>',
    ]);
  });

  test('has the controls of each baseline', () => {
    const rows = section(exampleReport().toMarkdown(), '### Azure SignalR Service');
    expect(rows.slice(2, 6)).toEqual([
      '| Control | Feature | Responsibility | Outcome | Reason |',
      '| --- | --- | --- | --- | --- |',
      '| NS-1 | Virtual Network Integration | Not applicable | not applicable | the service cannot be placed in a virtual network; the rules of NET, and APP1 and APP2, judge the network of its consumers |',
      '| NS-2 | Azure Private Link and native IP filtering | Microsoft | not applicable | there is no service, private endpoint or private DNS zone of it to judge |',
    ]);
  });

  test('notes what rules of severity info find, and calls none of it violated', () => {
    const stack = newStack();
    new TerraformOutput(stack, 'url', { value: 'x' });
    const text = SecurityBaseline.evaluate(stack).toMarkdown();
    expect(text).toContain('**Compliant: 0 errors, 0 warnings, 0 unknown, 0 accepted, 0 compliant.**');
    expect(section(text, '# Compliance report').slice(6, 10)).toEqual([
      '| violated | 0 | 0 | - |',
      '| unknown | 0 | 0 | 0 |',
      '| acknowledged | 0 | 0 | 0 |',
      '| noted | - | - | 1 |',
    ]);
    expect(section(text, '## For information')).toEqual([
      'Advice of rules with severity info, which nothing has to follow.',
      '',
      ...HEAD('Note'),
      `| [OUT1 OutputTold](${RULE_PAGE}) | info | Prod/url<br>output<br>stacks/Prod/cdk.tf.json | there is an output. | Remove it. |  |`,
    ]);
    expect(text.match(/violated/g)).toEqual(['violated']);
  });

  test.each([
    [{ localAuthEnabled: true }, 'Not compliant: 1 error, 0 warnings'],
    [
      { localAuthEnabled: '${var.keys}' as unknown as boolean },
      'Not known to be compliant: 0 errors, 0 warnings, 1 unknown',
    ],
    [{ cors: [{ allowedOrigins: ['http://localhost:3000'] }] }, 'Compliant but for warnings: 0 errors, 1 warning,'],
    [{ sku: { name: 'Premium_P1', capacity: 1 } }, 'Compliant: 0 errors, 0 warnings, 0 unknown'],
  ])('has the worst of what is found as its verdict: %j', (config, expected) => {
    const stack = newStack();
    addService(stack, 'Service', { localAuthEnabled: false, ...config });
    expect(SecurityBaseline.evaluate(stack).toMarkdown()).toContain(`**${expected}`);
  });

  test('names the line where a resource stands, where that is known', () => {
    const text = RENDERERS[ReportFormat.MARKDOWN](exampleReport(), () => 7);
    expect(text).toContain('<br>stacks/Prod/cdk.tf.json:7 |');
  });

  test('keeps any text in its cell', () => {
    const stack = newStack();
    addService(stack, 'Service', { localAuthEnabled: true });
    const reason = 'a\n\n# b | `c` *d* _e_ ~f~ &lt; \\|';
    SecurityBaseline.acknowledge(stack, { rule: 'SIG2', reason });
    expect(SecurityBaseline.evaluate(stack).toMarkdown()).toContain(
      '| a \\# b \\| \\`c\\` \\*d\\* \\_e\\_ \\~f\\~ &amp;lt; \\\\\\| |',
    );
  });

  test('writes out what cannot be seen', () => {
    const stack = newStack();
    addService(stack, 'Service', { localAuthEnabled: true });
    SecurityBaseline.acknowledge(stack, { rule: 'SIG2', reason: 'for the \u202epilot\u0000' });
    expect(SecurityBaseline.evaluate(stack).toMarkdown()).toContain('| for the \\\\u{202e}pilot\\\\u{0000} |');
  });

  test('says where there is nothing', () => {
    const text = SecurityBaseline.evaluate(newStack()).toMarkdown();
    expect(text).toContain('# Compliance report\n\n**No rule judged anything.**\n\n| Status |');
    for (const title of ['## What fails', '## Warnings', '## Accepted', '### Acknowledgements']) {
      expect(section(text, title)).toEqual(['None.']);
    }
    expect(text.endsWith('## Compliant, or not applicable\n\nNone.\n')).toBe(true);
  });
});
