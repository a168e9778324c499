import { ControlOutcome, ControlResponsibility } from '../control-status';

/** One feature that the security baseline of Azure SignalR Service lists under a control. */
export interface BaselineControl {
  readonly control: string;
  readonly title: string;
  readonly feature: string;
  readonly responsibility: ControlResponsibility;
  /** Ids of the rules that evaluate it. */
  readonly rules: readonly string[];
  /** What holds where no rule has anything to say. */
  readonly otherwise: { readonly outcome: ControlOutcome; readonly reason: string };
}

const { MICROSOFT, CUSTOMER, NONE } = ControlResponsibility;

const NS_1 = { control: 'NS-1', title: 'Establish network segmentation boundaries' };
const NS_2 = { control: 'NS-2', title: 'Secure cloud services with network controls' };
const IM_1 = { control: 'IM-1', title: 'Use centralized identity and authentication system' };
const IM_3 = { control: 'IM-3', title: 'Manage application identities securely and automatically' };

/**
 * Every feature of the security baseline, in its order. The baseline leaves out the name of the first feature of NS-2; what
 * it says of it is the network control list and private endpoints.
 *
 * @see https://learn.microsoft.com/security/benchmark/azure/baselines/azure-signalr-service-security-baseline
 */
export const BASELINE_CONTROLS: readonly BaselineControl[] = [
  {
    ...NS_1,
    feature: 'Virtual Network Integration',
    responsibility: NONE,
    rules: [],
    otherwise: notApplicable(
      'the service cannot be placed in a virtual network; the rules of NET, and APP1 and APP2, judge the network of its consumers',
    ),
  },
  {
    ...NS_2,
    feature: 'Azure Private Link and native IP filtering',
    responsibility: MICROSOFT,
    rules: ['SIG1', 'NAC5', 'PE1', 'PE2', 'PE3', 'PE4', 'DNS1', 'DNS2', 'DNS3'],
    otherwise: nothingToJudge('service, private endpoint or private DNS zone'),
  },
  {
    ...NS_2,
    feature: 'Disable Public Network Access',
    responsibility: CUSTOMER,
    rules: ['SIG6', 'NAC1', 'NAC2', 'NAC3', 'NAC4', 'NAC5', 'NAC6'],
    otherwise: nothingToJudge('service or network access control list'),
  },
  {
    ...IM_1,
    feature: 'Microsoft Entra Authentication Required for Data Plane Access',
    responsibility: MICROSOFT,
    rules: ['SIG3', 'IAM1'],
    otherwise: nothingToJudge('service or role assignment'),
  },
  {
    ...IM_1,
    feature: 'Local Authentication Methods for Data Plane Access',
    responsibility: MICROSOFT,
    rules: ['SIG2', 'SIG10', 'APP6', 'APP8'],
    otherwise: nothingToJudge('service or app'),
  },
  {
    ...IM_3,
    feature: 'Managed Identities',
    responsibility: MICROSOFT,
    rules: ['SIG4', 'SIG8', 'APP7', 'APP9'],
    otherwise: notApplicable('there is no service or app that needs an identity'),
  },
  {
    ...IM_3,
    feature: 'Service Principals',
    responsibility: MICROSOFT,
    rules: [],
    otherwise: notEvaluable(
      'an application registration is no resource of azurerm, and managed identities take its place in Azure; APP9 finds apps that connect with its secret',
    ),
  },
  {
    control: 'IM-7',
    title: 'Restrict resource access based on conditions',
    feature: 'Conditional Access for Data Plane',
    responsibility: MICROSOFT,
    rules: [],
    otherwise: notEvaluable(
      'conditional access is a policy of the Microsoft Entra tenant, and reaches server-side calls only; review it there',
    ),
  },
  {
    control: 'IM-8',
    title: 'Restrict the exposure of credential and secrets',
    feature: 'Service Credential and Secrets Support Integration and Storage in Azure Key Vault',
    responsibility: MICROSOFT,
    rules: ['SIG8', 'SIG10', 'APP8', 'KV1', 'KV2', 'KV3', 'KV4', 'KV5', 'KV6', 'OUT1', 'OUT2'],
    otherwise: nothingToJudge('service, app, Key Vault or output'),
  },
  {
    control: 'PA-1',
    title: 'Separate and limit highly privileged/administrative users',
    feature: 'Local Admin Accounts',
    responsibility: MICROSOFT,
    rules: ['SIG2'],
    otherwise: nothingToJudge('service'),
  },
  {
    control: 'PA-7',
    title: 'Follow just enough administration (least privilege) principle',
    feature: 'Azure RBAC for Data Plane',
    responsibility: MICROSOFT,
    rules: ['IAM1', 'IAM2', 'IAM3', 'IAM4'],
    otherwise: nothingToJudge('app or role assignment'),
  },
  {
    control: 'DP-1',
    title: 'Discover, classify, and label sensitive data',
    feature: 'Sensitive Data Discovery and Classification',
    responsibility: NONE,
    rules: [],
    otherwise: notApplicable('the service does not support it, and stores no customer content'),
  },
  {
    control: 'DP-2',
    title: 'Monitor anomalies and threats targeting sensitive data',
    feature: 'Data Leakage/Loss Prevention',
    responsibility: NONE,
    rules: [],
    otherwise: notApplicable('the service does not support it, and stores no customer content'),
  },
  {
    control: 'DP-3',
    title: 'Encrypt sensitive data in transit',
    feature: 'Data in Transit Encryption',
    responsibility: MICROSOFT,
    rules: ['SIG5', 'SIG8', 'APP3', 'APP4', 'APP5'],
    otherwise: {
      outcome: ControlOutcome.MICROSOFT,
      reason: 'the service encrypts with TLS 1.2 and has nothing to set; there is no origin, upstream or app to judge',
    },
  },
  {
    control: 'DP-6',
    title: 'Use a secure key management process',
    feature: 'Key Management in Azure Key Vault',
    responsibility: MICROSOFT,
    rules: ['SIG8', 'KV1', 'KV2', 'KV3', 'KV4', 'KV5'],
    otherwise: nothingToJudge('upstream or Key Vault'),
  },
  {
    control: 'DP-7',
    title: 'Use a secure certificate management process',
    feature: 'Certificate Management in Azure Key Vault',
    responsibility: CUSTOMER,
    rules: ['SIG7'],
    otherwise: nothingToJudge('custom domain or custom certificate'),
  },
  {
    control: 'AM-2',
    title: 'Use only approved services',
    feature: 'Azure Policy Support',
    responsibility: CUSTOMER,
    rules: ['GOV1'],
    otherwise: notEvaluable('policies may be assigned outside of this configuration'),
  },
  {
    control: 'LT-1',
    title: 'Enable threat detection capabilities',
    feature: 'Microsoft Defender for Service / Product Offering',
    responsibility: NONE,
    rules: [],
    otherwise: notApplicable('there is no offering of Microsoft Defender for the service'),
  },
  {
    control: 'LT-4',
    title: 'Enable logging for security investigation',
    feature: 'Azure Resource Logs',
    responsibility: MICROSOFT,
    rules: ['LOG1', 'LOG2', 'LOG3'],
    otherwise: nothingToJudge('service'),
  },
];

function notApplicable(reason: string): BaselineControl['otherwise'] {
  return { outcome: ControlOutcome.NOT_APPLICABLE, reason };
}

function notEvaluable(reason: string): BaselineControl['otherwise'] {
  return { outcome: ControlOutcome.NOT_EVALUABLE, reason };
}

function nothingToJudge(what: string): BaselineControl['otherwise'] {
  return notApplicable(`there is no ${what} to judge`);
}
