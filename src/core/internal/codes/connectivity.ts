import type { CodeRows } from './row';

/** Codes under the heading "Connectivity". */
export const CONNECTIVITY = {
  'connectivity/duplicate-file': ['two reports of a stack write one file', 'give one another `fileName`'],
  'connectivity/file-name': [
    'the name has a folder, an extension or another invalid character',
    'use 1 to 200 letters, digits, `-` and `_`',
  ],
  'connectivity/no-apps': ['`PrivatePathCheck` has no app to check', 'connect an app, or give `apps`', 'synth'],
  'connectivity/not-allowed': [
    '`expectAllowed`: the path is denied or unknown',
    'follow the reason and code in the message',
  ],
  'connectivity/not-denied': [
    '`expectDenied`: the path is allowed or unknown',
    'follow the reason and code in the message',
  ],
  'connectivity/not-in-report': ['the configuration has no such place or service', 'use one that the message lists'],
  'connectivity/not-private': [
    '`expectPrivate`: the app does not reach the service through a private endpoint alone',
    'follow the reason and code in the message',
  ],
  'connectivity/server-endpoint': [
    'a setting of the app names another address of the service: `ServerEndpoint=`, `PREFIX__serverEndpoint`',
    'leave `serverEndpoint` out, or prove the path to that address',
    'report',
  ],
} satisfies CodeRows;
