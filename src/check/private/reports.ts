import { join, resolve } from 'path';
import { Assessment } from './assessment';
import { Io } from './io';
import { SourcePlaces } from './source-places';
import { RENDERERS as complianceWriters } from '../../compliance/internal/renderers';
import { ReportFormat } from '../../compliance/report-format';
import { ConnectivityFormat } from '../../connectivity/connectivity-format';
import { RENDERERS as connectivityWriters } from '../../connectivity/internal/renderers';
import { evidenceOf } from '../../evidence/internal/evidence';
import { InputRecord } from '../../evidence/internal/input-record';
import { Provenance } from '../../evidence/provenance';
import { TerraformModel } from '../../model/terraform-model';

const CONNECTIVITY = [
  ConnectivityFormat.JSON,
  ConnectivityFormat.MARKDOWN,
  ConnectivityFormat.HTML,
  ConnectivityFormat.SVG,
];
const COMPLIANCE = [ReportFormat.JSON, ReportFormat.MARKDOWN, ReportFormat.HTML, ReportFormat.CSV, ReportFormat.SARIF];
const TITLE = 'the configuration';

export { acceptRecord, lockRecords, recordsOf } from './records';

/** Inputs of the files of a folder. */
export interface Reported {
  readonly assessment: Assessment;
  readonly model: TerraformModel;
  readonly places: SourcePlaces;
  readonly inputs: readonly InputRecord[];
  readonly provenance: Provenance;
}

/** Writes the reports of an assessment, and the rest of an evidence pack, into a folder. */
export function writeReports(folder: string, reported: Reported, io: Io): void {
  const { assessment, places, ...origin } = reported;
  const { connectivity, compliance, resources } = assessment;
  const lineOf = (path: string) => places.of(resources.get(path)!).line;
  const others = new Map([
    ...CONNECTIVITY.map((format): [string, string] => [
      `connectivity.${format}`,
      connectivityWriters[format](connectivity, `Connectivity of ${TITLE}`),
    ]),
    ...COMPLIANCE.map((format): [string, string] => [
      `compliance.${format}`,
      complianceWriters[format](compliance, lineOf),
    ]),
  ]);
  const files = evidenceOf({ ...origin, connectivity, compliance, others, title: TITLE, libraryVersion: io.version });
  files.forEach((text, name) => io.writeFile(resolve(io.cwd, join(folder, name)), text));
}
