import { TerraformStack } from 'cdktf';
import { SecurityBaseline, SecurityProfile } from '../../src/compliance';
import { tellingFindings } from '../support/compliance';
import { addInsecureChat } from '../support/insecure-chat';
import { sarifErrors } from '../support/sarif';
import { messageOf, newStack, synth, warnings } from '../support/synth';

const { PUBLIC_CLIENTS, ISOLATED } = SecurityProfile;

/** What is wrong with the stack whoever its clients are. */
const EXPECTED = [
  'OUT2 violated warning Prod: the local backend stores the state in plain text.',
  'NAC2 violated error Prod/Acl: default_action is Allow.',
  'NAC3[Public::ServerConnection] violated error Prod/Acl: the public network may open ServerConnection.',
  'NAC3[Public::RESTAPI] violated error Prod/Acl: the public network may open RESTAPI.',
  'NAC5[Missing::Prod/Endpoint] violated error Prod/Acl: the list has no rules for Prod/Endpoint.',
  'APP1 violated error Prod/App: virtual_network_subnet_id is not set, so the app calls out over the internet.',
  'APP3 violated error Prod/App: https_only is not set, which means false.',
  'APP4[App] violated error Prod/App: site_config.minimum_tls_version is 1.0.',
  'APP5 violated error Prod/App: site_config.ftps_state is AllAllowed.',
  'APP6[Ftp] violated error Prod/App: ftp_publish_basic_authentication_enabled is not set, which means true.',
  'APP6[Scm] violated error Prod/App: webdeploy_publish_basic_authentication_enabled is not set, which means true.',
  'APP7 violated error Prod/App: it has no managed identity.',
  'APP8[Setting::Azure__SignalR__ConnectionString] violated error Prod/App: Azure__SignalR__ConnectionString holds a key of a SignalR service.',
  'APP9[Setting::Azure__SignalR__ConnectionString] violated warning Prod/App: Azure__SignalR__ConnectionString signs in with an access key, because AuthType is not set.',
  'APP10 violated error Prod/App: site_config.remote_debugging_enabled is true.',
  'APP17 violated info Prod/App: site_config.http2_enabled is not set, which means false.',
  'APP18 violated info Prod/App: App Service requires no token of its callers, since auth_settings_v2.auth_enabled is not set.',
  'LOG4 violated warning Prod/App: no diagnostic setting sends its logs.',
  'REL3[AlwaysOn] violated warning Prod/App: site_config.always_on is false.',
  'REL3[HealthCheck] violated info Prod/App: site_config.health_check_path is not set.',
  'SIG10[Key::value] violated error Prod/Configuration: value holds a key of a SignalR service.',
  'PE3 violated warning Prod/Endpoint: is_manual_connection is true, so the connection waits for its approval.',
  'PE4 violated warning Prod/Endpoint: private_dns_zone_group is not given, so another team must write the record of the address.',
  'NET9 violated info Prod/Network: no flow log records the flows of the network.',
  'APP13 violated error Prod/Plan: sku_name is F1, whose apps cannot join a network.',
  'REL2[Instances] violated info Prod/Plan: worker_count is not set, which means 1.',
  'IAM2 unknown error Prod/Role: whether 11111111-1111-1111-1111-111111111111 is an application is not known.',
  'IAM3 unknown warning Prod/Role: whether 11111111-1111-1111-1111-111111111111 is an application is not known.',
  'IAM4 violated info Prod/Role: principal_type is not set.',
  'KV5[Expiry] violated warning Prod/Secret: expiration_date is not set.',
  'KV5[ContentType] violated warning Prod/Secret: content_type is not set.',
  'NET6[Rule::test123] violated error Prod/SecurityGroup: the rule test123 allows traffic from *.',
  'NET10 violated info Prod/SecurityGroup: no subnet and no network interface has the group.',
  'SIG1 violated error Prod/Service: sku.name is Free_F1.',
  'SIG2 violated error Prod/Service: local_auth_enabled is not given, and access keys are on by default.',
  'SIG4 violated info Prod/Service: the service has no managed identity, and needs none so far.',
  'SIG5[Origin::*] violated error Prod/Service: cors allows *, which is every origin.',
  'SIG5[Origin::http://www.example.com] violated error Prod/Service: cors allows http://www.example.com, whose pages come over http.',
  'SIG5[Origin::http://localhost:3000] violated warning Prod/Service: cors allows http://localhost:3000, which is for development.',
  'SIG8[Http::0] violated error Prod/Service: upstream 0 is called over http.',
  'SIG8[Secret::0] violated error Prod/Service: the address of upstream 0 holds a secret as code.',
  'SIG9 violated warning Prod/Service: in Serverless mode it rejects the server connections of Prod/App.',
  'LOG1 violated error Prod/Service: no diagnostic setting sends its logs.',
  'LOG2[Log::Messaging] violated warning Prod/Service: messaging_logs_enabled is not set, which means false.',
  'LOG2[Log::HttpRequest] violated warning Prod/Service: http_request_logs_enabled is not set, which means false.',
  'LOG3 violated warning Prod/Service: live_trace_enabled is true.',
  'GOV1 violated info Prod/Service: the configuration assigns no built-in policy for SignalR.',
  'REL1 violated info Prod/Service: sku.name is Free_F1, which is not spread over zones.',
  'NET1 violated error Prod/Subnet: no security group is associated with the subnet.',
  'NET5 violated warning Prod/Subnet: private_endpoint_network_policies is not set, which means Disabled.',
  'NET8 violated warning Prod/Subnet: default_outbound_access_enabled is not set, which means true.',
  'KV1 violated error Prod/Vault: purge_protection_enabled is not set, which means false.',
  'KV2 violated warning Prod/Vault: rbac_authorization_enabled is not set, which means false.',
  'KV3 violated error Prod/Vault: public_network_access_enabled is not false, and network_acls.default_action is not Deny.',
  'KV4[PrivateEndpoint] violated warning Prod/Vault: no private endpoint connects to the vault.',
  'KV6 violated warning Prod/Vault: no diagnostic setting sends its logs.',
  'DNS1 violated error Prod/Zone: Azure looks for privatelink.service.signalr.net, not for service.signalr.net.',
  'OUT1[Secret::azurerm_signalr_service.primary_connection_string] violated warning Prod/connection-string: the output shows azurerm_signalr_service.primary_connection_string.',
];

/** What is also wrong where nothing is to be reachable over the internet. */
const EXPECTED_ISOLATED = [
  'NAC4[Public::ClientConnection] violated error Prod/Acl: the public network may open ClientConnection.',
  'APP11[App] violated error Prod/App: public_network_access_enabled is not false, and site_config.ip_restriction_default_action is not Deny.',
  'APP11[Scm] violated error Prod/App: public_network_access_enabled is not false, and site_config.scm_ip_restriction_default_action is not Deny.',
  'SIG6 violated error Prod/Service: public_network_access_enabled is not false, and no access control list closes the public network.',
];

function insecure(): TerraformStack {
  const stack = newStack();
  addInsecureChat(stack);
  return stack;
}

const lines = (stack: TerraformStack, profile: SecurityProfile = PUBLIC_CLIENTS) =>
  tellingFindings(SecurityBaseline.evaluate(stack, { profile }));

describe('a stack of plain azurerm resources, as its documentation has them', () => {
  test('is told exactly these things', () => {
    expect(lines(insecure())).toEqual(EXPECTED);
  });

  test('is told more in the isolated profile', () => {
    const isolated = lines(insecure(), ISOLATED);
    expect(isolated.filter((line) => !EXPECTED.includes(line))).toEqual(EXPECTED_ISOLATED);
    expect(isolated).toHaveLength(EXPECTED.length + EXPECTED_ISOLATED.length);
  });

  test('fails synth with all errors, and with no warning among them', () => {
    const stack = insecure();
    SecurityBaseline.attach(stack);
    const message = messageOf(() => synth(stack));
    const errors = [...message.matchAll(/^ {2}\[Prod\] (\S+): \[(\w+(?:\[.*?\])?)\] /gm)].map(
      ([, path, key]) => `${key} ${path}`,
    );
    const expected = EXPECTED.filter((line) => / violated error /.test(line));
    expect(errors).toEqual(expected.map((line) => line.replace(/^(\S+) violated error (\S+):.*/, '$1 $2')));
  });

  test('passes without enforcement, and warns of errors and warnings', () => {
    const stack = insecure();
    SecurityBaseline.attach(stack, { enforce: false });
    expect(() => synth(stack)).not.toThrow();
    const loud = EXPECTED.filter((line) => / violated (?!info )/.test(line));
    // One more says what is not known.
    expect(warnings(stack)).toHaveLength(loud.length + 1);
  });
});

describe('acknowledgements of it', () => {
  /** The stack with what its owner accepts: a rule, one finding of a rule, and a rule everywhere. */
  function acknowledged(): TerraformStack {
    const stack = insecure();
    const accept = (rule: string, path?: string) =>
      SecurityBaseline.acknowledge(path ? stack.node.findChild(path) : stack, { rule, reason: 'a demonstration' });
    accept('SIG2', 'Service');
    accept('SIG5[Origin::http://localhost:3000]', 'Service');
    accept('LOG4');
    return stack;
  }

  const accepted = [
    'LOG4 violated warning Prod/App: no diagnostic setting sends its logs.',
    'SIG2 violated error Prod/Service: local_auth_enabled is not given, and access keys are on by default.',
    'SIG5[Origin::http://localhost:3000] violated warning Prod/Service: cors allows http://localhost:3000, which is for development.',
  ];

  test('change what they name, and nothing else', () => {
    expect(lines(acknowledged())).toEqual(
      EXPECTED.map((line) => (accepted.includes(line) ? line.replace(' violated ', ' acknowledged ') : line)),
    );
  });

  test('take what they name out of what synth says', () => {
    const message = (stack: TerraformStack) => {
      SecurityBaseline.attach(stack);
      return messageOf(() => synth(stack));
    };
    expect(message(insecure())).toContain('[SIG2]');
    expect(message(acknowledged())).not.toContain('[SIG2]');
  });

  test('are suppressions in the full SARIF, and take their results out of the open one', () => {
    const results = (stack: TerraformStack, openOnly: boolean) => {
      const log = JSON.parse(SecurityBaseline.evaluate(stack).toSarif({ openOnly }));
      expect(sarifErrors(log)).toEqual([]);
      return log.runs[0].results as { ruleId: string; suppressions?: unknown[] }[];
    };
    const suppressed = (stack: TerraformStack, openOnly: boolean) =>
      results(stack, openOnly)
        .filter(({ suppressions }) => suppressions)
        .map(({ ruleId }) => ruleId);
    expect(suppressed(insecure(), false)).toEqual([]);
    expect(suppressed(acknowledged(), false)).toEqual(['LOG4', 'SIG2', 'SIG5']);
    expect(suppressed(acknowledged(), true)).toEqual([]);
    expect(results(insecure(), true)).toHaveLength(EXPECTED.length);
    expect(results(acknowledged(), true)).toHaveLength(EXPECTED.length - accepted.length);
  });
});
