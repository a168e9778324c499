import { Severity } from './severity';

/** One thing that a rule finds wrong with a resource. */
export interface RuleFinding {
  /**
   * Key of a finding among those of the rule on one resource, such as `Origin::http://localhost:3000`, so that one of
   * them can be
   * acknowledged. It stays the same when other findings come and go.
   *
   * @default - the rule can find one thing only
   */
  readonly id?: string;

  /** Finding, in one clause. */
  readonly message: string;

  /**
   * Effect of the finding on synth.
   *
   * @default - the severity of the rule
   */
  readonly severity?: Severity;

  /**
   * Ids of the Microsoft cloud security benchmark that it is about, where these are fewer than those of the rule.
   *
   * @internal
   */
  readonly _benchmark?: string[];
}
