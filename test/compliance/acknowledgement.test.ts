import '../support/fake-catalogue';
import { readFileSync } from 'fs';
import { join } from 'path';
import { Testing } from 'cdktf';
import { Construct } from 'constructs';
import { Acknowledgement, SecurityBaseline } from '../../src/compliance';
import { addService } from '../support/fake-rules';
import { withoutReadOn } from '../support/read-on';
import { messageOf, newStack, warnings } from '../support/synth';

const REASON = 'the pilot needs keys';

/** A service with access keys and two origins over http, in a construct of its own. */
function tree() {
  const app = Testing.app();
  const stack = newStack('Prod', undefined, app);
  const chat = new Construct(stack, 'Chat');
  const cors = [{ allowedOrigins: ['http://a', 'http://b'] }];
  return { app, stack, chat, service: addService(chat, 'Service', { localAuthEnabled: true, cors }) };
}

function accept(scope: Construct, rule: string, more: Partial<Acknowledgement> = {}) {
  SecurityBaseline.acknowledge(scope, { rule, reason: REASON, ...more });
}

/** What is said of the service, without what is as it should be. */
function statuses(scope: Construct, today?: string): string[] {
  return SecurityBaseline.evaluate(scope, { today })
    .findings.filter(({ status }) => !['compliant', 'not applicable'].includes(status))
    .map(({ rule, id, status }) => `${rule}${id ? `[${id}]` : ''} ${status}`);
}

const states = (scope: Construct, today?: string) =>
  SecurityBaseline.evaluate(scope, { today }).acknowledgements.map(
    ({ path, rule, state, findings }) => `${path} ${rule} ${state} ${findings}`,
  );

describe('an acknowledgement', () => {
  test.each(['app', 'stack', 'chat', 'service'] as const)('covers what is below it: at the %s', (level) => {
    const { app, ...scopes } = tree();
    accept({ app, ...scopes }[level] as Construct, 'SIG2');
    expect(statuses(app)).toEqual([
      'SIG2 acknowledged',
      'SIG5[Origin::http://a] violated',
      'SIG5[Origin::http://b] violated',
    ]);
  });

  test('does not cover what is beside it', () => {
    const { app, stack } = tree();
    accept(new Construct(stack, 'Chat2'), 'SIG2');
    accept(new Construct(stack, 'Cha'), 'SIG2');
    expect(statuses(app)[0]).toBe('SIG2 violated');
  });

  test('names a rule or one finding', () => {
    const { app, chat } = tree();
    accept(chat, 'SIG5[Origin::http://b]');
    expect(statuses(app).slice(1)).toEqual(['SIG5[Origin::http://a] violated', 'SIG5[Origin::http://b] acknowledged']);
    accept(chat, 'SIG5');
    expect(statuses(app).slice(1)).toEqual([
      'SIG5[Origin::http://a] acknowledged',
      'SIG5[Origin::http://b] acknowledged',
    ]);
  });

  test('is told with the finding; of several, the nearest', () => {
    const { app, stack, chat } = tree();
    accept(stack, 'SIG2', { reason: 'farther away' });
    accept(chat, 'SIG2', { owner: 'team-chat', ticket: 'SEC-1', expires: '2030-01-01' });
    const { findings, acknowledgements } = SecurityBaseline.evaluate(app, { today: '2026-01-01' });
    expect(findings[0].acknowledgement).toEqual({
      rule: 'SIG2',
      reason: REASON,
      owner: 'team-chat',
      ticket: 'SEC-1',
      expires: '2030-01-01',
    });
    expect(acknowledgements).toEqual([
      { path: 'Prod', rule: 'SIG2', reason: 'farther away', state: 'used', findings: 1 },
      {
        path: 'Prod/Chat',
        rule: 'SIG2',
        reason: REASON,
        owner: 'team-chat',
        ticket: 'SEC-1',
        expires: '2030-01-01',
        state: 'used',
        findings: 1,
      },
    ]);
  });

  test('accepts that a rule cannot decide', () => {
    const { stack, service } = tree();
    service.addOverride('local_auth_enabled', '${var.keys}');
    accept(service, 'SIG2');
    expect(statuses(stack)[0]).toBe('SIG2 acknowledged');
  });

  test('lets synth pass, and is no warning', () => {
    const { app, stack, chat } = tree();
    SecurityBaseline.attach(stack);
    accept(stack, 'SIG5');
    expect(() => app.synth()).toThrow('[SIG2]');
    accept(chat, 'SIG2');
    app.synth();
    expect(warnings(stack)).toEqual([]);
  });
});

describe('the last day', () => {
  test.each([
    ['2026-03-01', '2026-02-28', 'acknowledged'],
    ['2026-03-01', '2026-03-01', 'acknowledged'],
    ['2026-03-01', '2026-03-02', 'violated'],
    ['2026-03-01', '2027-01-01', 'violated'],
  ])('of an acknowledgement is %s: on %s it is %s', (expires, today, expected) => {
    const { chat, stack } = tree();
    accept(chat, 'SIG2', { expires });
    expect(statuses(stack, today)[0]).toBe(`SIG2 ${expected}`);
  });

  test('is told by the finding and the report', () => {
    const { app, chat } = tree();
    accept(chat, 'SIG2', { expires: '2026-03-01' });
    const { findings } = SecurityBaseline.evaluate(app, { today: '2026-03-02' });
    expect(findings[0].reason).toBe(
      'the service has access keys. The acknowledgement at Prod/Chat expired on 2026-03-01.',
    );
    expect(states(app, '2026-03-02')).toEqual(['Prod/Chat SIG2 expired 1']);
    accept(app, 'SIG2', { expires: '2026-02-01' });
    accept(chat, 'SIG2', { expires: '2026-02-02' });
    expect(SecurityBaseline.evaluate(app, { today: '2026-03-02' }).findings[0].reason).toContain(
      'Prod/Chat expired on',
    );
  });

  test('of one does not matter where another counts', () => {
    const { app, chat } = tree();
    accept(app, 'SIG2');
    accept(chat, 'SIG2', { expires: '2026-03-01' });
    const { findings } = SecurityBaseline.evaluate(app, { today: '2026-03-02' });
    expect([findings[0].status, findings[0].reason]).toEqual(['acknowledged', 'the service has access keys.']);
    expect(states(app, '2026-03-02')).toEqual([' SIG2 used 1', 'Prod/Chat SIG2 expired 1']);
  });

  test('is compared with the current one where none is given', () => {
    jest.useFakeTimers({ now: new Date('2026-03-02T00:30:00Z') });
    const { app, chat } = tree();
    accept(chat, 'SIG2', { expires: '2026-03-01' });
    expect(statuses(app)[0]).toBe('SIG2 violated');
    jest.setSystemTime(new Date('2026-03-01T23:30:00Z'));
    expect(statuses(app)[0]).toBe('SIG2 acknowledged');
    jest.useRealTimers();
  });

  test('is compared with the day of the nearest attachment that gives one', () => {
    const { app, stack, chat } = tree();
    SecurityBaseline.attach(app, { today: '2026-03-01', profile: undefined });
    SecurityBaseline.attach(chat);
    accept(chat, 'SIG2', { expires: '2026-03-01' });
    accept(chat, 'SIG5', { expires: '2026-03-01' });
    expect(() => Testing.synth(stack, true)).not.toThrow();
    SecurityBaseline.attach(stack, { today: '2026-03-02' });
    expect(messageOf(() => Testing.synth(stack, true))).toContain('expired on 2026-03-01. Set local_auth_enabled');
  });
});

describe('an acknowledgement that nothing needs', () => {
  const message = (path: string, rule: string) =>
    `[compliance/unused-acknowledgement] nothing at or below ${path} violates ${rule}; remove the acknowledgement`;

  test('is listed', () => {
    const { app, chat } = tree();
    accept(chat, 'SIG6');
    accept(chat, 'SIG5[Origin::http://c]', { expires: '2020-01-01' });
    expect(states(app)).toEqual(['Prod/Chat SIG6 unused 0', 'Prod/Chat SIG5[Origin::http://c] unused 0']);
  });

  test('is not listed where it covers more than what is evaluated', () => {
    const { app, stack } = tree();
    const other = addService(stack, 'Other');
    accept(stack, 'SIG2');
    expect(states(other)).toEqual([]);
    expect(states(app)).toEqual(['Prod SIG2 used 1']);
  });

  test('is not listed where it is beside what is evaluated', () => {
    const { stack, chat } = tree();
    accept(chat, 'SIG6');
    expect([states(new Construct(stack, 'Cha')), states(chat)]).toEqual([[], ['Prod/Chat SIG6 unused 0']]);
  });

  test('is a warning at its construct, once', () => {
    const { app, stack, chat } = tree();
    SecurityBaseline.attach(stack, { enforce: false });
    accept(chat, 'SIG6');
    app.synth();
    app.synth();
    expect(chat.node.metadata.map(({ data }) => withoutReadOn(data))).toEqual([message('Prod/Chat', 'SIG6')]);
  });

  test('is a warning of the last stack where it is at the app, which cdktf does not show', () => {
    const { app } = tree();
    newStack('Last', undefined, app);
    SecurityBaseline.attach(app, { enforce: false });
    accept(app, 'SIG6');
    app.synth();
    const manifest = JSON.parse(readFileSync(join(app.outdir, 'manifest.json'), 'utf8'));
    expect(manifest.stacks.Last.annotations.map((annotation: any) => withoutReadOn(annotation.message))).toEqual([
      message('the app', 'SIG6'),
    ]);
  });
});

describe('an acknowledgement is refused', () => {
  const refused = (given: Partial<Acknowledgement>) =>
    messageOf(() => SecurityBaseline.acknowledge(newStack(), { rule: 'SIG2', reason: REASON, ...given }));

  test.each(['SIG99', 'SIG2 ', 'SIG2[', 'SIG22[x]', ''])('for a rule that does not exist: "%s"', (rule) => {
    expect(refused({ rule })).toBe(
      `Prod: [compliance/unknown-rule] there is no rule ${rule}; RULES.md lists all, and a single finding is written RULE[FINDING]`,
    );
  });

  test.each(['sig2', 'SignalRLocalAuthDisabled'])('for what is no id of a rule, but means one: "%s"', (rule) => {
    expect(refused({ rule })).toBe(`Prod: [compliance/unknown-rule] there is no rule ${rule}; use SIG2`);
  });

  test.each(['', 'too short', '  padded     '])('for the reason "%s"', (reason) => {
    expect(refused({ reason })).toBe(
      `Prod: [compliance/acknowledgement-reason] the reason "${reason}" is shorter than 10 characters; say why the finding is accepted`,
    );
  });

  test.each(['2026-02-30', '2026-13-01', '26-01-01', 'tomorrow', '2026-01-01T00:00:00Z', ''])(
    'for the day "%s"',
    (expires) => {
      expect(refused({ expires })).toBe(
        `Prod: [compliance/acknowledgement-expiry] "${expires}" is not a date; use YYYY-MM-DD`,
      );
    },
  );

  test('for all of that at once', () => {
    expect(refused({ rule: 'X', reason: '', expires: 'x' }).split('\n')).toHaveLength(3);
  });

  test('but not for ten characters or a leap day', () => {
    expect(() => accept(newStack(), 'SIG2', { reason: '0123456789', expires: '2028-02-29' })).not.toThrow();
  });
});
