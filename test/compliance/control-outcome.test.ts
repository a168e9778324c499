import { ControlOutcome, ControlStatus, SecurityBaseline, SecurityProfile } from '../../src/compliance';
import { NetworkAccess } from '../../src/signalr';
import { newApp } from '../support/app';
import { newPlainChat } from '../support/plain-chat';
import { newChat } from '../support/serverless';

const NETWORK = 'Disable Public Network Access';
const { PUBLIC_CLIENTS, ISOLATED } = SecurityProfile;

type Scope = Parameters<typeof SecurityBaseline.evaluate>[0];

const controlOf = (scope: Scope, profile?: SecurityProfile): ControlStatus =>
  SecurityBaseline.evaluate(scope, { profile }).controls.find(({ feature }) => feature === NETWORK)!;

describe('NS-2 of a service that takes clients over the internet', () => {
  test.each<[string, () => Scope]>([
    ['a web app', () => newApp().stack],
    ['a Serverless service', () => newChat().stack],
    ['plain azurerm', () => newPlainChat().stack],
  ])('is satisfied with public clients, and says so: %s', (_, define) => {
    const { outcome, reason } = controlOf(define(), PUBLIC_CLIENTS);
    expect(outcome).toMatch(/^satisfied/);
    expect(`${outcome}: ${reason}`).toContain('public clients');
  });

  test('says so in each form of the report', () => {
    const report = SecurityBaseline.evaluate(newPlainChat().stack, { profile: PUBLIC_CLIENTS });
    const rowOf = (text: string) => text.split('\n').find((line) => line.includes(NETWORK));
    expect(rowOf(report.toMarkdown())).toContain('public clients');
    const json = JSON.parse(report.toJson()).controls.find(({ feature }: ControlStatus) => feature === NETWORK);
    expect(`${json.outcome}: ${json.reason}`).toContain('public clients');
  });

  test('names the service and the list that let clients in', () => {
    const { stack, service } = newPlainChat();
    service.publicNetworkAccessEnabled = true;
    const { outcome, reason } = controlOf(stack, PUBLIC_CLIENTS);
    expect(outcome).toBe(ControlOutcome.SATISFIED_WITH_PUBLIC_CLIENTS);
    expect(reason).toMatch(/; clients connect over the internet: NAC4 at Prod\/Acl; SIG6 at Prod\/Service$/);
  });

  test('is unknown where a variable decides whether there are clients in the internet', () => {
    const { stack, service } = newPlainChat();
    service.addOverride('public_network_access_enabled', '${var.public}');
    const { outcome, reason } = controlOf(stack, PUBLIC_CLIENTS);
    expect([outcome, reason]).toEqual([
      'unknown',
      expect.stringMatching(/^whether clients connect over the internet is not known: .*SIG6 at Prod\/Service/),
    ]);
  });

  test('is violated in the isolated profile', () => {
    expect(controlOf(newPlainChat().stack, ISOLATED).outcome).toBe('violated');
  });
});

describe('NS-2 of a service that takes nothing over the internet', () => {
  const define = () => newApp({ networkAccess: NetworkAccess.privateOnly() }).stack;

  test.each([PUBLIC_CLIENTS, ISOLATED])('is satisfied without more in the profile %s', (profile) => {
    const { outcome, reason } = controlOf(define(), profile);
    expect(outcome).toBe('satisfied');
    expect(reason).not.toContain('public clients');
  });
});
