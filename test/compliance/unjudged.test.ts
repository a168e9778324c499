import { readFileSync } from 'fs';
import { join } from 'path';
import { DataAzurermClientConfig } from '@cdktf/provider-azurerm/lib/data-azurerm-client-config';
import { App, TerraformOutput, TerraformResource, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { ReportFormat, SecurityBaseline } from '../../src/compliance';
import { EVIDENCE } from '../../src/compliance/private/evidence';
import { CATALOGUE } from '../../src/compliance/private/rules/catalogue';
import { runCommand } from '../check/support/command';
import { estate } from '../check/support/estates';
import { addService } from '../support/fake-rules';
import { filesOf, read } from '../support/markdown';
import { newStack } from '../support/synth';

/** What is in a subnet, which synth holds to its place; no rule reads it. */
const JOINERS = 'network/joiners.ts';
/** The same of what is attached to one. */
const PLACED = ['azurerm_nat_gateway', 'azurerm_subnet_nat_gateway_association'];

const NO_RULE = 'no rule judges them';
const READ = 'rules read them to judge others';
const NOT_HELD = 'they are not held to the security baseline';

class Written extends TerraformResource {
  protected synthesizeAttributes() {
    return {};
  }
}

function add(scope: Construct, id: string, terraformResourceType: string) {
  return new Written(scope, id, { terraformResourceType });
}

const unjudged = (scope: Construct) =>
  SecurityBaseline.evaluate(scope).unjudgedTypes.map(
    ({ type, resources, reason }) => `${type} ${resources}: ${reason}`,
  );

describe('types that no rule judges', () => {
  test.each<[string, (stack: TerraformStack) => unknown, string[]]>([
    ['nothing is there', () => undefined, []],
    ['a rule judges all', (stack) => addService(stack), []],
    [
      'several, by type, whatever the provider',
      (stack) => {
        add(stack, 'B', 'random_pet');
        add(stack, 'A', 'random_pet');
        add(stack, 'C', 'azurerm_search_service');
        addService(stack);
      },
      [`azurerm_search_service 1: ${NO_RULE}`, `random_pet 2: ${NO_RULE}`],
    ],
    [
      'what rules read to judge others says so',
      (stack) => add(stack, 'Association', 'azurerm_subnet_network_security_group_association'),
      [`azurerm_subnet_network_security_group_association 1: ${READ}`],
    ],
    [
      'data sources, outputs and variables are not listed',
      (stack) => {
        new DataAzurermClientConfig(stack, 'Client');
        new TerraformOutput(stack, 'url', { value: 'x' });
        new TerraformVariable(stack, 'count', {});
      },
      [],
    ],
    [
      'instances count, and what is there nobody knows how often counts once',
      (stack) => {
        add(stack, 'Three', 'random_pet').addOverride('count', 3);
        add(stack, 'Some', 'random_id').addOverride('count', '${var.count}');
        add(stack, 'Gone', 'random_uuid').addOverride('count', 0);
      },
      [`random_id 1: ${NO_RULE}`, `random_pet 3: ${NO_RULE}`],
    ],
  ])('%s', (_title, define, expected) => {
    const stack = newStack();
    define(stack);
    expect(unjudged(stack)).toEqual(expected);
  });

  test('are those of the construct and below it', () => {
    const stack = newStack();
    add(stack, 'Beside', 'random_pet');
    const chat = new Construct(stack, 'Chat');
    add(chat, 'Name', 'random_id');
    expect(unjudged(chat)).toEqual([`random_id 1: ${NO_RULE}`]);
  });

  test('stand in Markdown and JSON, and are no alerts', () => {
    const stack = newStack();
    add(stack, 'Cache', 'azurerm_search_service');
    const report = SecurityBaseline.evaluate(stack);
    expect(report.toMarkdown()).toContain(
      `| Type | Resources | Why |\n| --- | --- | --- |\n| azurerm\\_search\\_service | 1 | ${NO_RULE} |\n`,
    );
    expect(JSON.parse(report.toJson()).unjudgedTypes).toEqual([
      { type: 'azurerm_search_service', resources: 1, reason: NO_RULE },
    ]);
    expect(report.toSarif({ openOnly: false })).not.toContain('redis');
  });

  test('are also those that nothing holds to the baseline, in the report of the app', () => {
    const app = new App({ outdir: Testing.app().outdir, stackTraces: false });
    const stack = newStack('Prod', undefined, app);
    const chat = new Construct(stack, 'Chat');
    SecurityBaseline.attach(chat, { reports: [ReportFormat.JSON], enforce: false });
    [stack, chat].forEach((scope) => {
      addService(scope);
      add(scope, 'Name', 'random_pet');
    });
    app.synth();
    expect(JSON.parse(readFileSync(join(app.outdir, 'compliance.json'), 'utf8')).unjudgedTypes).toEqual([
      { type: 'azurerm_signalr_service', resources: 1, reason: NOT_HELD },
      { type: 'random_pet', resources: 1, reason: NO_RULE },
      { type: 'random_pet', resources: 1, reason: NOT_HELD },
    ]);
  });

  test('are lines of what the command says, and never fail it', async () => {
    const { resource } = estate();
    const plan = { resource: { ...resource, random_pet: { a: {}, b: {} } } };
    const check = (format: string, ...more: string[]) =>
      runCommand(['check', 'plan.json', '--format', format, ...more], {
        files: { 'plan.json': JSON.stringify({ after: plan }) },
      });
    const text = (await check('text')).stdout.split('\n');
    const line = text.find((each) => each.includes('random_pet'))!;
    expect(line.trim().split(/ {2,}/)).toEqual(['2 resources', 'random_pet', NO_RULE]);
    expect(text.slice(0, text.indexOf(line))).toContain('Not judged');
    expect((await check('markdown')).stdout).toContain(`| random\\_pet | 2 resources | ${NO_RULE} |`);
    const { sections } = JSON.parse((await check('json', '--fail-on', 'unknown')).stdout);
    expect(sections.unjudged.level).toBeUndefined();
    expect(sections.unjudged.entries).toContainEqual({ code: 'random_pet', subject: '2 resources', message: NO_RULE });
  });

  test('say that rules read them where the sources name the type, and only there', () => {
    const literals = ['src/topology', 'src/connectivity'].flatMap((folder) =>
      filesOf(folder, '.ts')
        .filter((file) => !file.endsWith(JOINERS))
        .flatMap((file) => [...read(file).matchAll(/'(az(?:urerm|api)_[a-z0-9_]+)'/g)]),
    );
    const named = new Set(literals.map(([, type]) => type).filter((type) => !PLACED.includes(type)));
    const judged = new Set(CATALOGUE.flatMap(({ types }) => types));
    expect(EVIDENCE.size).toBeGreaterThan(30);
    expect([...named].filter((type) => !judged.has(type) && !EVIDENCE.has(type))).toEqual([]);
    expect([...EVIDENCE].filter((type) => !named.has(type))).toEqual([]);
  });
});
