import { addTo } from '../../core/internal/add-to';
import { ModelResource } from '../../model/model-resource';
import { ElementKind } from '../../model/model-source';
import { TerraformModel } from '../../model/terraform-model';
import { Acknowledgement } from '../acknowledgement';
import { AcknowledgementStatus } from '../acknowledgement-status';
import { ComplianceFinding } from '../compliance-finding';
import { ComplianceStatus } from '../compliance-status';
import { SecurityProfile } from '../security-profile';
import { Severity } from '../severity';
import { AcknowledgementBook, AcknowledgementEntry } from './acknowledgement-book';
import { Unasked } from './controls';
import { Controls, EVERY_TYPE, Rule, RuleVerdict } from './rule';
import { RuleContext } from './rule-context';
import { Settings } from './settings';

/** A line of the report, and what it does to synth. */
export class Judgement {
  private readonly status: ComplianceStatus;

  public constructor(
    private readonly resource: ModelResource,
    private readonly rule: Rule,
    private readonly outcome: Outcome,
    private readonly settings: Settings,
    private readonly file: string,
    private readonly accepted?: Acknowledgement,
    private readonly expiry?: string,
  ) {
    this.status = accepted ? ComplianceStatus.ACKNOWLEDGED : outcome.status;
  }

  /** Path of the resource. */
  public get path(): string {
    return this.resource.path;
  }

  /** Error or warning; nothing where the line only stands in the report. */
  public get effect(): Severity | undefined {
    return effectOf(this.status, this.outcome.severity, this.settings);
  }

  /** The line; made when it is asked for, since synth tells only what has an effect. */
  public get finding(): ComplianceFinding {
    const { resource, rule, outcome, settings, file, accepted, expiry, status } = this;
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
      controls: controlIds(rule.controls),
      acknowledgement: accepted,
    };
  }
}

/** What resources are held to, and what is accepted of them. */
export interface Standard<E extends AcknowledgementEntry> {
  /** Tells whether the resource of a path is judged. */
  readonly isJudged: (path: string) => boolean;
  /** What the resource of a path is held to. */
  readonly settings: { readonly at: (path: string) => Settings | undefined };
  readonly book: AcknowledgementBook<E>;
  /** The file that a resource stands in, as reports name it. */
  readonly fileOf: (resource: ModelResource) => string;
  /** Lists of the rules that resources are held to. */
  readonly rules: () => readonly (readonly Rule[])[];
}

/** What all rules say of the resources that are judged. */
export interface Evaluation<E extends AcknowledgementEntry = AcknowledgementEntry> {
  /** By the path of the resource, then in the order of the rules. */
  readonly judgements: readonly Judgement[];
  readonly acknowledgements: readonly { readonly entry: E; readonly status: AcknowledgementStatus }[];
  /** The rules that resources were held to; gathered when they are asked for, since synth tells none. */
  readonly rules: readonly Rule[];
  /** What rules say of resources whose profile does not ask for them; found when it is asked for, as by reports. */
  readonly unasked: readonly Unasked[];
}

/** What one rule found on one resource; also that there is nothing to find. */
interface Outcome {
  readonly status: ComplianceStatus;
  readonly reason: string;
  readonly severity: Severity;
  readonly id?: string;
}

/** What rules judge; they know data sources and providers from what refers to them. */
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
    get rules() {
      return [...new Set([...new Set(standard.rules())].flat())];
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
    const settings = this.standard.settings.at(resource.path);
    if (!settings) return [];
    return rulesFor(resource.type, settings.rules).flatMap((rule) => {
      const verdict = verdictOf(rule, resource, this.context, settings.profile);
      if (isSilent(rule, verdict)) return [];
      return outcomesOf(rule, verdict).map((outcome) => this.judgement(resource, rule, outcome, settings));
    });
  }

  public unasked(resource: ModelResource): Unasked[] {
    const settings = this.standard.settings.at(resource.path);
    if (!settings) return [];
    return rulesFor(resource.type, settings.rules)
      .filter((rule) => !asksFor(settings.profile, rule))
      .map((rule) => {
        const { status } = verdictOf(rule, resource, this.context, rule.profile!);
        return { rule: rule.id, path: resource.path, status };
      });
  }

  private judgement(resource: ModelResource, rule: Rule, outcome: Outcome, settings: Settings): Judgement {
    const { book, fileOf } = this.standard;
    const { accepted, expired } = isOpen(outcome.status)
      ? book.find(resource, rule.id, outcome.id, settings.today)
      : {};
    const expiry = expired && `The acknowledgement at ${expired.name} expired on ${expired.acknowledgement.expires}.`;
    return new Judgement(resource, rule, outcome, settings, fileOf(resource), accepted, expiry);
  }
}

/** What rules know of a model, made once. */
export function contextOf(model: TerraformModel): RuleContext {
  const context = contexts.get(model) ?? new RuleContext(model);
  contexts.set(model, context);
  return context;
}

/** Whether a profile holds resources to a rule. */
export function asksFor(profile: SecurityProfile, rule: Rule): boolean {
  return rule.profile === undefined || rule.profile === profile;
}

/** Ids of all controls of a rule, in a fixed order. */
export function controlIds({ benchmark = [], policies = [], psRule = [], checkov = [] }: Controls): string[] {
  return [...benchmark, ...policies, ...psRule, ...checkov];
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

/** Whether a rule on every type has nothing to say of a resource. */
function isSilent({ types }: Rule, { status }: RuleVerdict): boolean {
  return types === EVERY_TYPE && status === ComplianceStatus.NOT_APPLICABLE;
}

/** What a rule says of a resource. One that fails says nothing of it; synth goes on, and the report tells. */
export function verdictOf(
  rule: Rule,
  resource: ModelResource,
  context: RuleContext,
  profile: SecurityProfile,
): RuleVerdict {
  if (!asksFor(profile, rule)) return RuleVerdict.notApplicable(`the profile ${profile} does not ask for it`);
  try {
    return rule.evaluate(resource, context, profile);
  } catch (error) {
    return RuleVerdict.unknown(`the rule failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function outcomesOf(rule: Rule, { status, reason, findings }: RuleVerdict): Outcome[] {
  if (status !== ComplianceStatus.VIOLATED) return [{ status, reason, severity: rule.severity }];
  const found = findings.length > 0 ? findings : [{ message: `not as asked: ${rule.summary}` }];
  return found.map(({ id, message, severity }) => ({
    status,
    id,
    reason: message,
    severity: severity ?? rule.severity,
  }));
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
