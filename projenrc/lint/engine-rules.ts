/** What cdktf exports for its own synth and tokens. */
const IMPORTS = [
  'AnnotationMetadataEntryType',
  'DefaultTokenResolver',
  'IResolveContext',
  'IStackSynthesizer',
  'ISynthesisSession',
  'StringConcat',
  'Tokenization',
];

/** What cdktf does not export, what is replaced, and what shows where a run of synth is; each with a word for it. */
const SYNTAX: Readonly<Record<string, string>> = {
  ':matches(Identifier[name=/^(rawOverrides|originStack)$/], Literal[value=/^(rawOverrides|originStack)$/])':
    'a private field of cdktf',
  'TSAsExpression > TSAsExpression > TSUnknownKeyword': 'a field that its type does not have',
  'Identifier[name=/^(captureStackTrace|stackTraceLimit)$/]': 'the stack traces of the process',
  "AssignmentExpression > MemberExpression.left[property.name='synthesizer']": 'another synthesizer',
  "MemberExpression[property.name='manifest']": 'the manifest, which cdktf fills during synth',
  "MemberExpression[property.name='metadata']": 'metadata, where cdktf keeps annotations',
  "MemberExpression[property.name='allProviders']": 'allProviders, which enters nested stacks',
  "CallExpression[callee.name='queueMicrotask']": 'the end of a run of synth',
};

const messageOf = (what: string) => `Only src/engine leans on ${what}; its README.md says how.`;

/** Rules of eslint for what is outside of src/engine: it leans on nothing that another release of cdktf may change. */
export function engineRules(paths: readonly object[]): Record<string, unknown> {
  const exported = { name: 'cdktf', importNames: IMPORTS, message: messageOf("cdktf's own tools") };
  const inside = { group: ['cdktf/lib/*'], message: messageOf('files of cdktf') };
  return {
    'no-restricted-imports': ['error', { paths: [...paths, exported], patterns: [inside] }],
    'no-restricted-syntax': [
      'error',
      ...Object.entries(SYNTAX).map(([selector, what]) => ({ selector, message: messageOf(what) })),
    ],
  };
}
