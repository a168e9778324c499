import { sortedBy } from './facts';
import { AcknowledgementStatus } from '../../compliance/acknowledgement-status';
import { ComplianceFinding } from '../../compliance/compliance-finding';
import { ComplianceReport } from '../../compliance/compliance-report';
import { ComplianceStatus } from '../../compliance/compliance-status';
import { ControlDecision, ControlStatus } from '../../compliance/control-status';
import { findingKey } from '../../compliance/internal/baseline';

/** A control with what meets it. */
export interface ControlFact extends ControlStatus {
  /** The rules that are met, with the resources of which that is true; nothing where the control is not satisfied. */
  readonly satisfiedBy: readonly Omit<ControlDecision, 'status'>[];
}

/** The controls of the baseline. */
export function controlsOf({ controls }: ComplianceReport): ControlFact[] {
  return controls.map((control) => ({ ...control, satisfiedBy: satisfiedBy(control) }));
}

function satisfiedBy({ outcome, decisions }: ControlStatus): Omit<ControlDecision, 'status'>[] {
  if (!outcome.startsWith('satisfied')) return [];
  return decisions
    .filter(({ status }) => status === ComplianceStatus.COMPLIANT)
    .map(({ rule, resources }) => ({ rule, resources }));
}

/** An accepted finding. */
export interface AcceptedFinding {
  readonly finding: string;
  readonly path: string;
  readonly severity: string;
  readonly found: string;
  readonly reason: string;
  readonly owner?: string;
  readonly ticket?: string;
  readonly expires?: string;
}

/** Accepted findings, with owner and reason. */
export interface Acknowledgements {
  readonly acknowledgements: readonly AcknowledgementStatus[];
  readonly accepted: readonly AcceptedFinding[];
}

/** The acknowledgements of a report, and what each accepts. */
export function acknowledgementsOf({ acknowledgements, findings }: ComplianceReport): Acknowledgements {
  return {
    acknowledgements: sortedBy(
      acknowledgements,
      ({ path }) => path,
      ({ rule }) => rule,
      ({ reason }) => reason,
    ),
    accepted: findings.flatMap(acceptedOf),
  };
}

function acceptedOf({ rule, id, path, severity, reason: found, acknowledgement }: ComplianceFinding) {
  if (!acknowledgement) return [];
  const { reason, owner, ticket, expires } = acknowledgement;
  return [{ finding: findingKey(rule, id), path, severity, found, reason, owner, ticket, expires }];
}
