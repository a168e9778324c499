import { writeFileSync } from 'fs';
import { join } from 'path';
import { App } from 'cdktf';
import { IConstruct } from 'constructs';
import { ComplianceReport } from '../compliance-report';
import { formatsOf } from './attachments';
import { Evaluation } from './evaluation';
import { RENDERERS } from '../internal/renderers';

/** Writes the report of a tree in the formats that its attachments ask for. */
export function writeReports(root: IConstruct, evaluation: Evaluation): void {
  const formats = formatsOf(root);
  if (formats.length === 0) return;
  const report = ComplianceReport._of(evaluation);
  const { outdir } = App.of(root);
  formats.forEach((format) => writeFileSync(join(outdir, `compliance.${format}`), RENDERERS[format](report)));
}
