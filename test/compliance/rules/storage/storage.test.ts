import { AzurermBackend, TerraformStack } from 'cdktf';
import { SecurityProfile } from '../../../../src/compliance';
import { STORAGE_RULES } from '../../../../src/compliance/private/rules/storage';
import { Case, checkRule } from '../../../support/compliance';
import { add } from '../../../support/plain-azurerm';
import { newStack } from '../../../support/synth';

const [anonymous, https, tls, keys, network, endpoint, users, recovery] = STORAGE_RULES;

const ACCOUNT_ID = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st';

const account = (s: TerraformStack, attributes: object = {}) =>
  add(s, 'azurerm_storage_account', 'Account', { name: 'st', resource_group_name: 'rg', ...attributes });
const given = (title: string, attributes: object, expected: string): Case => [
  title,
  (s) => account(s, attributes),
  [`Account: ${expected}`],
];
const container = (title: string, attributes: object, expected: string): Case => [
  title,
  (s) => add(s, 'azurerm_storage_container', 'Container', { name: 'files', ...attributes }),
  [`Container: ${expected}`],
];
const isolated = ([title, define, expected]: Case): Case => [
  `${title}, isolated`,
  define,
  expected,
  SecurityProfile.ISOLATED,
];
const runtime = (attribute: string) => `unknown, ${attribute} is only known when Terraform runs`;
const decided = (attribute: string, by: string) =>
  `unknown, ${attribute} is ${by}, which is only known when Terraform runs`;
const none: Case = ['no account', (s) => add(s, 'azurerm_subnet', 'Subnet'), []];

checkRule(anonymous, [
  none,
  given(
    'absent',
    {},
    'unknown, allow_nested_items_to_be_public is not set, which means true in azurerm 4 and false in azurerm 5',
  ),
  given('on', { allow_nested_items_to_be_public: true }, 'error [] allow_nested_items_to_be_public is true'),
  given('off', { allow_nested_items_to_be_public: false }, 'compliant'),
  given('a variable', { allow_nested_items_to_be_public: '${var.x}' }, runtime('allow_nested_items_to_be_public')),
  container('no access type', {}, 'compliant'),
  container('a private one', { container_access_type: 'private' }, 'compliant'),
  container(
    'open blobs',
    { container_access_type: 'blob' },
    'error [] container_access_type is blob, which permits every caller to read blobs',
  ),
  container(
    'an open list',
    { container_access_type: 'container' },
    'error [] container_access_type is container, which permits every caller to read blobs',
  ),
  container(
    'a variable for a container',
    { container_access_type: '${var.x}' },
    decided('container_access_type', 'var.x'),
  ),
]);

checkRule(https, [
  none,
  given('absent', {}, 'compliant'),
  given('on', { https_traffic_only_enabled: true }, 'compliant'),
  given('off', { https_traffic_only_enabled: false }, 'error [] https_traffic_only_enabled is false'),
  given('a variable', { https_traffic_only_enabled: '${var.x}' }, runtime('https_traffic_only_enabled')),
]);

checkRule(tls, [
  none,
  given('absent', {}, 'compliant'),
  given('1.0', { min_tls_version: 'TLS1_0' }, 'error [] min_tls_version is TLS1_0'),
  given('1.1', { min_tls_version: 'TLS1_1' }, 'error [] min_tls_version is TLS1_1'),
  given('1.2', { min_tls_version: 'TLS1_2' }, 'compliant'),
  given('1.3', { min_tls_version: 'TLS1_3' }, 'compliant'),
  given('a variable', { min_tls_version: '${var.x}' }, decided('min_tls_version', 'var.x')),
]);

checkRule(keys, [
  none,
  given('absent', {}, 'warning [] shared_access_key_enabled is not set, which means true'),
  given('on', { shared_access_key_enabled: true }, 'warning [] shared_access_key_enabled is true'),
  given('off', { shared_access_key_enabled: false }, 'compliant'),
  given('a variable', { shared_access_key_enabled: '${var.x}' }, runtime('shared_access_key_enabled')),
]);

const NO_KEYS = { shared_access_key_enabled: false };
const open = (name: string = 'network_rules.default_action') =>
  `[] public_network_access_enabled is not false, and ${name} is not Deny`;
const rules = (default_action: string, ip_rules?: unknown, more: object = {}) => ({
  network_rules: [{ default_action, ip_rules, bypass: ['None'], ...more }],
});
const lets = (ranges: string) => `[Ranges] network_rules.ip_rules allows ${ranges} from the internet`;
const apart = (s: TerraformStack, storage_account_id: string, attributes: object, id: string = 'Rules') =>
  add(s, 'azurerm_storage_account_network_rules', id, { storage_account_id, ...attributes });

const WITH_ACCOUNT = 'Rules: not applicable, it is judged with its account';
const OTHERS = WITH_ACCOUNT.replace('Rules', 'Others');

checkRule(network, [
  none,
  given('absent', {}, `warning ${open()}`),
  isolated(given('absent', {}, `error ${open()}`)),
  given('absent, without keys', NO_KEYS, `info ${open()}`),
  isolated(given('absent, without keys', NO_KEYS, `warning ${open()}`)),
  given(
    'absent, where it is not known whether there are keys',
    { shared_access_key_enabled: '${var.x}' },
    'unknown, shared_access_key_enabled is var.x, which is only known when Terraform runs, and decides how severe it is: public_network_access_enabled is not false, and network_rules.default_action is not Deny',
  ),
  given('closed', { public_network_access_enabled: false }, 'compliant'),
  isolated(given('closed', { public_network_access_enabled: false, ...rules('Allow') }, 'compliant')),
  given('rules that allow', rules('Allow'), `warning ${open()}`),
  given('rules that deny', rules('Deny'), 'compliant'),
  isolated(given('rules that deny', rules('Deny'), 'compliant')),
  given('a subnet', rules('Deny', undefined, { virtual_network_subnet_ids: ['/s'] }), 'compliant'),
  given('an office', rules('Deny', ['203.0.113.0/24']), 'compliant'),
  isolated(given('an office', rules('Deny', ['203.0.113.0/24']), `error ${lets('203.0.113.0/24')}`)),
  isolated(
    given(
      'an office, without keys',
      { ...rules('Deny', ['203.0.113.7']), ...NO_KEYS },
      `warning ${lets('203.0.113.7')}`,
    ),
  ),
  isolated(given('private ranges', rules('Deny', ['10.0.0.0/8']), 'compliant')),
  given('both halves', rules('Deny', ['0.0.0.0/1', '128.0.0.0/1']), `warning ${lets('0.0.0.0/1')}`),
  given('a wide range', rules('Deny', ['198.0.0.0/7']), `warning ${lets('198.0.0.0/7')}`),
  given('a variable for the ranges', rules('Deny', '${var.x}'), decided('network_rules.ip_rules', 'var.x')),
  given('a variable for the action', rules('${var.x}'), decided('network_rules.default_action', 'var.x')),
  given(
    'a variable for access',
    { public_network_access_enabled: '${var.x}' },
    decided('public_network_access_enabled', 'var.x'),
  ),
  given('dynamic rules', { dynamic: { network_rules: {} } }, decided('network_rules.default_action', 'dynamic')),
  [
    'rules of their own',
    (s) => apart(s, account(s).ref(), { default_action: 'Deny' }),
    ['Account: compliant', WITH_ACCOUNT],
  ],
  [
    'rules of their own, by id',
    (s) => [account(s), apart(s, ACCOUNT_ID, { default_action: 'Deny' })],
    ['Account: compliant', WITH_ACCOUNT],
  ],
  [
    'rules of their own, which overwrite the block',
    (s) => apart(s, account(s, rules('Deny')).ref(), { default_action: 'Allow' }),
    [`Account: warning ${open('default_action of Prod/Rules')}`, WITH_ACCOUNT],
  ],
  [
    'rules of their own with ranges',
    (s) => apart(s, account(s).ref(), { default_action: 'Deny', ip_rules: ['0.0.0.0/0'] }),
    ['Account: warning [Ranges] ip_rules of Prod/Rules allows 0.0.0.0/0 from the internet', WITH_ACCOUNT],
  ],
  [
    'rules of another account',
    (s) => [account(s), apart(s, ACCOUNT_ID.replace(/st$/, 'other'), { default_action: 'Deny' })],
    [`Account: warning ${open()}`, 'Rules: compliant'],
  ],
  [
    'rules of what only Terraform knows',
    (s) => [account(s), apart(s, '${var.x}', { default_action: 'Deny' })],
    [
      'Account: unknown, which storage account Prod/Rules is for is not known, since var.x is only known when Terraform runs',
      'Rules: compliant',
    ],
  ],
  [
    'two resources of rules',
    (s) => {
      const id = account(s).ref();
      apart(s, id, { default_action: 'Deny' });
      apart(s, id, { default_action: 'Allow' }, 'Others');
    },
    ['Account: unknown, which of Prod/Rules and Prod/Others decides is not known', WITH_ACCOUNT, OTHERS],
  ],
  [
    'rules that may not be there',
    (s) => apart(s, account(s).ref(), { default_action: 'Deny' }).addOverride('count', '${var.n}'),
    [
      'Account: unknown, how many instances Prod/Rules has is only known when Terraform runs: count is var.n',
      WITH_ACCOUNT,
    ],
  ],
  [
    'open rules of an account elsewhere',
    (s) => apart(s, '${var.x}', { default_action: 'Allow' }),
    ['Rules: warning [] default_action is not Deny'],
  ],
  [
    'rules of an account elsewhere that let everybody in',
    (s) => apart(s, ACCOUNT_ID, { default_action: 'Deny', ip_rules: ['0.0.0.0/0'] }),
    ['Rules: warning [Ranges] ip_rules allows 0.0.0.0/0 from the internet'],
  ],
  [
    'rules of an account elsewhere, with a variable for the action',
    (s) => apart(s, ACCOUNT_ID, { default_action: '${var.x}' }),
    ['Rules: unknown, default_action is var.x, which is only known when Terraform runs'],
  ],
]);

const pointing = (s: TerraformStack, id: string) =>
  add(s, 'azurerm_private_endpoint', 'Endpoint', {
    private_service_connection: { private_connection_resource_id: id, subresource_names: ['blob'] },
  });
const CLOSED = { public_network_access_enabled: false };
const UNREACHED = 'warning [] the account is closed, and no private endpoint connects to it';
const REACHED = 'not applicable, callers reach the account without a private endpoint';

checkRule(endpoint, [
  none,
  given('open', {}, REACHED),
  given('closed', CLOSED, UNREACHED),
  given('closed by its rules', rules('Deny'), UNREACHED),
  given('a range', rules('Deny', ['203.0.113.7']), REACHED),
  given('a subnet', rules('Deny', undefined, { virtual_network_subnet_ids: ['/s'] }), REACHED),
  given('ranges of what is closed', { ...CLOSED, ...rules('Deny', ['203.0.113.7']) }, UNREACHED),
  given('trusted services', { ...CLOSED, ...rules('Deny', undefined, { bypass: ['AzureServices'] }) }, REACHED),
  ['an endpoint', (s) => pointing(s, account(s, CLOSED).ref()), ['Account: compliant']],
  ['an endpoint by id', (s) => [account(s, CLOSED), pointing(s, ACCOUNT_ID)], ['Account: compliant']],
  [
    'an endpoint in another stack',
    (s) => pointing(newStack('Other', undefined, s.node.root), account(s, CLOSED).ref()),
    ['Account: compliant'],
  ],
  [
    'an endpoint of something else',
    (s) => [account(s, CLOSED), pointing(s, add(s, 'azurerm_key_vault', 'Vault').ref())],
    [`Account: ${UNREACHED}`],
  ],
  [
    'an endpoint of what only Terraform knows',
    (s) => [account(s, CLOSED), pointing(s, '${var.x}')],
    ['Account: unknown, what Prod/Endpoint connects to is not known, since var.x is only known when Terraform runs'],
  ],
  given(
    'a variable for access',
    { public_network_access_enabled: '${var.x}' },
    'unknown, whether the account is closed is not known: public_network_access_enabled is var.x, which is only known when Terraform runs',
  ),
  given(
    'a variable for the action',
    rules('${var.x}'),
    'unknown, whether the account is closed is not known: network_rules.default_action is var.x, which is only known when Terraform runs',
  ),
]);

checkRule(users, [
  none,
  given('absent', {}, 'compliant'),
  given('off', { local_user_enabled: false, is_hns_enabled: true }, 'compliant'),
  given('on', { local_user_enabled: true }, 'warning [LocalUsers] local_user_enabled is true'),
  given(
    'absent, with a hierarchical namespace',
    { is_hns_enabled: true },
    'warning [LocalUsers] local_user_enabled is not set, which means true',
  ),
  given(
    'SFTP',
    { is_hns_enabled: true, local_user_enabled: false, sftp_enabled: true },
    'warning [Sftp] sftp_enabled is true',
  ),
  given(
    'a variable for the namespace',
    { is_hns_enabled: '${var.x}' },
    'unknown, is_hns_enabled is var.x, which is only known when Terraform runs, and decides whether there can be local users',
  ),
  given('a variable for SFTP', { sftp_enabled: '${var.x}' }, runtime('sftp_enabled')),
  given('a variable for users', { local_user_enabled: '${var.x}' }, runtime('local_user_enabled')),
]);

const recoverable = (more: object = {}) => ({
  blob_properties: [
    { delete_retention_policy: [{ days: 7 }], container_delete_retention_policy: [{ days: 7 }], ...more },
  ],
});
const inBackend = ([title, define, expected]: Case): Case => [
  `${title}, which keeps a state`,
  (s) => {
    new AzurermBackend(s, { storageAccountName: 'st', containerName: 'tfstate', key: 'k' });
    define(s);
  },
  expected,
];

checkRule(recovery, [
  none,
  [
    'absent',
    (s) => account(s),
    [
      'Account: info [Blobs] blob_properties.delete_retention_policy is not set',
      'Account: info [Containers] blob_properties.container_delete_retention_policy is not set',
    ],
  ],
  given('both', recoverable(), 'compliant'),
  given(
    'blobs alone',
    recoverable({ container_delete_retention_policy: undefined }),
    'info [Containers] blob_properties.container_delete_retention_policy is not set',
  ),
  given('files', { account_kind: 'FileStorage' }, 'not applicable, FileStorage accounts have no blobs'),
  given('dynamic properties', { dynamic: { blob_properties: {} } }, runtime('blob_properties')),
  given(
    'a dynamic policy',
    recoverable({ delete_retention_policy: undefined, dynamic: { delete_retention_policy: {} } }),
    runtime('blob_properties.delete_retention_policy'),
  ),
  given('a variable for the kind', { account_kind: '${var.x}' }, decided('account_kind', 'var.x')),
  inBackend(
    given('one', recoverable(), 'info [Versions] blob_properties.versioning_enabled is not set, which means false'),
  ),
  inBackend(given('one with versions', recoverable({ versioning_enabled: true }), 'compliant')),
]);
