import { TerraformOutput, TerraformVariable } from 'cdktf';
import { Principal, PrincipalType } from '../../src/identity';
import {
  ApplicationInsights,
  ApplicationInsightsProps,
  IApplicationInsights,
  LogWorkspace,
} from '../../src/observability';
import { newHub, providers } from '../support/hub';
import { schemaViolations } from '../support/provider-schema';
import {
  dataSources,
  messageOf,
  newGroup,
  newStack,
  only,
  problemsOf,
  readable,
  resources,
  synth,
} from '../support/synth';

const ID = '/subscriptions/1234/resourceGroups/rg/providers/Microsoft.Insights/components/appi-chat';

function newInsights(props: Partial<ApplicationInsightsProps> = {}) {
  const { stack, resourceGroup } = newGroup();
  const workspace = new LogWorkspace(stack, 'Logs', { name: 'log-chat', resourceGroup });
  const all = { name: 'appi-chat', resourceGroup, workspace, ...props };
  return { stack, resourceGroup, workspace, insights: new ApplicationInsights(stack, 'Insights', all) };
}

function grantTwice(insights: IApplicationInsights) {
  const attributes = {
    principalId: '00000000-0000-0000-0000-000000000001',
    principalType: PrincipalType.SERVICE_PRINCIPAL,
  };
  const app = Principal.fromPrincipalAttributes(insights.node.scope as any, 'App', attributes);
  expect(insights.grantMetricsPublisher(app)).toBe(insights.grantMetricsPublisher(app));
}

describe('ApplicationInsights', () => {
  test('keeps everything in a workspace, and takes no keys', () => {
    const { stack } = newInsights();
    expect(only(stack, 'azurerm_application_insights')).toEqual({
      name: 'appi-chat',
      location: 'centralus',
      resource_group_name: '${azurerm_resource_group.Group.name}',
      application_type: 'web',
      workspace_id: '${azurerm_log_analytics_workspace.Logs.id}',
      local_authentication_disabled: true,
      sampling_percentage: 100,
      internet_ingestion_enabled: true,
      internet_query_enabled: true,
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('takes what is given', () => {
    const { stack } = newInsights({
      location: 'East US',
      samplingPercentage: 12.5,
      internetIngestion: false,
      internetQuery: false,
      tags: { team: 'chat' },
    });
    expect(only(stack, 'azurerm_application_insights')).toMatchObject({
      location: 'eastus',
      sampling_percentage: 12.5,
      internet_ingestion_enabled: false,
      internet_query_enabled: false,
      tags: { team: 'chat' },
    });
  });

  test('gives its connection string as a reference', () => {
    const { stack, insights } = newInsights();
    new TerraformOutput(stack, 'connection', { value: insights.connectionString, sensitive: true });
    expect(readable(stack).output!.connection.value).toBe('${azurerm_application_insights.Insights.connection_string}');
  });

  test('grants the role of publishers once, through its provider', () => {
    const { stack, resourceGroup, workspace } = newInsights();
    const provider = newHub(stack);
    grantTwice(new ApplicationInsights(stack, 'Hub', { name: 'appi-hub', resourceGroup, workspace, provider }));
    expect(only(stack, 'azurerm_role_assignment')).toMatchObject({
      scope: '${azurerm_application_insights.Hub.id}',
      principal_id: '00000000-0000-0000-0000-000000000001',
      principal_type: 'ServicePrincipal',
      role_definition_id: expect.stringMatching(/3913510d-42f4-4e42-8a64-420c390055eb$/),
      provider: 'azurerm.hub',
    });
    expect(providers(stack)['azurerm_application_insights.Hub']).toBe('azurerm.hub');
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('fails with everything that Azure would refuse', () => {
    const props = { name: 'chat/1', samplingPercentage: 0, location: 'mars' };
    expect(messageOf(() => newInsights(props))).toBe(
      [
        'Prod/Insights: [logs/insights-name] "chat/1" is not an Application Insights name; use 1 to 260 characters, none of % & \\ ? /, not ending with a space or period',
        'Prod/Insights: [logs/sampling] sampling of 0 % given; use more than 0 and at most 100, which records everything',
        'Prod/Insights: [core/location] "mars" is not a known Azure region; use a name such as centralus, or list a newer region in the construct context "azureLocations"',
      ].join('\n'),
    );
  });

  test.each(['', 'a'.repeat(261), 'a.', 'a ', 'a%', 'a&b', 'a\\b', 'a?', 'a\n'])('refuses the name "%s"', (name) => {
    expect(messageOf(() => newInsights({ name }))).toContain('[logs/insights-name]');
  });

  test.each(['a', 'a'.repeat(260), 'Chat (prod) 1.0'])('takes the name "%s"', (name) => {
    expect(only(newInsights({ name }).stack, 'azurerm_application_insights').name).toBe(name);
  });

  test.each([-1, 100.1, NaN])('refuses %d percent', (samplingPercentage) => {
    expect(messageOf(() => newInsights({ samplingPercentage }))).toContain('[logs/sampling]');
  });

  test('shares its name with no other one of the resource group', () => {
    const { stack, resourceGroup, workspace } = newInsights();
    new ApplicationInsights(stack, 'Other', { name: 'APPI-chat', resourceGroup, workspace });
    expect(problemsOf(stack)).toEqual([
      '[core/duplicate-name] Prod/Insights/Resource and Prod/Other/Resource are Application Insights resources named "APPI-chat" in one resource group; give one of them another name',
    ]);
  });

  test('does not judge what Terraform fills in', () => {
    const { stack, resourceGroup, workspace } = newInsights();
    const name = new TerraformVariable(stack, 'name', { type: 'string' }).stringValue;
    const samplingPercentage = new TerraformVariable(stack, 'percent', { type: 'number' }).numberValue;
    new ApplicationInsights(stack, 'Other', { name, resourceGroup, workspace, samplingPercentage });
    expect(resources(stack, 'azurerm_application_insights')[1]).toMatchObject({
      name: '${var.name}',
      sampling_percentage: '${var.percent}',
    });
  });
});

describe('An existing ApplicationInsights', () => {
  test('is granted on, and connected to by a variable', () => {
    const stack = newStack();
    const connectionString = new TerraformVariable(stack, 'connection', { type: 'string', sensitive: true })
      .stringValue;
    const attributes = { applicationInsightsId: ID, connectionString, provider: newHub(stack) };
    const insights = ApplicationInsights.fromApplicationInsightsAttributes(stack, 'Insights', attributes);
    grantTwice(insights);
    expect(only(stack, 'azurerm_role_assignment')).toMatchObject({ scope: ID, provider: 'azurerm.hub' });
    expect(insights.connectionString).toBe(connectionString);
  });

  test('is refused with its key in plain text', () => {
    const attributes = { applicationInsightsId: ID, connectionString: 'InstrumentationKey=0' };
    expect(
      messageOf(() => ApplicationInsights.fromApplicationInsightsAttributes(newStack(), 'Insights', attributes)),
    ).toBe(
      'Prod/Insights: [logs/connection-string] the connection string is given as plain text, which would show its key in the configuration; use a sensitive Terraform variable or ApplicationInsights.fromLookup(...)',
    );
  });

  test('is looked up by its name', () => {
    const stack = newStack();
    const options = { name: 'appi-chat', resourceGroupName: 'rg', provider: newHub(stack) };
    const insights = ApplicationInsights.fromLookup(stack, 'Insights', options);
    grantTwice(insights);
    new TerraformOutput(stack, 'connection', { value: insights.connectionString, sensitive: true });
    expect(dataSources(stack, 'azurerm_application_insights')).toEqual([
      { name: 'appi-chat', resource_group_name: 'rg', provider: 'azurerm.hub' },
    ]);
    expect(only(stack, 'azurerm_role_assignment')).toMatchObject({
      scope: '${data.azurerm_application_insights.Insights.id}',
      provider: 'azurerm.hub',
    });
    expect(readable(stack).output!.connection.value).toBe(
      '${data.azurerm_application_insights.Insights.connection_string}',
    );
    expect(schemaViolations(synth(stack))).toEqual([]);
  });
});
