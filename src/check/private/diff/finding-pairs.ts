import { Identity } from './identity';
import { ComplianceFinding } from '../../../compliance/compliance-finding';
import { ComplianceStatus } from '../../../compliance/compliance-status';
import { findingKey } from '../../../compliance/internal/baseline';
import { Severity } from '../../../compliance/severity';
import { addTo } from '../../../core/internal/add-to';
import { Assessment } from '../assessment';

/** Kind of a change of a rule's findings on a resource. */
export type PairKind = 'new' | 'changed' | 'gone';

/** One side of a pair: what differs there, or why nothing does. */
export interface PairSide {
  readonly findings: readonly ComplianceFinding[];
  /** Number of open findings of the rule on the resource that are equal on the other side. */
  readonly others: number;
  /** Verdict of the rule where it finds nothing, if there is one. */
  readonly met?: ComplianceFinding;
  /** States whether the resource is there. */
  readonly isThere: boolean;
}

/** Findings of a rule on a resource before and after, where they differ. */
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

/**
 * Findings that are violated, unknown or accepted on one side alone, or otherwise than on the other, without advice.
 */
export function findingPairs(before: Assessment, after: Assessment): FindingPair[] {
  const [old, now] = [new Found(before), new Found(after)];
  const pairs = [...new Set([...now.keys, ...old.keys])].flatMap((key) => pairOf(key, old, now));
  const rank = (pair: FindingPair) =>
    KINDS.indexOf(pair.kind) * 2 * SEVERITIES.length +
    SEVERITIES.indexOf(pair.severity) +
    (isViolated(pair) ? 0 : SEVERITIES.length);
  return pairs.sort((a, b) => rank(a) - rank(b));
}

/** Reports whether something is violated after that was not, or not so. */
export function isViolated({ after }: FindingPair): boolean {
  return after.findings.some(({ status }) => status === ComplianceStatus.VIOLATED);
}

function pairOf(key: string, old: Found, now: Found): FindingPair[] {
  const [before, after] = [sideOf(key, old, now), sideOf(key, now, old)];
  const shown = [...before.findings, ...after.findings];
  if (shown.length === 0) return [];
  const kind = before.findings.length === 0 ? 'new' : after.findings.length === 0 ? 'gone' : 'changed';
  const severity = SEVERITIES.find((each) => shown.some((finding) => finding.severity === each))!;
  return [{ kind, severity, before, after }];
}

function sideOf(key: string, here: Found, there: Found): PairSide {
  const same = new Set(there.at(key).filter(isOpen).map(stateOf));
  const findings = here.at(key);
  const open = findings.filter(isOpen);
  const differing = open.filter((finding) => !same.has(stateOf(finding)));
  return {
    findings: differing,
    others: open.length - differing.length,
    met: open.length === 0 ? findings[0] : undefined,
    isThere: here.has(key),
  };
}

const isOpen = ({ status, severity }: ComplianceFinding) => OPEN.includes(status) && severity !== Severity.INFO;

const stateOf = ({ rule, id, status, severity }: ComplianceFinding) => `${status} ${severity} ${findingKey(rule, id)}`;

/** Findings by resource and rule; resources are found again by what names them before and after alike. */
class Found {
  private readonly findings = new Map<string, ComplianceFinding[]>();
  private readonly resources: ReadonlySet<string>;

  public constructor({ compliance, resources }: Assessment) {
    const identity = new Identity(resources);
    this.resources = new Set([...resources.keys()].map((path) => identity.of(path)));
    for (const finding of compliance.findings) {
      addTo(this.findings, `${identity.of(finding.path)}\t${finding.rule}`, finding);
    }
  }

  public get keys(): Iterable<string> {
    return this.findings.keys();
  }

  public at(key: string): readonly ComplianceFinding[] {
    return this.findings.get(key) ?? [];
  }

  /** Reports whether the resource of a key is there. */
  public has(key: string): boolean {
    return this.resources.has(key.slice(0, key.lastIndexOf('\t')));
  }
}
