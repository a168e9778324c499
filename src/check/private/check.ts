import { Assessment } from './assessment';
import { isMeant } from './meant';
import { groupedBy, isServerTraffic, listed, NamedPath, namedPaths, reasonKey, reasonOf } from './paths';
import { counted, Entry, FailOn, Result, Section, verdictOf } from './result';
import { SourcePlace, SourcePlaces } from './source-places';
import { ComplianceFinding } from '../../compliance/compliance-finding';
import { ComplianceStatus } from '../../compliance/compliance-status';
import { findingKey } from '../../compliance/internal/baseline';
import { Severity } from '../../compliance/severity';
import { UnjudgedType } from '../../compliance/unjudged-type';
import { PUBLIC_ENDPOINT } from '../../connectivity/internal/judge';
import { OriginKind } from '../../connectivity/origin-kind';
import { Verdict } from '../../connectivity/verdict';

/** Result for one model. */
export function checkResult(assessment: Assessment, places: SourcePlaces, failOn: FailOn): Result {
  const paths = namedPaths(assessment);
  const findings = new FindingEntries(assessment, places);
  const opened = [...expectationEntries(assessment), ...openedEntries(paths, assessment, places)];
  const violated = findings.of(ComplianceStatus.VIOLATED, Severity.ERROR);
  const unknown = [
    ...unknownEntries(paths),
    ...findings.unknown(assessment.compliance.withStatus(ComplianceStatus.UNKNOWN)),
  ];
  const warnings = findings.of(ComplianceStatus.VIOLATED, Severity.WARNING);
  const accepted = findings.of(ComplianceStatus.ACKNOWLEDGED);
  const sections: Section[] = [
    {
      id: 'reach',
      title: 'Who reaches what',
      columns: ['Request', 'Service', 'From'],
      entries: reachEntries(paths),
      isBrief: true,
    },
    {
      id: 'opened',
      title: 'Open to the internet, or not as expected',
      columns: PATH_COLUMNS,
      entries: opened,
      level: 'opened',
    },
    { id: 'violated', title: 'Violated', columns: RULE_COLUMNS, entries: violated, level: 'violated' },
    {
      id: 'unknown',
      title: 'Unknown, and what decides',
      columns: PATH_COLUMNS,
      entries: unknown,
      level: 'unknown',
      isFolded: true,
    },
    { id: 'warnings', title: 'Warnings', columns: RULE_COLUMNS, entries: warnings, isFolded: true },
    { id: 'accepted', title: 'Accepted', columns: RULE_COLUMNS, entries: accepted, isFolded: true },
    {
      id: 'unjudged',
      title: 'Not judged',
      columns: ['Type', 'Resources', 'Why'],
      entries: assessment.compliance.unjudgedTypes.map(unjudgedEntry),
      isBrief: true,
      isFolded: true,
    },
  ];
  const others = [
    ...(warnings.length > 0 ? [counted(warnings.length, 'warning')] : []),
    ...(accepted.length > 0 ? [`${accepted.length} accepted`] : []),
  ].join(', ');
  const counts = `${opened.length} opened, ${violated.length} violated, ${unknown.length} unknown`;
  return { command: 'check', ...verdictOf(sections, failOn, others ? `${counts}; ${others}` : counts), notes: [] };
}

export const PATH_COLUMNS = ['Code', 'What', 'Why'] as const;
export const RULE_COLUMNS = ['Rule', 'Resource', 'Finding'] as const;

/** The expectations that do not hold. */
export function expectationEntries({ expectations }: Assessment): Entry[] {
  return expectations.flatMap(({ at, expectation: { expect, request, from, to = 'any' }, problems }) => {
    const split = at.lastIndexOf(':');
    const place = { file: at.slice(0, split), line: Number(at.slice(split + 1)) };
    const asked = [expect, [request ?? []].flat().join(', ')].filter(Boolean).join(' ');
    return problems.map(({ code, message }) => ({
      code,
      subject: `expected ${asked}, ${from} to ${to}`,
      message,
      place,
    }));
  });
}

/** Part of a fix for users of the library alone. */
const OF_LIBRARY = /[;,] (?:in|the apps of) this library.*$/s;

/** Findings as lines of a result. */
export class FindingEntries {
  public constructor(
    private readonly assessment: Assessment,
    private readonly places: SourcePlaces,
  ) {}

  /** Those of a status and a severity, rule by rule. */
  public of(status: ComplianceStatus, severity?: Severity): Entry[] {
    const { findings } = this.assessment.compliance;
    return this.all(
      findings.filter((finding) => finding.status === status && (!severity || finding.severity === severity)),
    );
  }

  /** Findings of severity error that rules cannot decide, a line for each reason. */
  public unknown(findings: readonly ComplianceFinding[]): Entry[] {
    const errors = findings.filter(({ severity }) => severity === Severity.ERROR);
    return groupedBy(errors, ({ reason }) => reason).map((group) => {
      const entries = group.map((finding) => this.entry(finding));
      return {
        ...entries[0],
        code: listed(entries.map(({ code }) => code)),
        subject: listed(
          entries.map(({ subject }) => subject),
          3,
        ),
      };
    });
  }

  /** Some findings, rule by rule. */
  public all(findings: readonly ComplianceFinding[]): Entry[] {
    return groupedBy(findings, ({ rule }) => rule)
      .flat()
      .map((finding) => this.entry(finding));
  }

  private entry({ rule, id, path, status, reason, fix, acknowledgement }: ComplianceFinding): Entry {
    const resource = this.assessment.resources.get(path)!;
    const { name = path } = resource;
    return {
      code: findingKey(rule, id),
      subject: name === path ? path : `${name} (${path})`,
      message: acknowledgement ? `${reason} Accepted: ${acknowledgement.reason}` : reason,
      advice: status === ComplianceStatus.VIOLATED ? `${fix.replace(OF_LIBRARY, '').replace(/\.$/, '')}.` : undefined,
      place: this.places.of(resource),
    };
  }
}

function unjudgedEntry({ type, resources, reason }: UnjudgedType): Entry {
  return { code: type, subject: counted(resources, 'resource'), message: reason };
}

function reachEntries(paths: readonly NamedPath[]): Entry[] {
  const groups = groupedBy(paths, ({ path }) => `${path.service} ${path.requestType}`);
  return groups.map((group) => {
    const [{ path, to }] = group;
    const ways = groupedBy(group, wayOf).sort(([a], [b]) => WAYS.indexOf(wayOf(a)) - WAYS.indexOf(wayOf(b)));
    const parts = ways.map((same) => `${wayOf(same[0])}: ${listed(same.flatMap(({ callers }) => callers))}`);
    return { code: path.requestType, subject: to, message: parts.join('; ') };
  });
}

const OVER_INTERNET = 'allowed publicly';
const WAYS = [OVER_INTERNET, 'allowed privately', Verdict.UNKNOWN, Verdict.DENIED];

function wayOf({ path: { verdict, via } }: NamedPath): string {
  if (verdict !== Verdict.ALLOWED) return verdict;
  return via === PUBLIC_ENDPOINT ? OVER_INTERNET : WAYS[1];
}

function openedEntries(paths: readonly NamedPath[], assessment: Assessment, places: SourcePlaces): Entry[] {
  const open = paths.filter(
    (named) =>
      named.path.verdict === Verdict.ALLOWED &&
      named.origin.kind === OriginKind.INTERNET &&
      isServerTraffic(named) &&
      !isMeant(named.path, assessment),
  );
  return groupedBy(open, ({ path }) => `${path.service} ${reasonKey(path)}`).map((group) => {
    const [{ path, from, to }] = group;
    const types = listed(group.map((each) => each.path.requestType));
    return {
      code: path.code,
      subject: `${types} from ${from} to ${to}`,
      message: reasonOf(group),
      place: placeOfService(path.service, assessment, places),
    };
  });
}

function unknownEntries(paths: readonly NamedPath[]): Entry[] {
  const unknown = paths.filter((named) => named.path.verdict === Verdict.UNKNOWN && isServerTraffic(named));
  return groupedBy(unknown, ({ path }) => reasonKey(path)).map((group) => ({
    code: group[0].path.code,
    subject: callsOf(group),
    message: reasonOf(group),
  }));
}

/** `ServerConnection, RESTAPI from chat to sigr-chat`. */
export function callsOf(paths: readonly NamedPath[]): string {
  const types = listed(paths.map(({ path }) => path.requestType));
  return `${types} from ${listed(paths.flatMap(({ callers }) => callers))} to ${listed(paths.map(({ to }) => to))}`;
}

/** Place of a service's access control list, or else of the service. */
export function placeOfService(
  service: string,
  { lists, resources }: Assessment,
  places: SourcePlaces,
): SourcePlace | undefined {
  const resource = resources.get(lists.get(service) ?? service);
  return resource && places.of(resource);
}
