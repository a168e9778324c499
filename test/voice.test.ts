import { docCommentsOf } from './support/doc-comments';
import { documents, filesOf, proseOf, read, withoutDocstrings } from './support/markdown';
import { messages } from '../projenrc/generate/messages';
import { CODES } from '../src/core/internal/codes/codes';

type Banned = readonly [pattern: RegExp, instead: string];

/** Patterns that the library uses nowhere, and the words in their place. */
const BANNED: readonly Banned[] = [
  [/\b(tell|tells|telling|told)\b/i, 'report, say, show'],
  [/\bfor good\b/i, 'always, permanently'],
  [/\b(is|are|was|were) none\b/, 'is invalid, is missing'],
  [/\bAzure (takes|refuses|would refuse)\b/, 'Azure accepts, Azure rejects'],
  [/\b(azurerm|Terraform|the service|App Service|the list) refuse[sd]?\b/, 'rejects, denies'],
  [/\bkept by Azure\b/, 'reserved by Azure'],
  [/\blooked at\b/, 'read, judged, evaluated'],
  [/\b(one|it|them|name|those), as [`"$]?\w*[./:("]/, 'such as'],
  [/\b(use|give|name|write|say) (one|it|them) as [`"$]?\w*[./:("]/, 'such as'],
  [/\blets? (`?\w+`? ){1,4}in (from|over|through)\b/, 'allows'],
];

/** Patterns that errors, warnings and reports do not use either: people read them at night. */
const BANNED_IN_MESSAGES: readonly Banned[] = [
  [/\b(nobody|somebody|anybody|everybody|whoever)\b/i, 'you, another team, every caller, no caller'],
  [/\bbesides?\b/i, 'also, in addition to'],
  [/\b(lie|lies|lying) (in|outside|below|under)\b/, 'is'],
  [/\bstands? (in|there|for)\b/, 'is'],
  [/\bleads? (to|there|elsewhere|from)\b/, 'connects to, resolves to'],
  [/\bconstruct tree\b|\b(the|this) tree\b/, 'the configuration'],
  [/\brefus(e|es|ed)\b/i, 'rejects, denies'],
  [/\bis to (lie|wait)\b/, 'is, depends on'],
  [/\b(is|are) no (?!longer|more|room)[a-z]+ of\b/, 'is not'],
  [/\blets? [^,;.]{1,40} in($|[,;.]| from| over| through)/, 'allows'],
  [/\bas the message says\b/, 'the limit'],
];

/** Words of documents that leave out who acts, or what a value is. */
const BANNED_IN_DOCUMENTS: readonly Banned[] = [
  [/\b(nobody|somebody|anybody|everybody|whoever)\b/i, 'you, the deployer, another team, every caller'],
  [/\bbesides?\b/i, 'also, next to, in addition to'],
  [/\brefus(e|es|ed|ing)\b/i, 'rejects, denies'],
];

/** Words of doc comments, beyond those of documents. */
const BANNED_IN_COMMENTS: readonly Banned[] = [
  [/\b(Azure|azurerm) takes\b/, 'accepts'],
  [/\bsees to\b/, 'manages, writes'],
  [/\bleads? (to|elsewhere)\b/, 'connects to, points to, refers to'],
  [/\blets? [^.;,]{1,40} in[.,;]/, 'allows'],
];

/** Documents with texts of their own; codes are names. */
const isWritten = (file: string) => !['docs/messages.md', 'docs/api/raised-by.md'].includes(file);

/** Reports banned patterns in texts, and the words in their place. */
function findings(texts: readonly (readonly [place: string, text: string])[], banned: readonly Banned[]): string[] {
  return texts.flatMap(([place, text]) =>
    banned.flatMap(([pattern, instead]) => {
      const [found] = pattern.exec(text) ?? [];
      return found ? [`${place}: "${found}" in "${text}"; say ${instead}`] : [];
    }),
  );
}

test('messages speak as the library does', () => {
  const texts = messages().map(({ file, text }) => [file, text] as const);
  expect(texts.length).toBeGreaterThan(1500);
  expect(findings(texts, [...BANNED, ...BANNED_IN_MESSAGES])).toEqual([]);
});

test('codes speak as the library does', () => {
  const texts = Object.values(CODES).flatMap((rows) =>
    Object.entries(rows).flatMap(([code, [means, advice]]) => [[code, means] as const, [code, advice] as const]),
  );
  expect(findings(texts, [...BANNED, ...BANNED_IN_MESSAGES])).toEqual([]);
});

test('the advice of a code is an order', () => {
  const isNoun = ([, [, advice]]: [string, readonly string[]]) => /^([`"'\d/]|an? |the |not |no )/.test(advice);
  const rows = Object.values(CODES).flatMap((each) => Object.entries<readonly string[]>(each));
  expect(rows.filter(isNoun)).toEqual([]);
});

test('documents speak as the library does', () => {
  const texts = documents()
    .filter(isWritten)
    .flatMap((file) =>
      proseOf(withoutDocstrings(read(file)))
        .split('\n')
        .map((line) => [file, line] as const),
    );
  expect(findings(texts, BANNED)).toEqual([]);
});

test('documents name who acts', () => {
  const texts = documents()
    .filter((file) => isWritten(file))
    .flatMap((file) =>
      proseOf(read(file))
        .replace(/\]\([^)]*\)/g, ']')
        .split('\n')
        .map((line) => [file, line] as const),
    );
  expect(findings(texts, BANNED_IN_DOCUMENTS)).toEqual([]);
});

describe('a doc comment', () => {
  const comments = filesOf('src', '.ts').flatMap((file) =>
    docCommentsOf(read(file)).map((text) => [file, text] as const),
  );

  test('begins with a verb or a noun', () => {
    expect(comments.length).toBeGreaterThan(3000);
    const begins = /^(What|Whether|Who|Whose|Whom|How|Which|That|Where|When|Why|From where|On which|By which)\b/;
    expect(comments.filter(([, text]) => begins.test(text))).toEqual([]);
  });

  test('speaks as the library does', () => {
    const prose = comments.map(([file, text]) => [file, text.replace(/`[^`]*`|https?:\S+/g, '')] as const);
    expect(findings(prose, [...BANNED, ...BANNED_IN_DOCUMENTS, ...BANNED_IN_COMMENTS])).toEqual([]);
  });
});
