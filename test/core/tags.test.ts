import { tagProblems } from '../../src/core/internal/tags';

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

  test('does not judge tokens', () => {
    expect(tagProblems({ '${TfToken[TOKEN.1]}?': '${TfToken[TOKEN.2]}'.padEnd(300) })).toEqual([]);
  });
});
