import { addTo } from '../../core/internal/add-to';
import { escaped, markdownTable, table } from '../../core/internal/markdown';
import { ControlBaseline, ControlOutcome } from '../control-status';
import { SecurityProfile } from '../security-profile';
import { BASELINE_CONTROLS } from './baseline-controls';
import { CITATIONS, citedBy, Citations } from './citations';
import { asksFor, controlIds, differencesOf, sentence } from './evaluation';
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

/** What others check of stores, networks and roles, and no rule does, and why. */
const NOT_ASKED: readonly (readonly string[])[] = [
  ['Replication of storage', 'a choice between cost and loss, which data decides, not security'],
  [
    'Logs of blobs, queues and tables',
    'they cost by call, and an account for the host of functions has nothing to look into',
  ],
  ['SAS policy of storage', 'without shared keys, which STO4 asks for, there are no such signatures'],
  ['Trusted services, and replication to other tenants', 'both depend on who uses the account'],
  [
    'Own keys and double encryption of storage',
    'Azure encrypts all data; own keys are a duty of some estates, and a risk of losing the data',
  ],
  ['Soft delete of file shares', 'the apps here keep nothing in shares'],
  ['Days of soft delete of a Key Vault', 'soft delete is always on, for 7 to 90 days; purge protection is KV1'],
  [
    'Keys in a Key Vault, and days before the expiry of secrets',
    'SignalR and its apps use no keys, and alerts tell of an expiry in time',
  ],
  ['Issuers and key types of certificates', 'the owner of the domain chooses them'],
  [
    'A single DNS server of a network',
    'one address of Azure Firewall or of a DNS resolver is highly available, and no address says what is behind it',
  ],
  ['Lateral movement to ports 22 and 3389', 'NET7 asks what leaves the subnets of apps'],
  [
    'DDoS protection, and subnets of Bastion and Azure Firewall',
    'the hub has them, in most cases in another configuration',
  ],
  [
    'Flow logs of a security group, and how long they are kept',
    'Azure takes no new ones of groups; NET9 asks for those of networks',
  ],
  [
    'Azure Monitor private link scopes',
    'one serves all networks that share its DNS zones, so that the hub has it, and it closes nothing that LOG7 asks about',
  ],
  ['Plans of single tables, and replication of a workspace', 'LOG8 reads what holds for the whole workspace'],
  ['Plans of Microsoft Defender for Cloud', 'they are for a whole subscription, and policies set them'],
  [
    'Number of owners, groups and eligible roles',
    'they are of a whole subscription or directory, which the configuration does not show',
  ],
  ['Other permissions of custom roles', 'IAM2 asks what a role can do to a SignalR service'],
  ['Client certificates (PV-2)', 'browsers that negotiate a connection have none'],
  ['SSH off, end-to-end encryption', 'azurerm 4 and 5 have no attribute for either'],
  ['Runtime versions (PV-2)', 'a list of supported versions is out of date before the next release of this library'],
  ['Affinity of clients', 'with several hub servers some clients need it, and it protects nothing'],
  ['Detailed error and failed request logs, logs on files', 'a diagnostic setting sends the logs, which LOG4 asks for'],
  ['Azure Files for content', 'what is mounted by key opens the account; APP15 finds the key'],
  ['Authentication of Logic Apps', 'azurerm has no attribute for it'],
].map(([what, why]) => [what, ControlOutcome.NOT_EVALUABLE, why]);

/** The text of RULES.md. */
export function renderRules(rules: readonly Rule[], citations: Citations = CITATIONS): string {
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
    'Controls of the security baselines that no rule decides, and what no baseline lists and no rule judges.',
    ...Object.values(ControlBaseline).flatMap((baseline) => [`### ${baseline}`, excludedTable(excludedOf(baseline))]),
    '### Beyond the baselines',
    excludedTable([...NOT_JUDGED, ...NOT_ASKED]),
    '## Citations',
    'What the policies and checks among the controls are called. `npm run citations` compares this table with its sources.',
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
      escaped(controlIds(controls).join(', ')),
      `[page](${link})`,
    ]),
  );
}

function details(rule: Rule): string {
  const { id, name, types, explanation, fix } = rule;
  const differences = differencesOf(rule).map((difference) => `- ${escaped(difference)}`);
  return [
    `### ${id} ${name}`,
    `Judges ${types === EVERY_TYPE ? 'resources of every type' : types.map((type) => `\`${type}\``).join(', ')}.`,
    escaped(sentence(explanation)),
    `Fix: ${escaped(sentence(fix))}`,
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
