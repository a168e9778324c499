import { SecureServerlessSignalR, SecureSignalRApp } from '../../src';
import { DNS_TAGS, furtherTagProblems, STORAGE_TAGS, TagLimits, tagProblems } from '../../src/core/internal/tags';
import { PrivateDnsZone } from '../../src/dns';
import { StorageAccount } from '../../src/storage';
import { messageOf, newGroup } from '../support/synth';

const messages = (tags: Record<string, string>) => tagProblems(tags).map(({ message }) => message);
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`tag${i}`, '']));

describe('tagProblems', () => {
  test('takes what Azure takes', () => {
    expect(tagProblems(undefined)).toEqual([]);
    expect(messages({ ['n'.repeat(512)]: 'v'.repeat(256), 'cost center': '<any> & all', ...many(48) })).toEqual([]);
  });

  test('refuses more than 50 tags', () => {
    expect(messages(many(51))).toEqual(['51 tags given; use at most 50 on this resource']);
  });

  test.each([
    [{ '': 'v' }, 'a tag name is empty; give the tag a name or remove it'],
    [{ ['n'.repeat(513)]: 'v' }, `tag name "${'n'.repeat(32)}..." has 513 characters; use at most 512`],
    [{ 'a<b': 'v' }, 'tag name "a<b" contains one of < > % & \\ ? /; remove that character'],
    [
      { 'Azure-team': 'v' },
      'tag name "Azure-team" begins with microsoft, azure or windows, which Azure reserves; rename the tag',
    ],
    [JSON.parse('{ "__proto__": "v" }'), 'cdktf drops the tag name "__proto__"; rename the tag'],
    [{ a: 'v'.repeat(257) }, 'the value of tag "a" has 257 characters; use at most 256'],
  ])('refuses %j', (tags, message) => {
    expect(tagProblems(tags)).toEqual([{ code: 'core/tags', message }]);
  });

  test.each([
    ['hidden-link:/subscriptions/0/resourceGroups/rg/providers/Microsoft.Insights/components/appi'],
    ['hidden-title'],
    ['Größe'],
    ['cost:center'],
  ])('takes the name %s', (name) => {
    expect(messages({ [name]: 'v' })).toEqual([]);
  });

  test('refuses names of which Azure keeps one', () => {
    expect(messages({ Env: 'a', team: 'b', ENV: 'c' })).toEqual([
      'tag names "Env" and "ENV" differ in letter case alone, and Azure keeps one of them; remove one',
    ]);
  });

  test('does not judge tokens', () => {
    expect(tagProblems({ '${TfToken[TOKEN.1]}?': '${TfToken[TOKEN.2]}'.padEnd(300) })).toEqual([]);
  });
});

describe('Tags of some resources', () => {
  const further = (tags: Record<string, string>, limits: TagLimits) =>
    furtherTagProblems(tags, limits).map(({ message }) => message);
  const lost = (name: string) =>
    `tag name "${name}" is lost on private DNS zones, their links and records; use ASCII letters, digits, dashes, underscores or periods, beginning with no digit`;

  test.each([['cost center'], ['cost:center'], ['2024'], ['Größe'], ['hidden-link:x'], ['a(b)']])(
    'are lost by private DNS: %s',
    (name) => {
      expect(further({ [name]: '1' }, DNS_TAGS)).toEqual([lost(name)]);
    },
  );

  test('are few on private DNS, with values of all kinds', () => {
    expect(further(many(16), DNS_TAGS)).toEqual(['16 tags given; use at most 15 on this resource']);
    expect(further({ 'cost-center_1.a': 'all: (of) Größe & <more>' }, DNS_TAGS)).toEqual([]);
  });

  test('have short names on storage accounts', () => {
    expect(further({ ['n'.repeat(128)]: 'v' }, STORAGE_TAGS)).toEqual([]);
    expect(further({ ['n'.repeat(129)]: 'v' }, STORAGE_TAGS)).toEqual([
      `tag name "${'n'.repeat(32)}..." has 129 characters; use at most 128`,
    ]);
  });

  test('are refused by the constructs that define them, and by architectures with all else', () => {
    const { stack, resourceGroup } = newGroup();
    const tags = { 'cost center': '1', ['n'.repeat(129)]: '2' };
    const zone = () => new PrivateDnsZone(stack, 'Zone', { zoneName: 'corp.example', resourceGroup, tags });
    const account = () => new StorageAccount(stack, 'Account', { name: 'stchat', resourceGroup, tags });
    const app = () => new SecureSignalRApp(stack, 'Chat', { location: 'centralus', tags });
    const serverless = () => new SecureServerlessSignalR(stack, 'Functions', { location: 'centralus', tags });
    const long = `[core/tags] tag name "${'n'.repeat(32)}..." has 129 characters; use at most 128`;
    expect(messageOf(zone)).toBe(`Prod/Zone: [core/tags] ${lost('cost center')}`);
    expect(messageOf(account)).toBe(`Prod/Account: ${long}`);
    expect(messageOf(app)).toBe(`Prod/Chat/PrivateDnsZone: [core/tags] ${lost('cost center')}`);
    expect(messageOf(serverless).split('\n')).toEqual([
      `Prod/Functions/SignalRPrivateDnsZone: [core/tags] ${lost('cost center')}`,
      `Prod/Functions/Storage: ${long}`,
    ]);
  });
});
