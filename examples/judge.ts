import { App } from 'cdktf';
import { compliance } from 'cdktf-azure-secure-signalr';

const { ComplianceStatus, SecurityBaseline, Severity } = compliance;

/** The rule that asks for a remote backend. */
const REMOTE_STATE = 'OUT2';

/** Holds an example, all its stacks, to the security baseline. */
export function judge(app: App): compliance.ComplianceReport {
  acceptLocalState(app);
  return SecurityBaseline.evaluate(app);
}

/** How many checks ask for a decision, and what has been decided, with the reason. */
export function summarize(report: compliance.ComplianceReport): string {
  const { VIOLATED, UNKNOWN, ACKNOWLEDGED } = ComplianceStatus;
  const serious = (status: compliance.ComplianceStatus) =>
    report.withStatus(status).filter(({ severity }) => severity !== Severity.INFO);
  const counts = [VIOLATED, UNKNOWN, ACKNOWLEDGED].map((status) => `${serious(status).length} ${status}`);
  const accepted = serious(ACKNOWLEDGED).map(
    ({ rule, name, acknowledgement }) => `- ${rule} (${name}) is acknowledged: ${acknowledgement?.reason}`,
  );
  return [
    `Security baseline: ${report.findings.length} checks, of severity error or warning: ${counts.join(', ')}`,
    ...new Set(accepted),
  ].join('\n');
}

/** Most examples keep their state in a local file, so that they need nothing else to be tried. */
function acceptLocalState(app: App): void {
  const violated = SecurityBaseline.evaluate(app).withStatus(ComplianceStatus.VIOLATED);
  violated
    .filter(({ rule }) => rule === REMOTE_STATE)
    .forEach(({ path }) =>
      SecurityBaseline.acknowledge(app.node.findChild(path), {
        rule: REMOTE_STATE,
        reason: 'A trial of an example has no storage account for its state yet.',
      }),
    );
}
