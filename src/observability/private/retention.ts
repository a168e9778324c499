import { isKnown, Problem } from '../../core/internal/violations';

/** Azure's limits for the retention of a pay-as-you-go workspace, in days. */
export function retentionProblems(days: number | undefined): Problem[] {
  if (!isKnown(days) || (Number.isInteger(days) && days >= 30 && days <= 730)) return [];
  return [{ code: 'logs/retention', message: `retention of ${days} days given; use a whole number from 30 to 730` }];
}
