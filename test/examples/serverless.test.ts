import { Construct } from 'constructs';
import { ConnectivityReport, Origin } from '../../src/connectivity';
import { RequestType } from '../../src/signalr';
import { bodies, newExample, synthesized } from '../support/examples';

const json = synthesized('serverless').serverless;
const report = ConnectivityReport.of(newExample('serverless'));

describe('serverless', () => {
  test('calls function app and vault over shared private links, both approved by Terraform', () => {
    const links = bodies(json, 'azurerm_signalr_shared_private_link_resource');
    expect(links.map(({ sub_resource_name }) => sub_resource_name).sort()).toEqual(['sites', 'vault']);
    expect(bodies(json, 'azapi_update_resource')).toHaveLength(2);
    expect(report.toMarkdown()).toContain(
      'privatelink/approved: serverless/Chat/SignalR/function-app/Resource connects to the app',
    );
  });

  test('closes function app and vault for the public network, and the service for keys', () => {
    const [functionApp] = bodies(json, 'azurerm_linux_function_app');
    const [vault] = bodies(json, 'azurerm_key_vault');
    expect([functionApp, vault].map((each) => each.public_network_access_enabled)).toEqual([false, false]);
    expect(bodies(json, 'azurerm_signalr_service')[0]).toMatchObject({
      service_mode: 'Serverless',
      local_auth_enabled: false,
    });
  });

  test('lets the function app call the REST API privately, and clients connect over the internet', () => {
    const app = newExample('serverless');
    const chat = app.node.findChild('serverless').node.findChild('Chat');
    const [host, service] = ['FunctionApp', 'SignalR'].map((id) => chat.node.findChild(id)) as Construct[];
    const told = ConnectivityReport.of(app);
    told.expectAllowed(Origin.of(host), service, RequestType.REST_API);
    told.expectAllowed(Origin.internet(), service, RequestType.CLIENT_CONNECTION);
    told.expectDenied(Origin.internet(), service, RequestType.REST_API);
  });
});
