import type { CodeRows } from './row';

/** Codes under the heading "Policies". */
export const POLICIES = {
  'policy/assignment-id': ['not the id of an assignment', 'give the whole Azure id'],
  'policy/definition': ['not the id of a definition or initiative', 'its GUID or whole id'],
  'policy/denies-own-design': [
    'the policy refuses a resource of the configuration, so the apply would fail',
    'change the resource, the effect, or exempt it',
    'synth',
  ],
  'policy/duplicate-reference': ['two members of an initiative have one reference id', 'another `referenceId`'],
  'policy/effect': ['the definition has no such effect', 'one of those in the message'],
  'policy/expiry': ['not a time', 'RFC 3339, as `2027-01-31T00:00:00Z`'],
  'policy/location': ['an assignment with an identity needs a region', 'give `location`'],
  'policy/may-deny-own-design': [
    'only Terraform knows whether the policy refuses a resource',
    'look at the resource in the message',
    'warning',
  ],
  'policy/members': ['an initiative without policies', 'give at least one'],
  'policy/modifies-own-design': [
    'the policy changes a resource, and the next apply changes it back',
    'change the resource, or exempt it',
    'warning',
  ],
  'policy/name': ['Azure rejects the name', 'correct it as the message says'],
  'policy/not-judged': [
    'what the policy refuses is not known here',
    'see to it that it takes the resources of the app',
    'warning',
  ],
  'policy/parameter': ['no such parameter, or one is missing', 'correct it as the message says'],
  'policy/reference-id': ['no such member', 'one of those in the message'],
  'policy/text': ['a text is empty or too long', 'correct it as the message says'],
} satisfies CodeRows;
