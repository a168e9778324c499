import { judgeModel } from '../../../src/compliance/internal/baseline';
import { analysisOf } from '../../../src/connectivity/internal/analysis';
import { EvidenceInput, evidenceOf } from '../../../src/evidence/internal/evidence';
import { Configuration, modelOf } from '../../check/support/json-source';

/** The files of the pack of a configuration. */
export function packOf(configuration: Configuration, more: Partial<EvidenceInput> = {}): ReadonlyMap<string, string> {
  const model = modelOf(configuration);
  const analysis = analysisOf(model);
  return evidenceOf({
    title: 'Estate',
    model,
    connectivity: analysis.report(analysis.services.all),
    compliance: judgeModel(model, { today: '2026-11-30', fileOf: () => 'main.tf' }),
    provenance: {},
    inputs: [],
    libraryVersion: '1.2.3',
    ...more,
  });
}

/** What a file of a pack says, without the version of its form. */
export function factsIn(configuration: Configuration, file: string, more: Partial<EvidenceInput> = {}) {
  const { schemaVersion, ...facts } = JSON.parse(packOf(configuration, more).get(file)!);
  expect(schemaVersion).toBe(1);
  return facts;
}

/** The text of a page, with one line for each cell, heading and paragraph. */
export function linesOf(html: string): string[] {
  const body = html.slice(html.indexOf('<body>'));
  const text = body
    .replace(/<wbr>/g, '')
    .replace(/<br>/g, ' / ')
    .replace(/<\/(?:td|th)>\s*(?=<t[dh])/g, ' | ')
    .replace(/<\/?(?:h1|h2|h3|p|tr|caption|li)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '');
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return text
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity])
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
