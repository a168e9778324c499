import { ComplianceStatus } from '../compliance-status';
import { ControlDecision, ControlOutcome, ControlStatus } from '../control-status';
import { SecurityProfile } from '../security-profile';
import { Severity } from '../severity';
import { BaselineControl } from './baseline-control';
import { BASELINE_CONTROLS } from './baseline-controls';
import { Deciding } from './deciding';

const { VIOLATED, UNKNOWN, ACKNOWLEDGED, COMPLIANT } = ComplianceStatus;

/** The baselines follow version 1 of the benchmark; version 2 is in preview and has none for these services. */
const BENCHMARK = 'Microsoft cloud security benchmark v1';

/** Outcome of each control of the security baselines. */
export function controlStatuses(decidings: readonly Deciding[]): ControlStatus[] {
  const byRule = new Map<string, Deciding[]>();
  for (const deciding of decidings.filter((each) => !isAdvice(each))) {
    const sameRule = byRule.get(deciding.rule.id);
    if (sameRule) sameRule.push(deciding);
    else byRule.set(deciding.rule.id, [deciding]);
  }
  return BASELINE_CONTROLS.map((control) => {
    const { otherwise, notAsked, publicClients, rules, ...described } = control;
    const found = rules.flatMap((rule) => byRule.get(rule) ?? []).filter((each) => counts(each, control));
    return {
      ...described,
      benchmark: BENCHMARK,
      rules: [...rules],
      ...outcomeOf(found, control),
      decisions: decisionsOf(found.filter(({ isAsked, status }) => isAsked || status === COMPLIANT)),
    };
  });
}

/**
 * The worst that is found decides. What the profile asks for counts before what it does not ask for: a violation counts
 * all the same, and one that may exist is not known. A control is not met by rules that leave its question out.
 */
function outcomeOf(found: readonly Deciding[], control: BaselineControl): Pick<ControlStatus, 'outcome' | 'reason'> {
  const { otherwise, notAsked } = control;
  const asked = found.filter(({ isAsked }) => isAsked);
  const unasked = found.filter(({ isAsked }) => !isAsked);
  const left = unasked.filter(({ status }) => status === VIOLATED);
  const of = (those: readonly Deciding[], status: ComplianceStatus) =>
    placesOf(those.filter((each) => each.status === status));

  const violated = of(asked, VIOLATED);
  if (violated) return { outcome: ControlOutcome.VIOLATED, reason: violated };
  const unknown = of(asked, UNKNOWN);
  if (unknown) return { outcome: ControlOutcome.UNKNOWN, reason: unknown };
  const accepted = of(asked, ACKNOWLEDGED);
  const leftOut = left.length > 0 ? leftOutReason(left, control) : undefined;
  if (accepted) {
    return { outcome: ControlOutcome.ACKNOWLEDGED, reason: leftOut ? `${accepted}; ${leftOut}` : accepted };
  }
  const open = of(unasked, UNKNOWN);
  const doubt = `whether ${notAsked} is not known: ${open}`;
  if (leftOut) {
    const closed = of(asked, COMPLIANT);
    if (!areClientsMeant(left, asked, control)) return { outcome: ControlOutcome.NOT_ASKED, reason: leftOut };
    const meant = `client connections come over the public endpoint on purpose, which only the profile ${SecurityProfile.ISOLATED} denies: ${placesOf(left)}; nothing else does: ${closed}`;
    return {
      outcome: ControlOutcome.SATISFIED_WITH_PUBLIC_CLIENTS,
      reason: open ? `${meant}; for others, ${doubt}` : meant,
    };
  }
  if (open) return { outcome: ControlOutcome.UNKNOWN, reason: doubt };
  const met = of(found, COMPLIANT);
  return met ? { outcome: ControlOutcome.SATISFIED, reason: met } : otherwise;
}

/** Requirements that a profile leaves out, and the reason where it shows. */
function leftOutReason(left: readonly Deciding[], { notAsked, publicClients }: BaselineControl): string {
  const isSeen = !publicClients || left.some(({ rule }) => rule.id === publicClients.seenBy);
  const because = isSeen ? `, since ${notAsked}` : '';
  return `the profile ${left[0].subject.settings.profile} does not require it${because}: ${placesOf(left)}`;
}

/**
 * Reports whether clients alone come over the public network: what lets them do so is held to letting nothing else do
 * so.
 */
function areClientsMeant(
  left: readonly Deciding[],
  asked: readonly Deciding[],
  { publicClients }: BaselineControl,
): boolean {
  if (!publicClients) return false;
  const { seenBy, closedBy } = publicClients;
  const closed = asked.filter(({ rule, status }) => rule.id === closedBy && status === COMPLIANT);
  const isClosed = ({ subject }: Deciding) =>
    closed.some((each) => each.subject.resource.path === subject.resource.path);
  const seen = left.filter(({ rule }) => rule.id === seenBy);
  return seen.length > 0 && seen.every(isClosed);
}

/** Decisions by rule and status. */
function decisionsOf(found: readonly Deciding[]): ControlDecision[] {
  const decisions = new Map<string, ControlDecision>();
  for (const { rule, status, subject } of found) {
    const key = `${rule.id} ${status}`;
    const decision = decisions.get(key) ?? { rule: rule.id, status, resources: [] };
    decisions.set(key, decision);
    if (!decision.resources.includes(subject.resource.path)) decision.resources.push(subject.resource.path);
  }
  return [...decisions.values()];
}

/** A rule with severity info says what could be better still; a control is met without it. */
function isAdvice({ status, severity }: Deciding): boolean {
  return status === VIOLATED && severity === Severity.INFO;
}

/** Reports whether what is found is about a control and a resource of its service. */
function counts({ rule, subject, benchmark }: Deciding, { baseline, control }: BaselineControl): boolean {
  if (benchmark && !benchmark.includes(control)) return false;
  return rule.baselinesOf?.(subject.resource, subject.context).includes(baseline) ?? true;
}

/** Rules with the resources of their verdicts. */
function placesOf(found: readonly Deciding[]): string {
  const paths = new Map<string, Set<string>>();
  for (const { rule, subject } of found) {
    paths.set(rule.id, (paths.get(rule.id) ?? new Set()).add(subject.resource.path));
  }
  return [...paths].map(([rule, places]) => `${rule} at ${[...places].join(', ')}`).join('; ');
}
