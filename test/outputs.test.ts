import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { AppDns, AppHost, AppNetwork, FunctionHost, SecureSignalRApp } from '../src';
import { newApp } from './support/app';
import { IDENTITY } from './support/ids';
import { schemaViolations } from './support/provider-schema';
import { newChat } from './support/serverless';
import { messageOf, newStack, readable, synth } from './support/synth';
import { ContainerImage, ExistingApp, PlanSku, Runtime } from '../src/appservice';
import { ManagedIdentity } from '../src/identity';
import { Subnet, VirtualNetwork } from '../src/network';
import { LogDestination } from '../src/observability';
import { DnsIntegration } from '../src/privatelink';
import { Approval, NetworkAccess } from '../src/signalr';

const SERVICE = 'azurerm_signalr_service.Chat_SignalR';
const HOSTNAME = `\${${SERVICE}.hostname}`;
const PRIVATE_IP =
  '${azurerm_private_endpoint.Chat_SignalR_PrivateEndpoint.private_service_connection[0].private_ip_address}';

/** How the Azure CLI is told which resource is meant, by the resource's address in Terraform. */
const addressOf = (resource: string) => {
  const segment = (index: number) => `\${element(split("/", ${resource}.id), ${index})}`;
  return `--name ${segment(8)} --resource-group ${segment(4)} --subscription ${segment(2)}`;
};

/** What is the same for every architecture. */
const OF_SERVICE = {
  'Chat-signalr-hostname': HOSTNAME,
  'Chat-signalr-private-ip': PRIVATE_IP,
  'Chat-verify-endpoint-connections': [
    '# Expect: Approved, for every connection that you know; reject others.',
    `az network private-endpoint-connection list --id \${${SERVICE}.id} --query "[].{name:name, status:properties.privateLinkServiceConnectionState.status}" --output table`,
  ].join('\n'),
};

const rules = (expected: string) =>
  [`# Expect: default action Deny; ${expected}.`, `az signalr network-rule list ${addressOf(SERVICE)}`].join('\n');

const LINUX = {
  'Chat-verify-name-resolution': [
    `# SSH console of a Linux app. Expect: ${PRIVATE_IP}, not a public address.`,
    `nslookup ${HOSTNAME} || getent hosts ${HOSTNAME}`,
  ].join('\n'),
  'Chat-verify-connection': [
    `# SSH console of a Linux app. Expect: a connection to ${PRIVATE_IP} on port 443, whatever the answer to it.`,
    `curl --head --verbose --max-time 10 https://${HOSTNAME}/`,
  ].join('\n'),
};

const WINDOWS = {
  'Chat-verify-name-resolution': [
    `# Console or Kudu of a Windows app. Expect: ${PRIVATE_IP}, not a public address.`,
    `nameresolver ${HOSTNAME}`,
  ].join('\n'),
  'Chat-verify-connection': [
    `# Console or Kudu of a Windows app. Expect: a connection to ${PRIVATE_IP} on port 443, whatever the answer to it.`,
    `tcpping ${HOSTNAME}:443`,
  ].join('\n'),
};

const OF_WEB_APP = {
  'Chat-app-url': 'https://${azurerm_linux_web_app.Chat_WebApp.default_hostname}',
  'Chat-verify-vnet-integration': [
    '# Expect: ${azurerm_subnet.Chat_VirtualNetwork_IntegrationSubnet.id}',
    `az webapp vnet-integration list ${addressOf('azurerm_linux_web_app.Chat_WebApp')}`,
  ].join('\n'),
  'Chat-verify-app-settings': [
    `# Expect: values with ${HOSTNAME}, but no AccessKey.`,
    `az webapp config appsettings list ${addressOf('azurerm_linux_web_app.Chat_WebApp')} --query "[?starts_with(name, 'Azure__SignalR__')].[name, value]" --output table`,
  ].join('\n'),
};

const ofFunctionApp = (resource: string) => ({
  'Chat-app-url': `https://\${${resource}.default_hostname}`,
  'Chat-app-private-ip':
    '${azurerm_private_endpoint.Chat_FunctionApp_PrivateEndpoint.private_service_connection[0].private_ip_address}',
  'Chat-verify-vnet-integration': [
    '# Expect: ${azurerm_subnet.Chat_VirtualNetwork_IntegrationSubnet.id}',
    `az functionapp vnet-integration list ${addressOf(resource)}`,
  ].join('\n'),
  'Chat-verify-app-settings': [
    `# Expect: values with ${HOSTNAME}, but no AccessKey.`,
    `az functionapp config appsettings list ${addressOf(resource)} --query "[?starts_with(name, 'AzureSignalRConnectionString')].[name, value]" --output table`,
  ].join('\n'),
  'Chat-verify-network-rules': rules(
    'the public network allows ClientConnection; a private endpoint without rules of its own allows RESTAPI',
  ),
  'Chat-verify-shared-private-links': [
    '# Expect: Approved and Succeeded, for every link; some minutes after the approval.',
    `az rest --method get --uri "\${${SERVICE}.id}/sharedPrivateLinkResources?api-version=2024-03-01" --query "value[].{name:name, status:properties.status, state:properties.provisioningState}" --output table`,
  ].join('\n'),
});

const upstreamCaller = (command: string) =>
  [
    '# Let the function log the request header X-Forwarded-For under that name, and connect a client.',
    '# Expect: a private address, as in 10.0.0.0/8; a public one came over the internet.',
    command,
  ].join('\n');

/** The values of all outputs. */
function valuesOf(stack: TerraformStack): Record<string, string> {
  return Object.fromEntries(Object.entries(readable(stack).output ?? {}).map(([name, { value }]) => [name, value]));
}

describe('SecureSignalRApp.addOutputs', () => {
  test('is refused a second time, and adds nothing then', () => {
    const { stack, chat } = newApp();
    const { length } = chat.addOutputs();
    expect(messageOf(() => chat.addOutputs())).toMatch(
      /^Prod\/Chat: \[core\/duplicate-output\] the stack has Chat-.*, Chat-verify-.* already; call addOutputs once$/,
    );
    expect(Object.keys(synth(stack).output!)).toHaveLength(length);
  });

  test('defines addresses, and commands with what they are to show', () => {
    const { stack, chat } = newApp();
    const outputs = chat.addOutputs();
    expect(valuesOf(stack)).toEqual({
      ...OF_SERVICE,
      ...OF_WEB_APP,
      ...LINUX,
      'Chat-verify-network-rules': rules(
        'the public network allows ClientConnection; a private endpoint without rules of its own allows ServerConnection, RESTAPI',
      ),
    });
    expect(outputs.map(({ node }) => node.id).sort()).toEqual(Object.keys(valuesOf(stack)).sort());
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('defines no more than descriptions and texts, which refer to what there is', () => {
    const { stack, chat } = newApp();
    chat.addOutputs();
    const { output, resource } = readable(stack);
    Object.values(output!).forEach((body) => expect(Object.keys(body)).toEqual(['description', 'value']));
    const references = [...JSON.stringify(output).matchAll(/(azurerm_\w+)\.(\w+)\./g)];
    expect(references.length).toBeGreaterThan(10);
    references.forEach(([, type, id]) => expect(resource![type]).toHaveProperty(id));
  });

  test.each([
    [
      'public access off',
      NetworkAccess.privateOnly(),
      /; public network access is off, whatever the list of the public network allows; a private endpoint without rules of its own allows ServerConnection, ClientConnection, RESTAPI\./,
    ],
    [
      'nothing in public',
      NetworkAccess.custom({ privateEndpoints: NetworkAccess.privateOnly().privateEndpoints }),
      /; the public network allows nothing; /,
    ],
  ])('tells what is expected of the rules with %s', (_, networkAccess, expected) => {
    const { stack, chat } = newApp({ networkAccess });
    chat.addOutputs();
    expect(valuesOf(stack)['Chat-verify-network-rules']).toMatch(expected);
  });

  test.each([
    ['managed by policy', DnsIntegration.managedByPolicy()],
    ['kept by hand', DnsIntegration.recordsOnly()],
  ])('expects the same address of records that are %s', (_, dns) => {
    const { stack, chat } = newApp({ dns });
    chat.addOutputs();
    expect(chat.privateDnsZone).toBe(undefined);
    expect(valuesOf(stack)).toMatchObject({ ...OF_SERVICE, ...LINUX });
  });

  test('gives a Windows app the commands of its console', () => {
    const { stack, chat } = newApp({ host: AppHost.windowsWebApp() });
    chat.addOutputs();
    expect(valuesOf(stack)).toMatchObject(WINDOWS);
  });

  test('gives a Windows container the commands of its console', () => {
    const runtime = Runtime.container(ContainerImage.of('mcr.microsoft.com', 'dotnet/samples', 'aspnetapp'));
    const { stack, chat } = newApp({ host: AppHost.windowsWebApp({ runtime, planSku: PlanSku.of('P1v3') }) });
    chat.addOutputs();
    expect(valuesOf(stack)).toMatchObject({
      'Chat-verify-name-resolution': [
        `# Console of a Windows container. Expect: ${PRIVATE_IP}, not a public address.`,
        `nslookup ${HOSTNAME}`,
      ].join('\n'),
      'Chat-verify-connection': [
        `# Console of a Windows container. Expect: a connection to ${PRIVATE_IP} on port 443, whatever the answer to it.`,
        `curl.exe --head --verbose --max-time 10 https://${HOSTNAME}/`,
      ].join('\n'),
    });
  });

  test('gives an existing app both consoles, and names it in its own subscription', () => {
    const stack = newStack();
    const network = '/subscriptions/1/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/vnet';
    const subnet = (name: string) =>
      Subnet.fromSubnetAttributes(stack, name, { subnetId: `${network}/subnets/${name}`, virtualNetworkId: network });
    const host = ExistingApp.fromAppAttributes(stack, 'OldApp', {
      appId: '/subscriptions/1/resourceGroups/rg-old/providers/Microsoft.Web/sites/app-old',
      defaultHostname: 'app-old.azurewebsites.net',
      identity: ManagedIdentity.fromManagedIdentityAttributes(stack, 'OldIdentity', IDENTITY),
    });
    const { chat } = newApp(
      {
        host: AppHost.existing(host),
        network: AppNetwork.existing({
          virtualNetwork: VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Network', {
            virtualNetworkId: network,
            virtualNetworkName: 'vnet',
            resourceGroupName: 'rg-net',
            location: 'centralus',
          }),
          integrationSubnet: subnet('apps'),
          privateEndpointSubnet: subnet('endpoints'),
        }),
      },
      stack,
    );
    chat.addOutputs();
    const address = '--name app-old --resource-group rg-old --subscription 1';
    expect(valuesOf(stack)).toMatchObject({
      'Chat-app-url': 'https://app-old.azurewebsites.net',
      'Chat-verify-name-resolution': [LINUX, WINDOWS].map((os) => os['Chat-verify-name-resolution']).join('\n'),
      'Chat-verify-connection': [LINUX, WINDOWS].map((os) => os['Chat-verify-connection']).join('\n'),
      'Chat-verify-vnet-integration': `# Expect: ${network}/subnets/apps\naz webapp vnet-integration list ${address}`,
      'Chat-verify-app-settings': `# Expect: values with ${HOSTNAME}, but no AccessKey.\naz webapp config appsettings list ${address} --query "[?starts_with(name, 'Azure__SignalR__')].[name, value]" --output table`,
    });
  });

  test('defines nothing unless it is called', () => {
    expect(readable(newApp().stack).output).toBe(undefined);
    expect(readable(newChat().stack).output).toBe(undefined);
  });

  test('names outputs after the path in the stack, so that several architectures have their own', () => {
    const { stack, chat } = newApp();
    const other = new SecureSignalRApp(new Construct(stack, 'Support'), 'Chat', {
      location: 'centralus',
      workload: 'help',
    });
    [chat, other].forEach((each) => each.addOutputs());
    const names = Object.keys(valuesOf(stack));
    const [own, others] = ['Chat-', 'Support-Chat-'].map((prefix) => names.filter((name) => name.startsWith(prefix)));
    expect(others).toEqual(own.map((name) => `Support-${name}`));
    expect(names).toHaveLength(18);
  });
});

describe('SecureServerlessSignalR.addOutputs', () => {
  test('defines what is checked of a function app, and the private links of the service', () => {
    const { stack, chat } = newChat();
    chat.addOutputs();
    expect(valuesOf(stack)).toEqual({
      ...OF_SERVICE,
      ...ofFunctionApp('azurerm_linux_function_app.Chat_FunctionApp'),
      'Chat-negotiation-url': 'https://${azurerm_linux_function_app.Chat_NegotiationApp.default_hostname}/api',
      ...LINUX,
      'Chat-verify-upstream-caller': upstreamCaller(
        'az monitor app-insights query --app ${azurerm_application_insights.Chat_ApplicationInsights.id} --analytics-query "traces | where message has \'X-Forwarded-For\' | top 10 by timestamp"',
      ),
    });
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('follows the log of an app without Application Insights', () => {
    const account = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stlogs';
    const { stack, chat } = newChat({ host: FunctionHost.windows(), logs: LogDestination.storage(account) });
    chat.addOutputs();
    const resource = 'azurerm_windows_function_app.Chat_FunctionApp';
    expect(valuesOf(stack)).toEqual({
      ...OF_SERVICE,
      ...ofFunctionApp(resource),
      'Chat-negotiation-url': 'https://${azurerm_windows_function_app.Chat_NegotiationApp.default_hostname}/api',
      ...WINDOWS,
      'Chat-verify-upstream-caller': upstreamCaller(`az webapp log tail ${addressOf(resource)}`),
    });
  });

  test('adds the commands of the owners where links are approved by hand, and needs no zones', () => {
    const { stack, chat } = newChat({ approval: Approval.manual(), dns: AppDns.managedByPolicy() });
    chat.addOutputs();
    const values = valuesOf(stack);
    expect(Object.keys(values).filter((name) => name.startsWith('Chat-approve-'))).toEqual([
      'Chat-approve-function-app-link',
      'Chat-approve-vault-link',
    ]);
    expect(values['Chat-approve-vault-link']).toBe(
      `az network private-endpoint-connection approve --id $(az network private-endpoint-connection list --id \${azurerm_key_vault.Chat_Vault.id} --query "[?properties.privateLinkServiceConnectionState.status=='Pending' && properties.privateLinkServiceConnectionState.description=='Approve link vault of ${HOSTNAME}'].id" --output tsv) --description "Approve link vault of ${HOSTNAME}"`,
    );
  });
});

test('SecureServerlessSignalR.addOutputs has no checks of calls that the service does not make', () => {
  const { stack, chat } = newChat({ upstreamCalls: false });
  chat.addOutputs();
  const values = valuesOf(stack);
  expect(Object.keys(values).filter((name) => /link|upstream/.test(name))).toEqual([]);
  expect(values['Chat-negotiation-url']).toBe(
    'https://${azurerm_linux_function_app.Chat_FunctionApp.default_hostname}/api',
  );
});

test('no output holds or prints a key', () => {
  const stack = newStack();
  newChat({}, stack).chat.addOutputs();
  new SecureSignalRApp(stack, 'Web', { location: 'centralus', workload: 'web' }).addOutputs();
  const text = JSON.stringify(synth(stack).output);
  expect(text).not.toMatch(/access_key|connection_string|list-keys|keys list|key list|sharedAccess/i);
});
