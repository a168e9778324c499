import { SecureSignalRApp } from '../../src';
import { WrittenExpectation } from '../../src/check/private/accept/accept-file';
import { assess } from '../../src/check/private/assessment';
import { Io } from '../../src/check/private/io';
import { SourcePlaces } from '../../src/check/private/source-places';
import { ConnectivityReport, Origin } from '../../src/connectivity';
import { ConstructModel } from '../../src/model/construct-model';
import { RequestType } from '../../src/signalr';
import { withoutReadOn } from '../support/read-on';
import { newStack } from '../support/synth';

const { SERVER_CONNECTION, CLIENT_CONNECTION, REST_API, TRACE } = RequestType;

/** Whether something throws, with the message behind the path of the construct. */
function messageOf(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    return withoutReadOn((error as Error).message).replace(/^\S+: /, '');
  }
}

describe('expectations of an accept file give the verdicts of those of a report', () => {
  const stack = newStack();
  const chat = new SecureSignalRApp(stack, 'Chat', { location: 'centralus' });
  const report = ConnectivityReport.of(stack);
  const model = ConstructModel.of(stack);
  const app = chat.webApp.node.path;
  const service = chat.signalr.node.path;

  /** What is found wrong with an expectation, as a report words it. */
  function problemsOf(what: WrittenExpectation): string[] {
    const io = { cwd: '/', env: {}, readFolder: () => undefined } as unknown as Io;
    const accept = { acknowledgements: [], expectations: [{ at: 'accept.yaml:1', what }] };
    const { expectations } = assess(model, { accept, places: new SourcePlaces(io, []) });
    return expectations[0].problems.map(({ code, message }) => `[${code}] ${message}`);
  }

  const PLACES: readonly (readonly [string, Origin])[] = [
    ['internet', Origin.internet()],
    [app, Origin.of(chat.webApp)],
  ];
  const cases = PLACES.flatMap(([from, origin]) =>
    [SERVER_CONNECTION, CLIENT_CONNECTION, REST_API, TRACE].map((request) => [request, from, origin] as const),
  );

  test.each(cases)('%s from %s', (request, from, origin) => {
    const ofPlaces = (text: string | undefined) => text?.replace(/ from .+ to /, ' from X to ');
    const denied = messageOf(() => report.expectDenied(origin, chat.signalr, request));
    const allowed = messageOf(() => report.expectAllowed(origin, chat.signalr, request));
    expect([denied, allowed].filter((each) => each === undefined)).toHaveLength(1);
    expect(ofPlaces(problemsOf({ expect: 'denied', request, from, to: service })[0])).toBe(ofPlaces(denied));
    expect(ofPlaces(problemsOf({ expect: 'allowed', request, from, to: service })[0])).toBe(ofPlaces(allowed));
  });

  test('private', () => {
    expect(messageOf(() => report.expectPrivate(chat.webApp, chat.signalr))).toBeUndefined();
    expect(problemsOf({ expect: 'private', from: app, to: service })).toEqual([]);
    expect(problemsOf({ expect: 'private', from: 'internet' })).toHaveLength(1);
  });
});

test('without a service nobody reaches one, and nobody is let in', () => {
  const model = ConstructModel.of(newStack());
  const io = { cwd: '/', env: {}, readFolder: () => undefined } as unknown as Io;
  const expectations = (['denied', 'allowed'] as const).map((expect) => ({
    at: expect,
    what: { expect, from: 'internet' },
  }));
  const accept = { acknowledgements: [], expectations };
  const results = assess(model, { accept, places: new SourcePlaces(io, []) }).expectations;
  expect(results.map(({ at, problems }) => [at, problems.map(({ message }) => message)])).toEqual([
    ['denied', []],
    ['allowed', ['the configuration has no SignalR service']],
  ]);
});
