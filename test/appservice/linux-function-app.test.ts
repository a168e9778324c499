import { ContainerImage, PlanSku, Runtime } from '../../src/appservice';
import { setUpLinuxFunctions as setUp } from '../support/function-app';
import { schemaViolations } from '../support/provider-schema';
import { only, synth } from '../support/synth';

const APP = 'azurerm_linux_function_app';

describe('LinuxFunctionApp', () => {
  test('calls out through its subnet and signs in to its storage, and takes neither HTTP, FTP nor passwords', () => {
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
      ftp_publish_basic_authentication_enabled: false,
      webdeploy_publish_basic_authentication_enabled: false,
      functions_extension_version: '~4',
      builtin_logging_enabled: false,
      storage_account_name: '${azurerm_storage_account.Storage.name}',
      storage_uses_managed_identity: true,
      identity: {
        type: 'UserAssigned',
        identity_ids: [
          '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/identity',
        ],
      },
      key_vault_reference_identity_id:
        '/subscriptions/0/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/identity',
      app_settings: {
        AzureWebJobsStorage__credential: 'managedidentity',
        AzureWebJobsStorage__clientId: '00000000-0000-0000-0000-00000000c11e',
      },
      site_config: {
        application_stack: { dotnet_version: '10.0', use_dotnet_isolated_runtime: true },
        always_on: true,
        vnet_route_all_enabled: true,
        http2_enabled: true,
        use_32_bit_worker: false,
        ftps_state: 'Disabled',
        minimum_tls_version: '1.2',
        scm_minimum_tls_version: '1.2',
      },
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test.each([
    [Runtime.node('22'), { node_version: '22' }],
    [Runtime.python('3.13'), { python_version: '3.13' }],
    [Runtime.java('21'), { java_version: '21' }],
    [Runtime.powershell('7.4'), { powershell_core_version: '7.4' }],
  ])('runs %j', (runtime, expected) => {
    const { stack, define } = setUp();
    define({ runtime });
    expect(only(stack, APP).site_config.application_stack).toEqual(expected);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('pulls the image of a container through its subnet with its identity, also on an elastic plan', () => {
    const { stack, define } = setUp(PlanSku.EP1);
    define({ runtime: Runtime.container(ContainerImage.of('contoso.azurecr.io', 'chat/functions', '1.4.2')) });
    expect(only(stack, APP)).toMatchObject({
      vnet_image_pull_enabled: true,
      site_config: {
        container_registry_use_managed_identity: true,
        container_registry_managed_identity_client_id: '00000000-0000-0000-0000-00000000c11e',
        application_stack: {
          docker: [{ registry_url: 'https://contoso.azurecr.io', image_name: 'chat/functions', image_tag: '1.4.2' }],
        },
      },
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});
