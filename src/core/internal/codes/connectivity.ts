import type { CodeRows } from './row';

/** Codes under the heading "Connectivity". */
export const CONNECTIVITY = {
  'connectivity/duplicate-file': ['two reports of a stack write one file', 'another `fileName`'],
  'connectivity/file-name': ['the name has a folder or an extension', 'letters, digits, `-` and `_`'],
  'connectivity/no-apps': ['`PrivatePathCheck` has no app to check', 'connect one, or give `apps`', 'synth'],
  'connectivity/not-allowed': ['`expectAllowed`: the path is denied or unknown', 'the reason and code in the message'],
  'connectivity/not-denied': ['`expectDenied`: the path is allowed or unknown', 'the reason and code in the message'],
  'connectivity/not-in-report': [
    'the configuration has no such place or service',
    'one of those that the message lists',
  ],
  'connectivity/not-private': [
    '`expectPrivate`: the app does not reach the service through a private endpoint alone',
    'the reason and code in the message',
  ],
} satisfies CodeRows;
