import { createHash } from 'crypto';
import { ComplianceFinding } from '../../compliance-finding';
import { ComplianceStatus } from '../../compliance-status';
import { SarifOptions } from '../../sarif-options';
import { Severity } from '../../severity';
import { findingKey } from '../acknowledgement-book';
import { controlIds, sentence } from '../evaluation';
import { Rule } from '../rule';
import { asText, ReportContent } from './json';
import { LIBRARY, libraryVersion } from '../../../core/internal/library';

const LEVELS: Readonly<Record<Severity, string>> = {
  [Severity.ERROR]: 'error',
  [Severity.WARNING]: 'warning',
  [Severity.INFO]: 'note',
};

/**
 * GitHub sorts security alerts by this number: above 9.0 critical, from 7.0 on high, from 4.0 on medium, and low below. An
 * error breaks what the architecture promises, and nothing that a rule sees is an attack under way, so none is critical.
 *
 * @see https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#reportingdescriptor-object
 */
const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = {
  [Severity.ERROR]: '8.0',
  [Severity.WARNING]: '5.0',
  [Severity.INFO]: '2.0',
};

/** Rules that are about what fails, not about who gets in; GitHub lists their alerts as quality. */
const RELIABILITY = /^REL\d/;

const KINDS: Readonly<Record<ComplianceStatus, string>> = {
  [ComplianceStatus.COMPLIANT]: 'pass',
  [ComplianceStatus.VIOLATED]: 'fail',
  [ComplianceStatus.ACKNOWLEDGED]: 'fail',
  [ComplianceStatus.NOT_APPLICABLE]: 'notApplicable',
  [ComplianceStatus.UNKNOWN]: 'review',
};

const OPEN = [ComplianceStatus.VIOLATED, ComplianceStatus.UNKNOWN];

/** GitHub wants a region; a resource has no line of its own in the file of its stack, which is written later. */
const regionOf = (line = 1) => ({ startLine: line, startColumn: 1, endLine: line, endColumn: 2 });

/** GitHub cuts descriptions of rules here. */
const MAX_DESCRIPTION = 1024;

/** A report for code scanning. */
export function toSarif(
  { findings }: ReportContent,
  rules: readonly Rule[],
  { openOnly = true }: SarifOptions,
  lineOf: (path: string) => number | undefined = () => undefined,
): string {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const shown = findings.filter(({ status }) => !openOnly || OPEN.includes(status));
  const driver = {
    name: LIBRARY,
    // SARIF takes no empty one.
    semanticVersion: libraryVersion() || undefined,
    informationUri: 'https://github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr',
    rules: rules.map(descriptor),
  };
  return asText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        results: shown.map((finding) => result(finding, indexes.get(finding.rule), lineOf(finding.path))),
      },
    ],
  });
}

function descriptor(rule: Rule) {
  return {
    id: rule.id,
    name: rule.name,
    shortDescription: { text: rule.summary.slice(0, MAX_DESCRIPTION) },
    fullDescription: { text: rule.explanation.slice(0, MAX_DESCRIPTION) },
    help: { text: `${sentence(rule.explanation)} ${sentence(rule.fix)} ${rule.link}` },
    helpUri: rule.link,
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: propertiesOf(rule),
  };
}

function propertiesOf({ id, severity, controls }: Rule) {
  const tags = controlIds(controls);
  if (RELIABILITY.test(id)) return { tags: ['reliability', ...tags] };
  return { tags: ['security', ...tags], 'security-severity': SECURITY_SEVERITIES[severity] };
}

function result(finding: ComplianceFinding, ruleIndex: number | undefined, line: number | undefined) {
  const { rule, id, path, file, type, profile, status, severity, reason, fix, acknowledgement } = finding;
  const kind = KINDS[status];
  return {
    ruleId: rule,
    ruleIndex,
    kind,
    // SARIF 2.1.0, 3.27.10: only a failure has a level.
    level: kind === 'fail' ? LEVELS[severity] : 'none',
    message: { text: kind === 'fail' ? `${reason} ${sentence(fix)}` : reason },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split('/').map(encoded).join('/') },
          region: regionOf(line),
        },
        logicalLocations: [{ fullyQualifiedName: path, kind: 'resource' }],
      },
    ],
    // The only fingerprint that GitHub reads; all results of a stack stand on one line.
    partialFingerprints: { primaryLocationLineHash: fingerprint(findingKey(rule, id), path) },
    suppressions: acknowledgement && [
      {
        kind: 'inSource',
        status: 'accepted',
        justification: acknowledgement.reason,
        properties: { ...acknowledgement },
      },
    ],
    properties: { resourceType: type, profile, status, controls: finding.controlsByKind },
  };
}

/** A part of a path as files have it: half of a character in the id of a stack, which URIs cannot hold, is replaced. */
function encoded(segment: string): string {
  return encodeURIComponent(Buffer.from(segment).toString());
}

function fingerprint(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
