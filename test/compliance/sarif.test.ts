import '../support/fake-catalogue';
import { SecurityBaseline } from '../../src/compliance';
import { toSarif } from '../../src/compliance/private/formats/sarif';
import { Rule } from '../../src/compliance/private/rule';
import { addService, FAKE_RULES } from '../support/fake-rules';
import { sarifErrors } from '../support/sarif';
import { newStack } from '../support/synth';

const { CATALOGUE } = jest.requireActual('../../src/compliance/private/rules/catalogue') as { CATALOGUE: Rule[] };
const NOTHING = { findings: [], acknowledgements: [], controls: [], unjudgedTypes: [] };

/** One finding of each status, and one of each severity. */
function example() {
  const stack = newStack('Prod#1');
  addService(stack, 'Compliant');
  addService(stack, 'Service', {
    localAuthEnabled: true,
    sku: { name: '${var.tier}', capacity: 1 },
    cors: [{ allowedOrigins: ['http://a', 'http://localhost'] }],
  });
  SecurityBaseline.acknowledge(stack, { rule: 'SIG2', reason: 'for the pilot', ticket: 'SEC-1' });
  return SecurityBaseline.evaluate(stack);
}

const log = (openOnly?: boolean) => JSON.parse(example().toSarif({ openOnly }));
const results = (openOnly?: boolean): any[] => log(openOnly).runs[0].results;
const seen = (openOnly?: boolean) =>
  results(openOnly).map(({ ruleId, kind, level, message }) => `${ruleId} ${kind} ${level}: ${message.text}`);

describe('a report in SARIF', () => {
  test.each([[true], [false]])('is SARIF 2.1.0 (open only: %s)', (openOnly) => {
    expect(sarifErrors(log(openOnly))).toEqual([]);
  });

  test('is held to a schema that refuses what SARIF does not have', () => {
    const wrong = log();
    wrong.runs[0].results[0].kind = 'passed';
    delete wrong.runs[0].tool.driver.name;
    expect(sarifErrors(wrong)).toEqual([
      "/runs/0/tool/driver must have required property 'name'",
      '/runs/0/results/0/kind must be equal to one of the allowed values',
    ]);
  });

  test('has what is open only, because GitHub makes an alert of each result', () => {
    expect(seen()).toEqual([
      'SIG5 fail error: cors allows http://a. Name https origins.',
      'SIG5 fail warning: cors allows http://localhost. Name https origins.',
      'REL1 review none: sku.name is not known.',
    ]);
  });

  test('has everything where that is asked', () => {
    expect(seen(false)).toEqual([
      'SIG2 pass none: local_auth_enabled is false.',
      'SIG5 pass none: all origins are https.',
      'SIG6 notApplicable none: the profile publicClients does not require it.',
      'REL1 pass none: it is.',
      'SIG2 fail error: the service has access keys. Set local_auth_enabled to false.',
      'SIG5 fail error: cors allows http://a. Name https origins.',
      'SIG5 fail warning: cors allows http://localhost. Name https origins.',
      'SIG6 notApplicable none: the profile publicClients does not require it.',
      'REL1 review none: sku.name is not known.',
    ]);
  });

  test('describes every rule', () => {
    const { rules } = log().runs[0].tool.driver;
    expect(rules.map(({ id }: any) => id)).toEqual(FAKE_RULES.map(({ id }) => id));
    expect(rules[0]).toEqual({
      id: 'SIG2',
      name: 'SignalRLocalAuthDisabled',
      shortDescription: { text: 'The service has no access keys.' },
      fullDescription: { text: 'Whoever has a key is let in' },
      help: {
        text: 'Whoever has a key is let in. Set local_auth_enabled to false. https://learn.microsoft.com/a_b',
      },
      helpUri: 'https://learn.microsoft.com/a_b',
      defaultConfiguration: { level: 'error' },
      properties: {
        tags: ['security', 'IM-1', 'PA-1', 'f70eecba', 'AZR-1', 'CKV_AZURE_1'],
        'security-severity': '8.0',
      },
    });
    expect(rules.map(({ defaultConfiguration }: any) => defaultConfiguration.level)).toEqual([
      ...['error', 'error', 'error', 'note', 'warning'],
    ]);
  });

  test('lets code scanning list the alerts as security, by how severe they are', () => {
    const { driver } = log().runs[0].tool;
    expect(
      driver.rules.map(({ id, properties }: any) => [id, properties.tags[0], properties['security-severity']]),
    ).toEqual([
      ['SIG2', 'security', '8.0'],
      ['SIG5', 'security', '8.0'],
      ['SIG6', 'security', '8.0'],
      ['OUT1', 'security', '2.0'],
      // What fails is no weakness.
      ['REL1', 'reliability', undefined],
    ]);
    expect(driver.semanticVersion).toMatch(/^\d+\.\d+\.\d+/);
  });

  test.each(CATALOGUE.map((rule) => [rule.id, rule] as const))(
    'has a severity that GitHub reads for %s',
    (id, rule) => {
      const { properties } = JSON.parse(toSarif(NOTHING, [rule], {})).runs[0].tool.driver.rules[0];
      const expected = { error: 8, warning: 5, info: 2 }[rule.severity];
      expect(properties.tags[0]).toBe(id.startsWith('REL') ? 'reliability' : 'security');
      expect(Number(properties['security-severity'] ?? expected)).toBe(expected);
    },
  );

  test('points at the file of the stack and the construct', () => {
    expect(results()[0]).toEqual({
      ruleId: 'SIG5',
      ruleIndex: 1,
      kind: 'fail',
      level: 'error',
      message: { text: 'cors allows http://a. Name https origins.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'stacks/Prod%231/cdk.tf.json' },
            region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
          },
          logicalLocations: [{ fullyQualifiedName: 'Prod#1/Service', kind: 'resource' }],
        },
      ],
      partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      properties: {
        resourceType: 'azurerm_signalr_service',
        profile: 'publicClients',
        status: 'violated',
        controls: { benchmark: ['DP-3'], policies: [], psRule: [], checkov: [], own: [] },
      },
    });
  });

  test('points at a file also where the id of the stack holds half of a character', () => {
    const stack = newStack('Prod\ud800');
    addService(stack, 'Service', { localAuthEnabled: true });
    const [{ results: found }] = JSON.parse(SecurityBaseline.evaluate(stack).toSarif()).runs;
    expect(found[0].locations[0].physicalLocation.artifactLocation.uri).toBe('stacks/Prod%EF%BF%BD/cdk.tf.json');
  });

  test('says why a violation is accepted', () => {
    const suppressed = results(false).filter(({ suppressions }) => suppressions);
    expect(suppressed.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
      [
        'SIG2',
        [
          {
            kind: 'inSource',
            status: 'accepted',
            justification: 'for the pilot',
            properties: { rule: 'SIG2', reason: 'for the pilot', ticket: 'SEC-1' },
          },
        ],
      ],
    ]);
  });

  test('has a fingerprint for each result, the same in each run', () => {
    const prints = () => results(false).map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
    expect(new Set(prints()).size).toBe(9);
    expect(prints()).toEqual(prints());
  });
});
