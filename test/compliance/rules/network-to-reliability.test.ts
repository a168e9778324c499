import { existsSync } from 'fs';
import { join } from 'path';
import { TerraformStack } from 'cdktf';
import { AppHost } from '../../../src/app-host';
import { AppNetwork } from '../../../src/app-network';
import { AccessRestrictions } from '../../../src/appservice';
import { SecurityProfile } from '../../../src/compliance';
import { Rule } from '../../../src/compliance/private/rule';
import { APP_SERVICE_RULES } from '../../../src/compliance/private/rules/app-service';
import { IDENTITY_RULES } from '../../../src/compliance/private/rules/identity';
import { KEY_VAULT_RULES } from '../../../src/compliance/private/rules/key-vault';
import { LOGGING_RULES } from '../../../src/compliance/private/rules/logging';
import { NETWORK_RULES } from '../../../src/compliance/private/rules/network';
import { RELIABILITY_RULES } from '../../../src/compliance/private/rules/reliability';
import { FunctionHost } from '../../../src/function-host';
import { RuleAddress, RuleDirection, RuleProtocol, SecurityRule } from '../../../src/network';
import { NetworkAccess } from '../../../src/signalr';
import { newApp } from '../../support/app';
import { outcomes } from '../../support/compliance-b';
import { newChat } from '../../support/serverless';

const AREAS: readonly [string, string, readonly Rule[], number][] = [
  ['network', 'NET', NETWORK_RULES, 8],
  ['app-service', 'APP', APP_SERVICE_RULES, 14],
  ['identity', 'IAM', IDENTITY_RULES, 4],
  ['key-vault', 'KV', KEY_VAULT_RULES, 6],
  ['logging', 'LOG', LOGGING_RULES, 4],
  ['reliability', 'REL', RELIABILITY_RULES, 3],
];
const ALL = AREAS.flatMap(([, , rules]) => rules);

describe.each(AREAS)('the rules on %s', (folder, prefix, rules, count) => {
  test('are numbered in order', () => {
    expect(rules.map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`));
  });

  test.each(rules.map((rule) => [rule.name, rule] as const))(
    '%s is in a file of its name, and well told',
    (name, rule) => {
      const file = name
        .replace(/SignalR/g, 'Signalr')
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .toLowerCase();
      expect(existsSync(join(__dirname, `../../../src/compliance/private/rules/${folder}/${file}.ts`))).toBe(true);
      expect(rule.link).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\//);
      for (const text of [rule.summary, rule.explanation, rule.fix]) expect(text).toMatch(/^[A-Z].*[^.]\.$/s);
      (rule.controls.policies ?? []).forEach((id) => expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
      (rule.controls.psRule ?? []).forEach((id) => expect(id).toMatch(/^AZR-000\d{3}$/));
      (rule.controls.checkov ?? []).forEach((id) => expect(id).toMatch(/^CKV2?_AZURE_\d+$/));
      (rule.controls.benchmark ?? []).forEach((id) => expect(id).toMatch(/^(NS|IM|PA|DP|LT|PV|AM)-\d$/));
    },
  );
});

const noInternet = SecurityRule.deny({
  name: 'DenyInternetOutbound',
  direction: RuleDirection.OUTBOUND,
  priority: 4000,
  protocol: RuleProtocol.ANY,
  destination: RuleAddress.serviceTag('Internet'),
});

const isolated = {
  networkAccess: NetworkAccess.privateOnly(),
  host: AppHost.linuxWebApp({ accessRestrictions: AccessRestrictions.privateEndpointOnly() }),
  network: AppNetwork.define({ integrationRules: [noInternet] }),
};

const { PUBLIC_CLIENTS, ISOLATED } = SecurityProfile;

describe('by these rules there is nothing wrong, and nothing unknown, with', () => {
  test.each([
    ['an app with public clients', () => newApp().stack, PUBLIC_CLIENTS],
    ['an app on Windows', () => newApp({ host: AppHost.windowsWebApp() }).stack, PUBLIC_CLIENTS],
    ['an isolated app', () => newApp(isolated).stack, ISOLATED],
    ['a serverless service', () => newChat().stack, PUBLIC_CLIENTS],
    ['a serverless service on Windows', () => newChat({ host: FunctionHost.windows() }).stack, PUBLIC_CLIENTS],
    ['one on Flex Consumption', () => newChat({ host: FunctionHost.flexConsumption() }).stack, PUBLIC_CLIENTS],
    ['one with private storage', () => newChat({ privateStorage: true }).stack, PUBLIC_CLIENTS],
  ])('%s', (_title, define, profile) => {
    const stack = define();
    const lines = ALL.flatMap((rule) => outcomes(rule, stack, profile).map((line) => `${rule.id} ${line}`));
    expect(lines.filter((line) => /: (error|warning|unknown)\b/.test(line))).toEqual([]);
    const told = lines.filter((line) => /: info\b/.test(line)).map((line) => line.split(' ')[0]);
    expect([...new Set(told)].every((id) => ['NET7', 'REL1', 'REL2', 'REL3'].includes(id))).toBe(true);
  });
});

test('an isolated app with default outbound rules is warned of them alone', () => {
  const { stack } = newApp({ ...isolated, network: undefined });
  const lines = ALL.flatMap((rule) => outcomes(rule, stack, ISOLATED));
  expect(lines.filter((line) => /: (error|warning|unknown)\b/.test(line))).toEqual([
    'Chat/IntegrationSecurityGroup/Resource: warning [Internet] no rule denies outbound traffic to the internet, which Azure allows by default',
  ]);
});

test('the architectures are found to be connected, and not merely passed over', () => {
  const said = (stack: TerraformStack) =>
    ALL.flatMap((rule) => outcomes(rule, stack).map((line) => `${rule.id} ${line}`));
  const applied = ['NET2', 'NET4', 'NET5', 'APP1', 'APP9', 'IAM1', 'IAM2', 'IAM3', 'LOG1', 'LOG4'];
  for (const [stack, also] of [
    [newApp().stack, []],
    [newChat().stack, ['KV4', 'KV6']],
  ] as const) {
    const compliant = said(stack).filter((line) => line.endsWith(': compliant'));
    const ids = new Set(compliant.map((line) => line.split(' ')[0]));
    expect([...applied, ...also].filter((id) => !ids.has(id))).toEqual([]);
  }
});
