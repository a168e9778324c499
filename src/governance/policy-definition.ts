import { PolicyEffect } from './policy-effect';
import { PolicyParameter } from './policy-parameter';
import { isGuid } from '../core/internal/guid';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, withCode } from '../core/internal/violations';
import { Role } from '../identity';

/** Assignable policy: a policy definition, or an initiative of several. */
export interface IPolicy {
  /** Azure resource id of the definition, or of the initiative. */
  readonly policyDefinitionId: string;

  /** Name that Azure shows. */
  readonly displayName: string;

  /** The definitions that an assignment evaluates: of a definition itself, of an imported initiative none are known. */
  readonly members: PolicyMember[];
}

/** A policy definition as an initiative takes it. */
export interface PolicyMember {
  /** The definition. */
  readonly definition: PolicyDefinition;

  /**
   * Name of the member within the initiative, by which exemptions, messages and `effect-NAME` parameters mean it.
   *
   * @default - the last segment of the definition's id
   */
  readonly referenceId?: string;

  /**
   * Effect of the policy, unless an assignment sets another one.
   *
   * @default - the default effect of the definition
   */
  readonly effect?: PolicyEffect;

  /**
   * Parameters of the definition other than its effect, by name.
   *
   * @default - the defaults of the definition
   */
  readonly parameters?: { [name: string]: PolicyParameter };
}

/** Facts about a policy definition. */
export interface PolicyDefinitionOptions {
  /** Name that Azure shows; used in messages. */
  readonly displayName: string;

  /**
   * Effects that its parameter `effect` takes.
   *
   * @default - not known, so no effect is rejected
   */
  readonly effects?: PolicyEffect[];

  /**
   * The effect without a parameter.
   *
   * @default - the first of `effects`
   */
  readonly defaultEffect?: PolicyEffect;

  /**
   * Names of its parameters other than `effect` that an assignment has to give.
   *
   * @default - not known, so no parameter is rejected or missed
   */
  readonly parameters?: string[];

  /**
   * Names of further parameters, which have defaults, so that an assignment may leave them out.
   *
   * @default - none
   */
  readonly optionalParameters?: string[];

  /**
   * Roles that its remediation needs, with the effects Modify and DeployIfNotExists.
   *
   * @default - none
   */
  readonly roles?: Role[];
}

const DEFINITIONS = '/providers/Microsoft.Authorization/policyDefinitions/';

/**
 * A policy definition: a rule on resources, and what Azure does where it is broken.
 *
 * `SignalRPolicies` and `AppServicePolicies` have the built-in ones that fit this library's resources.
 *
 * @see https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-basics
 */
export class PolicyDefinition implements IPolicy {
  /**
   * A built-in definition.
   *
   * @param guid the GUID that is its name
   */
  public static builtIn(guid: string, options: PolicyDefinitionOptions): PolicyDefinition {
    checkInput('governance.PolicyDefinition.builtIn', arguments);
    return new PolicyDefinition(`${DEFINITIONS}${guid}`, guid, true, options);
  }

  /**
   * A definition of a subscription or a management group that is defined elsewhere.
   *
   * @param definitionId Azure resource id, such as
   * `/subscriptions/.../providers/Microsoft.Authorization/policyDefinitions/NAME`
   */
  public static custom(definitionId: string, options: PolicyDefinitionOptions): PolicyDefinition {
    checkInput('governance.PolicyDefinition.custom', arguments);
    return new PolicyDefinition(definitionId, definitionId, false, options);
  }

  public readonly displayName: string;

  /** Effects that its parameter `effect` takes; `undefined` where that is not known. */
  public readonly effects?: PolicyEffect[];

  /** The effect without a parameter; `undefined` where that is not known. */
  public readonly defaultEffect?: PolicyEffect;

  /** Names of its parameters other than `effect` that are to be given; `undefined` where they are not known. */
  public readonly parameters?: string[];

  /** Names of its parameters that have defaults. */
  public readonly optionalParameters: string[];

  /** Roles that its remediation needs. */
  public readonly roles: Role[];

  private constructor(
    public readonly policyDefinitionId: string,
    private readonly given: string,
    private readonly isBuiltIn: boolean,
    options: PolicyDefinitionOptions,
  ) {
    this.displayName = options.displayName;
    this.effects = options.effects;
    this.defaultEffect = options.defaultEffect ?? options.effects?.[0];
    this.parameters = options.parameters;
    this.optionalParameters = options.optionalParameters ?? [];
    this.roles = options.roles ?? [];
  }

  public get members(): PolicyMember[] {
    return [{ definition: this }];
  }

  /**
   * Last segment of the id, which names a built-in definition everywhere.
   *
   * @internal
   */
  public get _name(): string {
    return this.policyDefinitionId.slice(this.policyDefinitionId.lastIndexOf('/') + 1);
  }

  /**
   * Reports what Azure would reject in a use of the definition.
   *
   * @internal
   */
  public _problems(effect: PolicyEffect | undefined, parameters: readonly string[]): Problem[] {
    return [...this.idProblems(), ...this.effectProblems(effect), ...this.parameterProblems(parameters)];
  }

  private idProblems(): Problem[] {
    if (!isKnown(this.given)) return [];
    const custom =
      /^(\/subscriptions\/[^/]+|\/providers\/Microsoft\.Management\/managementGroups\/[^/]+)\/providers\/Microsoft\.Authorization\/policyDefinitions\/[^/]+$/i;
    if (this.isBuiltIn ? isGuid(this.given) : custom.test(this.given)) return [];
    const form = this.isBuiltIn
      ? 'its GUID'
      : 'one such as /subscriptions/.../providers/Microsoft.Authorization/policyDefinitions/NAME';
    const message = `"${this.given}" is not the id of a policy definition; use ${form}`;
    return [{ code: 'policy/definition', message }];
  }

  private effectProblems(effect: PolicyEffect | undefined): Problem[] {
    if (!isKnown(effect) || !this.effects || this.effects.includes(effect)) return [];
    const message = `"${effect}" is not an effect of "${this.displayName}"; use ${this.effects.join(', ')}`;
    return [{ code: 'policy/effect', message }];
  }

  private parameterProblems(given: readonly string[]): Problem[] {
    const { parameters } = this;
    if (!parameters) return [];
    const all = [...parameters, ...this.optionalParameters];
    const known = all.length > 0 ? `use ${all.join(', ')}` : 'its only parameter is effect';
    const unknown = given.filter((name) => !all.includes(name));
    const missing = parameters.filter((name) => !given.includes(name));
    return withCode('policy/parameter', [
      ...unknown.map((name) => `"${name}" is not a parameter of "${this.displayName}"; ${known}`),
      ...missing.map((name) => `"${this.displayName}" needs the parameter ${name}; give it`),
    ]);
  }
}
