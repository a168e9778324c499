/* eslint-disable @typescript-eslint/no-require-imports -- what most calls do not need is loaded by those that do */

/** Reads accept files; brings a reader of YAML and one of JSON schemas. */
export const acceptFiles = () => require('./accept/accept-file') as typeof import('./accept/accept-file');

/** Knows the documents. */
export const explanations = () => require('./explain/explain') as typeof import('./explain/explain');

/** Writes reports; brings what places the boxes of a picture. */
export const reports = () => require('./reports') as typeof import('./reports');

/** Writes the page of a diff. */
export const diffPages = () => require('./output/diff-page') as typeof import('./output/diff-page');

/** Matches a state with synthesized stacks. */
export const adoptions = () => require('./adopt/adopt') as typeof import('./adopt/adopt');
