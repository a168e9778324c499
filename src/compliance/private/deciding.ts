import { ModelResource } from '../../model/model-resource';
import { ComplianceStatus } from '../compliance-status';
import { Severity } from '../severity';
import { Rule } from './rule';
import { RuleContext } from './rule-context';
import { Settings } from './settings';

/** Resource that is judged, and its standard. */
export interface Subject {
  readonly resource: ModelResource;
  readonly settings: Settings;
  readonly context: RuleContext;
  /** The file that it stands in, as reports name it. */
  readonly file: string;
}

/** Verdict of a rule on a resource, as far as it decides controls. */
export interface Deciding {
  readonly rule: Rule;
  readonly subject: Subject;
  readonly status: ComplianceStatus;
  readonly severity: Severity;
  /** States whether the profile of the resource asks for the rule. */
  readonly isAsked: boolean;
  /** Ids of the benchmark that it is about, where these are fewer than those of the rule. */
  readonly benchmark?: readonly string[];
}
