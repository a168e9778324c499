/**
 * Texts that break careless programs.
 *
 * Long rows of dashes are not among them: cdktf itself takes seconds for those, with any resource.
 */
export const HOSTILE: Readonly<Record<string, string>> = {
  template: '${x}',
  directive: '%{if x}y%{endif}',
  escapedTemplate: '$${x} %%{y}',
  openTemplate: 'a ${ b %{ c',
  expression: '${file("/etc/passwd")}',
  quotes: `a"b'c\`d`,
  backslash: 'back\\slash\\n\\u0041\\',
  newline: 'one\ntwo\r\nthree',
  tab: 'one\ttwo',
  unicode: 'Prüfung 日本語 ñ é',
  emoji: '👩‍👩‍👧 ok',
  loneSurrogate: 'a\ud800b',
  rightToLeft: 'a\u202etxt.exe\u202c',
  zeroWidth: 'a\u200bb\ufeffc',
  nul: 'a\u0000b',
  controls: 'a\u0001\u001b[31mred\u007f\u0085\u2028b',
  long: 'x'.repeat(100_000),
  longBlanks: `a${' '.repeat(50_000)}b`,
  longDots: `a${'.a'.repeat(50_000)}!`,
  longSlashes: `/subscriptions/${'a/'.repeat(50_000)} `,
  empty: '',
  blank: '   ',
  proto: '__proto__',
  constructorName: 'constructor',
  toStringName: 'toString',
  hasOwn: 'hasOwnProperty',
  html: '<img src=x onerror=alert(1)>',
  formula: "=cmd|'/c calc'!A1",
  comma: 'a,b;c|d',
  nullText: 'null',
  numberText: '0',
  path: '../../etc/passwd',
};
