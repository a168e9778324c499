import { documents, proseOf, read } from './support/markdown';
import { messages } from '../projenrc/messages';

/** What the voice of the library does not use, and what it says in its place. */
const BANNED: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\b(tell|tells|telling|told)\b/i, 'report, say, show'],
  [/\bfor good\b/i, 'always, permanently'],
  [/\b(is|are|was|were) none\b/i, 'is invalid, is missing'],
  [/\bAzure (takes|refuses)\b/, 'Azure accepts, Azure rejects'],
  [/\b(one|it|them|name|those), as [`"$]?\w*[./:("]/, 'such as'],
  [/\b(use|give|name|write|say) (one|it|them) as [`"$]?\w*[./:("]/, 'such as'],
];

const isWritten = (file: string) => file !== 'docs/messages.md';

/** Texts with what is banned in them, and what to say instead. */
function findings(texts: readonly (readonly [place: string, text: string])[]): string[] {
  return texts.flatMap(([place, text]) =>
    BANNED.flatMap(([pattern, instead]) => {
      const [found] = pattern.exec(text) ?? [];
      return found ? [`${place}: "${found}" in "${text}"; say ${instead}`] : [];
    }),
  );
}

test('messages speak as the library does', () => {
  const texts = messages().map(({ file, text }) => [file, text] as const);
  expect(texts.length).toBeGreaterThan(1500);
  expect(findings(texts)).toEqual([]);
});

test('documents speak as the library does', () => {
  const texts = documents()
    .filter(isWritten)
    .flatMap((file) =>
      proseOf(read(file))
        .split('\n')
        .map((line) => [file, line] as const),
    );
  expect(findings(texts)).toEqual([]);
});
