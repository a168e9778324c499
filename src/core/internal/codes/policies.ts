import type { CodeRows } from './row';

/** Codes under the heading "Policies". */
export const POLICIES = {
  'policy/adds-to-own-design': [
    'the policy deploys a resource that does not fit the configuration: an endpoint that no list names, a zone group that Terraform removes, or a second setting for the same logs',
    'do what the message says, or exempt the resource',
    'warning',
  ],
  'policy/assignment-id': ['the id is not that of an assignment', 'give the full resource ID'],
  'policy/definition': ['the id is not that of a definition or initiative', 'give its GUID or full resource ID'],
  'policy/denies-own-design': [
    'the policy denies a resource of the configuration, so the apply would fail',
    'change the resource or the effect, or exempt the resource',
    'synth',
  ],
  'policy/duplicate-reference': [
    'two members of an initiative have one reference id',
    'give one another `referenceId`',
  ],
  'policy/effect': ['the definition has no such effect', 'use an effect in the message'],
  'policy/expiry': ['the time is invalid', 'use RFC 3339, such as `2027-01-31T00:00:00Z`'],
  'policy/location': ['an assignment with an identity needs a region', 'give `location`'],
  'policy/may-deny-own-design': [
    'only Terraform knows whether the policy denies a resource',
    'check the resource in the message',
    'warning',
  ],
  'policy/members': ['the initiative has no policies', 'give at least one'],
  'policy/modifies-own-design': [
    'the policy changes each request for a resource, so each plan shows the change again',
    'change the resource, or exempt it',
    'warning',
  ],
  'policy/name': [
    'Azure rejects the name',
    'use 1 to 64 characters, for an assignment at a management group 1 to 24, without `# < > * % & : \\ ? . + /`, not ending with a blank',
  ],
  'policy/not-judged': [
    'synth does not know what the policy denies',
    'check that the policy accepts the resources of the app',
    'warning',
  ],
  'policy/parameter': ['the parameter does not exist, or one is missing', 'use the parameters in the message'],
  'policy/reference-id': ['the initiative has no such member', 'use a member in the message'],
  'policy/text': ['a text is empty or too long', 'use the length in the message'],
} satisfies CodeRows;
