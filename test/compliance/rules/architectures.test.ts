import { TerraformOutput, TerraformStack } from 'cdktf';
import { AppDns, AppNetwork, privatelink, signalr } from '../../../src';
import { SecurityProfile } from '../../../src/compliance';
import { DNS_RULES } from '../../../src/compliance/private/rules/dns';
import { GOVERNANCE_RULES } from '../../../src/compliance/private/rules/governance';
import { NETWORK_ACCESS_RULES } from '../../../src/compliance/private/rules/network-access';
import { OUTPUT_RULES } from '../../../src/compliance/private/rules/outputs';
import { PRIVATE_ENDPOINT_RULES } from '../../../src/compliance/private/rules/private-endpoint';
import { SHARED_PRIVATE_LINK_RULES } from '../../../src/compliance/private/rules/shared-private-link';
import { SIGNALR_RULES } from '../../../src/compliance/private/rules/signalr';
import { newApp } from '../../support/app';
import { verdicts } from '../../support/compliance-a';
import { newChat } from '../../support/serverless';
import { newStack } from '../../support/synth';

const RULES = [
  ...SIGNALR_RULES,
  ...NETWORK_ACCESS_RULES,
  ...PRIVATE_ENDPOINT_RULES,
  ...DNS_RULES,
  ...SHARED_PRIVATE_LINK_RULES,
  ...OUTPUT_RULES,
  ...GOVERNANCE_RULES,
];

const { PUBLIC_CLIENTS, ISOLATED } = SecurityProfile;

/** Everything but compliant and not applicable verdicts, without the path of the L3. */
function complaints(stack: TerraformStack, profile: SecurityProfile): string[] {
  return RULES.flatMap((rule) => verdicts(rule, stack, profile).map((line) => `${rule.id} ${line}`))
    .filter((line) => !/ (compliant|not applicable): /.test(line))
    .map((line) => line.replace('Prod/Chat/', ''));
}

const LOCAL = 'OUT2 Prod violated: warning the state is kept by the local backend, in clear text';
const NO_POLICY = 'GOV1 SignalR/Resource violated: info the tree assigns no built-in policy for SignalR';
const NO_IDENTITY = 'SIG4 SignalR/Resource violated: info the service has no managed identity, and needs none so far';

const privateOnly = signalr.NetworkAccess.privateOnly();

test('each rule has an id of its own, a link, and what to do', () => {
  expect(RULES.map(({ id }) => id)).toEqual([
    ...['SIG1', 'SIG2', 'SIG3', 'SIG4', 'SIG5', 'SIG6', 'SIG7', 'SIG8'],
    ...['NAC1', 'NAC2', 'NAC3', 'NAC4', 'NAC5', 'NAC6'],
    ...['PE1', 'PE2', 'PE3', 'PE4', 'DNS1', 'DNS2', 'DNS3'],
    ...['SPL1', 'SPL2', 'SPL3', 'OUT1', 'OUT2', 'GOV1'],
  ]);
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
  RULES.forEach(({ link, fix, summary, explanation, controls, types }) => {
    expect(link).toMatch(
      /^https:\/\/(learn\.microsoft\.com\/azure|registry\.terraform\.io|developer\.hashicorp\.com)\//,
    );
    [fix, summary, explanation].forEach((text) => expect(text).toMatch(/^\S.*\.$/));
    (controls.policies ?? []).forEach((id) => expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
    expect(types.length).toBeGreaterThan(0);
  });
});

test.each<[string, () => { stack: TerraformStack }, SecurityProfile, string[]]>([
  ['SecureSignalRApp', () => newApp(), PUBLIC_CLIENTS, [NO_IDENTITY, LOCAL, NO_POLICY]],
  [
    'SecureSignalRApp with private clients',
    () => newApp({ networkAccess: privateOnly, network: AppNetwork.define({}) }),
    ISOLATED,
    [NO_IDENTITY, LOCAL, NO_POLICY],
  ],
  [
    'SecureSignalRApp whose zone Azure Policy attaches',
    () => newApp({ dns: privatelink.DnsIntegration.managedByPolicy() }),
    PUBLIC_CLIENTS,
    [NO_IDENTITY, LOCAL, NO_POLICY],
  ],
  ['SecureServerlessSignalR', () => newChat(), PUBLIC_CLIENTS, [LOCAL, NO_POLICY]],
  [
    'SecureServerlessSignalR with private clients',
    () => newChat({ networkAccess: privateOnly }),
    ISOLATED,
    [LOCAL, NO_POLICY],
  ],
  [
    'SecureServerlessSignalR with private storage',
    () => newChat({ privateStorage: true }),
    PUBLIC_CLIENTS,
    [LOCAL, NO_POLICY],
  ],
  [
    'SecureServerlessSignalR whose zones Azure Policy attaches',
    () => newChat({ dns: AppDns.managedByPolicy() }),
    PUBLIC_CLIENTS,
    [LOCAL, NO_POLICY],
  ],
  [
    'SecureServerlessSignalR whose links are approved by others',
    () => newChat({ approval: signalr.Approval.manual() }),
    PUBLIC_CLIENTS,
    [
      'SPL3 SignalR/function-app/Resource violated: info the connection starts Pending, until the owner of the target approves it',
      'SPL3 SignalR/vault/Resource violated: info the connection starts Pending, until the owner of the target approves it',
      LOCAL,
      NO_POLICY,
    ],
  ],
])('%s is told of in no more than its profile asks for', (_, define, profile, expected) => {
  expect(complaints(define().stack, profile)).toEqual(expected);
});

test('public clients are held against the isolated profile alone', () => {
  expect(complaints(newApp().stack, ISOLATED)).toEqual([
    NO_IDENTITY,
    'SIG6 SignalR/Resource violated: error public_network_access_enabled is not false, and no access control list closes the public network',
    'NAC4 SignalR/NetworkAcl violated: error [Public::ClientConnection] the public network may open ClientConnection',
    LOCAL,
    NO_POLICY,
  ]);
});

test('a record that is kept by hand, elsewhere, is told of as a warning', () => {
  const { stack } = newApp({ dns: privatelink.DnsIntegration.recordsOnly() });
  expect(complaints(stack, PUBLIC_CLIENTS)).toContain(
    'PE4 SignalR/PrivateEndpoint/Resource violated: warning private_dns_zone_group is not given, so others must keep the record of the address',
  );
});

test('outputs of what callers need hold no secret, and verdicts do not change by synth', () => {
  const stack = newStack();
  const { chat } = newChat({}, stack);
  new TerraformOutput(stack, 'hostname', { value: chat.signalr.hostname });
  new TerraformOutput(stack, 'approval', { value: chat.functionAppLink.approvalCommand });
  const before = complaints(stack, PUBLIC_CLIENTS);
  stack.prepareStack();
  expect(complaints(stack, PUBLIC_CLIENTS)).toEqual(before);
  expect(before).toEqual([LOCAL, NO_POLICY]);
});
