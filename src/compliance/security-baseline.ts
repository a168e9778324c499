import { IConstruct } from 'constructs';
import { Acknowledgement } from './acknowledgement';
import { ComplianceReport } from './compliance-report';
import { acknowledge } from './private/acknowledgements';
import { checkOptions } from './private/attachments';
import { attach } from './private/gate';
import { CATALOGUE } from './private/rules/catalogue';
import { evaluateScope } from './private/scope-evaluation';
import { SecurityBaselineOptions } from './security-baseline-options';
import { SecurityProfile } from './security-profile';
import { checkInput } from '../core/internal/input/check-input';
import { ConstructModel } from '../model/construct-model';

/**
 * Holds resources to the security baseline of Azure SignalR Service and App Service, hand-written ones too: rules read types
 * and synthesized values, overrides included. RULES.md lists the rules.
 */
export class SecurityBaseline {
  /**
   * Judges a construct and all below it whenever cdktf synthesizes: an app, a stack, or what is in one. What is defined
   * after this call is judged as well, also stacks that are added to an app.
   *
   * Each resource is judged once, by the options of the nearest attachment at or above it. A second attachment of the same
   * construct replaces the first. Violations of rules with severity error make synth fail before the file of the stack is
   * written; violations of rules with severity warning are warnings. `skipValidation` of the app does not turn this off:
   * synth then fails after the file of the stack is written, and warnings only stand in reports.
   *
   * Attached to an app without a stack, it judges when all stacks are written, before the manifest is; cdktf then shows no
   * warnings.
   *
   * @throws compliance/today, compliance/no-stack, compliance/rule-id, compliance/rule-text, compliance/rule-types,
   * compliance/rule-link
   */
  public static attach(scope: IConstruct, options: SecurityBaselineOptions = {}): void {
    checkInput('compliance.SecurityBaseline.attach', arguments);
    attach(scope, { options, rules: CATALOGUE });
  }

  /**
   * Attaches with a profile that yields to one that an attachment above names.
   *
   * @internal
   */
  public static _attachByDefault(scope: IConstruct, fallback: SecurityProfile): void {
    attach(scope, { options: {}, fallback, rules: CATALOGUE });
  }

  /**
   * Judges a construct and all below it as they are now, without synth. Aspects have not run then.
   *
   * @param options counts before what is attached to `scope` and above it, but not before what is attached below it
   * @throws compliance/today, compliance/rule-id, compliance/rule-text, compliance/rule-types, compliance/rule-link
   */
  public static evaluate(scope: IConstruct, options: SecurityBaselineOptions = {}): ComplianceReport {
    checkInput('compliance.SecurityBaseline.evaluate', arguments);
    checkOptions(scope, options);
    return ComplianceReport._of(evaluateScope(scope, ConstructModel.of(scope), { options, rules: CATALOGUE }));
  }

  /**
   * Accepts what a rule finds at a construct and below it, or where it cannot decide. Reports list it with its reason; one
   * that nothing needs is a warning at synth. A rule of your own may be attached later.
   *
   * @throws compliance/unknown-rule, compliance/acknowledgement-reason, compliance/acknowledgement-expiry
   */
  public static acknowledge(scope: IConstruct, acknowledgement: Acknowledgement): void {
    checkInput('compliance.SecurityBaseline.acknowledge', arguments);
    acknowledge(scope, acknowledgement, CATALOGUE);
  }

  private constructor() {}
}
