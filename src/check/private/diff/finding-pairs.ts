import { Identity } from './identity';
import { ComplianceFinding } from '../../../compliance/compliance-finding';
import { ComplianceStatus } from '../../../compliance/compliance-status';
import { findingKey } from '../../../compliance/internal/baseline';
import { Severity } from '../../../compliance/severity';
import { Assessment } from '../assessment';

/** What becomes of what a rule finds on a resource. */
export type PairKind = 'new' | 'changed' | 'gone';

/** One side of a pair: what differs there, or why nothing does. */
export interface PairSide {
  readonly findings: readonly ComplianceFinding[];
  /** How many open findings of the rule on the resource are the same on the other side. */
  readonly others: number;
  /** What the rule says where it finds nothing; `undefined` where the resource is not there, or the rule finds something. */
  readonly met?: ComplianceFinding;
}

/** What a rule finds on a resource before and after, where that differs. */
export interface FindingPair {
  readonly kind: PairKind;
  readonly severity: Severity;
  readonly before: PairSide;
  readonly after: PairSide;
}

const OPEN: readonly ComplianceStatus[] = [
  ComplianceStatus.VIOLATED,
  ComplianceStatus.UNKNOWN,
  ComplianceStatus.ACKNOWLEDGED,
];
const KINDS: readonly PairKind[] = ['new', 'changed', 'gone'];
const SEVERITIES: readonly Severity[] = [Severity.ERROR, Severity.WARNING];

/** What is violated, unknown or accepted on one side alone, or otherwise than on the other; advice is left out. */
export function findingPairs(before: Assessment, after: Assessment): FindingPair[] {
  const [old, now] = [byRule(before), byRule(after)];
  const pairs = [...new Set([...now.keys(), ...old.keys()])].flatMap((key) =>
    pairOf(old.get(key) ?? [], now.get(key) ?? []),
  );
  const rank = (pair: FindingPair) =>
    KINDS.indexOf(pair.kind) * 2 * SEVERITIES.length + SEVERITIES.indexOf(pair.severity) + (isViolated(pair) ? 0 : SEVERITIES.length);
  return pairs.sort((a, b) => rank(a) - rank(b));
}

/** Whether something is violated after that was not, or not so. */
export function isViolated({ after }: FindingPair): boolean {
  return after.findings.some(({ status }) => status === ComplianceStatus.VIOLATED);
}

function pairOf(old: readonly ComplianceFinding[], now: readonly ComplianceFinding[]): FindingPair[] {
  const [before, after] = [sideOf(old, now), sideOf(now, old)];
  const shown = [...before.findings, ...after.findings];
  if (shown.length === 0) return [];
  const kind = before.findings.length === 0 ? 'new' : after.findings.length === 0 ? 'gone' : 'changed';
  const severity = SEVERITIES.find((each) => shown.some((finding) => finding.severity === each))!;
  return [{ kind, severity, before, after }];
}

function sideOf(findings: readonly ComplianceFinding[], others: readonly ComplianceFinding[]): PairSide {
  const same = new Set(others.filter(isOpen).map(stateOf));
  const open = findings.filter(isOpen);
  const differing = open.filter((finding) => !same.has(stateOf(finding)));
  return {
    findings: differing,
    others: open.length - differing.length,
    met: open.length === 0 ? findings[0] : undefined,
  };
}

const isOpen = ({ status, severity }: ComplianceFinding) => OPEN.includes(status) && severity !== Severity.INFO;

const stateOf = ({ rule, id, status, severity }: ComplianceFinding) => `${status} ${severity} ${findingKey(rule, id)}`;

function byRule({ compliance, resources }: Assessment): ReadonlyMap<string, readonly ComplianceFinding[]> {
  const identity = new Identity(resources);
  const found = new Map<string, ComplianceFinding[]>();
  for (const finding of compliance.findings) {
    const key = `${identity.of(finding.path)} ${finding.rule}`;
    const same = found.get(key);
    if (same) same.push(finding);
    else found.set(key, [finding]);
  }
  return found;
}
