import { addTo } from '../../core/internal/add-to';
import { ModelResource } from '../../model/model-resource';
import { ElementKind } from '../../model/model-source';
import { TerraformModel } from '../../model/terraform-model';
import { Acknowledgement } from '../acknowledgement';
import { AcknowledgementStatus } from '../acknowledgement-status';
import { ComplianceControls, ComplianceFinding } from '../compliance-finding';
import { ComplianceStatus } from '../compliance-status';
import { SecurityProfile } from '../security-profile';
import { Severity } from '../severity';
import { UnjudgedType } from '../unjudged-type';
import { AcknowledgementBook, AcknowledgementEntry } from './acknowledgement-book';
import { Deciding, Subject } from './deciding';
import { Controls, EVERY_TYPE, Finding, Rule, RuleVerdict } from './rule';
import { RuleContext } from './rule-context';
import { Settings } from './settings';
import { unjudgedTypes } from './unjudged';

/** A line of the report, and what it does to synth. */
export class Judgement {
  private readonly status: ComplianceStatus;

  public constructor(
    private readonly subject: Subject,
    private readonly rule: Rule,
    private readonly outcome: Outcome,
    private readonly accepted?: Acknowledgement,
    private readonly expiry?: string,
  ) {
    this.status = accepted ? ComplianceStatus.ACKNOWLEDGED : outcome.status;
  }

  /** Path of the resource. */
  public get path(): string {
    return this.subject.resource.path;
  }

  /** Error or warning; nothing where the line only stands in the report. */
  public get effect(): Severity | undefined {
    return effectOf(this.status, this.outcome.severity, this.subject.settings);
  }

  /** The line; made when it is asked for, since synth reports only what has an effect. */
  public get finding(): ComplianceFinding {
    const { rule, outcome, accepted, expiry, status } = this;
    const { resource, settings, file } = this.subject;
    const controlsByKind = controlsOf(rule, resource, outcome);
    return {
      rule: rule.id,
      name: rule.name,
      severity: outcome.severity,
      path: resource.path,
      type: resource.type,
      file,
      profile: settings.profile,
      status,
      id: outcome.id,
      reason: expiry && !accepted ? `${sentence(outcome.reason)} ${expiry}` : sentence(outcome.reason),
      fix: rule.fix,
      link: rule.link,
      controls: controlIds(controlsByKind),
      controlsByKind,
      acknowledgement: accepted,
    };
  }

  /** Decisions on controls; also on those of the rule that it does not break. */
  public get deciding(): readonly Deciding[] {
    const { rule, outcome, status, subject } = this;
    const { benchmark, rest } = outcome;
    const whole = { rule, subject, isAsked: asksFor(subject.settings.profile, rule) };
    const found: Deciding = { ...whole, status, severity: outcome.severity, benchmark };
    return rest ? [found, { ...whole, ...rest, severity: rule.severity }] : [found];
  }
}

/** Standard for resources, and accepted findings. */
export interface Standard<E extends AcknowledgementEntry> {
  /** Reports whether the resource of a path is judged. */
  readonly isJudged: (path: string) => boolean;
  /** Standard for the resource of a path. */
  readonly settings: { readonly at: (path: string) => Settings | undefined };
  readonly book: AcknowledgementBook<E>;
  /** The file that a resource stands in, as reports name it. */
  readonly fileOf: (resource: ModelResource) => string;
  /** Lists of the rules that resources are held to. */
  readonly rules: () => readonly (readonly Rule[])[];
}

/** Verdicts of all rules on the judged resources. */
export interface Evaluation<E extends AcknowledgementEntry = AcknowledgementEntry> {
  /** By the path of the resource, then in the order of the rules. */
  readonly judgements: readonly Judgement[];
  readonly acknowledgements: readonly { readonly entry: E; readonly status: AcknowledgementStatus }[];
  /** The rules that resources were held to; gathered when they are asked for, since synth reports none. */
  readonly rules: readonly Rule[];
  /** Verdicts of rules that the profile of a resource does not ask for; computed on demand, such as for reports. */
  readonly unasked: readonly Deciding[];
  /** Types that no rule judges; counted on demand, such as for reports. */
  readonly unjudged: readonly UnjudgedType[];
}

/** Outcome of one rule on one resource, also without a finding. */
interface Outcome {
  readonly status: ComplianceStatus;
  readonly reason: string;
  readonly severity: Severity;
  readonly id?: string;
  /** Ids of the benchmark that it is about, where these are fewer than those of the rule. */
  readonly benchmark?: readonly string[];
  /** Verdict of the rule on its other ids; only the first outcome on a resource has it. */
  readonly rest?: { readonly status: ComplianceStatus; readonly benchmark: readonly string[] };
}

/** Kinds of elements that rules judge; data sources and providers are known by what refers to them. */
const JUDGED = [ElementKind.RESOURCE, ElementKind.OUTPUT, ElementKind.BACKEND];

const NO_RESOURCES: readonly string[] = [ElementKind.OUTPUT, ElementKind.BACKEND];

const contexts = new WeakMap<TerraformModel, RuleContext>();
const rulesByType = new WeakMap<readonly Rule[], ReadonlyMap<string, readonly Rule[]>>();

/** Judges each resource once, by what it is held to. */
export function evaluate<E extends AcknowledgementEntry>(model: TerraformModel, standard: Standard<E>): Evaluation<E> {
  const judge = new Judge(model, standard);
  const resources = model
    .select(({ path, place }) => JUDGED.includes(place.kind) && standard.isJudged(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const judgements = resources.flatMap((resource) => judge.judge(resource));
  return {
    judgements,
    acknowledgements: standard.book.statuses(standard.isJudged),
    get unasked() {
      return resources.flatMap((resource) => judge.unasked(resource));
    },
    get unjudged() {
      return unjudgedTypes(resources, (resource) => judge.rulesOf(resource));
    },
    get rules() {
      // Of two rules of a user with one id, reports describe one.
      return [...new Map([...new Set(standard.rules())].flat().map((rule) => [rule.id, rule])).values()];
    },
  };
}

class Judge<E extends AcknowledgementEntry> {
  private readonly context: RuleContext;

  public constructor(
    model: TerraformModel,
    private readonly standard: Standard<E>,
  ) {
    this.context = contextOf(model);
  }

  public judge(resource: ModelResource): Judgement[] {
    const subject = this.subject(resource);
    if (!subject) return [];
    const { rules, profile } = subject.settings;
    return rulesFor(resource.type, rules).flatMap((rule) => {
      const verdict = verdictOf(rule, resource, this.context, profile);
      if (isSilent(rule, verdict)) return [];
      return outcomesOf(rule, verdict).map((outcome) => this.judgement(subject, rule, outcome));
    });
  }

  /** The rules that judge a resource; `undefined` where it is held to none. */
  public rulesOf({ path, type }: ModelResource): readonly Rule[] | undefined {
    const settings = this.standard.settings.at(path);
    return settings && rulesFor(type, settings.rules);
  }

  public unasked(resource: ModelResource): Deciding[] {
    const subject = this.subject(resource);
    if (!subject) return [];
    return rulesFor(resource.type, subject.settings.rules)
      .filter((rule) => !asksFor(subject.settings.profile, rule))
      .flatMap((rule) =>
        outcomesOf(rule, verdictOf(rule, resource, this.context, rule.profile!)).flatMap(
          (outcome) => new Judgement(subject, rule, outcome).deciding,
        ),
      );
  }

  private subject(resource: ModelResource): Subject | undefined {
    const { settings, fileOf } = this.standard;
    const held = settings.at(resource.path);
    return held && { resource, settings: held, context: this.context, file: fileOf(resource) };
  }

  private judgement(subject: Subject, rule: Rule, outcome: Outcome): Judgement {
    const { resource, settings } = subject;
    const { accepted, expired } = isOpen(outcome.status)
      ? this.standard.book.find(resource, rule.id, outcome.id, settings.today)
      : {};
    const expiry = expired && `The acknowledgement at ${expired.name} expired on ${expired.acknowledgement.expires}.`;
    return new Judgement(subject, rule, outcome, accepted, expiry);
  }
}

/** Context of a model for rules, made once. */
export function contextOf(model: TerraformModel): RuleContext {
  const context = contexts.get(model) ?? new RuleContext(model);
  contexts.set(model, context);
  return context;
}

/** Reports whether a profile holds resources to a rule. */
export function asksFor(profile: SecurityProfile, rule: Rule): boolean {
  return rule.profile === undefined || rule.profile === profile;
}

/** Ids of all controls of a rule or a finding, in a fixed order. */
export function controlIds({ benchmark = [], policies = [], psRule = [], checkov = [], own = [] }: Controls): string[] {
  return [...benchmark, ...policies, ...psRule, ...checkov, ...own];
}

/** Differences between a rule and its citations: the ids with the reason, a sentence each. */
export function differencesOf({ differs = {} }: Rule): string[] {
  const ids = new Map<string, string[]>();
  for (const [id, reason] of Object.entries(differs)) addTo(ids, sentence(reason), id);
  return [...ids].map(([reason, all]) => `${all.join(', ')}: ${reason}`);
}

/** Controls of others that ask for the same as a finding. */
function controlsOf(rule: Rule, resource: ModelResource, { benchmark }: Outcome): ComplianceControls {
  const controls = rule.controlsOf?.(resource) ?? rule.controls;
  return {
    benchmark: [...(benchmark ?? controls.benchmark ?? [])],
    policies: [...(controls.policies ?? [])],
    psRule: [...(controls.psRule ?? [])],
    checkov: [...(controls.checkov ?? [])],
    own: [...(controls.own ?? [])],
  };
}

/** A text that ends as a sentence does. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function rulesFor(type: string, rules: readonly Rule[]): readonly Rule[] {
  const byType = rulesByType.get(rules) ?? groupByType(rules);
  rulesByType.set(rules, byType);
  return byType.get(type) ?? (NO_RESOURCES.includes(type) ? [] : (byType.get(EVERY_TYPE[0]) ?? []));
}

/** The rules by what they judge, in their order; those on every type also stand for types that no other rule names. */
function groupByType(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const byType = new Map<string, Rule[]>();
  const named = [...new Set(rules.flatMap(({ types }) => types))].filter((type) => !NO_RESOURCES.includes(type));
  for (const rule of rules) {
    const types = rule.types === EVERY_TYPE ? [...new Set([...named, ...EVERY_TYPE])] : rule.types;
    for (const type of types) addTo(byType, type, rule);
  }
  return byType;
}

/** Reports whether a rule on every type has nothing to say of a resource. */
function isSilent({ types }: Rule, { status }: RuleVerdict): boolean {
  return types === EVERY_TYPE && status === ComplianceStatus.NOT_APPLICABLE;
}

/** Verdict of a rule on a resource. A rule that fails has no verdict; synth goes on, and the report says so. */
export function verdictOf(
  rule: Rule,
  resource: ModelResource,
  context: RuleContext,
  profile: SecurityProfile,
): RuleVerdict {
  if (!asksFor(profile, rule)) return RuleVerdict.notApplicable(`the profile ${profile} does not require it`);
  try {
    return rule.evaluate(resource, context, profile);
  } catch (error) {
    return RuleVerdict.unknown(`the rule failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function outcomesOf(rule: Rule, verdict: RuleVerdict): Outcome[] {
  const { status, reason, findings } = verdict;
  if (status !== ComplianceStatus.VIOLATED) return [{ status, reason, severity: rule.severity }];
  const found: readonly Finding[] = findings.length > 0 ? findings : [{ message: `not as asked: ${rule.summary}` }];
  return found.map(({ id, message, severity, _benchmark }, index) => ({
    status,
    id,
    reason: message,
    severity: severity ?? rule.severity,
    benchmark: _benchmark,
    rest: index === 0 ? restOf(rule, found, verdict._mayBeMore) : undefined,
  }));
}

/** Verdict of a rule on the controls that none of its findings is about. */
function restOf({ controls }: Rule, findings: readonly Finding[], mayBeMore: boolean): Outcome['rest'] {
  const broken = new Set(findings.flatMap(({ _benchmark }) => _benchmark ?? controls.benchmark ?? []));
  const benchmark = (controls.benchmark ?? []).filter((id) => !broken.has(id));
  if (benchmark.length === 0) return undefined;
  return { status: mayBeMore ? ComplianceStatus.UNKNOWN : ComplianceStatus.COMPLIANT, benchmark };
}

function isOpen(status: ComplianceStatus): boolean {
  return status === ComplianceStatus.VIOLATED || status === ComplianceStatus.UNKNOWN;
}

function effectOf(status: ComplianceStatus, severity: Severity, settings: Settings): Severity | undefined {
  if (!isOpen(status) || severity === Severity.INFO) return undefined;
  if (status === ComplianceStatus.VIOLATED) return settings.enforce ? severity : Severity.WARNING;
  if (severity !== Severity.ERROR) return undefined;
  return settings.enforce && settings.failOnUnknown ? Severity.ERROR : Severity.WARNING;
}
