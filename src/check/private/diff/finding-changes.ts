import { Identity } from './identity';
import { ComplianceFinding } from '../../../compliance/compliance-finding';
import { ComplianceStatus } from '../../../compliance/compliance-status';
import { findingKey } from '../../../compliance/internal/baseline';
import { Severity } from '../../../compliance/severity';
import { Assessment } from '../assessment';

/** What becomes of findings. */
export interface FindingChanges {
  /** What is violated after, and was not before. */
  readonly appeared: readonly ComplianceFinding[];
  /** What was violated before, and is not after. */
  readonly gone: readonly ComplianceFinding[];
  /** What is not known after, and was before. */
  readonly unknown: readonly ComplianceFinding[];
}

/** How findings change between two assessments; what is only advice is left out. */
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
