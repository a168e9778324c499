import { App, TerraformOutput, TerraformStack, Testing } from 'cdktf';
import { IConstruct } from 'constructs';
import { EXAMPLES } from '../../examples/stacks';
import { AppDns, AppHost, AppNetwork, appservice, FunctionHost, network, privatelink, signalr } from '../../src';
import { ComplianceStatus, ControlOutcome, SecurityBaseline, SecurityProfile } from '../../src/compliance';
import { newApp } from '../support/app';
import { tellingFindings } from '../support/compliance';
import { newChat } from '../support/serverless';
import { messageOf, newStack, synth, warnings } from '../support/synth';

const { PUBLIC_CLIENTS, ISOLATED } = SecurityProfile;

const privateOnly = signalr.NetworkAccess.privateOnly();
const privateApp = AppHost.linuxWebApp({ accessRestrictions: appservice.AccessRestrictions.privateEndpointOnly() });
const noInternet = network.SecurityRule.deny({
  name: 'DenyInternetOutbound',
  direction: network.RuleDirection.OUTBOUND,
  priority: 4000,
  protocol: network.RuleProtocol.ANY,
  destination: network.RuleAddress.serviceTag('Internet'),
});
const closed = AppNetwork.define({ integrationRules: [noInternet] });

/** The rules that only advise, for what the architectures leave to their users. */
const ADVICE = ['NET7', 'APP18', 'NET9', 'SIG4', 'STO5', 'LOG7', 'LOG8', 'GOV1', 'SPL3', 'REL1', 'REL2', 'REL3'];

/** What would fail synth or warn, and what is not known; an acknowledgement would show as well. */
function complaints(scope: IConstruct): string[] {
  return tellingFindings(SecurityBaseline.evaluate(scope)).filter((line) => !/^\S+ violated info /.test(line));
}

function profilesOf(scope: IConstruct): SecurityProfile[] {
  return [...new Set(SecurityBaseline.evaluate(scope).findings.map(({ profile }) => profile))];
}

const ARCHITECTURES: [string, SecurityProfile, () => { stack: TerraformStack; chat: IConstruct }][] = [
  ['SecureSignalRApp', PUBLIC_CLIENTS, () => newApp()],
  ['SecureSignalRApp on Windows', PUBLIC_CLIENTS, () => newApp({ host: AppHost.windowsWebApp() })],
  [
    'SecureSignalRApp whose zone Azure Policy attaches',
    PUBLIC_CLIENTS,
    () => newApp({ dns: privatelink.DnsIntegration.managedByPolicy() }),
  ],
  ['SecureSignalRApp with private clients', PUBLIC_CLIENTS, () => newApp({ networkAccess: privateOnly })],
  [
    'SecureSignalRApp with private clients and a private app',
    ISOLATED,
    () => newApp({ networkAccess: privateOnly, host: privateApp, network: closed }),
  ],
  ['SecureServerlessSignalR', PUBLIC_CLIENTS, () => newChat()],
  ['SecureServerlessSignalR on Windows', PUBLIC_CLIENTS, () => newChat({ host: FunctionHost.windows() })],
  [
    'SecureServerlessSignalR on Flex Consumption',
    PUBLIC_CLIENTS,
    () => newChat({ host: FunctionHost.flexConsumption() }),
  ],
  ['SecureServerlessSignalR with private storage', PUBLIC_CLIENTS, () => newChat({ privateStorage: true })],
  [
    'SecureServerlessSignalR whose zones Azure Policy attaches',
    PUBLIC_CLIENTS,
    () => newChat({ dns: AppDns.managedByPolicy() }),
  ],
  [
    'SecureServerlessSignalR whose links are approved by others',
    PUBLIC_CLIENTS,
    () => newChat({ approval: signalr.Approval.manual() }),
  ],
  [
    'SecureServerlessSignalR with private clients',
    ISOLATED,
    () => newChat({ networkAccess: privateOnly, network: closed, privateStorage: true }),
  ],
];

describe.each(ARCHITECTURES)('%s', (_, profile, define) => {
  const { stack, chat } = define();

  test(`is held to the profile ${profile}, and violates nothing`, () => {
    expect(profilesOf(chat)).toEqual([profile]);
    expect(complaints(chat)).toEqual([]);
    expect(SecurityBaseline.evaluate(chat).acknowledgements).toEqual([]);
  });

  test('violates no control', () => {
    const violated = SecurityBaseline.evaluate(chat).controls.filter(
      ({ outcome }) => outcome === ControlOutcome.VIOLATED,
    );
    expect(violated).toEqual([]);
  });

  test('is only advised of what costs, or is for its user to decide', () => {
    const advice = SecurityBaseline.evaluate(chat).withStatus(ComplianceStatus.VIOLATED);
    expect(advice.map(({ rule }) => rule).filter((rule) => !ADVICE.includes(rule))).toEqual([]);
  });

  test('says the same after synth, which neither fails nor warns of it', () => {
    const before = SecurityBaseline.evaluate(chat).toJson();
    synth(stack);
    expect(warnings(stack).filter((warning) => /^\[[A-Z]+\d/.test(warning))).toEqual([]);
    expect(SecurityBaseline.evaluate(chat).toJson()).toBe(before);
  });
});

test('an isolated SecureServerlessSignalR is warned of storage that answers to the internet, which it does not reach', () => {
  const { chat } = newChat({ networkAccess: privateOnly, network: closed });
  expect(complaints(chat)).toEqual([
    'STO9 violated warning Prod/Chat/FunctionApp/Resource: security rule "DenyInternetOutbound" (Prod/Chat/IntegrationSecurityGroup/DenyInternetOutbound) denies HTTPS from subnet "snet-chat-app-centralus" (Prod/Chat/VirtualNetwork/IntegrationSubnet/Resource) to Storage on the internet, so the host of the app does not reach Prod/Chat/Storage/Resource, and does not start.',
    'STO5 violated warning Prod/Chat/Storage/Resource: public_network_access_enabled is not false, and network_rules.default_action is not Deny.',
  ]);
});

describe('the examples', () => {
  const ACCEPTED: Record<string, string> = {
    governed:
      'SIG5[Origin::http://localhost:3000] acknowledged warning governed/Chat/SignalR/Resource: cors allows http://localhost:3000, which is for development.',
    'plain-azurerm':
      'APP6[Scm] acknowledged error plain-azurerm/Chat/app: webdeploy_publish_basic_authentication_enabled is not set, which means true.',
  };

  test.each(Object.entries(ACCEPTED))(
    '%s, which keeps its state elsewhere, is told of what it accepts alone',
    (name, finding) => {
      const app = new App({ outdir: Testing.app().outdir, stackTraces: false });
      EXAMPLES[name](app);
      expect(complaints(app)).toEqual([finding]);
    },
  );

  const others = Object.keys(EXAMPLES).filter((name) => !(name in ACCEPTED));
  test.each(others)('%s is told of its local state alone, which each user keeps elsewhere', (name) => {
    const app = new App({ outdir: Testing.app().outdir, stackTraces: false });
    EXAMPLES[name](app);
    const stacks = app.node.children.map(({ node }) => node.id);
    // Two of the landing zone leave their logs to Azure Policy, which the rules accept.
    const open = complaints(app).filter((line) => !/^LOG[14] acknowledged /.test(line));
    expect(open).toEqual(
      stacks.map((stack) => `OUT2 violated warning ${stack}: the local backend stores the state in plain text.`),
    );
  });
});

test('the architectures are found to be connected, and not merely passed over', () => {
  const applied = ['NET2', 'NET4', 'NET5', 'APP1', 'APP9', 'IAM1', 'IAM2', 'IAM3', 'LOG1', 'LOG4'];
  for (const [scope, also] of [
    [newApp().chat, []],
    [newChat().chat, ['KV4', 'KV6', 'SPL1', 'SPL2']],
  ] as const) {
    const compliant = SecurityBaseline.evaluate(scope).withStatus(ComplianceStatus.COMPLIANT);
    const ids = new Set(compliant.map(({ rule }) => rule));
    expect([...applied, ...also].filter((id) => !ids.has(id))).toEqual([]);
  }
});

describe('the isolated profile', () => {
  test('has the public clients of an architecture against it alone', () => {
    const { stack, chat } = newApp({ network: closed });
    SecurityBaseline.attach(chat, { profile: ISOLATED });
    expect(complaints(chat).map((line) => line.replace('Prod/Chat/', ''))).toEqual([
      'NAC4[Public::ClientConnection] violated error SignalR/NetworkAcl: the public network may open ClientConnection.',
      'SIG6 violated error SignalR/Resource: public_network_access_enabled is not false, and no access control list closes the public network.',
      'APP11[App] violated error WebApp/Resource: public_network_access_enabled is not false, and site_config.ip_restriction_default_action is not Deny.',
      'APP11[Scm] violated error WebApp/Resource: public_network_access_enabled is not false, and site_config.scm_ip_restriction_default_action is not Deny.',
    ]);
    expect(messageOf(() => synth(stack))).toContain('[NAC4[Public::ClientConnection]]');
  });

  // Telemetry and own calls of the app may need the internet, so closing it is for the user.
  test('warns of outbound traffic, which the default rules leave open', () => {
    const { stack, chat } = newApp({ networkAccess: privateOnly, host: privateApp });
    expect(complaints(chat)).toEqual([
      'NET7[Internet] violated warning Prod/Chat/IntegrationSecurityGroup/Resource: no rule denies outbound traffic to the internet, which Azure allows by default.',
    ]);
    synth(stack);
    expect(warnings(stack)).toContainEqual(expect.stringContaining('[NET7[Internet]]'));
  });
});

describe('what an architecture is held to', () => {
  const isolated = (stack: TerraformStack) =>
    newApp({ networkAccess: privateOnly, host: privateApp, network: closed }, stack);

  test('yields to a profile that is named above it', () => {
    const stack = newStack();
    SecurityBaseline.attach(stack, { profile: PUBLIC_CLIENTS });
    expect(profilesOf(isolated(stack).chat)).toEqual([PUBLIC_CLIENTS]);
  });

  test('does not yield to an attachment above it that names none', () => {
    const stack = newStack();
    SecurityBaseline.attach(stack);
    const { chat } = isolated(stack);
    expect(profilesOf(chat)).toEqual([ISOLATED]);
    expect(profilesOf(stack)).toEqual([PUBLIC_CLIENTS, ISOLATED]);
  });

  /** An architecture with a rule violated by an escape hatch. */
  function withKeys(securityBaseline?: boolean, stack: TerraformStack = newStack()) {
    const { chat } = newApp({ securityBaseline }, stack);
    chat.signalr.resource.addOverride('local_auth_enabled', true);
    return { stack, chat };
  }

  test('fails synth by default', () => {
    expect(messageOf(() => synth(withKeys().stack))).toContain(
      'Prod/Chat/SignalR/Resource: [SIG2] local_auth_enabled is true',
    );
  });

  test('is nothing where its user turns that off', () => {
    const { stack, chat } = withKeys(false);
    expect(() => synth(stack)).not.toThrow();
    expect(warnings(stack)).toEqual([]);
    expect(complaints(chat)).toContainEqual(expect.stringMatching(/^SIG2 violated error /));
  });

  test('only warns where an attachment above does', () => {
    const stack = newStack();
    SecurityBaseline.attach(stack, { enforce: false });
    withKeys(undefined, stack);
    expect(() => synth(stack)).not.toThrow();
    expect(warnings(stack)).toContainEqual(expect.stringContaining('[SIG2] local_auth_enabled is true'));
  });
});

test('a record that is kept by hand, elsewhere, is told of as a warning', () => {
  const { chat } = newApp({ dns: privatelink.DnsIntegration.recordsOnly() });
  expect(complaints(chat)).toContainEqual(
    expect.stringMatching(/^PE4 violated warning .* so another team must write the record of the address\.$/),
  );
});

test('outputs of what callers need hold no secret', () => {
  const { stack, chat } = newChat();
  new TerraformOutput(stack, 'hostname', { value: chat.signalr.hostname });
  new TerraformOutput(stack, 'approval', { value: chat.functionAppLink.approvalCommand });
  const outputs = SecurityBaseline.evaluate(stack).findings.filter(({ rule }) => rule === 'OUT1');
  expect(outputs.map(({ path, status }) => `${path} ${status}`)).toEqual([
    'Prod/approval compliant',
    'Prod/hostname compliant',
  ]);
});
