import { AcknowledgementStatus } from './acknowledgement-status';
import { ComplianceFinding } from './compliance-finding';
import { ComplianceStatus } from './compliance-status';
import { ControlStatus } from './control-status';
import { controlStatuses } from './private/controls';
import { Evaluation } from './private/evaluation';
import { toCsv } from './private/formats/csv';
import { toHtml } from './private/formats/html';
import { toJson } from './private/formats/json';
import { toMarkdown } from './private/formats/markdown';
import { toSarif } from './private/formats/sarif';
import { Rule } from './private/rule';
import { SarifOptions } from './sarif-options';
import { UnjudgedType } from './unjudged-type';
import { checkInput } from '../core/internal/input/check-input';

/**
 * Verdicts of the security baseline's rules on resources.
 *
 * The same construct tree gives the same report, text for text, as long as no acknowledgement expires.
 */
export class ComplianceReport {
  /** @internal */
  public static _of({ judgements, acknowledgements, rules, unasked, unjudged }: Evaluation): ComplianceReport {
    return new ComplianceReport(
      judgements.map(({ finding }) => finding),
      acknowledgements.map(({ status }) => status),
      controlStatuses([...judgements.flatMap(({ deciding }) => deciding), ...unasked]),
      [...unjudged],
      rules,
    );
  }

  private constructor(
    /**
     * Verdict of each rule on each resource of its types, compliant ones too; one for each thing that it
     * found wrong. By the path of the resource, then in the order of the rules.
     */
    public readonly findings: ComplianceFinding[],
    /** State of the acknowledgements, by the path of the construct. */
    public readonly acknowledgements: AcknowledgementStatus[],
    /** Outcome of each control of the security baselines of Azure SignalR Service and App Service. */
    public readonly controls: ControlStatus[],
    /**
     * The types of managed resources that no rule judged, by their names: what the findings say nothing about. Data sources
     * are not judged themselves and not listed.
     */
    public readonly unjudgedTypes: UnjudgedType[],
    private readonly rules: readonly Rule[],
  ) {}

  /** The findings of one status, such as all that are violated. */
  public withStatus(status: ComplianceStatus): ComplianceFinding[] {
    checkInput('compliance.ComplianceReport.withStatus', arguments);
    return this.findings.filter((finding) => finding.status === status);
  }

  /** Everything, with two spaces of indentation. */
  public toJson(): string {
    return toJson(this);
  }

  /**
   * A row for each finding, as RFC 4180 says. A cell that a spreadsheet would take for a formula begins with an
   * apostrophe.
   */
  public toCsv(): string {
    return toCsv(this);
  }

  /** The verdict, then what fails, is unknown or accepted, the controls, and last what is compliant. */
  public toMarkdown(): string {
    return this._toMarkdown();
  }

  /**
   * The same where lines of files are known.
   *
   * @internal
   */
  public _toMarkdown(lineOf?: (path: string) => number | undefined): string {
    return toMarkdown(this, lineOf);
  }

  /** The same as one page for browsers and paper, which loads nothing from elsewhere. */
  public toHtml(): string {
    return this._toHtml();
  }

  /**
   * The same where lines of files are known.
   *
   * @internal
   */
  public _toHtml(lineOf?: (path: string) => number | undefined): string {
    return toHtml(this, lineOf);
  }

  /**
   * The findings in SARIF 2.1.0. A location is the file of the stack below the output directory of the app; the construct
   * is its logical location.
   *
   * @see https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
   */
  public toSarif(options: SarifOptions = {}): string {
    checkInput('compliance.ComplianceReport.toSarif', arguments);
    return this._toSarif(options);
  }

  /**
   * The same where lines of files are known.
   *
   * @internal
   */
  public _toSarif(options: SarifOptions, lineOf?: (path: string) => number | undefined): string {
    return toSarif(this, this.rules, options, lineOf);
  }
}
