import { ControlBaseline, ControlStatus, SecurityBaseline, SecurityProfile } from '../../src/compliance';
import { SecureServerlessSignalR, SecureSignalRApp } from '../../src/index';
import { NetworkAccess } from '../../src/signalr';
import { newApp } from '../support/app';
import { add, stackWithService } from '../support/plain-azurerm';
import { newPlainChat, PlainChatOptions } from '../support/plain-chat';
import { newChat } from '../support/serverless';
import { newStack } from '../support/synth';

const NETWORK = 'Disable Public Network Access';
const { PUBLIC_CLIENTS, ISOLATED } = SecurityProfile;
const { SIGNALR_SERVICE, APP_SERVICE } = ControlBaseline;

type Scope = Parameters<typeof SecurityBaseline.evaluate>[0];

/** What becomes of NS-2, Disable Public Network Access, with its reason. */
function told(scope: Scope, profile?: SecurityProfile, baseline: ControlBaseline = SIGNALR_SERVICE): string {
  const { controls } = SecurityBaseline.evaluate(scope, { profile });
  const { outcome, reason } = controls.find((each) => each.baseline === baseline && each.feature === NETWORK)!;
  return `${outcome}: ${reason}`;
}

/** What is said where clients come to some services, as rules of the isolated profile and of any profile find it. */
const meant = (clients: string, others: string) =>
  `satisfied with public clients: client connections come over the public endpoint on purpose, which only the profile isolated denies: ${clients}; nothing else does: ${others}`;

const OF_APP = meant(
  'SIG6 at Prod/Chat/SignalR/Resource; NAC4 at Prod/Chat/SignalR/NetworkAcl',
  'NAC1 at Prod/Chat/SignalR/Resource; NAC2 at Prod/Chat/SignalR/NetworkAcl; NAC3 at Prod/Chat/SignalR/NetworkAcl',
);
const OF_PLAIN = meant(
  'SIG6 at Prod/Service; NAC4 at Prod/Acl',
  'NAC1 at Prod/Service; NAC2 at Prod/Acl; NAC3 at Prod/Acl',
);

const opened = (...types: string[]): PlainChatOptions => ({
  lists: { publicNetwork: { allowedRequestTypes: ['ClientConnection', ...types] } },
});

function quickStart() {
  const stack = newStack();
  new SecureSignalRApp(stack, 'Chat', { location: 'centralus' });
  return stack;
}

describe('NS-2 of a service that takes clients over the internet', () => {
  test.each<[string, () => Scope, string]>([
    ['the quick start', quickStart, OF_APP],
    ['a web app', () => newApp().stack, OF_APP],
    ['a Serverless service with a public negotiate app', () => newChat().stack, OF_APP],
    ['plain azurerm', () => newPlainChat().stack, OF_PLAIN],
  ])('is satisfied with public clients: %s', (_, define, expected) => {
    expect(told(define(), PUBLIC_CLIENTS)).toBe(expected);
  });

  test('is so in the profile that the architecture takes by itself', () => {
    expect(told(quickStart())).toBe(OF_APP);
  });

  test('is so in each form of the report', () => {
    const report = SecurityBaseline.evaluate(newPlainChat().stack, { profile: PUBLIC_CLIENTS });
    const rowOf = (text: string) => text.split('\n').find((line) => line.includes(`NS-2 | ${NETWORK}`));
    const outcome = 'satisfied with public clients';
    expect(rowOf(report.toMarkdown())).toContain(`| ${outcome} | client connections come over the public endpoint`);
    const json = JSON.parse(report.toJson()).controls.find(({ feature }: ControlStatus) => feature === NETWORK);
    expect(`${json.outcome}: ${json.reason}`).toBe(OF_PLAIN);
    expect(report.toCsv()).toContain(`,${outcome},,"client connections come over the public endpoint on purpose`);
    expect(report.toHtml()).toMatch(new RegExp(`${NETWORK}.*${outcome}.*client connections come over the public`));
  });

  test('is violated where the profile asks for private clients', () => {
    expect(told(newPlainChat().stack, ISOLATED)).toBe('violated: SIG6 at Prod/Service; NAC4 at Prod/Acl');
  });

  test.each(['ServerConnection', 'RESTAPI', 'Trace'])('is violated where %s also comes that way', (type) => {
    expect(told(newPlainChat(opened(type)).stack, PUBLIC_CLIENTS)).toBe('violated: NAC3 at Prod/Acl');
  });

  test('is violated without an access control list, which would hold clients and servers apart', () => {
    expect(told(stackWithService({ public_network_access_enabled: true }), PUBLIC_CLIENTS)).toBe(
      'violated: NAC1 at Prod/Service',
    );
  });

  test('is acknowledged where server connections are accepted, and still says what the profile leaves out', () => {
    const { stack } = newPlainChat(opened('ServerConnection'));
    SecurityBaseline.acknowledge(stack, { rule: 'NAC3', reason: 'until the servers have moved' });
    expect(told(stack, PUBLIC_CLIENTS)).toBe(
      'acknowledged: NAC3 at Prod/Acl; the profile publicClients does not require it, since clients come over the public network: SIG6 at Prod/Service; NAC4 at Prod/Acl',
    );
  });

  test('is unknown where a variable decides what comes over the public network', () => {
    const { stack, acl } = newPlainChat();
    acl!.addOverride('public_network.allowed_request_types', '${var.types}');
    expect(told(stack, PUBLIC_CLIENTS)).toBe('unknown: NAC3 at Prod/Acl');
  });

  test('is not asked for, and no clients are named, where the list alone closes the service', () => {
    const { stack } = newPlainChat({ lists: { publicNetwork: { allowedRequestTypes: [] } } });
    expect(told(stack, PUBLIC_CLIENTS)).toBe(
      'not asked for by the profile: the profile publicClients does not require it: SIG6 at Prod/Service',
    );
  });
});

describe('NS-2 of several services', () => {
  /** A service that takes nothing over the internet, and another as a test has it. */
  function closedAnd(attributes: object, list?: object) {
    const stack = stackWithService({ public_network_access_enabled: false });
    const other = add(stack, 'azurerm_signalr_service', 'Other', { name: 'sigr-other', ...attributes });
    if (list) {
      add(stack, 'azurerm_signalr_service_network_acl', 'Acl', { signalr_service_id: other.ref(), ...list });
    }
    return stack;
  }

  test('is satisfied with public clients where one has some', () => {
    const list = { default_action: 'Deny', public_network: [{ allowed_request_types: ['ClientConnection'] }] };
    expect(told(closedAnd({}, list), PUBLIC_CLIENTS)).toBe(
      meant(
        'SIG6 at Prod/Other; NAC4 at Prod/Acl',
        'NAC1 at Prod/Other, Prod/Service; NAC2 at Prod/Acl; NAC3 at Prod/Acl',
      ),
    );
  });

  test('is violated where one lets everything in', () => {
    expect(told(closedAnd({}), PUBLIC_CLIENTS)).toBe('violated: NAC1 at Prod/Other');
  });

  test('is unknown where that is not known of one', () => {
    expect(told(closedAnd({ public_network_access_enabled: '${var.public}' }), PUBLIC_CLIENTS)).toBe(
      'unknown: NAC1 at Prod/Other',
    );
  });
});

describe('NS-2 of what takes nothing over the internet', () => {
  test.each([PUBLIC_CLIENTS, ISOLATED])('is satisfied without more in the profile %s', (profile) => {
    const { stack } = newApp({ networkAccess: NetworkAccess.privateOnly() });
    expect(told(stack, profile)).toMatch(/^satisfied: SIG6 at Prod\/Chat\/SignalR\/Resource; NAC1 at /);
  });

  test.each<[string, (stack: ReturnType<typeof newStack>) => unknown]>([
    [
      'a web app',
      (stack) =>
        new SecureSignalRApp(stack, 'Chat', {
          location: 'centralus',
          networkAccess: NetworkAccess.privateOnly(),
        }),
    ],
    [
      'a Serverless service',
      (stack) =>
        new SecureServerlessSignalR(stack, 'Chat', {
          location: 'centralus',
          networkAccess: NetworkAccess.privateOnly(),
        }),
    ],
  ])('is satisfied in the isolated profile: %s', (_, define) => {
    const stack = newStack();
    define(stack);
    expect(told(stack, ISOLATED)).toMatch(/^satisfied: SIG6 at /);
  });
});

test('NS-2 of an app that browsers call is not met, since no list holds what they send apart from the rest', () => {
  expect(told(newChat().stack, PUBLIC_CLIENTS, APP_SERVICE)).toBe(
    'not asked for by the profile: the profile publicClients does not require it, since browsers call apps over the public network: APP11 at Prod/Chat/NegotiationApp/Resource',
  );
});
