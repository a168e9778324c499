import { ComplianceFinding } from '../compliance-finding';
import { ComplianceStatus } from '../compliance-status';
import { ControlOutcome, ControlStatus } from '../control-status';
import { Severity } from '../severity';
import { BASELINE_CONTROLS, BaselineControl } from './baseline-controls';

/** What findings of a status make of a control; the first that there are findings of decides. */
const OUTCOMES: readonly (readonly [ComplianceStatus, ControlOutcome])[] = [
  [ComplianceStatus.VIOLATED, ControlOutcome.VIOLATED],
  [ComplianceStatus.UNKNOWN, ControlOutcome.UNKNOWN],
  [ComplianceStatus.ACKNOWLEDGED, ControlOutcome.ACKNOWLEDGED],
  [ComplianceStatus.COMPLIANT, ControlOutcome.SATISFIED],
];

/** What a rule says of a resource that its profile does not hold to it. */
export type Unasked = Pick<ComplianceFinding, 'rule' | 'path' | 'status'>;

/**
 * How far each control of the security baseline is met.
 *
 * @param unasked what the rules of the other profile say: they hold clients to private networks, as the control does
 */
export function controlStatuses(
  findings: readonly ComplianceFinding[],
  unasked: readonly Unasked[] = [],
): ControlStatus[] {
  const byRule = new Map<string, ComplianceFinding[]>();
  for (const finding of findings) {
    const sameRule = byRule.get(finding.rule);
    if (sameRule) sameRule.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  return BASELINE_CONTROLS.map((control) => withPublicClients(statusOf(control, byRule), unasked));
}

function withPublicClients(status: ControlStatus, unasked: readonly Unasked[]): ControlStatus {
  if (status.outcome !== ControlOutcome.SATISFIED) return status;
  const others = unasked.filter(({ rule }) => status.rules.includes(rule));
  const unknown = placesOf(others, ComplianceStatus.UNKNOWN);
  if (unknown) {
    const reason = `whether clients connect over the internet is not known: ${unknown}`;
    return { ...status, outcome: ControlOutcome.UNKNOWN, reason };
  }
  const places = placesOf(others, ComplianceStatus.VIOLATED);
  if (!places) return status;
  const reason = `${status.reason}; clients connect over the internet: ${places}`;
  return { ...status, outcome: ControlOutcome.SATISFIED_WITH_PUBLIC_CLIENTS, reason };
}

function statusOf(control: BaselineControl, byRule: ReadonlyMap<string, readonly ComplianceFinding[]>): ControlStatus {
  const { otherwise, rules, ...described } = control;
  const findings = rules.flatMap((rule) => byRule.get(rule) ?? []).filter((finding) => !isAdvice(finding));
  const decided = OUTCOMES.find(([status]) => findings.some((finding) => finding.status === status));
  const found = decided && { outcome: decided[1], reason: placesOf(findings, decided[0]) };
  return { ...described, rules: [...rules], ...(found ?? otherwise) };
}

/** A rule with severity info tells what could be better still; a control is met without it. */
function isAdvice({ status, severity }: ComplianceFinding): boolean {
  return status === ComplianceStatus.VIOLATED && severity === Severity.INFO;
}

/** Which rules say so, and of what. */
function placesOf(findings: readonly Unasked[], status: ComplianceStatus): string {
  const paths = new Map<string, Set<string>>();
  for (const { rule, path } of findings.filter((finding) => finding.status === status)) {
    paths.set(rule, (paths.get(rule) ?? new Set()).add(path));
  }
  return [...paths].map(([rule, found]) => `${rule} at ${[...found].join(', ')}`).join('; ');
}
