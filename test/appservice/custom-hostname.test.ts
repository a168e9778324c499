import { ResourceGroup as ResourceGroupResource } from '@cdktf/provider-azurerm/lib/resource-group';
import { TerraformVariable } from 'cdktf';
import { AppCertificate, CustomHostname, CustomHostnameOptions, HostnameDns, PlanSku } from '../../src/appservice';
import { PublicDnsZone } from '../../src/dns';
import { Principal } from '../../src/identity';
import { CertificateReference, KeyVault } from '../../src/vault';
import { setUpFlex } from '../support/function-app';
import { graphOf } from '../support/graph';
import { newHub, providers } from '../support/hub';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newStack, only, problemsOf, readable, resources, synth } from '../support/synth';
import { setUpLinux, setUpWindows } from '../support/web-app';

const BINDING = 'azurerm_app_service_custom_hostname_binding';
const MANAGED = 'azurerm_app_service_managed_certificate';
const CERTIFICATE = 'azurerm_app_service_certificate';
const CERTIFICATE_BINDING = 'azurerm_app_service_certificate_binding';
const CNAME = 'azurerm_dns_cname_record';
const TXT = 'azurerm_dns_txt_record';
const ZONE: PublicDnsZone = { zoneName: 'example.com', resourceGroupName: 'rg-dns' };
const KEY_VAULT_ID = '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv';
const CERTIFICATE_ID = '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.Web/certificates/www';

const options: CustomHostnameOptions = { hostname: 'www.example.com', dns: HostnameDns.zone(ZONE) };

function certificateIn(stack: ReturnType<typeof newStack>, version?: string): CertificateReference {
  const vault = KeyVault.fromKeyVaultAttributes(stack, 'Vault', {
    keyVaultId: KEY_VAULT_ID,
    vaultUri: 'https://kv.vault.azure.net/',
  });
  return CertificateReference.of(vault, 'www', version);
}

/** What azurerm 5 refuses in the host name, its records and its certificates. */
const violations5 = (stack: ReturnType<typeof newStack>) =>
  schemaViolations(synth(stack), 5).filter((each) => /^azurerm_(app_service|dns)_/.test(each));

/** The sentences with which a host name is refused. */
function refusal(change: Partial<CustomHostnameOptions>): string {
  const { define } = setUpLinux();
  return messageOf(() => define().addCustomHostname('Www', { ...options, ...change }));
}

describe.each([
  ['Linux', setUpLinux, 'azurerm_linux_web_app.App'],
  ['Windows', setUpWindows, 'azurerm_windows_web_app.App'],
])('CustomHostname of a %s web app', (_, setUp, app) => {
  test('has its records, a managed certificate, and the certificate put to it', () => {
    const { stack, define } = setUp();
    const hostname = define().addCustomHostname('Www', options);
    expect(only(stack, TXT)).toEqual({
      name: 'asuid.www',
      zone_name: 'example.com',
      resource_group_name: 'rg-dns',
      ttl: 300,
      record: [{ value: `\${${app}.custom_domain_verification_id}` }],
    });
    expect(only(stack, CNAME)).toEqual({
      name: 'www',
      zone_name: 'example.com',
      resource_group_name: 'rg-dns',
      ttl: 300,
      record: `\${${app}.default_hostname}`,
    });
    expect(only(stack, BINDING)).toEqual({
      hostname: 'www.example.com',
      app_service_name: `\${${app}.name}`,
      resource_group_name: `\${${app}.resource_group_name}`,
      depends_on: [`${TXT}.App_Www_VerificationRecord`, `${CNAME}.App_Www_CnameRecord`],
      lifecycle: { replace_triggered_by: [`${app}.id`] },
    });
    expect(only(stack, MANAGED)).toEqual({ custom_hostname_binding_id: `\${${BINDING}.App_Www.id}` });
    expect(only(stack, CERTIFICATE_BINDING)).toEqual({
      hostname_binding_id: `\${${BINDING}.App_Www.id}`,
      certificate_id: `\${${MANAGED}.App_Www_ManagedCertificate.id}`,
      ssl_state: 'SniEnabled',
    });
    expect(hostname.origin).toBe('https://www.example.com');
    expect(schemaViolations(synth(stack))).toEqual([]);
    expect(violations5(stack)).toEqual([]);
  });
});

describe('CustomHostname', () => {
  test('is the same without addCustomHostname', () => {
    const byMethod = setUpLinux();
    byMethod.define().addCustomHostname('Www', options);
    const { stack, define } = setUpLinux();
    const app = define();
    new CustomHostname(app, 'Www', { ...options, app });
    expect(synth(stack)).toEqual(synth(byMethod.stack));
  });

  test('waits for what others make its records with', () => {
    const { stack, define } = setUpLinux();
    const record = new ResourceGroupResource(stack, 'Record', { name: 'a-stand-in', location: 'centralus' });
    define().addCustomHostname('Www', { ...options, dns: HostnameDns.after(record) });
    expect(only(stack, BINDING).depends_on).toEqual(['azurerm_resource_group.Record']);
    expect(resources(stack, TXT)).toEqual([]);
  });

  test('makes no record where all are there, or where the name leads to a proxy', () => {
    const { stack, define } = setUpLinux();
    const app = define();
    const certificate = AppCertificate.fromAppCertificateAttributes(stack, 'Certificate', {
      certificateId: CERTIFICATE_ID.toUpperCase(),
    });
    app.addCustomHostname('Apex', { hostname: 'example.com', dns: HostnameDns.existing() });
    app.addCustomHostname('Www', { ...options, dns: HostnameDns.behindProxy(ZONE), certificate });
    expect(only(stack, TXT).name).toBe('asuid.www');
    expect(resources(stack, CNAME)).toEqual([]);
    expect(resources(stack, CERTIFICATE_BINDING).map((each) => each.certificate_id)).toEqual([
      `\${${MANAGED}.App_Apex_ManagedCertificate.id}`,
      '/subscriptions/1234/resourceGroups/RG/providers/Microsoft.Web/certificates/WWW',
    ]);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('lives in the subscription of its app, and its records in that of the zone', () => {
    const { stack, define } = setUpLinux();
    const provider = newHub(stack);
    define({ provider }).addCustomHostname('Www', options);
    expect(providers(stack)).toMatchObject({
      [`${BINDING}.App_Www`]: 'azurerm.hub',
      [`${MANAGED}.App_Www_ManagedCertificate`]: 'azurerm.hub',
      [`${CERTIFICATE_BINDING}.App_Www_CertificateBinding`]: 'azurerm.hub',
      [`${TXT}.App_Www_VerificationRecord`]: undefined,
    });
  });

  test('takes names that only Terraform knows', () => {
    const { stack, define } = setUpLinux();
    const hostname = new TerraformVariable(stack, 'hostname', {}).stringValue;
    define().addCustomHostname('Www', { ...options, hostname });
    expect(only(stack, TXT).name).toBe('${trimsuffix("asuid.${var.hostname}", ".example.com")}');
    expect(only(stack, BINDING).hostname).toBe('${var.hostname}');
  });

  test.each<[string, Partial<CustomHostnameOptions>, string]>([
    [
      'a wildcard',
      { hostname: '*.example.com' },
      '[appservice/custom-hostname] "*.example.com" is not a domain; use its full name without wildcard and final period, such as chat.example.com',
    ],
    [
      'the name of its zone',
      { hostname: 'example.com' },
      '[appservice/hostname-dns] "example.com" is not below zone "example.com", and a CNAME record is possible below its zone only; give the zone of a parent domain',
    ],
    [
      'records that live for no time',
      { dns: HostnameDns.zone({ ...ZONE, ttlInSeconds: 0 }) },
      '[appservice/hostname-dns] the record has a time to live of 0 seconds; use a whole number from 1 to 2147483647',
    ],
    [
      'a managed certificate behind a proxy',
      { dns: HostnameDns.behindProxy(ZONE) },
      '[appservice/managed-certificate] the name resolves to a proxy, and must resolve to the app, so App Service makes no managed certificate; give a certificate of a Key Vault with addCertificate(...)',
    ],
    [
      'a managed certificate for a long name',
      { hostname: `${'a'.repeat(53)}.example.com` },
      `[appservice/managed-certificate] "${'a'.repeat(53)}.example.com" has more than 64 characters, so App Service makes no managed certificate; give a certificate of a Key Vault with addCertificate(...)`,
    ],
  ])('refuses %s', (_, change, sentence) => {
    expect(refusal(change)).toBe(`Prod/App/Www: ${sentence}`);
  });

  test('takes 64 characters for a managed certificate', () => {
    expect(() => refusal({ hostname: `${'a'.repeat(52)}.example.com` })).toThrow('nothing was thrown');
  });

  test('refuses Flex Consumption, which has no certificates', () => {
    const app = setUpFlex().define();
    expect(messageOf(() => app.addCustomHostname('Www', options))).toBe(
      'Prod/App/Www: [appservice/hostname-on-flex] function apps on Flex Consumption have no certificates for host names of their own; use PlanSku.EP1 or PlanSku.P0V3, or a proxy before the app',
    );
  });

  test('is bound once to an app', () => {
    const { stack, define } = setUpLinux();
    const app = define();
    app.addCustomHostname('Www', { ...options, dns: HostnameDns.existing() });
    app.addCustomHostname('Again', { ...options, dns: HostnameDns.existing() });
    expect(problemsOf(stack)).toEqual([
      '[appservice/custom-hostname] Prod/App/Www/Resource and Prod/App/Again/Resource bind host name "www.example.com" to one app; keep one of them',
    ]);
  });
});

describe('AppCertificate', () => {
  test('is read by App Service once it may, and serves any host name of the plan', () => {
    const { stack, define } = setUpLinux();
    const app = define({ tags: { team: 'chat' } });
    const appServicePrincipal = Principal.servicePrincipal(stack, 'AppService', '00000000-0000-0000-0000-0000000000a5');
    const certificate = app.addCertificate('Certificate', {
      name: 'www',
      certificate: certificateIn(stack),
      appServicePrincipal,
    });
    app.addCustomHostname('Www', { ...options, certificate });
    expect(only(stack, CERTIFICATE)).toEqual({
      name: 'www',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      location: 'centralus',
      app_service_plan_id: '${azurerm_service_plan.Plan.id}',
      key_vault_id: KEY_VAULT_ID,
      key_vault_secret_id: 'https://kv.vault.azure.net/secrets/www',
      tags: { team: 'chat' },
      depends_on: [expect.stringMatching(/^azurerm_role_assignment\.Vault_CertificateUser/)],
    });
    expect(only(stack, 'azurerm_role_assignment')).toMatchObject({
      scope: KEY_VAULT_ID,
      role_definition_id: expect.stringContaining('db79e9a7-68ee-4b58-9aeb-b90e7c24fcba'),
      principal_id: '00000000-0000-0000-0000-0000000000a5',
    });
    expect(resources(stack, MANAGED)).toEqual([]);
    expect(only(stack, CERTIFICATE_BINDING).certificate_id).toBe(`\${${CERTIFICATE}.App_Certificate.id}`);
    // The certificate is read while the records spread.
    expect(graphOf(readable(stack)).get(`${CERTIFICATE}.App_Certificate`)).not.toContain(`${BINDING}.App_Www`);
    expect(schemaViolations(synth(stack))).toEqual([]);
    expect(violations5(stack)).toEqual([]);
  });

  test('gets no role where the owner of the vault assigns it', () => {
    const { stack, define } = setUpLinux();
    define().addCertificate('Certificate', { name: 'www', certificate: certificateIn(stack) });
    expect(resources(stack, 'azurerm_role_assignment')).toEqual([]);
  });

  test('refuses a name that Azure rejects, and a version', () => {
    const { stack, define } = setUpLinux();
    const certificate = certificateIn(stack, '0123456789abcdef0123456789abcdef');
    expect(messageOf(() => define().addCertificate('Certificate', { name: 'a/b', certificate }))).toBe(
      [
        'Prod/App/Certificate: [appservice/certificate-name] "a/b" cannot be the name of a certificate; use 1 to 260 characters, none of them a slash, not ending with a space or period',
        'Prod/App/Certificate: [vault/certificate-version] "https://kv.vault.azure.net/certificates/www/0123456789abcdef0123456789abcdef" has a version, but App Service follows the renewals of the certificate; leave the version out',
      ].join('\n'),
    );
  });

  test('refuses the id of something else', () => {
    const stack = newStack();
    expect(
      messageOf(() =>
        AppCertificate.fromAppCertificateAttributes(stack, 'Certificate', { certificateId: KEY_VAULT_ID }),
      ),
    ).toBe(
      `Prod/Certificate: [appservice/certificate-id] "${KEY_VAULT_ID}" is not the id of a certificate of App Service; use one such as /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.Web/certificates/NAME`,
    );
  });

  test('is not read from a vault that lets nobody in', () => {
    const { stack, define, resourceGroup } = setUpLinux();
    const vault = new KeyVault(stack, 'Kv', { name: 'kv-chat', resourceGroup });
    define().addCertificate('Certificate', { name: 'www', certificate: CertificateReference.of(vault, 'www') });
    expect(problemsOf(stack)).toEqual([
      '[appservice/vault-unreachable] App Service reads Prod/App/Certificate/Resource from Prod/Kv/Resource, which lets neither the public network nor trusted services in; give the vault allowTrustedServices',
    ]);
    vault.resource.networkAcls.bypass = 'AzureServices';
    expect(() => synth(stack)).not.toThrow();
  });

  test('is read from a vault of which only Terraform knows whether it is closed', () => {
    const { stack, define, resourceGroup } = setUpLinux();
    const vault = new KeyVault(stack, 'Kv', { name: 'kv-chat', resourceGroup });
    const open = new TerraformVariable(stack, 'open', {});
    vault.resource.addOverride('public_network_access_enabled', open.value);
    define().addCertificate('Certificate', { name: 'www', certificate: CertificateReference.of(vault, 'www') });
    expect(() => synth(stack)).not.toThrow();
  });

  test('is made once of a name in a group', () => {
    const { stack, define } = setUpLinux(PlanSku.P0V3);
    const app = define();
    const certificate = certificateIn(stack);
    app.addCertificate('One', { name: 'www', certificate });
    app.addCertificate('Two', { name: 'WWW', certificate });
    expect(problemsOf(stack)).toHaveLength(1);
  });
});
