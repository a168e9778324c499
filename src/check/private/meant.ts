import { Assessment } from './assessment';
import { ComplianceStatus } from '../../compliance/compliance-status';
import { ConnectivityPath } from '../../connectivity/connectivity-data';

/** Requires the public network to deny server traffic; the id of its finding names the kind of request. */
const RULE = 'NAC3';

/**
 * Reports whether the user has said that a path is to be open: by an expectation that holds, or by accepting what the
 * rule of
 * public server traffic finds of the list of the service.
 */
export function isMeant(path: ConnectivityPath, { expectations, compliance, lists }: Assessment): boolean {
  const isExpected = expectations.some(
    ({ expectation: { expect }, problems, paths }) =>
      expect !== 'denied' && problems.length === 0 && paths.includes(path),
  );
  return (
    isExpected ||
    compliance.findings.some(
      (finding) =>
        finding.rule === RULE &&
        finding.status === ComplianceStatus.ACKNOWLEDGED &&
        finding.id === `Public::${path.requestType}` &&
        finding.path === lists.get(path.service),
    )
  );
}
