import { documents, proseOf, read, withoutDocstrings } from './support/markdown';
import { messages } from '../projenrc/messages';
import { CODES } from '../src/core/internal/codes/codes';

type Banned = readonly [pattern: RegExp, instead: string];

/** What the voice of the library does not use anywhere, and what it says in its place. */
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

/** What people read at night, in errors, warnings and reports, says less. */
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

const isWritten = (file: string) => file !== 'docs/messages.md';

/** Texts with what is banned in them, and what to say instead. */
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
