import type { CodeRows } from './row';

/** Codes under the heading "Autoscale". */
export const AUTOSCALE = {
  'autoscale/bounds': [
    'minimum or maximum is out of range for the scaled resource, or they contradict each other',
    'use the numbers that the message names',
  ],
  'autoscale/duplicate': [
    'two autoscale settings scale one resource, and Azure accepts one',
    'put their rules into one setting',
    'synth',
  ],
  'autoscale/name': [
    'Azure rejects the name',
    'use 1 to 260 characters, none of `: < > + / & % \\ ?`, not ending with a space or period',
  ],
  'autoscale/rules': [
    'the number of rules is out of range, or a rule has no metric or no number',
    'give 1 to 10 rules, each with a metric of the resource and a number',
  ],
  'autoscale/target': ['the id of the scaled resource is invalid', 'give the full resource ID'],
  'autoscale/tier': [
    'Azure does not scale the tier by rules, or the plan scales in another way already',
    'use the tier that the message names, or one way alone',
  ],
} satisfies CodeRows;
