import { Identity } from './identity';
import { ComplianceFinding } from '../../../compliance/compliance-finding';
import { ComplianceStatus } from '../../../compliance/compliance-status';
import { findingKey } from '../../../compliance/internal/baseline';
import { Severity } from '../../../compliance/severity';
import { Assessment } from '../assessment';

/** Changes of findings. */
export interface FindingChanges {
  /** Violations after that did not exist before. */
  readonly appeared: readonly ComplianceFinding[];
  /** Violations before that are gone after. */
  readonly gone: readonly ComplianceFinding[];
  /** Findings that are unknown after, and were known before. */
  readonly unknown: readonly ComplianceFinding[];
}

/** Compares the findings of two assessments, without advice. */
export function findingChanges(before: Assessment, after: Assessment): FindingChanges {
  const [old, now] = [before, after].map((assessment) => ({
    violated: keyed(assessment, ComplianceStatus.VIOLATED),
    unknown: keyed(assessment, ComplianceStatus.UNKNOWN),
  }));
  return {
    appeared: without(now.violated, old.violated),
    gone: without(old.violated, now.violated),
    unknown: without(now.unknown, old.unknown),
  };
}

function keyed({ compliance, resources }: Assessment, status: ComplianceStatus): Map<string, ComplianceFinding> {
  const identity = new Identity(resources);
  const findings = compliance.withStatus(status).filter(({ severity }) => severity !== Severity.INFO);
  return new Map(findings.map((each) => [`${identity.of(each.path)} ${findingKey(each.rule, each.id)}`, each]));
}

function without(
  findings: ReadonlyMap<string, ComplianceFinding>,
  others: ReadonlyMap<string, ComplianceFinding>,
): ComplianceFinding[] {
  return [...findings].filter(([key]) => !others.has(key)).map(([, finding]) => finding);
}
