import { ControlOutcome } from '../control-status';

/** Features that neither a security baseline lists nor a rule judges, and the reason. */
export const NOT_JUDGED: readonly (readonly string[])[] = [
  ['TLS of SignalR', ControlOutcome.MICROSOFT, 'the service uses TLS 1.2 and has no setting for it'],
  [
    'IP rules and replicas of SignalR',
    ControlOutcome.NOT_EVALUABLE,
    'azurerm has neither; they are azapi resources, whose bodies no rule reads',
  ],
];

/** Checks of others that no rule makes, and the reason. */
export const LEFT_OUT: readonly (readonly string[])[] = [
  ['Replication of storage', 'a choice between cost and loss, which data decides, not security'],
  [
    'Logs of blobs, queues and tables',
    'they cost by call, and the account of a function host has no data to investigate',
  ],
  ['SAS policy of storage', 'without shared keys, which STO4 requires, such signatures cannot exist'],
  ['Trusted services, and replication to other tenants', 'both depend on who uses the account'],
  [
    'Own keys and double encryption of storage',
    'Azure encrypts all data; own keys are a duty for some companies, and a risk of losing the data',
  ],
  ['Soft delete of file shares', 'the apps of this library store nothing in shares'],
  ['Days of soft delete of a Key Vault', 'soft delete is always on, for 7 to 90 days; purge protection is KV1'],
  [
    'Keys in a Key Vault, and days before the expiry of secrets',
    'SignalR and its apps use no keys, and alerts report an expiry in time',
  ],
  ['Issuers and key types of certificates', 'the owner of the domain chooses them'],
  [
    'A single DNS server of a network',
    'one address of Azure Firewall or of a DNS resolver is highly available, and no address shows what is behind it',
  ],
  ['Lateral movement to ports 22 and 3389', 'NET7 judges what leaves the subnets of apps'],
  [
    'DDoS protection, and subnets of Bastion and Azure Firewall',
    'the hub has them, in most cases in another configuration',
  ],
  [
    'Flow logs of a security group, and how long they are kept',
    'Azure accepts no new flow logs of groups; NET9 requires those of networks',
  ],
  [
    'Azure Monitor private link scopes',
    'one serves all networks that share its DNS zones, so the hub has it, and it closes nothing that LOG7 judges',
  ],
  ['Plans of single tables, and replication of a workspace', 'LOG8 reads the setting of the whole workspace'],
  ['Plans of Microsoft Defender for Cloud', 'they are for a whole subscription, and policies set them'],
  [
    'Number of owners, groups and eligible roles',
    'they belong to a whole subscription or directory, which the configuration does not show',
  ],
  ['Other permissions of custom roles', 'IAM2 judges what a role can do to a SignalR service'],
  ['Client certificates (PV-2)', 'browsers that negotiate a connection have no client certificates'],
  ['SSH off, end-to-end encryption', 'azurerm 4 and 5 have no attribute for either'],
  ['Runtime versions (PV-2)', 'a list of supported versions is out of date before the next release of this library'],
  ['Affinity of clients', 'some clients need it with several hub servers, and it protects nothing'],
  ['Detailed error and failed request logs, logs on files', 'a diagnostic setting sends the logs, which LOG4 requires'],
  ['Azure Files for content', 'a share that is mounted by key opens the account; APP15 finds the key'],
  ['Authentication of Logic Apps', 'azurerm has no attribute for it'],
];
