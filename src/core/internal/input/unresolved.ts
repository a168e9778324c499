import { isExpression } from '../expressions';

/** cdktf writes numbers that only Terraform knows as numbers of about -10^289, which no user gives. */
const LEAST_TOKEN = 1e288;

/** Reports whether a text, number, flag or object stands for what only Terraform knows. */
export function isUnresolved(value: unknown): boolean {
  if (typeof value === 'string') return isExpression(value);
  if (typeof value === 'number') return Math.abs(value) > LEAST_TOKEN && Number.isFinite(value);
  return typeof value === 'object' && value !== null && typeof (value as { resolve?: unknown }).resolve === 'function';
}
