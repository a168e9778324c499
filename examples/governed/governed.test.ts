import { Testing } from 'cdktf';
import { LockedGroup } from './house-rules';
import { GovernedStack } from './main';
import { compliance, connectivity, signalr } from 'cdktf-azure-secure-signalr';

const { ComplianceStatus, SecurityBaseline, Severity } = compliance;
const { ConnectivityReport, Origin } = connectivity;
const { RequestType } = signalr;

const stack = new GovernedStack(Testing.app(), 'governed');
const { chat } = stack;

describe('connectivity', () => {
  const report = ConnectivityReport.of(stack);

  test('the app reaches the service through the private endpoint, and through that alone', () => {
    report.expectPrivate(chat.webApp, chat.signalr);
  });

  test('browsers connect, and no one on the internet acts as a server', () => {
    report.expectAllowed(Origin.internet(), chat.signalr, RequestType.CLIENT_CONNECTION);
    report.expectDenied(Origin.internet(), chat.signalr, RequestType.SERVER_CONNECTION);
    report.expectDenied(Origin.internet(), chat.signalr, RequestType.REST_API);
  });
});

describe('compliance', () => {
  const report = SecurityBaseline.evaluate(stack);

  test('what breaks a rule has been accepted', () => {
    const open = report.withStatus(ComplianceStatus.VIOLATED).filter(({ severity }) => severity !== Severity.INFO);
    expect(open.map(({ rule, path, reason }) => `${rule} ${path}: ${reason}`)).toEqual([]);
  });

  test('only the page of the developers has been accepted', () => {
    const accepted = report.withStatus(ComplianceStatus.ACKNOWLEDGED);
    expect(accepted.map(({ rule, id, acknowledgement }) => [rule, id, acknowledgement?.ticket])).toEqual([
      ['SIG5', 'Origin::http://localhost:3000', 'CHAT-17'],
    ]);
  });
});

test('the resource group is locked, as a rule of the team asks', () => {
  const { findings } = SecurityBaseline.evaluate(stack, { rules: [new LockedGroup()] });
  expect(findings.filter(({ rule }) => rule === 'CHAT2').map(({ status }) => status)).toEqual([
    ComplianceStatus.COMPLIANT,
  ]);
});

test('what is deployed changes only where a review has seen it', () => {
  expect(Testing.synth(stack, true)).toMatchSnapshot();
});
