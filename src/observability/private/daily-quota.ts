import { isKnown, Problem } from '../../core/internal/violations';

/** The least that Azure accepts: https://learn.microsoft.com/cli/azure/monitor/log-analytics/workspace */
const LEAST = 0.023;

export function dailyQuotaProblems(gigabytes: number | undefined): Problem[] {
  if (!isKnown(gigabytes) || (Number.isFinite(gigabytes) && gigabytes >= LEAST)) return [];
  const message = `a daily quota of ${gigabytes} GB given; use ${LEAST} or more, or leave dailyQuotaInGb out for no limit`;
  return [{ code: 'logs/daily-quota', message }];
}
