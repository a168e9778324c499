import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { holdAllOf, isOnInternet } from '../network/internet';
import { Block, hasElements, Value } from '../values';

/** Blocks of the rules of an app, and of its deployment site. */
export type RestrictionBlock = 'ip_restriction' | 'scm_ip_restriction';

/** azurerm's own, where a rule has none. */
const LAST_PRIORITY = 65000;

/** Without the attribute, Azure rejects others as soon as there is a rule. */
const WITHOUT_DEFAULT = [
  'azurerm_app_service',
  'azurerm_app_service_slot',
  'azurerm_function_app',
  'azurerm_function_app_slot',
  'azurerm_logic_app_standard',
];

/** Callers on the internet that access restrictions allow. */
export interface InternetCallers {
  /** Ranges and service tags that are let in. */
  readonly known: readonly string[];
  /** Values that decide whether further callers are allowed. */
  readonly doubts: readonly string[];
  /** Reports whether callers that no rule names are allowed. */
  readonly others: Certainty;
}

/** One rule for callers. */
export class Restriction {
  public constructor(public readonly body: Block) {}

  /** Name in messages. */
  public get label(): string {
    return this.body.at('name').knownText ?? (this.callers.join(', ') || 'a rule');
  }

  /** Ranges and service tags; none where it is for a subnet. Azure accepts several ranges with commas between. */
  public get callers(): string[] {
    return this.sources.flatMap(({ knownText }) => (knownText ?? '').split(',')).filter((text) => text !== '');
  }

  /** Lower ones count first; `undefined` where it is not known. */
  public get priority(): number | undefined {
    const value = this.body.at('priority');
    if (value.isAbsent) return LAST_PRIORITY;
    return value.isUnknown ? undefined : Number(value.known);
  }

  /** Reports whether the rule allows its callers. */
  public get allows(): Certainty {
    const action = this.body.at('action');
    return Certainty.of(action.isUnknown ? undefined : !action.is('Deny'), action.decidedBy);
  }

  /** Reports whether it is for all requests of its callers. */
  public get isForAll(): Certainty {
    const headers = this.body.blocks('headers');
    return headers?.length === 0 ? Certainty.YES : Certainty.maybe('a header of the request');
  }

  /** Reports whether requests must have one of some values in a header, such as `x_azure_fdid`. */
  public names(header: string): Certainty {
    const headers = this.body.blocks('headers');
    if (!headers) return Certainty.maybe('a header of the request');
    return Certainty.any(headers.map((block) => hasElements(block.at(header))));
  }

  /** Value that decides which callers the rule is for; `undefined` where they are known. */
  public get doubt(): string | undefined {
    return this.sources.find(({ isUnknown }) => isUnknown)?.decidedBy;
  }

  private get sources(): Value[] {
    return ['ip_address', 'service_tag'].map((name) => this.body.at(name));
  }
}

/**
 * The access restrictions of an app or of its deployment site, in the order in which Azure asks them.
 *
 * @see https://learn.microsoft.com/azure/app-service/overview-access-restrictions
 */
export class AccessRestrictions {
  /** The rules; `undefined` where only Terraform knows which there are. */
  public readonly rules?: readonly Restriction[];

  public constructor(
    private readonly app: ModelResource,
    private readonly block: RestrictionBlock,
  ) {
    const blocks = (app.blocks('site_config') ?? [undefined]).map((config) => config?.blocks(block));
    const isKnown = blocks.every((each) => each !== undefined);
    const rules = isKnown ? blocks.flatMap((each) => each!).map((body) => new Restriction(body)) : undefined;
    this.rules = rules?.sort((one, other) => (one.priority ?? 0) - (other.priority ?? 0));
  }

  /** Path of the attribute that decides about all others. */
  public get defaultAction(): string {
    return `site_config.${this.block}_default_action`;
  }

  /** Reports whether callers that no rule names are denied. */
  public get refusesOthers(): Certainty {
    const action = this.app.at(this.defaultAction);
    if (action.isUnknown) return Certainty.maybe(action.decidedBy);
    const isImplicit = action.isAbsent && WITHOUT_DEFAULT.includes(this.app.type);
    return Certainty.of(isImplicit ? this.rules && this.rules.length > 0 : action.is('Deny'));
  }

  /** Callers on the internet that they allow; `undefined` where only Terraform knows the rules. */
  public get callersOnInternet(): InternetCallers | undefined {
    const { rules } = this;
    if (!rules) return undefined;
    const [known, doubts]: [string[], string[]] = [[], []];
    for (const rule of rules.filter(({ allows }) => !allows.isNo)) {
      const refusals = rules.map((other) => ({ other, applies: refuses(other, rule) }));
      const sure = refusals.filter(({ applies }) => applies.isYes).flatMap(({ other }) => other.callers);
      const callers = rule.callers.filter((each) => isOnInternet(each) && !holdAllOf(sure, each));
      const mayRefuse = (other: Restriction) => other.doubt !== undefined || holdsAny(other, callers);
      const open = refusals.find(({ applies, other }) => applies.isMaybe && mayRefuse(other));
      const doubt = rule.doubt ?? (callers.length > 0 ? (rule.allows.because ?? open?.applies.because) : undefined);
      if (doubt === undefined) known.push(...callers);
      else doubts.push(doubt);
    }
    const refused = rules
      .filter(({ allows, isForAll }) => allows.isNo && isForAll.isYes)
      .flatMap(({ callers }) => callers);
    return { known, doubts, others: holdAllOf(refused, '*') ? Certainty.NO : this.refusesOthers.not };
  }
}

/** Reports whether a rule denies its callers before another rule allows them. */
function refuses(rule: Restriction, other: Restriction): Certainty {
  if (rule === other) return Certainty.NO;
  const [own, others] = [rule.priority, other.priority];
  const isFirst = own === undefined || others === undefined || own === others ? undefined : own < others;
  return Certainty.all([
    rule.allows.not,
    Certainty.of(isFirst, `the order of ${rule.label} and ${other.label}`),
    rule.isForAll,
    rule.doubt === undefined ? Certainty.YES : Certainty.maybe(rule.doubt),
  ]);
}

function holdsAny({ callers }: Restriction, others: readonly string[]): boolean {
  return others.some((each) => holdAllOf(callers, each));
}
