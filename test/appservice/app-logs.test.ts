import { LinuxWebApp, OsType, ServicePlan } from '../../src/appservice';
import { ManagedIdentity } from '../../src/identity';
import { LogDestination } from '../../src/observability';
import { STORAGE_ACCOUNT } from '../support/destinations';
import { IDENTITY } from '../support/ids';
import { newNetwork } from '../support/network';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, only, resources, synth } from '../support/synth';

function setUp(name = 'app-test') {
  const { stack, resourceGroup, appSubnet: integrationSubnet } = newNetwork();
  const servicePlan = new ServicePlan(stack, 'Plan', { name: 'asp', resourceGroup, osType: OsType.LINUX });
  const identity = ManagedIdentity.fromManagedIdentityAttributes(stack, 'Identity', IDENTITY);
  const props = { name, resourceGroup, servicePlan, identity, integrationSubnet };
  return { stack, app: new LinuxWebApp(stack, 'App', props) };
}

describe('LinuxWebApp.sendLogsTo', () => {
  test('needs no workspace', () => {
    const { stack, app } = setUp();
    app.sendLogsTo(LogDestination.storage(STORAGE_ACCOUNT));
    expect(resources(stack, 'azurerm_log_analytics_workspace')).toEqual([]);
    expect(only(stack, 'azurerm_monitor_diagnostic_setting').storage_account_id).toBe(STORAGE_ACCOUNT);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('names a new workspace after an app with the longest name', () => {
    const { stack, app } = setUp('a'.repeat(60));
    app.sendLogsTo(LogDestination.newWorkspace());
    expect(only(stack, 'azurerm_log_analytics_workspace').name).toMatch(/^log-a{52}-[0-9a-f]{6}$/);
  });

  test('refuses a second setting, which would send the same logs again', () => {
    const { app } = setUp();
    app.sendLogsTo(LogDestination.newWorkspace());
    expect(messageOf(() => app.sendLogsTo(LogDestination.storage(STORAGE_ACCOUNT)))).toBe(
      'Prod/App: [logs/duplicate-setting] the logs are sent already; name all destinations in one call, with LogDestination.several(...)',
    );
  });

  test('refuses two destinations of one kind', () => {
    const { app } = setUp();
    const storage = LogDestination.storage(STORAGE_ACCOUNT);
    expect(messageOf(() => app.sendLogsTo(LogDestination.several(storage, storage)))).toBe(
      'Prod/App/DiagnosticSetting: [logs/destination] 2 destinations of the kind storage account given; a diagnostic setting accepts one of each kind',
    );
  });
});
