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

/** How far each control of the security baseline is met. */
export function controlStatuses(findings: readonly ComplianceFinding[]): ControlStatus[] {
  const byRule = new Map<string, ComplianceFinding[]>();
  for (const finding of findings) {
    const sameRule = byRule.get(finding.rule);
    if (sameRule) sameRule.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  return BASELINE_CONTROLS.map((control) => statusOf(control, byRule));
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
function placesOf(findings: readonly ComplianceFinding[], status: ComplianceStatus): string {
  const paths = new Map<string, Set<string>>();
  for (const { rule, path } of findings.filter((finding) => finding.status === status)) {
    paths.set(rule, (paths.get(rule) ?? new Set()).add(path));
  }
  return [...paths].map(([rule, found]) => `${rule} at ${[...found].join(', ')}`).join('; ');
}
