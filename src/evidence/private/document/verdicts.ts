import { textTable } from './text-table';
import { ComplianceFinding } from '../../../compliance/compliance-finding';
import { ComplianceStatus } from '../../../compliance/compliance-status';
import { ControlBaseline } from '../../../compliance/control-status';
import { findingKey } from '../../../compliance/internal/baseline';
import { Severity } from '../../../compliance/severity';
import { UnjudgedType } from '../../../compliance/unjudged-type';
import { ConnectivityData } from '../../../connectivity/connectivity-data';
import { Verdict } from '../../../connectivity/verdict';
import { Markup, markup } from '../../../page/markup';
import { Acknowledgements, ControlFact } from '../findings';

const SEVERITIES = [Severity.ERROR, Severity.WARNING, Severity.INFO];
const OPEN = [ComplianceStatus.VIOLATED, ComplianceStatus.UNKNOWN];
/** From what asks for something to what does not. */
const VERDICTS = [Verdict.UNKNOWN, Verdict.ALLOWED, Verdict.DENIED];

/** Counts of verdicts, then the paths that fail or are unknown. */
export function failureSections(
  { paths, services, origins }: ConnectivityData,
  findings: readonly ComplianceFinding[],
  controls: readonly ControlFact[],
): Markup {
  const outcomes = [...new Set(controls.map(({ outcome }) => outcome))];
  const names = new Map([...services, ...origins].map(({ id, name }) => [id, name]));
  const rank = ({ status, severity }: ComplianceFinding) =>
    OPEN.indexOf(status) * SEVERITIES.length + SEVERITIES.indexOf(severity);
  const open = findings.filter(({ status }) => OPEN.includes(status)).sort((one, other) => rank(one) - rank(other));
  const byVerdict = [...paths].sort((one, other) => VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict));
  return markup`<section>
<h2>Verdicts</h2>
${textTable(
  'Paths to the SignalR services',
  ['Verdict', 'Paths'],
  VERDICTS.map((verdict) => [verdict, countOf(paths, (path) => path.verdict === verdict)]),
  '',
)}${textTable(
    'Findings of the security baseline',
    ['Status', ...SEVERITIES],
    Object.values(ComplianceStatus).map((status) => [
      status,
      ...SEVERITIES.map((severity) =>
        countOf(findings, (finding) => finding.status === status && finding.severity === severity),
      ),
    ]),
    '',
  )}${textTable(
    'Controls of the security baselines',
    ['Outcome', 'Controls'],
    outcomes.map((outcome) => [outcome, countOf(controls, (control) => control.outcome === outcome)]),
    '',
  )}</section>
<section>
<h2>What fails, or is not known</h2>
${textTable(
  'Findings',
  ['Rule', 'Status', 'Severity', 'Resource', 'Reason', 'Fix'],
  open.map(({ rule, id, status, severity, path, reason, fix }) => [
    findingKey(rule, id),
    status,
    severity,
    path,
    reason,
    fix,
  ]),
  'No rule is violated, and each could decide.',
)}</section>
<section>
<h2>Who reaches what</h2>
${textTable(
  'Paths',
  ['Service', 'From', 'Request', 'Verdict', 'Via', 'Reason'],
  byVerdict.map(({ service, origin, requestType, verdict, via, reason, code }) => [
    names.get(service) ?? service,
    names.get(origin) ?? origin,
    requestType,
    verdict,
    via,
    `${reason} (${code})`,
  ]),
  'The configuration has no SignalR service, so there are no paths.',
)}</section>
`;
}

/** The controls of each baseline, with what meets them. */
export function controlSections(controls: readonly ControlFact[]): Markup {
  const ofBaseline = (baseline: ControlBaseline) => {
    const listed = controls.filter((control) => control.baseline === baseline);
    return markup`<h3>${baseline}</h3>
<p class="muted">${listed[0]?.benchmark ?? ''}</p>
${textTable(
  `Controls of ${baseline}`,
  ['Control', 'Feature', 'Responsibility', 'Outcome', 'Reason', 'Satisfied by'],
  listed.map(({ control, feature, responsibility, outcome, reason, satisfiedBy }) => [
    control,
    feature,
    responsibility,
    outcome,
    satisfiedBy.length > 0 && outcome === 'satisfied' ? '' : reason,
    satisfiedBy.map(({ rule, resources }) => `${rule}: ${resources.join(', ')}`),
  ]),
  '',
)}`;
  };
  return markup`<section>
<h2>Controls</h2>
${Object.values(ControlBaseline).map(ofBaseline)}</section>
`;
}

/** Accepted findings, with owner and reason. */
export function acknowledgementSection({ acknowledgements, accepted }: Acknowledgements): Markup {
  return markup`<section>
<h2>Acknowledgements</h2>
${textTable(
  'Acknowledgements',
  ['Where', 'Rule', 'Reason', 'Owner', 'Ticket', 'Expires', 'State'],
  acknowledgements.map(({ path, rule, reason, owner = '', ticket = '', expires = '', state }) => [
    path || 'the app',
    rule,
    reason,
    owner,
    ticket,
    expires,
    state,
  ]),
  'No finding is acknowledged.',
)}${
    accepted.length === 0
      ? []
      : textTable(
          'What they accept',
          ['Finding', 'Severity', 'Resource', 'Found', 'Accepted because'],
          accepted.map(({ finding, severity, path, found, reason }) => [finding, severity, path, found, reason]),
          '',
        )
  }</section>
`;
}

/** Subjects that the pack does not cover. */
export function unjudgedSection(types: readonly UnjudgedType[]): Markup {
  return markup`<section>
<h2>Not judged</h2>
${textTable(
  'Types that no rule judged',
  ['Type', 'Resources', 'Why'],
  types.map(({ type, resources, reason }) => [type, String(resources), reason]),
  'Rules judged every type of resource.',
)}</section>
`;
}

function countOf<T>(items: readonly T[], isCounted: (item: T) => boolean): string {
  return String(items.filter(isCounted).length);
}
