import '../../support/fake-catalogue';
import { readFileSync } from 'fs';
import { join } from 'path';
import { App, TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import {
  ComplianceRule,
  ComplianceRuleProps,
  JudgedResource,
  ReportFormat,
  RuleVerdict,
  SecurityBaseline,
  SecurityBaselineOptions,
  Severity,
} from '../../../src/compliance';
import { isOwnId } from '../../../src/compliance/private/own/own-rule-problems';
import { addService } from '../../support/fake-rules';
import { messageOf, newStack, warnings } from '../../support/synth';

const TEXTS: ComplianceRuleProps = {
  id: 'CHAT1',
  name: 'ZoneInName',
  severity: Severity.ERROR,
  resourceTypes: ['azurerm_signalr_service'],
  summary: 'Names of services begin with sig-a.',
  explanation: 'People find them.',
  fix: 'Rename it',
  link: 'https://wiki.example.com/names',
  controls: ['ISO 27001 A.5.9'],
};

class Names extends ComplianceRule {
  public constructor(
    private readonly prefix: string,
    props: Partial<ComplianceRuleProps> = {},
  ) {
    super({ ...TEXTS, ...props });
  }

  public evaluate(service: JudgedResource): RuleVerdict {
    const { text = '' } = service.at('name');
    if (text.startsWith(this.prefix)) return RuleVerdict.compliant(`it is called ${text}`);
    return RuleVerdict.violated({ id: `Name::${text}`, message: `it is called ${text}` });
  }
}

const GOOD = new Names('sig-a');
const BAD = new Names('sigr-');

const own = (scope: Construct, options?: SecurityBaselineOptions) =>
  SecurityBaseline.evaluate(scope, options)
    .findings.filter(({ rule }) => isOwnId(rule))
    .map(({ path, rule, id, status }) => `${path} ${rule}${id ? `[${id}]` : ''} ${status}`);

function stackWithService(): TerraformStack {
  const stack = newStack();
  addService(stack);
  return stack;
}

describe('a rule of the user', () => {
  test('judges after those of the library, and is reported as they are', () => {
    const { findings, unjudgedTypes } = SecurityBaseline.evaluate(stackWithService(), { rules: [BAD] });
    expect(findings.map(({ rule }) => rule)).toEqual(['SIG2', 'SIG5', 'SIG6', 'REL1', 'CHAT1']);
    expect(findings[4]).toEqual({
      rule: 'CHAT1',
      name: 'ZoneInName',
      severity: 'error',
      path: 'Prod/Service',
      type: 'azurerm_signalr_service',
      file: 'stacks/Prod/cdk.tf.json',
      profile: 'publicClients',
      status: 'violated',
      id: 'Name::sig-a',
      reason: 'it is called sig-a.',
      fix: 'Rename it',
      link: 'https://wiki.example.com/names',
      controls: ['ISO 27001 A.5.9'],
      controlsByKind: { benchmark: [], policies: [], psRule: [], checkov: [], own: ['ISO 27001 A.5.9'] },
      acknowledgement: undefined,
    });
    expect(unjudgedTypes).toEqual([]);
  });

  test('makes synth fail, and stands in every report', () => {
    const app = new App({ outdir: Testing.app().outdir, stackTraces: false });
    const stack = newStack('Prod', undefined, app);
    addService(stack);
    SecurityBaseline.attach(stack, { rules: [BAD], reports: Object.values(ReportFormat) });
    expect(messageOf(() => app.synth())).toContain('Prod/Service: [CHAT1[Name::sig-a]] it is called sig-a. Rename it.');
    const files = Object.values(ReportFormat).map((format) =>
      readFileSync(join(app.outdir, `compliance.${format}`), 'utf8'),
    );
    expect(files.filter((text) => !text.includes('CHAT1'))).toEqual([]);
    const [{ tool, results }] = JSON.parse(files[Object.values(ReportFormat).indexOf(ReportFormat.SARIF)]).runs;
    const [result] = results;
    expect(tool.driver.rules[result.ruleIndex]).toMatchObject({
      id: 'CHAT1',
      helpUri: 'https://wiki.example.com/names',
      shortDescription: { text: 'Names of services begin with sig-a.' },
    });
  });

  test('judges all types that it names, and makes them judged', () => {
    const stack = stackWithService();
    const types = ['azurerm_signalr_service', 'output'];
    expect(own(stack, { rules: [new Names('sig-a', { resourceTypes: types })] })).toEqual([
      'Prod/Service CHAT1 compliant',
    ]);
  });

  test('warns where errors are not enforced', () => {
    const stack = stackWithService();
    SecurityBaseline.attach(stack, { rules: [BAD], enforce: false });
    Testing.synth(stack, true);
    expect(warnings(stack)).toEqual(['[CHAT1[Name::sig-a]] it is called sig-a. Rename it.']);
  });
});

describe('rules of several attachments', () => {
  function tree() {
    const stack = newStack();
    const chat = new Construct(stack, 'Chat');
    addService(chat);
    return { app: stack.node.root as App, stack, chat };
  }

  test('add up', () => {
    const { app, stack, chat } = tree();
    SecurityBaseline.attach(app, { rules: [GOOD] });
    SecurityBaseline.attach(stack);
    SecurityBaseline.attach(chat, { rules: [new Names('x', { id: 'CHAT2' })] });
    expect(own(app)).toEqual(['Prod/Chat/Service CHAT1 compliant', 'Prod/Chat/Service CHAT2[Name::sig-a] violated']);
    expect(own(app, { rules: [new Names('sig', { id: 'CHAT3' })] })).toHaveLength(3);
  });

  test('with one id: the nearest judges, and the report describes one', () => {
    const { app, chat } = tree();
    SecurityBaseline.attach(app, { rules: [BAD] });
    SecurityBaseline.attach(chat, { rules: [GOOD] });
    expect(own(app)).toEqual(['Prod/Chat/Service CHAT1 compliant']);
    const [{ tool }] = JSON.parse(SecurityBaseline.evaluate(app).toSarif()).runs;
    expect(tool.driver.rules.filter(({ id }: { id: string }) => id === 'CHAT1')).toHaveLength(1);
  });

  test('judge nothing beside and above', () => {
    const { app, stack, chat } = tree();
    addService(stack, 'Beside');
    SecurityBaseline.attach(app);
    SecurityBaseline.attach(chat, { rules: [GOOD] });
    expect(own(app)).toEqual(['Prod/Chat/Service CHAT1 compliant']);
  });
});

describe('a finding of a rule of the user', () => {
  test.each(['CHAT1', 'CHAT1[Name::sig-a]'])('is acknowledged by %s, also before the rule is attached', (rule) => {
    const stack = stackWithService();
    SecurityBaseline.acknowledge(stack, { rule, reason: 'It cannot be renamed.' });
    SecurityBaseline.attach(stack, { rules: [BAD] });
    expect(own(stack)).toEqual(['Prod/Service CHAT1[Name::sig-a] acknowledged']);
    Testing.synth(stack, true);
    expect(warnings(stack)).toEqual([]);
  });

  test('that no rule finds makes the acknowledgement one that nothing needs', () => {
    const stack = stackWithService();
    SecurityBaseline.attach(stack);
    SecurityBaseline.acknowledge(stack, { rule: 'CHAT9', reason: 'It cannot be renamed.' });
    Testing.synth(stack, true);
    expect(warnings(stack)).toEqual([
      '[compliance/unused-acknowledgement] nothing at or below Prod violates CHAT9; remove the acknowledgement',
    ]);
  });
});

describe('what reports cannot show is refused', () => {
  test.each<[string, Partial<ComplianceRuleProps>, string]>([
    [
      'an id of the library',
      { id: 'SIG2' },
      '[compliance/rule-id] the id "SIG2" of a rule is not four to ten capital letters and a number, such as CHAT1; shorter ids are those of the library',
    ],
    ['small letters', { id: 'chat1' }, '[compliance/rule-id] the id "chat1"'],
    ['no number', { id: 'CHAT' }, '[compliance/rule-id] the id "CHAT"'],
    ['a finding', { id: 'CHAT1[x]' }, '[compliance/rule-id] the id "CHAT1[x]"'],
    ['no name', { name: '' }, '[compliance/rule-text] the rule CHAT1 has no name; reports need it'],
    ['no summary', { summary: ' ' }, '[compliance/rule-text] the rule CHAT1 has no summary; reports need it'],
    ['no explanation', { explanation: '' }, '[compliance/rule-text] the rule CHAT1 has no explanation'],
    ['no fix', { fix: '' }, '[compliance/rule-text] the rule CHAT1 has no fix'],
    [
      'a link that a browser may not open safely',
      { link: 'javascript:alert(1)' },
      '[compliance/rule-link] the link "javascript:alert(1)" of the rule CHAT1 does not begin with https://; name the page that asks for it',
    ],
    [
      'no types',
      { resourceTypes: [] },
      '[compliance/rule-types] the rule CHAT1 has no resourceTypes; name types such as azurerm_signalr_service',
    ],
    ['a type of Azure', { resourceTypes: ['Microsoft.Web/sites'] }, 'has resourceTypes Microsoft.Web/sites; name'],
  ])('%s', (_title, props, expected) => {
    const stack = newStack();
    const rules = [new Names('', props)];
    expect(messageOf(() => SecurityBaseline.attach(stack, { rules }))).toContain(expected);
    expect(messageOf(() => SecurityBaseline.evaluate(stack, { rules }))).toContain(expected);
  });

  test('one id twice, with everything else that is wrong', () => {
    const rules = [GOOD, BAD, new Names('', { id: 'x', fix: '' })];
    expect(messageOf(() => SecurityBaseline.attach(newStack(), { rules })).split('\n')).toEqual([
      'Prod: [compliance/rule-id] the id "x" of a rule is not four to ten capital letters and a number, such as CHAT1; shorter ids are those of the library',
      'Prod: [compliance/rule-text] the rule x has no fix; reports need it',
      'Prod: [compliance/rule-id] several rules have the id CHAT1; give each an id of its own',
    ]);
  });
});
