import { ComplianceFinding, ComplianceStatus, ControlStatus, Severity } from '../../src/compliance';
import { controlStatuses } from '../../src/compliance/private/controls';

const { COMPLIANT, VIOLATED, ACKNOWLEDGED, NOT_APPLICABLE, UNKNOWN } = ComplianceStatus;

const finding = (rule: string, status: ComplianceStatus, path: string = 'A') =>
  ({ rule, status, path }) as ComplianceFinding;

const told = (status: ControlStatus) => `${status.control} ${status.feature}: ${status.outcome}: ${status.reason}`;

/** What becomes of one control. */
function outcome(control: string, ...findings: ComplianceFinding[]): string {
  const found = controlStatuses(findings).find((status) => status.control === control)!;
  return `${found.outcome}: ${found.reason}`;
}

describe('the controls of the security baseline', () => {
  test('are all told, with who is responsible, and why where no rule says anything', () => {
    const controls = controlStatuses([]);
    expect(controls.map(told)).toMatchInlineSnapshot(`
     [
       "NS-1 Virtual Network Integration: not applicable: the service cannot be placed in a virtual network; the rules of NET, and APP1 and APP2, judge the network of its consumers",
       "NS-2 Azure Private Link and native IP filtering: not applicable: there is no service, private endpoint or private DNS zone to judge",
       "NS-2 Disable Public Network Access: not applicable: there is no service or network access control list to judge",
       "IM-1 Microsoft Entra Authentication Required for Data Plane Access: not applicable: there is no service or role assignment to judge",
       "IM-1 Local Authentication Methods for Data Plane Access: not applicable: there is no service or app to judge",
       "IM-3 Managed Identities: not applicable: there is no service or app that needs an identity",
       "IM-3 Service Principals: not evaluable here: an application registration is no resource of azurerm, and managed identities take its place in Azure; APP9 finds apps that connect with its secret",
       "IM-7 Conditional Access for Data Plane: not evaluable here: conditional access is a policy of the Microsoft Entra tenant, and reaches server-side calls only; review it there",
       "IM-8 Service Credential and Secrets Support Integration and Storage in Azure Key Vault: not applicable: there is no service, app, Key Vault or output to judge",
       "PA-1 Local Admin Accounts: not applicable: there is no service to judge",
       "PA-7 Azure RBAC for Data Plane: not applicable: there is no app or role assignment to judge",
       "DP-1 Sensitive Data Discovery and Classification: not applicable: the service does not support it, and stores no customer content",
       "DP-2 Data Leakage/Loss Prevention: not applicable: the service does not support it, and stores no customer content",
       "DP-3 Data in Transit Encryption: Microsoft's share: the service encrypts with TLS 1.2 and has nothing to set; there is no origin, upstream or app to judge",
       "DP-6 Key Management in Azure Key Vault: not applicable: there is no upstream or Key Vault to judge",
       "DP-7 Certificate Management in Azure Key Vault: not applicable: there is no custom domain or custom certificate to judge",
       "AM-2 Azure Policy Support: not evaluable here: policies may be assigned outside of this configuration",
       "LT-1 Microsoft Defender for Service / Product Offering: not applicable: there is no offering of Microsoft Defender for the service",
       "LT-4 Azure Resource Logs: not applicable: there is no service to judge",
     ]
    `);
    expect(controls.map(({ responsibility }) => responsibility)).toEqual([
      ...['Not applicable', 'Microsoft', 'Customer', 'Microsoft', 'Microsoft', 'Microsoft', 'Microsoft', 'Microsoft'],
      ...['Microsoft', 'Microsoft', 'Microsoft', 'Not applicable', 'Not applicable', 'Microsoft', 'Microsoft'],
      ...['Customer', 'Customer', 'Not applicable', 'Microsoft'],
    ]);
  });

  test('tell their titles and rules', () => {
    expect(controlStatuses([]).find(({ control }) => control === 'PA-7')).toEqual({
      control: 'PA-7',
      title: 'Follow just enough administration (least privilege) principle',
      feature: 'Azure RBAC for Data Plane',
      responsibility: 'Microsoft',
      rules: ['IAM1', 'IAM2', 'IAM3', 'IAM4'],
      outcome: 'not applicable',
      reason: 'there is no app or role assignment to judge',
    });
  });

  test('are satisfied by rules', () => {
    expect(
      outcome(
        'PA-7',
        finding('IAM2', COMPLIANT, 'A'),
        finding('IAM2', COMPLIANT, 'B'),
        finding('IAM1', COMPLIANT, 'C'),
        finding('IAM3', NOT_APPLICABLE),
        finding('SIG2', VIOLATED),
      ),
    ).toBe('satisfied: IAM1 at C; IAM2 at A, B');
  });

  test.each<[string, string, ComplianceStatus[]]>([
    ['violated', 'violated: LOG1 at 0', [VIOLATED, UNKNOWN, ACKNOWLEDGED, COMPLIANT, NOT_APPLICABLE]],
    ['unknown', 'unknown: LOG1 at 0', [UNKNOWN, ACKNOWLEDGED, COMPLIANT]],
    ['acknowledged', 'acknowledged: LOG1 at 0', [ACKNOWLEDGED, COMPLIANT, NOT_APPLICABLE]],
    ['satisfied', 'satisfied: LOG1 at 0', [COMPLIANT, NOT_APPLICABLE]],
    ['not applicable', 'not applicable: there is no service to judge', [NOT_APPLICABLE]],
  ])('are %s by the worst that is found', (_, expected, statuses) => {
    const findings = statuses.map((status, index) => finding('LOG1', status, String(index)));
    expect(outcome('LT-4', ...findings.reverse())).toBe(expected);
  });

  test('name a resource once, however much is wrong with it', () => {
    expect(outcome('LT-4', finding('LOG2', VIOLATED), finding('LOG2', VIOLATED))).toBe('violated: LOG2 at A');
  });

  test('are not violated by advice', () => {
    const advice = { ...finding('SIG4', VIOLATED), severity: Severity.INFO };
    expect(outcome('IM-3', advice)).toBe('not applicable: there is no service or app that needs an identity');
    expect(outcome('IM-3', advice, finding('APP7', COMPLIANT, 'B'))).toBe('satisfied: APP7 at B');
    expect(outcome('AM-2', { ...advice, rule: 'GOV1' })).toMatch(/^not evaluable here: policies may be assigned /);
  });

  test("are Microsoft's share only where there is nothing else to judge", () => {
    expect(outcome('DP-3')).toMatch(/^Microsoft's share: /);
    expect(outcome('DP-3', finding('SIG5', VIOLATED))).toBe('violated: SIG5 at A');
  });
});
