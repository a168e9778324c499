import '../support/fake-catalogue';
import { DataAzurermSignalrService } from '@cdktf/provider-azurerm/lib/data-azurerm-signalr-service';
import { SignalrService } from '@cdktf/provider-azurerm/lib/signalr-service';
import { App, TerraformOutput, TerraformResource, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { ComplianceReport, SecurityBaseline, SecurityProfile } from '../../src/compliance';
import { Rule, RuleVerdict } from '../../src/compliance/private/rule';
import { evaluateScope } from '../../src/compliance/private/scope-evaluation';
import { ConstructModel } from '../../src/model/construct-model';
import * as signalr from '../../src/signalr';
import { addService, FAKE_RULES, KEYS, ORIGINS, TIER } from '../support/fake-rules';
import { newGroup, newStack } from '../support/synth';

const lines = ({ findings }: ComplianceReport) =>
  findings.map(({ path, rule, id, status }) => `${path} ${rule}${id ? `[${id}]` : ''} ${status}`);

const reasons = (report: ComplianceReport, rule: string) =>
  report.findings.filter((finding) => finding.rule === rule).map(({ reason }) => reason);

/** What one rule says of all resources of a stack, without the catalogue. */
function judged(rule: Rule, scope: Construct): string[] {
  const { judgements } = evaluateScope(scope, ConstructModel.of(scope), { options: {}, rules: [rule] });
  return judgements.map(({ finding: { status, reason, severity } }) => `${status} ${severity}: ${reason}`);
}

describe('an evaluation', () => {
  test('has a finding for each rule and resource, by path and in the order of the catalogue', () => {
    const stack = newStack();
    addService(stack, 'B');
    addService(stack, 'A');
    new TerraformOutput(stack, 'url', { value: 'x' });
    expect(lines(SecurityBaseline.evaluate(stack))).toEqual([
      'Prod/A SIG2 compliant',
      'Prod/A SIG5 compliant',
      'Prod/A SIG6 not applicable',
      'Prod/A REL1 compliant',
      'Prod/B SIG2 compliant',
      'Prod/B SIG5 compliant',
      'Prod/B SIG6 not applicable',
      'Prod/B REL1 compliant',
      'Prod/url OUT1 violated',
    ]);
  });

  test('tells everything about a finding', () => {
    const stack = newStack();
    addService(stack, 'Service', { localAuthEnabled: true });
    expect(SecurityBaseline.evaluate(stack).findings[0]).toEqual({
      rule: 'SIG2',
      name: 'SignalRLocalAuthDisabled',
      severity: 'error',
      path: 'Prod/Service',
      type: 'azurerm_signalr_service',
      file: 'stacks/Prod/cdk.tf.json',
      profile: 'publicClients',
      status: 'violated',
      id: undefined,
      reason: 'the service has access keys.',
      fix: 'Set local_auth_enabled to false',
      link: 'https://learn.microsoft.com/a_b',
      controls: ['IM-1', 'PA-1', 'f70eecba', 'AZR-1', 'CKV_AZURE_1'],
      controlsByKind: {
        benchmark: ['IM-1', 'PA-1'],
        policies: ['f70eecba'],
        psRule: ['AZR-1'],
        checkov: ['CKV_AZURE_1'],
        own: [],
      },
      acknowledgement: undefined,
    });
  });

  test('has a finding for each thing that a rule found, with the severity of the thing', () => {
    const stack = newStack();
    addService(stack, 'Service', { cors: [{ allowedOrigins: ['http://a', 'https://b', 'http://localhost'] }] });
    const { findings } = SecurityBaseline.evaluate(stack);
    expect(findings.filter(({ rule }) => rule === 'SIG5').map(({ id, severity }) => [id, severity])).toEqual([
      ['Origin::http://a', 'error'],
      ['Origin::http://localhost', 'warning'],
    ]);
  });

  test('sees resources of any class, by their type', () => {
    const stack = newStack();
    class Written extends TerraformResource {
      protected synthesizeAttributes() {
        return { local_auth_enabled: true };
      }
    }
    new Written(stack, 'Written', { terraformResourceType: 'azurerm_signalr_service' });
    expect(lines(SecurityBaseline.evaluate(stack))[0]).toBe('Prod/Written SIG2 violated');
  });

  test('sees the resources of this library', () => {
    const { stack, resourceGroup } = newGroup();
    new signalr.SignalRService(stack, 'Service', {
      name: 'sig-test',
      resourceGroup,
      cors: signalr.Cors.allowOrigins('https://a.b'),
    });
    expect(lines(SecurityBaseline.evaluate(stack))).toContain('Prod/Service/Resource SIG2 compliant');
  });

  test('sees overrides, and what changed since the last one', () => {
    const stack = newStack();
    const service = addService(stack);
    expect(reasons(SecurityBaseline.evaluate(stack), 'SIG2')).toEqual(['local_auth_enabled is false.']);
    service.addOverride('local_auth_enabled', true);
    expect(reasons(SecurityBaseline.evaluate(stack), 'SIG2')).toEqual(['the service has access keys.']);
  });

  test('takes nothing for known that is not', () => {
    const stack = newStack();
    const variable = new TerraformVariable(stack, 'open', { type: 'bool' });
    addService(stack, 'Service', { localAuthEnabled: variable.value as any });
    expect(lines(SecurityBaseline.evaluate(stack))[0]).toBe('Prod/Service SIG2 unknown');
  });

  test('leaves data sources and what is beside the construct out', () => {
    const app = Testing.app();
    const [first, second] = [newStack('A', undefined, app), newStack('AB', undefined, app)];
    addService(first);
    addService(second);
    new DataAzurermSignalrService(first, 'Data', { name: 'sig-b', resourceGroupName: 'rg-b' });
    const paths = (scope: Construct) => new Set(SecurityBaseline.evaluate(scope).findings.map(({ path }) => path));
    expect(paths(first)).toEqual(new Set(['A/Service']));
    expect(paths(app)).toEqual(new Set(['A/Service', 'AB/Service']));
  });

  test('names the file of a nested stack as cdktf does', () => {
    const stack = newStack();
    addService(new TerraformStack(stack, 'Nested'));
    expect(SecurityBaseline.evaluate(stack).findings[0].file).toBe('stacks/Nested/cdk.tf.json');
  });

  test('names the HCL file where the app writes HCL', () => {
    const stack = newStack('Prod', undefined, new App({ outdir: Testing.app().outdir, hclOutput: true }));
    addService(stack);
    expect(SecurityBaseline.evaluate(stack).findings[0].file).toBe('stacks/Prod/cdk.tf');
  });
});

describe('a rule', () => {
  const rule = (evaluateIt: Rule['evaluate']): Rule => ({ ...KEYS, evaluate: evaluateIt });
  const service = () => {
    const stack = newStack();
    addService(stack);
    return stack;
  };

  test.each<[string, unknown, string]>([
    ['an error', new Error('no cors'), 'the rule failed: no cors.'],
    ['anything else', 'no cors', 'the rule failed: no cors.'],
  ])('that throws %s does not know', (_, thrown, expected) => {
    const failing = rule(() => {
      throw thrown;
    });
    expect(judged(failing, service())).toEqual([`unknown error: ${expected}`]);
  });

  test('that names nothing which is wrong is violated all the same', () => {
    expect(
      judged(
        rule(() => RuleVerdict.violated()),
        service(),
      ),
    ).toEqual(['violated error: not as asked: The service has no access keys.']);
  });

  test('shares what it derives of the model with the others', () => {
    const read = new Set<unknown>();
    const deriving = rule((_, { topology }) => RuleVerdict.compliant(String(read.add(topology.services).size)));
    const stack = service();
    addService(stack, 'Other');
    const model = ConstructModel.of(stack);
    const asked = { options: {}, rules: [deriving, { ...deriving, id: 'SIG3' }] };
    evaluateScope(stack, model, asked);
    expect(evaluateScope(stack, model, asked).judgements.map(({ finding }) => finding.reason)).toEqual(
      Array(4).fill('1.'),
    );
  });
});

describe('a resource is held to', () => {
  /** The profiles that SIG6 saw, by path. */
  const profiles = (report: ComplianceReport) =>
    Object.fromEntries(report.findings.map(({ path, profile }) => [path, profile]));

  function tree() {
    const app = Testing.app();
    const stack = newStack('Prod', undefined, app);
    const inner = new Construct(stack, 'Inner');
    const [outside, inside] = [addService(stack), addService(inner)];
    return { app, stack, inner, outside, inside };
  }

  test('public clients where nothing else is asked', () => {
    expect(profiles(SecurityBaseline.evaluate(tree().app))).toEqual({
      'Prod/Service': 'publicClients',
      'Prod/Inner/Service': 'publicClients',
    });
  });

  test('what the nearest attachment asks', () => {
    const { app, stack, inner } = tree();
    SecurityBaseline.attach(app, { profile: SecurityProfile.ISOLATED });
    SecurityBaseline.attach(inner, { profile: SecurityProfile.PUBLIC_CLIENTS });
    SecurityBaseline.attach(stack, { failOnUnknown: true });
    expect(profiles(SecurityBaseline.evaluate(app))).toEqual({
      'Prod/Service': 'isolated',
      'Prod/Inner/Service': 'publicClients',
    });
  });

  test('what the evaluation asks, except below other attachments', () => {
    const { app, stack, inner } = tree();
    SecurityBaseline.attach(app, { profile: SecurityProfile.PUBLIC_CLIENTS });
    SecurityBaseline.attach(stack, { profile: SecurityProfile.PUBLIC_CLIENTS });
    SecurityBaseline.attach(inner);
    SecurityBaseline.attach(inner, { profile: SecurityProfile.PUBLIC_CLIENTS });
    expect(profiles(SecurityBaseline.evaluate(stack, { profile: SecurityProfile.ISOLATED }))).toEqual({
      'Prod/Service': 'isolated',
      'Prod/Inner/Service': 'publicClients',
    });
  });

  test('a day that is one', () => {
    const { app } = tree();
    expect(() => SecurityBaseline.evaluate(app, { today: '2026-02-30' })).toThrow(
      ': [compliance/today] "2026-02-30" is not a date; use YYYY-MM-DD',
    );
  });
});

describe('for any tree', () => {
  const services = fc.array(
    fc.record({ localAuthEnabled: fc.boolean(), publicNetworkAccessEnabled: fc.boolean(), isPremium: fc.boolean() }),
    { maxLength: 8 },
  );

  function build(given: readonly { localAuthEnabled: boolean; isPremium: boolean }[]) {
    const stack = newStack();
    given.forEach(({ isPremium, ...config }, index) =>
      addService(stack, `S${index}`, {
        ...config,
        sku: { name: isPremium ? 'Premium_P1' : 'Standard_S1', capacity: 1 },
      }),
    );
    return stack;
  }

  test('each rule says something of each resource of its types, once', () => {
    fc.assert(
      fc.property(services, (given) => {
        const { findings } = SecurityBaseline.evaluate(build(given));
        const applicable = FAKE_RULES.filter(({ types }) => types.includes(SignalrService.tfResourceType));
        expect(findings).toHaveLength(given.length * applicable.length);
        expect(new Set(findings.map(({ path, rule }) => `${path} ${rule}`)).size).toBe(findings.length);
      }),
      { numRuns: 30 },
    );
  });

  test('an acknowledgement changes no finding of another rule or another construct', () => {
    const rules = fc.constantFrom(KEYS, ORIGINS, TIER);
    fc.assert(
      fc.property(services, rules, fc.nat(), (given, rule, pick) => {
        const stack = build(given);
        const before = SecurityBaseline.evaluate(stack).findings;
        const scope = given.length > 0 ? stack.node.findChild(`S${pick % given.length}`) : stack;
        SecurityBaseline.acknowledge(scope, { rule: rule.id, reason: 'accepted for now' });
        const others = ({ findings }: { findings: typeof before }) =>
          findings.filter((finding) => finding.rule !== rule.id || finding.path !== scope.node.path);
        expect(others(SecurityBaseline.evaluate(stack))).toEqual(others({ findings: before }));
      }),
      { numRuns: 30 },
    );
  });

  test('two evaluations give the same text', () => {
    fc.assert(
      fc.property(services, (given) => {
        const [one, other] = [build(given), build([...given])].map((stack) => SecurityBaseline.evaluate(stack));
        expect([one.toJson(), one.toCsv(), one.toMarkdown(), one.toSarif()]).toEqual([
          other.toJson(),
          other.toCsv(),
          other.toMarkdown(),
          other.toSarif(),
        ]);
      }),
      { numRuns: 10 },
    );
  });
});
