import { addTo } from '../../core/internal/add-to';
import { escaped, markdownTable, table } from '../../core/internal/markdown';
import { ControlOutcome } from '../control-status';
import { SecurityProfile } from '../security-profile';
import { BASELINE_CONTROLS } from './baseline-controls';
import { asksFor, controlIds, sentence } from './evaluation';
import { EVERY_TYPE, Rule } from './rule';

/** Titles of the areas of the catalogue, by the letters that ids of rules begin with. */
const AREAS: Readonly<Record<string, string>> = {
  SIG: 'SignalR Service',
  NAC: 'Network access control',
  PE: 'Private endpoints',
  DNS: 'Private DNS',
  NET: 'Virtual network',
  APP: 'App Service',
  IAM: 'Identity and roles',
  KV: 'Key Vault',
  LOG: 'Logs',
  SPL: 'Shared private links',
  OUT: 'Outputs and state',
  GOV: 'Governance',
  REL: 'Reliability',
};

const PROFILES: Readonly<Record<SecurityProfile, string>> = {
  [SecurityProfile.PUBLIC_CLIENTS]:
    'Browsers connect over the internet; server connections, REST API and trace are private. The default.',
  [SecurityProfile.ISOLATED]: 'Nothing is reachable over the internet.',
};

const ACKNOWLEDGEMENTS = [
  '`SecurityBaseline.acknowledge(scope, { rule, reason })` accepts what a rule finds at a construct and below it. `rule` is an id such as `SIG5`, or one finding such as `SIG5[Origin::http://localhost:3000]`, as the message about it begins.',
  '`reason` has at least 10 characters. `ticket` and `expires` (`YYYY-MM-DD`, the last day that it counts) are optional. Reports list every acknowledgement; one that nothing needs is a warning at synth.',
].join('\n\n');

/** What neither the security baseline lists nor a rule judges, and why. */
const NOT_JUDGED: readonly (readonly string[])[] = [
  ['TLS of SignalR', ControlOutcome.MICROSOFT, 'the service takes TLS 1.2 and has nothing to set'],
  [
    'IP rules and replicas of SignalR',
    ControlOutcome.NOT_EVALUABLE,
    'azurerm has neither; they are azapi resources, whose bodies no rule reads',
  ],
];

/** What the security baseline of App Service, or another pack, asks of apps and no rule does, and why. */
const APPS_NOT_JUDGED: readonly (readonly string[])[] = [
  ['Client certificates (PV-2)', 'browsers that negotiate a connection have none'],
  ['SSH off, end-to-end encryption', 'azurerm 4 and 5 have no attribute for either'],
  ['Runtime versions (PV-2)', 'a list of supported versions is out of date before the next release of this library'],
  ['Affinity of clients', 'with several hub servers some clients need it, and it protects nothing'],
  ['Detailed error and failed request logs, logs on files', 'a diagnostic setting sends the logs, which LOG4 asks for'],
  ['Azure Files for content', 'what is mounted by key opens the account; APP15 finds the key'],
  ['Authentication of Logic Apps', 'azurerm has no attribute for it'],
];

/** The text of RULES.md. */
export function renderRules(rules: readonly Rule[]): string {
  const areas = new Map<string, Rule[]>();
  for (const rule of rules) addTo(areas, areaOf(rule), rule);
  const sections = [
    '# Rules of the security baseline',
    'Generated from the rules themselves. Severity error makes synth fail, warning warns, info only stands in reports.',
    '## Profiles',
    table(
      ['Profile', 'Meaning', 'Rules'],
      Object.values(SecurityProfile).map((profile) => [profile, PROFILES[profile], packOf(profile, rules)]),
    ),
    '## Acknowledgements',
    ACKNOWLEDGEMENTS,
    ...[...areas].flatMap(([area, ofArea]) => [`## ${area}`, overview(ofArea), ...ofArea.map(details)]),
    '## Excluded',
    'Controls of the security baseline of Azure SignalR Service that no rule evaluates.',
    table(['Control', 'Outcome', 'Why'], excluded()),
    'What others ask of apps, and no rule here does.',
    table(['Apps', 'Why'], APPS_NOT_JUDGED),
  ];
  return `${sections.join('\n\n')}\n`;
}

function packOf(profile: SecurityProfile, rules: readonly Rule[]): string {
  const others = rules.filter((rule) => !asksFor(profile, rule));
  return others.length === 0 ? 'all' : `all but ${others.map(({ id }) => id).join(', ')}`;
}

function areaOf({ id }: Rule): string {
  const letters = id.replace(/\d+$/, '');
  return AREAS[letters] ?? letters;
}

function overview(rules: readonly Rule[]): string {
  return markdownTable(
    ['Id', 'Name', 'Severity', 'Asks for', 'Controls', 'Source'],
    rules.map(({ id, name, severity, summary, controls, link }) => [
      id,
      name,
      severity,
      escaped(summary),
      escaped(controlIds(controls).join(', ')),
      `[page](${link})`,
    ]),
  );
}

function details({ id, name, types, explanation, fix }: Rule): string {
  return [
    `### ${id} ${name}`,
    `Judges ${types === EVERY_TYPE ? 'resources of every type' : types.map((type) => `\`${type}\``).join(', ')}.`,
    escaped(sentence(explanation)),
    `Fix: ${escaped(sentence(fix))}`,
  ].join('\n\n');
}

function excluded(): (readonly string[])[] {
  const unjudged = BASELINE_CONTROLS.filter(({ rules }) => rules.length === 0);
  return [
    ...unjudged.map(({ control, feature, otherwise }) => [
      `${control} ${feature}`,
      otherwise.outcome,
      otherwise.reason,
    ]),
    ...NOT_JUDGED,
  ];
}
