import { Markup, markup } from './markup';

/** Gravity of a text, for the eye; words and signs say the same. */
export type Tone = 'fails' | 'warns' | 'unknown' | 'accepted' | 'noted' | 'holds';

/** A sign that shows a tone without colour. */
export const SIGNS: Readonly<Record<Tone, string>> = {
  fails: '✗',
  warns: '!',
  unknown: '?',
  accepted: '~',
  noted: 'i',
  holds: '✓',
};

/** A word in its tone, after its sign. */
export function toned(tone: Tone, text: string): Markup {
  return markup`<span class="verdict ${tone}"><span class="sign">${SIGNS[tone]}</span>&nbsp;${text}</span>`;
}

/** Look of tones. */
export const TONE_STYLE = `:root { --warns: #7d4e00; }
.fails { --verdict: var(--denied); }
.warns { --verdict: var(--warns); }
.holds { --verdict: var(--allowed); }
.accepted, .noted { --verdict: var(--muted); }
.sign { display: inline-block; min-width: 1ch; text-align: center; }
@media (prefers-color-scheme: dark) { :root { --warns: #e3b341; } }
@media (forced-colors: active) { :root { --warns: CanvasText; --muted: CanvasText; } }
`;
