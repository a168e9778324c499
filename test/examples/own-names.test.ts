import { OwnNamesStack } from '../../examples/own-names/main';
import { ConnectivityReport } from '../../src/connectivity';
import { bodies, newExample, synthesized } from '../support/examples';
import { read } from '../support/markdown';
import { namesIn } from '../support/naming';

const json = synthesized('own-names')['own-names'];
const nameOf = (type: string) => bodies(json, type).map(({ name }) => name);

describe('own-names', () => {
  test('has the network of the article: vnet-cus in Central US with two subnets', () => {
    expect(bodies(json, 'azurerm_virtual_network')).toMatchObject([{ name: 'vnet-cus', location: 'centralus' }]);
    const subnets = bodies(json, 'azurerm_subnet');
    expect(subnets.map(({ name, delegation }) => [name, delegation?.[0].service_delegation.name])).toEqual([
      ['public-subnet', 'Microsoft.Web/serverFarms'],
      ['private-endpoint-subnet', undefined],
    ]);
  });

  test('integrates the app with public-subnet, and has the endpoint in private-endpoint-subnet', () => {
    const [app] = bodies(json, 'azurerm_linux_web_app');
    const [endpoint] = bodies(json, 'azurerm_private_endpoint');
    expect(app.virtual_network_subnet_id).toMatch(/azurerm_subnet\.Chat_VirtualNetwork_IntegrationSubnet_\w+\.id/);
    expect(endpoint.subnet_id).toMatch(/azurerm_subnet\.Chat_VirtualNetwork_PrivateEndpointSubnet_\w+\.id/);
    expect(endpoint.name).toBe('pe-signalr-poc');
  });

  test('lets the pages of its own web app in', () => {
    expect(nameOf('azurerm_linux_web_app')).toEqual(['webapp-poc-contoso']);
    const [service] = bodies(json, 'azurerm_signalr_service');
    expect(service.cors).toEqual([{ allowed_origins: ['https://webapp-poc-contoso.azurewebsites.net'] }]);
  });

  test('has the names that its README lists, and no other', () => {
    const readme = read('examples/own-names/README.md');
    const references = /^\$\{|^Standard_S1$|^P0v3$|^Microsoft\.Web/;
    const names = namesIn(json, 4).filter(({ name }) => !references.test(name));
    const isListed = (name: string) => readme.includes(`\`${name}\``) || /^nsgsr-poc-cus-|^dlg-poc-cus-app$/.test(name);
    expect(names.filter(({ name }) => !isListed(name))).toEqual([]);
  });

  test('keeps the private path', () => {
    const app = newExample('own-names');
    const stack = app.node.findChild('own-names') as OwnNamesStack;
    const chat = stack.node.findChild('Chat');
    expect(() =>
      ConnectivityReport.of(app).expectPrivate(chat.node.findChild('WebApp'), chat.node.findChild('SignalR')),
    ).not.toThrow();
  });
});
