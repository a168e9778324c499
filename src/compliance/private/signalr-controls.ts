import { ControlBaseline, ControlOutcome, ControlResponsibility } from '../control-status';
import { BaselineControl, nothingToJudge, notApplicable, notEvaluable, TITLES } from './baseline-control';

const { MICROSOFT, CUSTOMER, NONE } = ControlResponsibility;

const CONTROLS: readonly Omit<BaselineControl, 'baseline'>[] = [
  {
    ...TITLES.NS_1,
    feature: 'Virtual Network Integration',
    responsibility: NONE,
    rules: [],
    otherwise: notApplicable(
      'the service cannot be placed in a virtual network; the rules of NET, and APP1 and APP2, judge the network of its consumers',
    ),
  },
  {
    ...TITLES.NS_2,
    feature: 'Azure Private Link and native IP filtering',
    responsibility: MICROSOFT,
    rules: ['SIG1', 'NAC5', 'PE1', 'PE2', 'PE3', 'PE4', 'DNS1', 'DNS2', 'DNS3'],
    otherwise: nothingToJudge('service, private endpoint or private DNS zone of it'),
  },
  {
    ...TITLES.NS_2,
    feature: 'Disable Public Network Access',
    responsibility: CUSTOMER,
    rules: ['SIG6', 'NAC1', 'NAC2', 'NAC3', 'NAC4'],
    notAsked: 'clients come over the public network',
    publicClients: { seenBy: 'NAC4', closedBy: 'NAC3' },
    otherwise: nothingToJudge('service or network access control list'),
  },
  {
    ...TITLES.IM_1,
    feature: 'Microsoft Entra Authentication Required for Data Plane Access',
    responsibility: MICROSOFT,
    rules: ['SIG3'],
    otherwise: nothingToJudge('service'),
  },
  {
    ...TITLES.IM_1,
    feature: 'Local Authentication Methods for Data Plane Access',
    responsibility: MICROSOFT,
    rules: ['SIG2'],
    otherwise: nothingToJudge('service'),
  },
  {
    ...TITLES.IM_3,
    feature: 'Managed Identities',
    responsibility: MICROSOFT,
    rules: ['SIG4', 'SIG8'],
    otherwise: notApplicable('there is no service that needs an identity'),
  },
  {
    ...TITLES.IM_3,
    feature: 'Service Principals',
    responsibility: MICROSOFT,
    rules: [],
    otherwise: notEvaluable(
      'azurerm has no application registrations, and managed identities replace them in Azure; APP9 finds apps that connect with its secret',
    ),
  },
  {
    ...TITLES.IM_7,
    feature: 'Conditional Access for Data Plane',
    responsibility: MICROSOFT,
    rules: [],
    otherwise: notEvaluable(
      'conditional access is a policy of the Microsoft Entra tenant, and applies to server-side calls only; review it there',
    ),
  },
  {
    ...TITLES.IM_8,
    feature: 'Service Credential and Secrets Support Integration and Storage in Azure Key Vault',
    responsibility: MICROSOFT,
    rules: ['SIG8', 'KV7'],
    otherwise: nothingToJudge('upstream or vault that the service reads'),
  },
  {
    ...TITLES.PA_1,
    feature: 'Local Admin Accounts',
    responsibility: MICROSOFT,
    rules: ['SIG2'],
    otherwise: nothingToJudge('service'),
  },
  {
    ...TITLES.PA_7,
    feature: 'Azure RBAC for Data Plane',
    responsibility: MICROSOFT,
    rules: ['IAM1', 'IAM2', 'IAM3', 'IAM4'],
    otherwise: nothingToJudge('app or role assignment'),
  },
  {
    ...TITLES.DP_1,
    feature: 'Sensitive Data Discovery and Classification',
    responsibility: NONE,
    rules: [],
    otherwise: notApplicable('the service does not support it, and stores no customer content'),
  },
  {
    ...TITLES.DP_2,
    feature: 'Data Leakage/Loss Prevention',
    responsibility: NONE,
    rules: [],
    otherwise: notApplicable('the service does not support it, and stores no customer content'),
  },
  {
    ...TITLES.DP_3,
    feature: 'Data in Transit Encryption',
    responsibility: MICROSOFT,
    // Not CORS: it says whose pages may call, and encrypts nothing.
    rules: ['SIG8'],
    otherwise: {
      outcome: ControlOutcome.MICROSOFT,
      reason: 'the service uses TLS 1.2 and has no setting for it; there is no upstream to judge',
    },
  },
  {
    ...TITLES.DP_6,
    feature: 'Key Management in Azure Key Vault',
    responsibility: MICROSOFT,
    rules: ['SIG8'],
    otherwise: nothingToJudge('upstream'),
  },
  {
    ...TITLES.DP_7,
    feature: 'Certificate Management in Azure Key Vault',
    responsibility: CUSTOMER,
    rules: ['SIG7'],
    otherwise: nothingToJudge('custom domain or custom certificate'),
  },
  {
    ...TITLES.AM_2,
    feature: 'Azure Policy Support',
    responsibility: CUSTOMER,
    rules: ['GOV1'],
    otherwise: notEvaluable('policies may be assigned outside of this configuration'),
  },
  {
    ...TITLES.LT_1,
    feature: 'Microsoft Defender for Service / Product Offering',
    responsibility: NONE,
    rules: [],
    otherwise: notApplicable('Microsoft Defender has no offering for the service'),
  },
  {
    ...TITLES.LT_4,
    feature: 'Azure Resource Logs',
    responsibility: MICROSOFT,
    rules: ['LOG1', 'LOG2', 'LOG3'],
    otherwise: nothingToJudge('service'),
  },
];

/**
 * Every feature of the security baseline, in its order. The baseline leaves out the name of the first feature of NS-2; what
 * it says of it is the network control list and private endpoints.
 *
 * @see https://learn.microsoft.com/security/benchmark/azure/baselines/azure-signalr-service-security-baseline
 */
export const SIGNALR_CONTROLS: readonly BaselineControl[] = CONTROLS.map((control) => ({
  baseline: ControlBaseline.SIGNALR_SERVICE,
  ...control,
}));
