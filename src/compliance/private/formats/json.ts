import { LIBRARY, libraryVersion } from '../../../core/internal/library';
import { AcknowledgementStatus } from '../../acknowledgement-status';
import { ComplianceFinding } from '../../compliance-finding';
import { ControlStatus } from '../../control-status';
import { UnjudgedType } from '../../unjudged-type';

/** Content of a report, as every format needs it. */
export interface ReportContent {
  readonly findings: readonly ComplianceFinding[];
  readonly acknowledgements: readonly AcknowledgementStatus[];
  readonly controls: readonly ControlStatus[];
  readonly unjudgedTypes: readonly UnjudgedType[];
}

/** Counts up when a field goes away or changes its meaning; a new field does not count. */
const SCHEMA_VERSION = 1;

/** A report for programs. */
export function toJson({ findings, acknowledgements, controls, unjudgedTypes }: ReportContent): string {
  const library = { name: LIBRARY, version: libraryVersion() || undefined };
  return asText({ schemaVersion: SCHEMA_VERSION, library, findings, acknowledgements, controls, unjudgedTypes });
}

/** JSON as files hold it. */
export function asText(json: unknown): string {
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
