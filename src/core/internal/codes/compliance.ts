import type { CodeRows } from './row';

/** Codes under the heading "Compliance". */
export const COMPLIANCE = {
  'compliance/acknowledgement-expiry': ['the last day is invalid', 'use `YYYY-MM-DD`'],
  'compliance/acknowledgement-reason': ['the reason is too short', 'say why, in at least 10 characters'],
  'compliance/no-stack': [
    'the baseline is attached to an app without a stack that skips validation, so no stack would be judged',
    'attach the baseline after the first stack',
  ],
  'compliance/rule-id': [
    'the id of a rule of your own is not four to ten capital letters and a number, or several rules have it',
    'use an id such as `CHAT1`',
  ],
  'compliance/rule-link': [
    'the link of a rule of your own does not begin with `https://`',
    'give the address of the page that asks for it',
  ],
  'compliance/rule-text': [
    'a rule of your own has no name, summary, explanation or fix',
    'write the text; reports show it',
  ],
  'compliance/rule-types': [
    'a rule of your own names no types, or types that Terraform does not have',
    'name types such as `azurerm_signalr_service`',
  ],
  'compliance/today': ['the day of the options is invalid', 'use `YYYY-MM-DD`'],
  'compliance/unknown-rule': [
    'the rule does not exist',
    'use an id of [RULES.md](../RULES.md), or one finding, such as `RULE[FINDING]`',
  ],
  'compliance/unused-acknowledgement': ['the acknowledgement is unused', 'remove it', 'warning'],
} satisfies CodeRows;
