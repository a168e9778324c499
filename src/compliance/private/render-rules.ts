import { addTo } from '../../core/internal/add-to';
import { escaped, markdownTable, table } from '../../core/internal/markdown';
import { ControlBaseline } from '../control-status';
import { SecurityProfile } from '../security-profile';
import { BASELINE_CONTROLS } from './baseline-controls';
import { CITATIONS, citedBy, Citations, policyOf } from './citations';
import { asksFor, controlIds, differencesOf, sentence } from './evaluation';
import { LEFT_OUT, NOT_JUDGED } from './excluded';
import { Controls, EVERY_TYPE, Rule } from './rule';

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
  STO: 'Storage',
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
  '`SecurityBaseline.acknowledge(scope, { rule, reason })` accepts what a rule finds at a construct and below it. `rule` is an id such as `SIG5`, or one finding such as `SIG5[Origin::http://localhost:3000]`, with which the message about it begins.',
  '`reason` has at least 10 characters. `ticket` and `expires` (`YYYY-MM-DD`, the last day that it counts) are optional. Reports list every acknowledgement; one that no finding needs is a warning at synth.',
].join('\n\n');

/** The text of RULES.md. */
export function renderRules(rules: readonly Rule[], citations: Citations = CITATIONS): string {
  const areas = new Map<string, Rule[]>();
  for (const rule of rules) addTo(areas, areaOf(rule), rule);
  const sections = [
    '# Rules of the security baseline',
    'Generated from the rules themselves. Severity error makes synth fail, warning warns, info is only in reports.',
    '## Profiles',
    table(
      ['Profile', 'Meaning', 'Rules'],
      Object.values(SecurityProfile).map((profile) => [profile, PROFILES[profile], packOf(profile, rules)]),
    ),
    '## Acknowledgements',
    ACKNOWLEDGEMENTS,
    ...[...areas].flatMap(([area, ofArea]) => [
      `## ${area}`,
      overview(ofArea),
      ...ofArea.map((rule) => details(rule, citations)),
    ]),
    '## Excluded',
    'Controls of the security baselines that no rule decides, and settings that no baseline lists and no rule judges.',
    ...Object.values(ControlBaseline).flatMap((baseline) => [`### ${baseline}`, excludedTable(excludedOf(baseline))]),
    '### Beyond the baselines',
    excludedTable(NOT_JUDGED),
    '### Checks of others',
    'What Azure Policy, PSRule or Checkov require of the types that rules judge, but no rule does.',
    table(['Check', 'Why'], LEFT_OUT),
    '## Citations',
    'Names of the policies and checks among the controls. `npm run citations` compares this table with its sources.',
    table(
      ['Source', 'Commit', 'Of', 'Read on'],
      [citations.policies, citations.checkov].map((source) => [
        source.repository,
        source.commit,
        source.committed,
        source.read,
      ]),
    ),
    table(['Id', 'Name', 'Version', 'Rules'], cited(rules, citations)),
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
      escaped([...controlIds({ ...controls, policies: [] }), ...countOf(controls)].join(', ')),
      `[page](${link})`,
    ]),
  );
}

/** Policies have names, which the section of the rule has room for. */
function countOf({ policies = [] }: Controls): string[] {
  return policies.length > 0 ? [`${policies.length} of Azure Policy`] : [];
}

function details(rule: Rule, citations: Citations): string {
  const { id, name, types, explanation, fix } = rule;
  const policies = (rule.controls.policies ?? []).map((policy) => {
    const named = policyOf(policy, citations);
    return `- [${escaped(named.name)}](${named.link}), \`${policy}\``;
  });
  const differences = differencesOf(rule).map((difference) => `- ${escaped(difference)}`);
  return [
    `### ${id} ${name}`,
    `Judges ${types === EVERY_TYPE ? 'resources of every type' : types.map((type) => `\`${type}\``).join(', ')}.`,
    escaped(sentence(explanation)),
    `Fix: ${escaped(sentence(fix))}`,
    ...(policies.length > 0 ? ['Azure Policy asks for it with:', policies.join('\n')] : []),
    ...(differences.length > 0 ? ['Differs on purpose from:', differences.join('\n')] : []),
  ].join('\n\n');
}

/** In the order of the rules; an id that several rules cite stands at the first. */
function cited(rules: readonly Rule[], citations: Citations): (readonly string[])[] {
  const citing = new Map<string, string[]>();
  const texts = new Map<string, readonly string[]>();
  for (const rule of rules) {
    for (const { id, name, version = '-' } of citedBy(rule, citations)) {
      addTo(citing, id, rule.id);
      texts.set(id, [id, name, version]);
    }
  }
  return [...texts].map(([id, text]) => [...text, citing.get(id)!.join(', ')]);
}

function excludedTable(rows: readonly (readonly string[])[]): string {
  return table(['Control', 'Outcome', 'Why'], rows);
}

function excludedOf(baseline: ControlBaseline): (readonly string[])[] {
  return BASELINE_CONTROLS.filter((control) => control.baseline === baseline && control.rules.length === 0).map(
    ({ control, feature, otherwise }) => [`${control} ${feature}`, otherwise.outcome, otherwise.reason],
  );
}
