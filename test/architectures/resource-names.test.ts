import * as fc from 'fast-check';
import { NameRules, ResourceNames, ResourceNamesProps } from '../../src/architectures/private/resource-names';

const CHAT: ResourceNamesProps = { workload: 'chat', environment: 'prod', location: 'centralus', uniqueTo: 'a' };

/** What Azure takes, by https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules. */
const PATTERNS: Record<keyof typeof NameRules, RegExp> = {
  FUNCTION_APP: /^[a-zA-Z0-9][a-zA-Z0-9-]{0,58}[a-zA-Z0-9]$/,
  APPLICATION_INSIGHTS: /^[a-z0-9-]{1,255}$/,
  KEY_VAULT: /^(?!.*--)[a-z][a-z0-9-]{1,22}[a-z0-9]$/,
  STORAGE_ACCOUNT: /^[a-z0-9]{3,24}$/,
  RESOURCE_GROUP: /^[-\w.()]{0,89}[-\w()]$/,
  VIRTUAL_NETWORK: /^[a-zA-Z0-9][\w.-]{0,62}\w$/,
  SUBNET: /^[a-zA-Z0-9][\w.-]{0,78}\w$/,
  NETWORK_SECURITY_GROUP: /^[a-zA-Z0-9][\w.-]{0,78}\w$/,
  NAT_GATEWAY: /^[a-zA-Z0-9][\w.-]{0,78}\w$/,
  PUBLIC_IP: /^[a-zA-Z0-9][\w.-]{0,78}\w$/,
  ROUTE_TABLE: /^[a-zA-Z0-9][\w.-]{0,78}\w$/,
  PRIVATE_ENDPOINT: /^[a-zA-Z0-9][\w.-]{0,78}\w$/,
  SIGNALR_SERVICE: /^[a-zA-Z][a-zA-Z0-9-]{1,61}[a-zA-Z0-9]$/,
  MANAGED_IDENTITY: /^[a-zA-Z0-9][\w-]{2,127}$/,
  SERVICE_PLAN: /^[\w-]{1,60}$/,
  WEB_APP: /^[a-zA-Z0-9][a-zA-Z0-9-]{0,58}[a-zA-Z0-9]$/,
  LOG_WORKSPACE: /^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$/,
  ACTION_GROUP: /^[^:<>+/&%\\?]{0,259}[^:<>+/&%\\? .]$/,
  METRIC_ALERT: /^[^*#&+:<>?@%{}\\/]{0,259}[^*#&+:<>?@%{}\\/ .]$/,
};

const part = (maxLength: number) =>
  fc.stringMatching(new RegExp(`^[a-z0-9]([a-z0-9-]{0,${maxLength - 2}}[a-z0-9])?$`), { maxLength });

describe('ResourceNames', () => {
  test('follows the Cloud Adoption Framework', () => {
    const names = new ResourceNames(CHAT);
    expect(names.of(NameRules.RESOURCE_GROUP)).toBe('rg-chat-prod-centralus');
    expect(names.of(NameRules.SUBNET, 'app')).toBe('snet-chat-app-prod-centralus');
    expect(names.of(NameRules.SIGNALR_SERVICE)).toMatch(/^sigr-chat-prod-centralus-[0-9a-f]{6}$/);
  });

  test('leaves the environment out where there is none', () => {
    expect(new ResourceNames({ ...CHAT, environment: undefined }).of(NameRules.VIRTUAL_NETWORK)).toBe(
      'vnet-chat-centralus',
    );
  });

  test('gives the same global name for the same input, and another for each other input', () => {
    const name = (change: Partial<ResourceNamesProps>) =>
      new ResourceNames({ ...CHAT, ...change }).of(NameRules.WEB_APP).slice(-6);
    expect(name({})).toBe(name({}));
    const others = [{ uniqueTo: 'b' }, { workload: 'chat2' }, { environment: 'test' }, { location: 'eastus' }];
    expect(new Set([{}, ...others].map(name)).size).toBe(5);
  });

  test('does not take the border between two parts for a part of the hash', () => {
    const a = new ResourceNames({ ...CHAT, workload: 'chat-prod', environment: undefined });
    const b = new ResourceNames({ ...CHAT, workload: 'chat', environment: 'prod' });
    expect(a.of(NameRules.WEB_APP)).not.toBe(b.of(NameRules.WEB_APP));
  });

  test('does not leave a dash where a long workload is cut off', () => {
    const names = new ResourceNames({ ...CHAT, workload: `${'a'.repeat(36)}-${'b'.repeat(40)}` });
    expect(names.of(NameRules.VIRTUAL_NETWORK)).toMatch(/^vnet-a{36}-prod-centralus-[0-9a-f]{6}$/);
  });

  test('keeps two long workloads apart that differ only in the part which is cut off', () => {
    const [a, b] = ['a', 'b'].map((last) => new ResourceNames({ ...CHAT, workload: 'x'.repeat(80) + last }));
    expect(a.of(NameRules.VIRTUAL_NETWORK)).not.toBe(b.of(NameRules.VIRTUAL_NETWORK));
  });

  test('every name of every workload without problems is valid for its type', () => {
    fc.assert(
      fc.property(
        part(120),
        fc.option(part(20), { nil: undefined }),
        fc.string(),
        (workload, environment, uniqueTo) => {
          const names = new ResourceNames({ workload, environment, location: 'southafricanorth', uniqueTo });
          fc.pre(names.problems().length === 0);
          (Object.keys(NameRules) as (keyof typeof NameRules)[]).forEach((type) => {
            expect(names.of(NameRules[type])).toMatch(PATTERNS[type]);
            if (PATTERNS[type].test('x'.repeat(80))) {
              expect(names.of(NameRules[type], 'endpoints')).toMatch(PATTERNS[type]);
            }
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
    expect(new ResourceNames({ ...CHAT, ...change }).problems()).toEqual([{ code: 'core/name-part', message }]);
  });

  test('refuses a region that leaves no room for the workload', () => {
    const location = 'l'.repeat(60);
    const problems = new ResourceNames({ ...CHAT, environment: undefined, location }).problems();
    expect(problems.map(({ code }) => code)).toEqual(['core/name-too-long']);
    expect(problems[0].message).toMatch(new RegExp(`; use a shorter region than "${location}"$`));
  });

  test('refuses an environment that leaves no room for the workload', () => {
    const environment = 'e'.repeat(40);
    expect(new ResourceNames({ ...CHAT, environment }).problems()).toEqual([
      {
        code: 'core/name-too-long',
        message: `vnet-chat-${environment}-centralus-7c1e4f cannot be shortened to 64 characters; use a shorter environment than "${environment}"`,
      },
    ]);
  });
});
