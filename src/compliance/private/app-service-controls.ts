import { ControlBaseline, ControlOutcome, ControlResponsibility } from '../control-status';
import { BaselineControl, nothingToJudge, notApplicable, notEvaluable, TITLES } from './baseline-control';

const { MICROSOFT, CUSTOMER, SHARED, NONE } = ControlResponsibility;

const PUBLIC_APPS = 'browsers call apps over the public network';

const CONTROLS: readonly Omit<BaselineControl, 'baseline'>[] = [
  {
    ...TITLES.NS_1,
    feature: 'Virtual Network Integration',
    responsibility: CUSTOMER,
    rules: ['APP1', 'APP2', 'APP16', 'NET2', 'NET3'],
    otherwise: nothingToJudge('app'),
  },
  {
    ...TITLES.NS_1,
    feature: 'Network Security Group Support',
    responsibility: MICROSOFT,
    rules: ['NET1', 'NET7'],
    otherwise: {
      outcome: ControlOutcome.MICROSOFT,
      reason: 'traffic of an app follows the security group of its subnet; there is no such subnet to judge',
    },
  },
  {
    ...TITLES.NS_2,
    feature: 'Azure Private Link',
    responsibility: CUSTOMER,
    // Not APP13: a plan whose apps could have private endpoints gives them none.
    rules: ['APP11', 'PE2', 'PE3', 'PE4', 'DNS1', 'DNS2', 'DNS3'],
    notAsked: PUBLIC_APPS,
    otherwise: nothingToJudge('app, private endpoint or private DNS zone of one'),
  },
  {
    ...TITLES.NS_2,
    feature: 'Azure Private Link of a container registry',
    responsibility: CUSTOMER,
    rules: [],
    otherwise: notEvaluable('no rule reads from which registry an app pulls its image, and how; review the registry'),
  },
  {
    ...TITLES.NS_2,
    feature: 'Disable Public Network Access',
    responsibility: CUSTOMER,
    rules: ['APP11'],
    notAsked: PUBLIC_APPS,
    otherwise: nothingToJudge('app'),
  },
  {
    ...TITLES.NS_5,
    feature: 'DDoS protection of the network of a web application firewall',
    responsibility: CUSTOMER,
    rules: [],
    otherwise: notEvaluable('the library defines no web application firewall; one DDoS plan serves the whole tenant'),
  },
  {
    ...TITLES.NS_6,
    feature: 'Web application firewall in front of an app',
    responsibility: CUSTOMER,
    rules: [],
    otherwise: notEvaluable(
      'the library defines no web application firewall, and another team may run one in front of an app',
    ),
  },
  {
    ...TITLES.IM_1,
    feature: 'Microsoft Entra Authentication Required for Data Plane Access',
    responsibility: CUSTOMER,
    rules: ['APP18'],
    otherwise: notEvaluable('how users sign in is mostly in the code of an app, which no rule reads'),
  },
  {
    ...TITLES.IM_1,
    feature: 'Local Authentication Methods for Data Plane Access',
    responsibility: CUSTOMER,
    rules: ['APP6'],
    otherwise: nothingToJudge('app'),
  },
  {
    ...TITLES.IM_3,
    feature: 'Managed Identities',
    responsibility: CUSTOMER,
    rules: ['APP7', 'APP9', 'APP15'],
    otherwise: nothingToJudge('app'),
  },
  {
    ...TITLES.IM_3,
    feature: 'Service Principals',
    responsibility: CUSTOMER,
    rules: [],
    otherwise: notEvaluable('managed identities replace them, as the baseline recommends; APP9 finds their secrets'),
  },
  {
    ...TITLES.IM_7,
    feature: 'Conditional Access for Data Plane',
    responsibility: CUSTOMER,
    rules: [],
    otherwise: notEvaluable('conditional access is a policy of the Microsoft Entra tenant; review it there'),
  },
  {
    ...TITLES.IM_8,
    feature: 'Service Credential and Secrets Support Integration and Storage in Azure Key Vault',
    responsibility: CUSTOMER,
    rules: ['APP8', 'APP9'],
    otherwise: nothingToJudge('app'),
  },
  {
    ...TITLES.PA_7,
    feature: 'Azure RBAC for Data Plane',
    responsibility: NONE,
    rules: [],
    otherwise: notApplicable('the service does not support it; the code of an app decides who may do what'),
  },
  {
    ...TITLES.PA_8,
    feature: 'Customer Lockbox',
    responsibility: CUSTOMER,
    rules: [],
    otherwise: notEvaluable('Customer Lockbox is turned on for the Microsoft Entra tenant; review it there'),
  },
  {
    ...TITLES.DP_1,
    feature: 'Sensitive Data Discovery and Classification',
    responsibility: NONE,
    rules: [],
    otherwise: notApplicable('the service does not support it'),
  },
  {
    ...TITLES.DP_2,
    feature: 'Data Leakage/Loss Prevention',
    responsibility: NONE,
    rules: [],
    otherwise: notApplicable('the service does not support it; NET7 judges what leaves the network'),
  },
  {
    ...TITLES.DP_3,
    feature: 'Data in Transit Encryption',
    responsibility: CUSTOMER,
    rules: ['APP3', 'APP4', 'APP5'],
    otherwise: nothingToJudge('app'),
  },
  {
    ...TITLES.DP_4,
    feature: 'Data at Rest Encryption Using Platform Keys',
    responsibility: MICROSOFT,
    rules: [],
    otherwise: { outcome: ControlOutcome.MICROSOFT, reason: 'Azure Storage, which holds the content, encrypts it' },
  },
  {
    ...TITLES.DP_5,
    feature: 'Data at Rest Encryption Using CMK',
    responsibility: CUSTOMER,
    rules: [],
    otherwise: notEvaluable(
      'only regulations of your industry require it; the content must then be a package in a storage account with a key of yours',
    ),
  },
  {
    ...TITLES.DP_6,
    feature: 'Key Management in Azure Key Vault',
    responsibility: CUSTOMER,
    rules: [],
    otherwise: notEvaluable('the rules know no keys that apps use; KV1 to KV6 judge the vaults of the configuration'),
  },
  {
    ...TITLES.DP_7,
    feature: 'Certificate Management in Azure Key Vault',
    responsibility: CUSTOMER,
    rules: [],
    otherwise: notEvaluable('the library defines no certificates of apps; SIG7 judges those of the SignalR service'),
  },
  {
    ...TITLES.AM_2,
    feature: 'Azure Policy Support',
    responsibility: CUSTOMER,
    rules: [],
    otherwise: notEvaluable('policies may be assigned outside of this configuration; GOV1 requires those of SignalR'),
  },
  {
    ...TITLES.AM_4,
    feature: 'Plans or environments of their own for sensitive systems',
    responsibility: CUSTOMER,
    rules: [],
    otherwise: notEvaluable('a configuration does not show what is sensitive'),
  },
  {
    ...TITLES.LT_1,
    feature: 'Microsoft Defender for Service / Product Offering',
    responsibility: CUSTOMER,
    rules: [],
    otherwise: notEvaluable(
      'Microsoft Defender for App Service is turned on for a whole subscription; review it there',
    ),
  },
  {
    ...TITLES.LT_4,
    feature: 'Azure Resource Logs',
    responsibility: CUSTOMER,
    rules: ['LOG4'],
    otherwise: nothingToJudge('app'),
  },
  {
    ...TITLES.PV_2,
    feature: 'Remote debugging turned off',
    responsibility: SHARED,
    rules: ['APP10'],
    otherwise: nothingToJudge('app'),
  },
  {
    ...TITLES.PV_2,
    feature: 'No wildcards in CORS',
    responsibility: CUSTOMER,
    rules: ['APP12'],
    otherwise: nothingToJudge('app'),
  },
  {
    ...TITLES.PV_2,
    feature: 'Latest versions of platforms and languages',
    responsibility: CUSTOMER,
    rules: [],
    otherwise: notEvaluable('a list of versions is out of date before the next release of this library'),
  },
  {
    ...TITLES.PV_7,
    feature: 'Regular penetration tests',
    responsibility: CUSTOMER,
    rules: [],
    otherwise: notEvaluable('your team decides the process'),
  },
  {
    ...TITLES.BR_1,
    feature: 'Azure Backup',
    responsibility: CUSTOMER,
    rules: [],
    otherwise: notEvaluable('an app whose code a pipeline deploys has nothing to back up; which apps do is not known'),
  },
  {
    ...TITLES.BR_1,
    feature: 'Service Native Backup Capability',
    responsibility: NONE,
    rules: [],
    otherwise: notApplicable('the service does not support it'),
  },
  {
    ...TITLES.DS_6,
    feature: 'Deployment from a controlled environment',
    responsibility: CUSTOMER,
    rules: [],
    otherwise: notEvaluable('a configuration does not show pipelines; APP6 finds passwords for deployments'),
  },
];

/**
 * Every feature of the security baseline, in the order of the benchmark, with the guidance that names no feature.
 *
 * @see https://learn.microsoft.com/security/benchmark/azure/baselines/app-service-security-baseline
 */
export const APP_SERVICE_CONTROLS: readonly BaselineControl[] = CONTROLS.map((control) => ({
  baseline: ControlBaseline.APP_SERVICE,
  ...control,
}));
