import { SecurityBaseline } from '../../src/compliance';
import { newPlainChat } from '../support/plain-chat';

const LINK = (id: string) =>
  `https://portal.azure.com/#blade/Microsoft_Azure_Policy/PolicyDetailBlade/definitionId/%2Fproviders%2FMicrosoft.Authorization%2FpolicyDefinitions%2F${id}`;

const [KEYS, FLOWS] = ['f70eecba-335d-4bbc-81d5-5b17b03d498f', '4c3c6c5f-0d47-4402-99b8-aa543dd8bcee'];
const NAME = 'Azure SignalR Service should have local authentication methods disabled';

describe('policies of Azure in reports of people', () => {
  const report = SecurityBaseline.evaluate(newPlainChat().stack);
  const ids = [...new Set(report.findings.flatMap(({ controlsByKind }) => controlsByKind.policies))];

  test('have their names, with ids and links', () => {
    expect(ids.length).toBeGreaterThan(40);
    const markdown = report.toMarkdown();
    const html = report.toHtml();
    for (const id of ids) {
      expect(markdown).not.toContain(`[${id}]`);
      expect(markdown).toContain(`](${LINK(id)}) | ${id} |`);
      expect(html).toMatch(
        new RegExp(`<a href="${LINK(id).replace(/[/.]/g, '\\$&')}">[^<]{20,}</a></th><td[^>]*>${id}</td>`),
      );
    }
  });

  test('stand at what fails, and once with the worst that rules find', () => {
    const [failing, policies] = ['## What fails', '## Azure Policy'].map((title) => {
      const text = report.toMarkdown().split(`${title}\n`)[1];
      return text.split('\n## ')[0];
    });
    expect(failing).toContain(`<br>[${NAME}](${LINK(KEYS)}) (${KEYS})`);
    expect(policies).toContain(`| [${NAME}](${LINK(KEYS)}) | ${KEYS} | 1.0.0 | SIG2 violated |`);
    expect(policies).toMatch(new RegExp(`${FLOWS} \\| [\\d.]+ \\| NET9 noted \\|`));
  });

  test('are sorted by name', () => {
    const rows = report.toMarkdown().split('## Azure Policy\n')[1].split('\n## ')[0].split('\n').slice(5);
    const names = rows.flatMap((row) => /^\| \[(.*?)\]\(/.exec(row)?.[1] ?? []);
    expect(names).toHaveLength(ids.length);
    expect(names).toEqual([...names].sort());
  });
});
