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

/** The part of a page below a heading. */
function section(page: string, id: string): string {
  return new RegExp(`<h2 id="${id}".*?</section>`, 's').exec(page)![0].split('\n').slice(1, -1).join('\n');
}

describe('a report as a page', () => {
  const page = exampleReport().toHtml();

  test('has its verdict, its counts and its parts on the first screen', () => {
    expect(page).toContain(`<h1>Compliance report</h1>
<p class="muted">Security baseline, profile publicClients (client connections come over the internet, server traffic is private)</p>`);
    expect(page).toContain(
      '<p class="lead"><span class="verdict fails"><span class="sign">✗</span>&nbsp;Not compliant: 1 error, 0 warnings, 1 unknown, 1 accepted, 0 compliant.</span></p>',
    );
    expect(/<table class="counts">.*?<\/table>/s.exec(page)![0]).toBe(`<table class="counts">
<caption>Findings</caption>
<thead><tr><th scope="col">Status</th><th scope="col">error</th><th scope="col">warning</th><th scope="col">info</th></tr></thead>
<tbody>
<tr><th scope="row">violated</th><td class="some fails">1</td><td>0</td><td class="muted">-</td></tr>
<tr><th scope="row">unknown</th><td>0</td><td>1</td><td>0</td></tr>
<tr><th scope="row">acknowledged</th><td>1</td><td>0</td><td>0</td></tr>
<tr><th scope="row">noted</th><td class="muted">-</td><td class="muted">-</td><td>0</td></tr>
<tr><th scope="row">not applicable</th><td>1</td><td>0</td><td>0</td></tr>
<tr><th scope="row">compliant</th><td>0</td><td>0</td><td>0</td></tr>
</tbody>
</table>`);
  });

  test('has what fails first, and what is compliant last', () => {
    expect(
      [...page.matchAll(/<h2 id="(\w+)".*?>(.*?) <span class="muted">(\d+)</g)].map(([, ...found]) => found),
    ).toEqual([
      ['fails', 'What fails', '1'],
      ['unknown', 'Unknown, and what decides', '1'],
      ['warnings', 'Warnings', '0'],
      ['accepted', 'Accepted', '1'],
      ['controls', 'Controls', '52'],
      ['information', 'For information', '0'],
      ['policies', 'Azure Policy', '1'],
      ['unjudged', 'Not judged', '0'],
      ['met', 'Compliant, or not applicable', '1'],
    ]);
    const linked = [...page.matchAll(/<li><a href="#(\w+)">/g)].map(([, id]) => id);
    expect(linked).toEqual([...page.matchAll(/<h2 id="(\w+)"/g)].map(([, id]) => id));
  });

  test('has each finding with its fix, its place and who else asks for it', () => {
    expect(section(page, 'fails')).toBe(`<ul class="findings">
<li class="fails">
<div><h3><span class="verdict fails"><span class="sign">✗</span>&nbsp;SIG5</span> <a href="${RULE_PAGE}">Signal<wbr>RCors<wbr>Restricted</a></h3>
<p class="small">Origin::http:/<wbr>/<wbr>a|&lt;b&gt;</p>
<p>Prod/<wbr>Service</p><p class="muted small">error; azurerm_signalr_service; stacks/<wbr>Prod/<wbr>cdk.<wbr>tf.<wbr>json</p></div>
<div><p>cors allows http://a|&lt;b&gt;.</p><p><strong>Fix:</strong> Name https origins.</p><p class="muted small">Also asked for by DP-3</p></div>
</li>
</ul>`);
    expect(section(page, 'unknown')).toContain(
      '<div><p>sku.name is not known.</p><p><strong>Fix:</strong> Set sku.name',
    );
    expect(section(page, 'warnings')).toBe('<p>None.</p>');
  });

  test('has the reason, the ticket and the last day of what is accepted, and what has become of acknowledgements', () => {
    const accepted = section(page, 'accepted');
    expect(accepted).toContain(
      '<p><strong>Accepted:</strong> =cmd|&quot;x&quot;, for the pilot. <span class="muted">ticket SEC-1, until 2030-01-01</span></p>',
    );
    expect(accepted).toContain(
      `<p class="muted small">Also asked for by IM-1, PA-1, AZR-1, CKV_AZURE_1<span class="policy"><a href="${PORTAL}">f70eecba</a> f70eecba</span></p>`,
    );
    expect(accepted).toMatch(
      /data-label="Reason">none is here<\/td>.*data-label="State"><span class="verdict warns"><span class="sign">!<\/span>&nbsp;unused</,
    );
  });

  test('says when an acceptance has no last day', () => {
    const stack = newStack();
    addService(stack, 'Service', { localAuthEnabled: true });
    SecurityBaseline.acknowledge(stack, { rule: 'SIG2', reason: 'for the pilot' });
    expect(SecurityBaseline.evaluate(stack).toHtml()).toContain(
      'for the pilot. <span class="muted">without a last day<',
    );
  });

  test('folds what is compliant', () => {
    expect(section(page, 'met')).toMatch(
      /^<details>\n<summary>1 finding<\/summary>.*SIG6.*<span class="whole">not applicable<\/span>.*<\/details>$/s,
    );
  });

  test('notes what rules of severity info find, and calls none of it violated', () => {
    const stack = newStack();
    new TerraformOutput(stack, 'url', { value: 'x' });
    const noted = SecurityBaseline.evaluate(stack).toHtml();
    expect(section(noted, 'information')).toContain('<li class="noted">');
    expect(section(noted, 'information')).toContain('<p>there is an output.</p>');
    // The row of the counts alone.
    expect(noted.match(/violated/g)).toHaveLength(1);
    expect(noted).toContain('<span class="verdict holds"><span class="sign">✓</span>&nbsp;Compliant: 0 errors');
  });

  test('names the line where a resource stands, where that is known', () => {
    expect(RENDERERS[ReportFormat.HTML](exampleReport(), () => 7)).toContain('cdk.<wbr>tf.<wbr>json:7</p>');
  });

  test('says where there is nothing', () => {
    const empty = SecurityBaseline.evaluate(newStack()).toHtml();
    expect(empty).toContain('<span class="sign">?</span>&nbsp;No rule judged anything.</span>');
    expect(empty).toContain('<p class="muted">Security baseline</p>');
    expect(empty.match(/<p>None\.<\/p>/g)).toHaveLength(8);
  });

  test('is the same for the same findings', () => {
    expect(exampleReport().toHtml()).toBe(page);
  });
});
