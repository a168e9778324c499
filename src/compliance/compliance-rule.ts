import { ComplianceRuleProps } from './compliance-rule-props';
import { JudgedConfiguration } from './judged-configuration';
import { JudgedResource } from './judged-resource';
import { RuleVerdict } from './rule-verdict';
import { Severity } from './severity';
import { checkInput } from '../core/internal/input/check-input';

/** A rule of your own. Give it to the security baseline as one of its `rules`, and it is reported as those of the library. */
export abstract class ComplianceRule {
  /** Short id, such as `CHAT1`. */
  public readonly id: string;

  /** Long name, such as `CostCenterTag`. */
  public readonly name: string;

  /** Effect of a violation on synth, unless a finding has another severity. */
  public readonly severity: Severity;

  /** Types of resources in Terraform that it judges. */
  public readonly resourceTypes: string[];

  /** The state that it asks for, in one sentence. */
  public readonly summary: string;

  /** Risk that the rule guards against. */
  public readonly explanation: string;

  /** Advice for a violation. */
  public readonly fix: string;

  /** Page that says so. */
  public readonly link: string;

  /** Controls of others that ask for the same. */
  public readonly controls: string[];

  /**
   * Defines a rule.
   *
   * @param props texts of the rule in reports; the security baseline rejects texts that reports cannot show
   */
  public constructor(props: ComplianceRuleProps) {
    checkInput('compliance.ComplianceRule', arguments);
    this.id = props.id;
    this.name = props.name;
    this.severity = props.severity;
    this.resourceTypes = props.resourceTypes;
    this.summary = props.summary;
    this.explanation = props.explanation;
    this.fix = props.fix;
    this.link = props.link;
    this.controls = props.controls ?? [];
  }

  /**
   * Judges one resource of its types. It is called for each of them, as often as cdktf synthesizes, and changes nothing.
   *
   * Where it throws, the report says that the rule failed, and the finding is unknown.
   *
   * @param resource what is judged
   * @param configuration what it may ask of everything around the resource
   */
  public abstract evaluate(resource: JudgedResource, configuration: JudgedConfiguration): RuleVerdict;
}
