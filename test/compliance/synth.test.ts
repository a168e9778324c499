import '../support/fake-catalogue';
import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { SignalrService } from '@cdktf/provider-azurerm/lib/signalr-service';
import { App, Aspects, TerraformOutput, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { ReportFormat, SecurityBaseline, SecurityProfile } from '../../src/compliance';
import { ConstructModel } from '../../src/model/construct-model';
import { sharedModel } from '../../src/model/synth-model';
import { addService } from '../support/fake-rules';
import { messageOf, newStack, warnings } from '../support/synth';

const KEYS = 'Prod/Service: [SIG2] the service has access keys. Set local_auth_enabled to false.';
const ON_STACK = `Validation failed with the following errors:\n  [Prod] ${KEYS}`;

function newApp(skipValidation: boolean = false): App {
  return new App({ outdir: Testing.app().outdir, skipValidation, stackTraces: false });
}

/** A stack whose service has access keys. */
function open(app: App, id: string = 'Prod'): TerraformStack {
  const stack = newStack(id, undefined, app);
  addService(stack, 'Service', { localAuthEnabled: true });
  return stack;
}

const written = (app: App, stack: string) => existsSync(join(app.outdir, 'stacks', stack, 'cdk.tf.json'));
const report = (app: App) => JSON.parse(readFileSync(join(app.outdir, 'compliance.json'), 'utf8'));
const paths = (app: App) => new Set(report(app).findings.map(({ path }: { path: string }) => path));

/** The warnings that cdktf's command line shows. */
function shown(app: App): string[] {
  const manifest = JSON.parse(readFileSync(join(app.outdir, 'manifest.json'), 'utf8'));
  return Object.values<any>(manifest.stacks).flatMap(({ annotations }) =>
    annotations.map(({ constructPath, message }: any) => `${constructPath} ${message}`),
  );
}

describe('attached to a stack', () => {
  test.each<[string, (app: App) => void]>([
    ['after its resources', (app) => SecurityBaseline.attach(open(app))],
    [
      'before its resources',
      (app) => {
        const stack = newStack('Prod', undefined, app);
        SecurityBaseline.attach(stack);
        addService(stack, 'Service', { localAuthEnabled: true });
      },
    ],
  ])('%s, a violation makes synth fail before the file is written', (_, build) => {
    const app = newApp();
    build(app);
    expect(messageOf(() => app.synth())).toContain(ON_STACK);
    expect(written(app, 'Prod')).toBe(false);
  });

  test('it lets compliant resources and other stacks pass', () => {
    const app = newApp();
    open(app, 'Other');
    const stack = newStack('Prod', undefined, app);
    addService(stack);
    SecurityBaseline.attach(stack);
    app.synth();
    expect([written(app, 'Prod'), written(app, 'Other')]).toEqual([true, true]);
  });

  test('it tells all violations at once, and those of nested stacks', () => {
    const stack = open(newApp());
    addService(stack, 'Other', { cors: [{ allowedOrigins: ['http://a'] }] });
    const nested = new TerraformStack(stack, 'Nested');
    SecurityBaseline.attach(stack);
    addService(nested, 'Service', { localAuthEnabled: true });
    const message = messageOf(() => Testing.synth(stack, true));
    expect(message).toContain(
      `[Prod] Prod/Nested/Service: [SIG2] the service has access keys. Set local_auth_enabled to false.`,
    );
    expect(message).toContain(`[Prod] Prod/Other: [SIG5[Origin::http://a]] cors allows http://a. Name https origins.`);
    expect(message).toContain(`[Prod] ${KEYS}`);
  });

  test('it sees overrides and what aspects change', () => {
    const stack = newStack();
    addService(stack).addOverride('local_auth_enabled', true);
    const other = newStack();
    addService(other);
    [stack, other].forEach((each) => SecurityBaseline.attach(each));
    Aspects.of(other).add({
      visit: (node: IConstruct) => {
        if (node instanceof SignalrService) node.localAuthEnabled = true;
      },
    });
    expect(messageOf(() => Testing.synth(stack, true))).toContain(ON_STACK);
    expect(messageOf(() => Testing.synth(other, true))).toContain(ON_STACK);
  });

  test('it judges again each time', () => {
    const stack = newStack();
    const service = addService(stack, 'Service', { localAuthEnabled: true });
    SecurityBaseline.attach(stack);
    expect(() => Testing.synth(stack, true)).toThrow(KEYS);
    service.localAuthEnabled = false;
    expect(() => Testing.synth(stack, true)).not.toThrow();
  });

  test('it makes one model for each run, and shares it with other validations', () => {
    const of = jest.spyOn(ConstructModel, 'of');
    const stack = newStack();
    Array.from({ length: 5 }, (_, index) => SecurityBaseline.attach(new Construct(stack, `C${index}`)));
    const validate = () =>
      sharedModel(stack)
        .resources('none')
        .map(({ path }) => path);
    new Construct(stack, 'Other').node.addValidation({ validate });
    Testing.synth(stack, true);
    expect(of).toHaveBeenCalledTimes(1);
    of.mockRestore();
  });
});

describe('attached to an app', () => {
  test('it judges stacks that are there', () => {
    const app = newApp();
    open(app);
    SecurityBaseline.attach(app);
    expect(messageOf(() => app.synth())).toContain(ON_STACK);
  });

  test('it judges stacks that are added later, before their files are written', () => {
    const app = newApp();
    newStack('First', undefined, app);
    SecurityBaseline.attach(app);
    open(app);
    newStack('Last', undefined, app);
    expect(messageOf(() => app.synth())).toContain(ON_STACK);
    expect([written(app, 'First'), written(app, 'Prod')]).toEqual([true, false]);
  });

  test('it judges all stacks at the end where none was there', () => {
    const app = newApp();
    SecurityBaseline.attach(app);
    open(app);
    expect(messageOf(() => app.synth())).toContain(KEYS);
    expect([written(app, 'Prod'), existsSync(join(app.outdir, 'manifest.json'))]).toEqual([true, false]);
  });

  test('it judges a stack that is added before the first one with an attachment of its own', () => {
    const app = newApp();
    SecurityBaseline.attach(app);
    open(app);
    SecurityBaseline.attach(newStack('Last', undefined, app));
    expect(messageOf(() => app.synth())).toContain(`[Last] ${KEYS}`);
  });

  test('it sees what the aspects of one stack do to another', () => {
    const app = newApp();
    const service = addService(newStack('Prod', undefined, app));
    const last = newStack('Last', undefined, app);
    SecurityBaseline.attach(app);
    Aspects.of(last).add({ visit: () => (service.localAuthEnabled = true) });
    expect(messageOf(() => app.synth())).toContain(`[Last] ${KEYS}`);
  });

  test('it holds what is attached to a profile of its own to that', () => {
    const app = newApp();
    const stack = newStack('Prod', undefined, app);
    const inner = new Construct(stack, 'Inner');
    [stack, inner].forEach((scope) => addService(scope));
    SecurityBaseline.attach(app);
    SecurityBaseline.attach(inner, { profile: SecurityProfile.ISOLATED });
    const message = messageOf(() => app.synth());
    expect(message).toContain('Prod/Inner/Service: [SIG6] the service is reachable over the internet.');
    expect(message).not.toContain('Prod/Service:');
  });
});

describe('where the app skips validations', () => {
  test('a violation makes synth fail all the same', () => {
    const app = newApp(true);
    SecurityBaseline.attach(open(app));
    expect(messageOf(() => app.synth())).toBe(KEYS);
    expect(existsSync(join(app.outdir, 'manifest.json'))).toBe(false);
  });

  test('it judges stacks that are added later, and lets compliant ones pass', () => {
    const app = newApp(true);
    newStack('First', undefined, app);
    SecurityBaseline.attach(app);
    const service = addService(newStack('Prod', undefined, app), 'Service', { localAuthEnabled: true });
    newStack('Last', undefined, app);
    expect(messageOf(() => app.synth())).toBe(KEYS);
    service.localAuthEnabled = false;
    app.synth();
    expect(written(app, 'Last')).toBe(true);
  });

  test('it is not attached to an app without a stack, which nothing would judge', () => {
    expect(messageOf(() => SecurityBaseline.attach(newApp(true)))).toBe(
      ': [compliance/no-stack] the app has skipValidation and there is no stack here yet, so stacks that are defined later would not be judged; attach the baseline after the first stack is defined',
    );
  });
});

describe('a warning', () => {
  test('stands at the resource, once, and is shown', () => {
    const app = newApp();
    const stack = newStack('Prod', undefined, app);
    addService(stack, 'Service', { sku: { name: 'Standard_S1', capacity: 1 } });
    SecurityBaseline.attach(app);
    app.synth();
    app.synth();
    expect(shown(app)).toEqual(['Prod/Service [REL1] the tier is Standard_S1. Set sku.name to Premium_P1.']);
    expect(warnings(stack)).toHaveLength(1);
  });

  test('is what a violation becomes that is not enforced', () => {
    const stack = open(newApp());
    SecurityBaseline.attach(stack, { enforce: false, failOnUnknown: true });
    Testing.synth(stack, true);
    expect(warnings(stack)).toEqual(['[SIG2] the service has access keys. Set local_auth_enabled to false.']);
  });

  test('is what a finding asks for with a severity of its own; info is nothing', () => {
    const stack = newStack();
    addService(stack, 'Service', { cors: [{ allowedOrigins: ['http://localhost'] }] });
    new TerraformOutput(stack, 'url', { value: 'x' });
    SecurityBaseline.attach(stack);
    Testing.synth(stack, true);
    expect(warnings(stack)).toEqual([
      '[SIG5[Origin::http://localhost]] cors allows http://localhost. Name https origins.',
    ]);
  });
});

describe('what is not known', () => {
  function unknown(failOnUnknown?: boolean, enforce?: boolean): TerraformStack {
    const stack = newStack();
    const variable = (id: string) => new TerraformVariable(stack, id, {}).value as any;
    addService(stack, 'Service', {
      localAuthEnabled: variable('keys'),
      sku: { name: variable('tier'), capacity: 1 },
    });
    SecurityBaseline.attach(stack, { failOnUnknown, enforce });
    return stack;
  }
  const message = '[SIG2] Not known at synth: local_auth_enabled is not known.';

  test('is a warning of rules with severity error', () => {
    const stack = unknown();
    Testing.synth(stack, true);
    expect(warnings(stack)).toEqual([message]);
  });

  test('is an error of them where that is asked', () => {
    expect(messageOf(() => Testing.synth(unknown(true), true))).toContain(`[Prod] Prod/Service: ${message}`);
  });

  test('is asked of what is below as well, unless that asks for something else', () => {
    const stack = unknown();
    SecurityBaseline.attach(stack.node.root, { failOnUnknown: true });
    expect(() => Testing.synth(stack, true)).toThrow(message);
    SecurityBaseline.attach(stack.node.root, { failOnUnknown: true, enforce: false });
    expect(() => Testing.synth(stack, true)).not.toThrow();
    SecurityBaseline.attach(stack, { enforce: true });
    expect(() => Testing.synth(stack, true)).toThrow(message);
    SecurityBaseline.attach(stack, { failOnUnknown: false });
    expect(() => Testing.synth(stack, true)).not.toThrow();
  });

  test('is a warning again where nothing is enforced', () => {
    const stack = unknown(true, false);
    Testing.synth(stack, true);
    expect(warnings(stack)).toEqual([message]);
  });
});

describe('reports', () => {
  const all = Object.values(ReportFormat);

  test('are written in the formats that any attachment asks for', () => {
    const app = newApp();
    const stack = newStack('Prod', undefined, app);
    addService(stack);
    SecurityBaseline.attach(app, { reports: [ReportFormat.CSV] });
    SecurityBaseline.attach(stack, { reports: all });
    app.synth();
    expect(readdirSync(app.outdir).sort()).toEqual([
      ...['compliance.csv', 'compliance.full.sarif', 'compliance.html', 'compliance.json', 'compliance.md'],
      'compliance.sarif',
      ...['manifest.json', 'stacks'],
    ]);
    const evaluated = SecurityBaseline.evaluate(app);
    const read = (extension: string) => readFileSync(join(app.outdir, `compliance.${extension}`), 'utf8');
    expect(all.map(read)).toEqual([
      evaluated.toJson(),
      evaluated.toCsv(),
      evaluated.toMarkdown(),
      evaluated.toHtml(),
      evaluated.toSarif(),
      evaluated.toSarif({ openOnly: false }),
    ]);
  });

  test('are not written where none is asked for', () => {
    const app = newApp();
    SecurityBaseline.attach(newStack('Prod', undefined, app));
    app.synth();
    expect(readdirSync(app.outdir).sort()).toEqual(['manifest.json', 'stacks']);
  });

  test.each([[false], [true]])('tell of all stacks, also when the first one fails (skipValidation %s)', (skip) => {
    const app = newApp(skip);
    open(app);
    open(app, 'Other');
    SecurityBaseline.attach(app, { reports: [ReportFormat.JSON] });
    expect(() => app.synth()).toThrow(KEYS);
    expect(paths(app)).toEqual(new Set(['Prod/Service', 'Other/Service']));
  });

  test('tell of stacks that are added to an app without one', () => {
    const app = newApp();
    SecurityBaseline.attach(app, { reports: [ReportFormat.JSON] });
    open(app);
    expect(() => app.synth()).toThrow(KEYS);
    expect(paths(app)).toEqual(new Set(['Prod/Service']));
  });
});
