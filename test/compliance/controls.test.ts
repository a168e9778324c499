import { ComplianceStatus, ControlBaseline, ControlStatus, SecurityProfile, Severity } from '../../src/compliance';
import { controlStatuses } from '../../src/compliance/private/controls';
import { Deciding, Subject } from '../../src/compliance/private/deciding';
import { CATALOGUE } from '../../src/compliance/private/rules/catalogue';

const { COMPLIANT, VIOLATED, ACKNOWLEDGED, NOT_APPLICABLE, UNKNOWN } = ComplianceStatus;
const { SIGNALR_SERVICE, APP_SERVICE } = ControlBaseline;

const finding = (id: string, status: ComplianceStatus, path: string = 'A'): Deciding => ({
  rule: CATALOGUE.find((rule) => rule.id === id)!,
  subject: { resource: { path }, settings: { profile: SecurityProfile.PUBLIC_CLIENTS } } as Subject,
  status,
  severity: Severity.ERROR,
  isAsked: true,
});

const told = (status: ControlStatus) => `${status.control} ${status.feature}: ${status.outcome}: ${status.reason}`;

const of = (baseline: ControlBaseline, decidings: readonly Deciding[] = []) =>
  controlStatuses(decidings).filter((status) => status.baseline === baseline);

/** What becomes of one control of Azure SignalR Service. */
function outcome(control: string, ...findings: Deciding[]): string {
  const found = of(SIGNALR_SERVICE, findings).find((status) => status.control === control)!;
  return `${found.outcome}: ${found.reason}`;
}

const NOT_ASKED = 'the profile publicClients does not require it, since clients come over the public network: ';

const unasked = (status: ComplianceStatus, path: string = 'B'): Deciding => ({
  ...finding('SIG6', status, path),
  isAsked: false,
});

const clients = (path: string = 'A'): Deciding => ({ ...finding('NAC4', VIOLATED, path), isAsked: false });

const MEANT =
  'satisfied with public clients: client connections come over the public endpoint on purpose, which only the profile isolated denies: ';

describe('the controls of the security baseline', () => {
  test('are all told, with who is responsible, and why where no rule says anything', () => {
    const controls = of(SIGNALR_SERVICE);
    expect(controls.map(told)).toMatchInlineSnapshot(`
     [
       "NS-1 Virtual Network Integration: not applicable: the service cannot be placed in a virtual network; the rules of NET, and APP1 and APP2, judge the network of its consumers",
       "NS-2 Azure Private Link and native IP filtering: not applicable: there is no service, private endpoint or private DNS zone of it to judge",
       "NS-2 Disable Public Network Access: not applicable: there is no service or network access control list to judge",
       "IM-1 Microsoft Entra Authentication Required for Data Plane Access: not applicable: there is no service to judge",
       "IM-1 Local Authentication Methods for Data Plane Access: not applicable: there is no service to judge",
       "IM-3 Managed Identities: not applicable: there is no service that needs an identity",
       "IM-3 Service Principals: not evaluable here: azurerm has no application registrations, and managed identities replace them in Azure; APP9 finds apps that connect with its secret",
       "IM-7 Conditional Access for Data Plane: not evaluable here: conditional access is a policy of the Microsoft Entra tenant, and applies to server-side calls only; review it there",
       "IM-8 Service Credential and Secrets Support Integration and Storage in Azure Key Vault: not applicable: there is no upstream or vault that the service reads to judge",
       "PA-1 Local Admin Accounts: not applicable: there is no service to judge",
       "PA-7 Azure RBAC for Data Plane: not applicable: there is no app or role assignment to judge",
       "DP-1 Sensitive Data Discovery and Classification: not applicable: the service does not support it, and stores no customer content",
       "DP-2 Data Leakage/Loss Prevention: not applicable: the service does not support it, and stores no customer content",
       "DP-3 Data in Transit Encryption: Microsoft's share: the service uses TLS 1.2 and has no setting for it; there is no upstream to judge",
       "DP-6 Key Management in Azure Key Vault: not applicable: there is no upstream to judge",
       "DP-7 Certificate Management in Azure Key Vault: not applicable: there is no custom domain or custom certificate to judge",
       "AM-2 Azure Policy Support: not evaluable here: policies may be assigned outside of this configuration",
       "LT-1 Microsoft Defender for Service / Product Offering: not applicable: Microsoft Defender has no offering for the service",
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
      baseline: 'Azure SignalR Service',
      benchmark: 'Microsoft cloud security benchmark v1',
      control: 'PA-7',
      title: 'Follow just enough administration (least privilege) principle',
      feature: 'Azure RBAC for Data Plane',
      responsibility: 'Microsoft',
      rules: ['IAM1', 'IAM2', 'IAM3', 'IAM4'],
      outcome: 'not applicable',
      reason: 'there is no app or role assignment to judge',
      decisions: [],
    });
  });

  test('tell what each rule decides, and of which resources', () => {
    const decidings = [
      finding('IAM2', COMPLIANT, 'A'),
      finding('IAM2', COMPLIANT, 'A'),
      finding('IAM2', COMPLIANT, 'B'),
      finding('IAM2', VIOLATED, 'C'),
      finding('IAM1', NOT_APPLICABLE, 'D'),
      finding('SIG2', VIOLATED, 'E'),
    ];
    const { decisions } = of(SIGNALR_SERVICE, decidings).find(({ control }) => control === 'PA-7')!;
    expect(decisions).toEqual([
      { rule: 'IAM1', status: 'not applicable', resources: ['D'] },
      { rule: 'IAM2', status: 'compliant', resources: ['A', 'B'] },
      { rule: 'IAM2', status: 'violated', resources: ['C'] },
    ]);
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
    expect(outcome('IM-3', advice)).toBe('not applicable: there is no service that needs an identity');
    expect(outcome('IM-3', advice, finding('SIG8', COMPLIANT, 'B'))).toBe('satisfied: SIG8 at B');
    expect(outcome('AM-2', { ...finding('GOV1', VIOLATED), severity: Severity.INFO })).toMatch(
      /^not evaluable here: policies may be assigned /,
    );
  });

  test("are Microsoft's share only where there is nothing else to judge", () => {
    expect(outcome('DP-3')).toMatch(/^Microsoft's share: /);
    expect(outcome('DP-3', finding('SIG8', VIOLATED))).toBe('violated: SIG8 at A');
  });

  test('of App Service are all told, with who is responsible', () => {
    expect(of(APP_SERVICE).map((status) => `${status.responsibility}: ${told(status)}`)).toMatchInlineSnapshot(`
     [
       "Customer: NS-1 Virtual Network Integration: not applicable: there is no app to judge",
       "Microsoft: NS-1 Network Security Group Support: Microsoft's share: traffic of an app follows the security group of its subnet; there is no such subnet to judge",
       "Customer: NS-2 Azure Private Link: not applicable: there is no app, private endpoint or private DNS zone of one to judge",
       "Customer: NS-2 Azure Private Link of a container registry: not evaluable here: no rule reads from which registry an app pulls its image, and how; review the registry",
       "Customer: NS-2 Disable Public Network Access: not applicable: there is no app to judge",
       "Customer: NS-5 DDoS protection of the network of a web application firewall: not evaluable here: the library defines no web application firewall; one DDoS plan serves the whole tenant",
       "Customer: NS-6 Web application firewall in front of an app: not evaluable here: the library defines no web application firewall, and another team may run one in front of an app",
       "Customer: IM-1 Microsoft Entra Authentication Required for Data Plane Access: not evaluable here: how users sign in is mostly in the code of an app, which no rule reads",
       "Customer: IM-1 Local Authentication Methods for Data Plane Access: not applicable: there is no app to judge",
       "Customer: IM-3 Managed Identities: not applicable: there is no app to judge",
       "Customer: IM-3 Service Principals: not evaluable here: managed identities replace them, as the baseline recommends; APP9 finds their secrets",
       "Customer: IM-7 Conditional Access for Data Plane: not evaluable here: conditional access is a policy of the Microsoft Entra tenant; review it there",
       "Customer: IM-8 Service Credential and Secrets Support Integration and Storage in Azure Key Vault: not applicable: there is no app to judge",
       "Not applicable: PA-7 Azure RBAC for Data Plane: not applicable: the service does not support it; the code of an app decides who may do what",
       "Customer: PA-8 Customer Lockbox: not evaluable here: Customer Lockbox is turned on for the Microsoft Entra tenant; review it there",
       "Not applicable: DP-1 Sensitive Data Discovery and Classification: not applicable: the service does not support it",
       "Not applicable: DP-2 Data Leakage/Loss Prevention: not applicable: the service does not support it; NET7 judges what leaves the network",
       "Customer: DP-3 Data in Transit Encryption: not applicable: there is no app to judge",
       "Microsoft: DP-4 Data at Rest Encryption Using Platform Keys: Microsoft's share: Azure Storage, which holds the content, encrypts it",
       "Customer: DP-5 Data at Rest Encryption Using CMK: not evaluable here: only regulations of your industry require it; the content must then be a package in a storage account with a key of yours",
       "Customer: DP-6 Key Management in Azure Key Vault: not evaluable here: the rules know no keys that apps use; KV1 to KV6 judge the vaults of the configuration",
       "Customer: DP-7 Certificate Management in Azure Key Vault: not evaluable here: the library defines no certificates of apps; SIG7 judges those of the SignalR service",
       "Customer: AM-2 Azure Policy Support: not evaluable here: policies may be assigned outside of this configuration; GOV1 requires those of SignalR",
       "Customer: AM-4 Plans or environments of their own for sensitive systems: not evaluable here: a configuration does not show what is sensitive",
       "Customer: LT-1 Microsoft Defender for Service / Product Offering: not evaluable here: Microsoft Defender for App Service is turned on for a whole subscription; review it there",
       "Customer: LT-4 Azure Resource Logs: not applicable: there is no app to judge",
       "Shared: PV-2 Remote debugging turned off: not applicable: there is no app to judge",
       "Customer: PV-2 No wildcards in CORS: not applicable: there is no app to judge",
       "Customer: PV-2 Latest versions of platforms and languages: not evaluable here: a list of versions is out of date before the next release of this library",
       "Customer: PV-7 Regular penetration tests: not evaluable here: your team decides the process",
       "Customer: BR-1 Azure Backup: not evaluable here: an app whose code a pipeline deploys has nothing to back up; which apps do is not known",
       "Not applicable: BR-1 Service Native Backup Capability: not applicable: the service does not support it",
       "Customer: DS-6 Deployment from a controlled environment: not evaluable here: a configuration does not show pipelines; APP6 finds passwords for deployments",
     ]
    `);
  });

  test.each<[string, string, Deciding[]]>([
    ['violated by the profile', 'violated: NAC3 at A', [finding('NAC3', VIOLATED), unasked(VIOLATED)]],
    ['unknown by the profile', 'unknown: NAC3 at A', [finding('NAC3', UNKNOWN), unasked(VIOLATED)]],
    [
      'accepted',
      `acknowledged: NAC3 at A; ${NOT_ASKED}SIG6 at B; NAC4 at A`,
      [finding('NAC3', ACKNOWLEDGED), unasked(VIOLATED), clients()],
    ],
    ['accepted, and the rest not known', 'acknowledged: NAC3 at A', [finding('NAC3', ACKNOWLEDGED), unasked(UNKNOWN)]],
    [
      'not asked for',
      'not asked for by the profile: the profile publicClients does not require it: SIG6 at B, C',
      [finding('NAC3', COMPLIANT), unasked(VIOLATED), unasked(UNKNOWN, 'D'), unasked(VIOLATED, 'C')],
    ],
    [
      'met but for clients',
      `${MEANT}SIG6 at B; NAC4 at A; nothing else does: NAC3 at A`,
      [finding('NAC3', COMPLIANT), unasked(VIOLATED), clients()],
    ],
    [
      'met but for clients, which are not known of another',
      `${MEANT}NAC4 at A; nothing else does: NAC3 at A; for others, whether clients come over the public network is not known: SIG6 at B`,
      [finding('NAC3', COMPLIANT), unasked(UNKNOWN), clients()],
    ],
    [
      'clients come by a list that nothing holds to more',
      `not asked for by the profile: ${NOT_ASKED}NAC4 at A, D`,
      [finding('NAC3', COMPLIANT), clients(), clients('D')],
    ],
    [
      'not known beyond the profile',
      'unknown: whether clients come over the public network is not known: SIG6 at B',
      [finding('NAC3', COMPLIANT), unasked(UNKNOWN), unasked(COMPLIANT, 'C')],
    ],
    ['met beyond the profile', 'satisfied: SIG6 at B; NAC3 at A', [finding('NAC3', COMPLIANT), unasked(COMPLIANT)]],
    ['met beyond the profile alone', 'satisfied: SIG6 at B', [finding('NAC3', NOT_APPLICABLE), unasked(COMPLIANT)]],
    [
      'left out and advice',
      'satisfied: NAC3 at A',
      [finding('NAC3', COMPLIANT), { ...unasked(VIOLATED), severity: Severity.INFO }],
    ],
    [
      'not applicable either way',
      'not applicable: there is no service or network access control list to judge',
      [finding('NAC3', NOT_APPLICABLE), finding('SIG6', NOT_APPLICABLE), unasked(NOT_APPLICABLE)],
    ],
  ])('whose profile leaves a rule out: %s', (_, expected, findings) => {
    const network = of(SIGNALR_SERVICE, findings).find(({ feature }) => feature === 'Disable Public Network Access')!;
    expect(`${network.outcome}: ${network.reason}`).toBe(expected);
  });
});
