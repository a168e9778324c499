import type { CodeRows } from './row';

/** Codes under the heading "Compliance". */
export const COMPLIANCE = {
  'compliance/acknowledgement-expiry': ['the last day is invalid', '`YYYY-MM-DD`'],
  'compliance/acknowledgement-reason': ['the reason is too short', 'at least 10 characters that say why'],
  'compliance/no-stack': [
    'the baseline is attached to an app without a stack that skips validation, so that nothing would be judged',
    'attach after the first stack',
  ],
  'compliance/rule-id': [
    'the id of a rule of your own is not four to ten capital letters and a number, or several rules have it',
    'an id such as `CHAT1`',
  ],
  'compliance/rule-link': [
    'the link of a rule of your own does not begin with `https://`',
    'the page that asks for it',
  ],
  'compliance/rule-text': ['a rule of your own has no name, summary, explanation or fix', 'write it; reports show it'],
  'compliance/rule-types': [
    "a rule of your own names no types, or none of Terraform's",
    'such as `azurerm_signalr_service`',
  ],
  'compliance/today': ['the day of the options is invalid', '`YYYY-MM-DD`'],
  'compliance/unknown-rule': [
    'there is no such rule',
    'an id of [RULES.md](../RULES.md), or one finding, as `RULE[FINDING]`',
  ],
  'compliance/unused-acknowledgement': ['nothing needs the acknowledgement', 'remove it', 'warning'],
} satisfies CodeRows;
