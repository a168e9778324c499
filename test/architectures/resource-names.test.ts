import * as fc from 'fast-check';
import { NameKind, NameKinds } from '../../src/architectures/private/name-kinds';
import { ResourceNames, ResourceNamesProps } from '../../src/architectures/private/resource-names';
import { RoleForm, ROLES } from '../../src/architectures/private/roles';

const CHAT: ResourceNamesProps = { workload: 'chat', environment: 'prod', location: 'centralus', uniqueTo: 'a' };

/** What Azure takes, by https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules. */
const PATTERNS: Partial<Record<keyof typeof NameKinds, RegExp>> = {
  FUNCTION_APP: /^[a-zA-Z0-9][a-zA-Z0-9-]{0,58}[a-zA-Z0-9]$/,
  INSIGHTS: /^[a-z0-9-]{1,255}$/,
  VAULT: /^(?!.*--)[a-z][a-z0-9-]{1,22}[a-z0-9]$/,
  STORAGE: /^[a-z0-9]{3,24}$/,
  RESOURCE_GROUP: /^[-\w.()]{0,89}[-\w()]$/,
  VIRTUAL_NETWORK: /^[a-zA-Z0-9][\w.-]{0,62}\w$/,
  SUBNET: /^[a-zA-Z0-9][\w.-]{0,78}\w$/,
  SECURITY_GROUP: /^[a-zA-Z0-9][\w.-]{0,78}\w$/,
  NAT_GATEWAY: /^[a-zA-Z0-9][\w.-]{0,78}\w$/,
  PUBLIC_IP: /^[a-zA-Z0-9][\w.-]{0,78}\w$/,
  ROUTE_TABLE: /^[a-zA-Z0-9][\w.-]{0,78}\w$/,
  PRIVATE_ENDPOINT: /^[a-zA-Z0-9][\w.-]{0,78}\w$/,
  SIGNALR: /^[a-zA-Z][a-zA-Z0-9-]{1,61}[a-zA-Z0-9]$/,
  IDENTITY: /^[a-zA-Z0-9][\w-]{2,127}$/,
  PLAN: /^[\w-]{1,60}$/,
  WEB_APP: /^[a-zA-Z0-9][a-zA-Z0-9-]{0,58}[a-zA-Z0-9]$/,
  WORKSPACE: /^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$/,
  ACTION_GROUP: /^[^:<>+/&%\\?]{0,259}[^:<>+/&%\\? .]$/,
  AUTOSCALE: /^[^:<>+/&%\\?]{0,259}[^:<>+/&%\\? .]$/,
  ALERT: /^[^*#&+:<>?@%{}\\/]{0,259}[^*#&+:<>?@%{}\\/ .]$/,
};

const KINDS = Object.entries<NameKind>(NameKinds).flatMap(([name, kind]) => {
  const pattern = PATTERNS[name as keyof typeof NameKinds];
  return pattern ? [{ kind, pattern }] : [];
});
const RULES = Object.values<RoleForm>(ROLES).flatMap(({ kind, tag, fallback }) =>
  fallback ? [] : [{ rule: kind.rule, role: tag }],
);

function problemsOf(props: ResourceNamesProps) {
  const names = new ResourceNames(props);
  return [...names.partProblems(), ...names.lengthProblems(RULES)];
}

const part = (maxLength: number) =>
  fc.stringMatching(new RegExp(`^[a-z0-9]([a-z0-9-]{0,${maxLength - 2}}[a-z0-9])?$`), { maxLength });

describe('ResourceNames', () => {
  test('is tried with every kind that it names', () => {
    const forms: RoleForm[] = Object.values(ROLES);
    const named = forms.filter(({ fallback }) => !fallback).map(({ kind }) => kind);
    expect(new Set([...named, NameKinds.ALERT])).toEqual(new Set(KINDS.map(({ kind }) => kind)));
  });

  test('follows the Cloud Adoption Framework', () => {
    const names = new ResourceNames(CHAT);
    expect(names.of(NameKinds.RESOURCE_GROUP.rule)).toBe('rg-chat-prod-centralus');
    expect(names.of(NameKinds.SUBNET.rule, 'app')).toBe('snet-chat-app-prod-centralus');
    expect(names.of(NameKinds.SIGNALR.rule)).toMatch(/^sigr-chat-prod-centralus-[0-9a-f]{6}$/);
  });

  test('leaves the environment out where there is none', () => {
    expect(new ResourceNames({ ...CHAT, environment: undefined }).of(NameKinds.VIRTUAL_NETWORK.rule)).toBe(
      'vnet-chat-centralus',
    );
  });

  test('gives the same global name for the same input, and another for each other input', () => {
    const name = (change: Partial<ResourceNamesProps>) =>
      new ResourceNames({ ...CHAT, ...change }).of(NameKinds.WEB_APP.rule).slice(-6);
    expect(name({})).toBe(name({}));
    const others = [{ uniqueTo: 'b' }, { workload: 'chat2' }, { environment: 'test' }, { location: 'eastus' }];
    expect(new Set([{}, ...others].map(name)).size).toBe(5);
  });

  test('does not take the border between two parts for a part of the hash', () => {
    const a = new ResourceNames({ ...CHAT, workload: 'chat-prod', environment: undefined });
    const b = new ResourceNames({ ...CHAT, workload: 'chat', environment: 'prod' });
    expect(a.of(NameKinds.WEB_APP.rule)).not.toBe(b.of(NameKinds.WEB_APP.rule));
  });

  test('does not leave a dash where a long workload is cut off', () => {
    const names = new ResourceNames({ ...CHAT, workload: `${'a'.repeat(36)}-${'b'.repeat(40)}` });
    expect(names.of(NameKinds.VIRTUAL_NETWORK.rule)).toMatch(/^vnet-a{36}-prod-centralus-[0-9a-f]{6}$/);
  });

  test('keeps two long workloads apart that differ only in the part which is cut off', () => {
    const [a, b] = ['a', 'b'].map((last) => new ResourceNames({ ...CHAT, workload: 'x'.repeat(80) + last }));
    expect(a.of(NameKinds.VIRTUAL_NETWORK.rule)).not.toBe(b.of(NameKinds.VIRTUAL_NETWORK.rule));
  });

  test('every name of every workload without problems is valid for its type', () => {
    fc.assert(
      fc.property(
        part(120),
        fc.option(part(20), { nil: undefined }),
        fc.string(),
        (workload, environment, uniqueTo) => {
          const props = { workload, environment, location: 'southafricanorth', uniqueTo };
          fc.pre(problemsOf(props).length === 0);
          const names = new ResourceNames(props);
          KINDS.forEach(({ kind: { rule }, pattern }) => {
            expect(names.of(rule)).toMatch(pattern);
            if (pattern.test('x'.repeat(80))) expect(names.of(rule, 'endpoints')).toMatch(pattern);
          });
        },
      ),
    );
  });

  test.each([
    [
      { workload: 'My App' },
      'workload "My App" cannot be part of Azure names; use lower-case letters, digits and inner dashes',
    ],
    [{ workload: '' }, 'workload "" cannot be part of Azure names; use lower-case letters, digits and inner dashes'],
    [
      { environment: 'prod-' },
      'environment "prod-" cannot be part of Azure names; use lower-case letters, digits and inner dashes',
    ],
    [
      { workload: '${TfToken[TOKEN.1]}' },
      'workload is only known when Terraform runs, but names are made at synth; give it as plain text',
    ],
  ])('refuses %j', (change, message) => {
    expect(problemsOf({ ...CHAT, ...change })).toEqual([{ code: 'core/name-part', message }]);
  });

  test('refuses a region that leaves no room for the workload', () => {
    const location = 'l'.repeat(60);
    const problems = problemsOf({ ...CHAT, environment: undefined, location });
    expect(problems.map(({ code }) => code)).toEqual(['core/name-too-long']);
    expect(problems[0].message).toMatch(new RegExp(`; use a shorter region than "${location}"$`));
  });

  test('refuses an environment that leaves no room for the workload', () => {
    const environment = 'e'.repeat(40);
    expect(problemsOf({ ...CHAT, environment })).toEqual([
      {
        code: 'core/name-too-long',
        message: `vnet-chat-${environment}-centralus-7c1e4f cannot be shortened to 64 characters; use a shorter environment than "${environment}"`,
      },
    ]);
  });
});
