import { TerraformVariable } from 'cdktf';
import { FlexConsumptionFunctionApp, FunctionScaling, Runtime } from '../../src/appservice';
import { SubnetDelegation } from '../../src/network';
import { StorageContainer } from '../../src/storage';
import { KeyVault, SecretReference } from '../../src/vault';
import { setUpFlex as setUp, setUpLinuxFunctions } from '../support/function-app';
import { KEY_VAULT_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, only, problemsOf, resources, synth } from '../support/synth';

const APP = 'azurerm_function_app_flex_consumption';

function newSecret(stack: ReturnType<typeof setUp>['stack']): SecretReference {
  const attributes = { keyVaultId: KEY_VAULT_ID, vaultUri: 'https://kv-test.vault.azure.net/' };
  return SecretReference.of(KeyVault.fromKeyVaultAttributes(stack, 'Vault', attributes), 'a');
}

describe('FlexConsumptionFunctionApp', () => {
  test('calls out through its subnet and signs in to its storage, and takes neither HTTP nor passwords', () => {
    const { stack, define } = setUp();
    define();
    const { depends_on: _, ...attributes } = only(stack, APP);
    expect(attributes).toEqual({
      name: 'func-test',
      location: 'centralus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      service_plan_id: '${azurerm_service_plan.Plan.id}',
      virtual_network_subnet_id: '${azurerm_subnet.Network_Functions.id}',
      https_only: true,
      public_network_access_enabled: true,
      webdeploy_publish_basic_authentication_enabled: false,
      identity: {
        type: 'UserAssigned',
        identity_ids: [
          '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/identity',
        ],
      },
      runtime_name: 'dotnet-isolated',
      runtime_version: '10.0',
      storage_container_type: 'blobContainer',
      storage_container_endpoint: expect.stringMatching(
        /^https:\/\/\$\{azurerm_storage_account\.Storage\.name\}\.blob\.core\.windows\.net\/\$\{azurerm_storage_container\.Storage_Package-App-\w{6}\.name\}$/,
      ),
      storage_authentication_type: 'UserAssignedIdentity',
      storage_user_assigned_identity_id:
        '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/identity',
      app_settings: {
        AzureWebJobsStorage: '',
        AzureWebJobsStorage__accountName: '${azurerm_storage_account.Storage.name}',
        AzureWebJobsStorage__credential: 'managedidentity',
        AzureWebJobsStorage__clientId: '00000000-0000-0000-0000-00000000c11e',
      },
      site_config: {
        vnet_route_all_enabled: true,
        http2_enabled: true,
        minimum_tls_version: '1.2',
        scm_minimum_tls_version: '1.2',
      },
    });
    expect(only(stack, 'azurerm_storage_container').name).toBe('app-func-test');
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('has a subnet that is delegated to where it runs', () => {
    const { stack, define } = setUp();
    define();
    expect(resources(stack, 'azurerm_subnet').find(({ name }) => name === 'functions')?.delegation).toEqual([
      {
        name: 'delegation',
        service_delegation: {
          name: 'Microsoft.App/environments',
          actions: ['Microsoft.Network/virtualNetworks/subnets/join/action'],
        },
      },
    ]);
  });

  test('fails in a subnet for other apps, as those do in its own', () => {
    const flex = setUp();
    expect(messageOf(() => flex.define({ integrationSubnet: flex.appSubnet }))).toBe(
      'Prod/App: [network/integration-subnet-delegation] subnet Prod/Network/Apps is delegated to Microsoft.Web/serverFarms; delegate it to Microsoft.App/environments',
    );
    const { props } = setUp();
    expect(props.integrationSubnet.delegation).toBe(SubnetDelegation.APP_ENVIRONMENTS);
    expect(messageOf(() => setUpLinuxFunctions().define({ integrationSubnet: props.integrationSubnet }))).toBe(
      'Prod/App: [network/integration-subnet-delegation] subnet Prod/Network/Functions is delegated to Microsoft.App/environments; delegate it to Microsoft.Web/serverFarms',
    );
  });

  test.each([
    [Runtime.node('22'), 'node', '22'],
    [Runtime.python('3.13'), 'python', '3.13'],
    [Runtime.java('21'), 'java', '21'],
    [Runtime.powershell('7.4'), 'powershell', '7.4'],
  ])('runs %j', (runtime, runtime_name, runtime_version) => {
    const { stack, define } = setUp();
    define({ runtime });
    expect(only(stack, APP)).toMatchObject({ runtime_name, runtime_version });
  });

  test('has its code in the container that it is given', () => {
    const { stack, define } = setUp();
    const containerUrl = 'https://stold.blob.core.windows.net/code';
    const deploymentContainer = StorageContainer.fromStorageContainerAttributes(stack, 'Code', { containerUrl });
    expect(define({ deploymentContainer }).deploymentContainer).toBe(deploymentContainer);
    expect(only(stack, APP).storage_container_endpoint).toBe(containerUrl);
    expect(resources(stack, 'azurerm_storage_container')).toEqual([]);
  });

  test.each([
    ['Func--Test', 'app-func-test'],
    [`f${'a'.repeat(59)}`, `app-f${'a'.repeat(58)}`],
    [`f${'a'.repeat(57)}-b`, `app-f${'a'.repeat(57)}`],
  ])('makes a container name of the app name %s', (name, container) => {
    const { stack, define } = setUp();
    define({ name });
    expect(only(stack, 'azurerm_storage_container').name).toBe(container);
  });

  test('takes a name that is only known when Terraform runs', () => {
    const { stack, define } = setUp();
    define({ name: new TerraformVariable(stack, 'name', { type: 'string' }).stringValue });
    expect(only(stack, 'azurerm_storage_container').name).toBe('app-${var.name}');
  });

  test('scales as it is told', () => {
    const { stack, define } = setUp();
    const scaling = FunctionScaling.flex(100, 512).withAlwaysReady('http', 2).withHttpConcurrency(16);
    define({ scaling: scaling.withAlwaysReady('function:negotiate', 1) });
    expect(only(stack, APP)).toMatchObject({
      maximum_instance_count: 100,
      instance_memory_in_mb: 512,
      http_concurrency: 16,
      always_ready: [
        { name: 'http', instance_count: 2 },
        { name: 'function:negotiate', instance_count: 1 },
      ],
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('is not kept ready unless it is told', () => {
    const { stack, define } = setUp();
    define({ scaling: FunctionScaling.flex(40) });
    expect(only(stack, APP)).toMatchObject({ maximum_instance_count: 40, instance_memory_in_mb: 2048 });
    expect(only(stack, APP)).not.toHaveProperty('always_ready');
  });

  test('fails when its plan has another app already', () => {
    const { stack, define, props } = setUp();
    define();
    new FlexConsumptionFunctionApp(stack, 'Other', { ...props, name: 'func-other' });
    expect(problemsOf(stack)).toEqual([
      '[appservice/flex-plan-taken] Prod/App/Resource and Prod/Other/Resource are function apps on one Flex Consumption plan, which runs one; give each its own plan',
    ]);
  });

  test('fails for settings from Key Vaults, by props and by addSecretSetting', () => {
    const message =
      'Prod/App: [appservice/flex-secret] azurerm has no attribute for the identity with which a Flex Consumption function app fetches the app setting A; let the code of the app fetch the secret, or use LinuxFunctionApp';
    const { stack, define } = setUp();
    expect(messageOf(() => define({ secretSettings: { A: newSecret(stack) } }))).toBe(message);
    const other = setUp();
    expect(messageOf(() => other.define().addSecretSetting('A', newSecret(other.stack)))).toBe(message);
  });

  test.each(['WEBSITE_RUN_FROM_PACKAGE', 'scm_do_build_during_deployment', 'WEBSITE_DNS_SERVER'])(
    'fails for the setting %s, which other function apps take',
    (name) => {
      expect(messageOf(() => setUp().define({ appSettings: { [name]: '1' } }))).toBe(
        `Prod/App: [appservice/reserved-setting] Flex Consumption does not accept the app setting ${name}; leave it out`,
      );
      expect(() => setUpLinuxFunctions().define({ appSettings: { [name]: '1' } })).not.toThrow();
    },
  );

  test('fails for a package, a container and being always on', () => {
    const packageUrl = 'https://stfunc.blob.core.windows.net/packages/app.zip';
    expect(messageOf(() => setUp().define({ packageUrl, alwaysOn: true, runtime: Runtime.php('8.4') }))).toBe(
      [
        'Prod/App: [appservice/always-on] apps on FC1 plans cannot be always on; use PlanSku.B1 or larger, or leave alwaysOn out',
        'Prod/App: [appservice/runtime-version] a Flex Consumption function app does not run PHP; use one of .NET, Node.js, Python, Java, PowerShell',
        'Prod/App: [appservice/package-url] a Flex Consumption function app gets its code from deploymentContainer; leave packageUrl out',
      ].join('\n'),
    );
  });
});
