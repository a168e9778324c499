import { join, resolve } from 'path';
import { Assessment } from './assessment';
import { Io } from './io';
import { SourcePlaces } from './source-places';
import { RENDERERS as complianceWriters } from '../../compliance/internal/renderers';
import { ReportFormat } from '../../compliance/report-format';
import { ConnectivityFormat } from '../../connectivity/connectivity-format';
import { RENDERERS as connectivityWriters } from '../../connectivity/internal/renderers';

const CONNECTIVITY = [
  ConnectivityFormat.JSON,
  ConnectivityFormat.MARKDOWN,
  ConnectivityFormat.HTML,
  ConnectivityFormat.SVG,
];
const COMPLIANCE = [ReportFormat.JSON, ReportFormat.MARKDOWN, ReportFormat.HTML, ReportFormat.CSV, ReportFormat.SARIF];

/** Writes the reports of an assessment into a folder. */
export function writeReports(
  folder: string,
  { connectivity, compliance, resources }: Assessment,
  places: SourcePlaces,
  io: Io,
): void {
  const write = (name: string, text: string) => io.writeFile(resolve(io.cwd, join(folder, name)), text);
  for (const format of CONNECTIVITY) {
    write(`connectivity.${format}`, connectivityWriters[format](connectivity, 'Connectivity of the configuration'));
  }
  const lineOf = (path: string) => places.of(resources.get(path)!).line;
  for (const format of COMPLIANCE) {
    write(`compliance.${format}`, complianceWriters[format](compliance, lineOf));
  }
}
