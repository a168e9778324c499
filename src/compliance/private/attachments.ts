import { IConstruct } from 'constructs';
import { registry } from '../../core/internal/registry';
import { Violations } from '../../core/internal/violations';
import { ReportFormat } from '../report-format';
import { SecurityBaselineOptions } from '../security-baseline-options';
import { isDay } from './dates';
import { ownRuleProblems } from './own/own-rule-problems';
import { Attachment } from './settings';

/** Attachments of a tree by the path of the construct; the last one for a construct counts. */
export function attachmentsOf(scope: IConstruct): Map<string, Attachment> {
  return registry<Attachment>(scope, 'security baseline');
}

/** The formats that any attachment of a tree asks for, each once. */
export function formatsOf(scope: IConstruct): ReportFormat[] {
  const asked = [...attachmentsOf(scope).values()].flatMap(({ options }) => options.reports ?? []);
  return [...new Set(asked)];
}

/** Rejects options that cannot be meant. */
export function checkOptions(scope: IConstruct, { today, rules = [] }: SecurityBaselineOptions): void {
  const violations = new Violations(scope);
  if (today !== undefined && !isDay(today)) {
    violations.add('compliance/today', `"${today}" is not a date; use YYYY-MM-DD`);
  }
  violations.include(ownRuleProblems(rules));
  violations.throwIfAny();
}
