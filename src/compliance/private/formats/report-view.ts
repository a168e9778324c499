import { ReportContent } from './json';
import { count } from '../../../page/text';
import { ComplianceFinding } from '../../compliance-finding';
import { ComplianceStatus } from '../../compliance-status';
import { SecurityProfile } from '../../security-profile';
import { Severity } from '../../severity';
import { NamedPolicy, policyOf } from '../citations';

const { VIOLATED, UNKNOWN, ACKNOWLEDGED, COMPLIANT, NOT_APPLICABLE } = ComplianceStatus;

/** Status of a violated rule of severity info for people: it asks for nothing. */
const NOTED = 'noted';

/** The columns of the counts. */
export const SEVERITIES = [Severity.ERROR, Severity.WARNING, Severity.INFO] as const;

/** Statuses from what fails to what does not, as people read them. */
const STATUSES = [VIOLATED, UNKNOWN, ACKNOWLEDGED, NOTED, NOT_APPLICABLE, COMPLIANT] as const;

/** Result of a report, from grave to good. */
export type Result = 'fails' | 'unknown' | 'warns' | 'holds';

/** Number of findings of one status. */
export interface CountRow {
  readonly status: string;
  /** By severity; nothing where the status cannot be of that severity. */
  readonly counts: readonly (number | undefined)[];
}

/** A built-in definition of Azure Policy that asks for what rules judge. */
export interface CitedPolicy extends NamedPolicy {
  /** The rules that stand for it here, with the worst that they find. */
  readonly found: readonly string[];
}

/** A report in the order that people read it in: what fails first, what is as it should be last. */
export interface ReportView {
  readonly result: Result;
  /** The verdict on the whole, in one sentence. */
  readonly verdict: string;
  /** Profiles of the report. */
  readonly profiles: string;
  readonly counts: readonly CountRow[];
  readonly errors: readonly ComplianceFinding[];
  /** Findings that rules of severity error or warning cannot decide. */
  readonly unknown: readonly ComplianceFinding[];
  readonly warnings: readonly ComplianceFinding[];
  readonly accepted: readonly ComplianceFinding[];
  /** Findings of severity info, also those that rules cannot decide. */
  readonly noted: readonly ComplianceFinding[];
  readonly policies: readonly CitedPolicy[];
  /** Findings that are compliant or not applicable. */
  readonly met: readonly ComplianceFinding[];
}

const RESULTS: Readonly<Record<Result, string>> = {
  fails: 'Not compliant',
  unknown: 'Not known to be compliant',
  warns: 'Compliant but for warnings',
  holds: 'Compliant',
};

/** Puts a report in the order that people read it in. */
export function viewOf({ findings }: ReportContent): ReportView {
  const of = (status: ComplianceStatus, ...severities: readonly Severity[]) =>
    severities.flatMap((severity) =>
      findings.filter((finding) => finding.status === status && finding.severity === severity),
    );
  const errors = of(VIOLATED, Severity.ERROR);
  const warnings = of(VIOLATED, Severity.WARNING);
  const unknown = of(UNKNOWN, Severity.ERROR, Severity.WARNING);
  const accepted = of(ACKNOWLEDGED, ...SEVERITIES);
  const noted = [...of(VIOLATED, Severity.INFO), ...of(UNKNOWN, Severity.INFO)];
  const compliant = of(COMPLIANT, ...SEVERITIES);
  const isUnknown = unknown.length > 0 || findings.length === 0;
  const result = errors.length > 0 ? 'fails' : isUnknown ? 'unknown' : warnings.length > 0 ? 'warns' : 'holds';
  const numbers = [
    count(errors, 'error'),
    count(warnings, 'warning'),
    `${unknown.length} unknown`,
    `${accepted.length} accepted`,
    `${compliant.length} compliant`,
  ].join(', ');
  return {
    result,
    verdict: findings.length > 0 ? `${RESULTS[result]}: ${numbers}.` : 'No rule judged anything.',
    profiles: profilesOf(findings),
    counts: STATUSES.map((status) => ({
      status,
      counts: SEVERITIES.map((severity) => countOf(findings, status, severity)),
    })),
    errors,
    unknown,
    warnings,
    accepted,
    noted,
    policies: policiesOf(findings),
    met: [...of(NOT_APPLICABLE, ...SEVERITIES), ...compliant],
  };
}

/** Status of a finding for people. */
export function statusOf({ status, severity }: Pick<ComplianceFinding, 'status' | 'severity'>): string {
  return status === VIOLATED && severity === Severity.INFO ? NOTED : status;
}

/** The file that a resource stands in, with the line where that is known. */
export function placeOf({ file, path }: ComplianceFinding, lineOf: (path: string) => number | undefined): string {
  const line = lineOf(path);
  return line === undefined ? file : `${file}:${line}`;
}

function countOf(findings: readonly ComplianceFinding[], status: string, severity: Severity): number | undefined {
  const isInfo = severity === Severity.INFO;
  if ((status === NOTED && !isInfo) || (status === VIOLATED && isInfo)) return undefined;
  return findings.filter((finding) => statusOf(finding) === status && finding.severity === severity).length;
}

const PROFILES: Readonly<Record<SecurityProfile, string>> = {
  [SecurityProfile.PUBLIC_CLIENTS]: 'client connections come over the internet, server traffic is private',
  [SecurityProfile.ISOLATED]: 'nothing is reachable over the internet',
};

function profilesOf(findings: readonly ComplianceFinding[]): string {
  const profiles = Object.values(SecurityProfile).filter((each) => findings.some(({ profile }) => profile === each));
  return profiles.map((profile) => `${profile} (${PROFILES[profile]})`).join(' and ');
}

/** By their names; those that no finding is about are left out. */
function policiesOf(findings: readonly ComplianceFinding[]): CitedPolicy[] {
  const worst = new Map<string, Map<string, string>>();
  for (const status of STATUSES) {
    for (const finding of findings.filter((each) => statusOf(each) === status)) {
      for (const id of finding.controlsByKind.policies) {
        const rules = worst.get(id) ?? new Map<string, string>();
        if (!rules.has(finding.rule)) rules.set(finding.rule, status);
        worst.set(id, rules);
      }
    }
  }
  return [...worst]
    .map(([id, rules]) => ({ ...policyOf(id), found: [...rules].map(([rule, status]) => `${rule} ${status}`) }))
    .sort((a, b) => (`${a.name} ${a.id}` < `${b.name} ${b.id}` ? -1 : 1));
}
