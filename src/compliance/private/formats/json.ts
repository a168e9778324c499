import { AcknowledgementStatus } from '../../acknowledgement-status';
import { ComplianceFinding } from '../../compliance-finding';
import { ControlStatus } from '../../control-status';
import { UnjudgedType } from '../../unjudged-type';

/** What a report tells, as every format needs it. */
export interface ReportContent {
  readonly findings: readonly ComplianceFinding[];
  readonly acknowledgements: readonly AcknowledgementStatus[];
  readonly controls: readonly ControlStatus[];
  readonly unjudgedTypes: readonly UnjudgedType[];
}

/** A report for programs. */
export function toJson({ findings, acknowledgements, controls, unjudgedTypes }: ReportContent): string {
  return asText({ findings, acknowledgements, controls, unjudgedTypes });
}

/** JSON as files hold it. */
export function asText(json: unknown): string {
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
