import { ExistingApp, PlanSku } from '../../src/appservice';
import { ConnectionSettings, ConnectOptions, DomainDns } from '../../src/signalr';
import { newDomainService } from '../support/domain';
import { graphOf, reachable } from '../support/graph';
import { Host } from '../support/host';
import { schemaViolations } from '../support/provider-schema';
import { readable, synth } from '../support/synth';
import { newIdentity } from '../support/web-app';

const NAME = 'Azure__SignalR__ConnectionString';

function setUp() {
  const { stack, service, certificate } = newDomainService();
  const added = service.addCustomCertificate('Certificate', { name: 'chat', certificate });
  const addDomain = (domainName = 'chat.example.com', id = 'Domain') =>
    service.addCustomDomain(id, { name: id, domainName, certificate: added, dns: DomainDns.existing() });
  const host = new Host(stack, 'Host');
  const connect = (options: ConnectOptions = {}) =>
    service.connectServer(host, { connectivityCheck: false, ...options });
  return { stack, service, host, addDomain, connect };
}

/** What a connection string says after the identity. */
const endOf = ({ settings }: Host) => settings[NAME].replace(/^.*Version=1\.0;/, '');

describe('the clients of a connected app', () => {
  test('are led to the domain of the service, defined before or after the connection, in no circle', () => {
    const [before, after] = [setUp(), setUp()];
    before.addDomain();
    before.connect();
    after.connect();
    after.addDomain();
    [before, after].forEach(({ stack, host }) => {
      expect(endOf(host)).toBe('ClientEndpoint=https://chat.example.com;');
      const graph = graphOf(readable(stack));
      [...graph.keys()].forEach((name) => expect(reachable(graph, name)).not.toContain(name));
      expect(schemaViolations(synth(stack))).toEqual([]);
    });
  });

  test('are led to the first of several domains', () => {
    const { host, connect, addDomain } = setUp();
    connect();
    addDomain('one.example.com', 'One');
    addDomain('two.example.com', 'Two');
    expect(endOf(host)).toBe('ClientEndpoint=https://one.example.com;');
  });

  test('are led where the connection says, and not to a domain that is removed', () => {
    const { service, host, connect, addDomain } = setUp();
    connect({ clientEndpoint: 'https://gateway.example.com' });
    addDomain();
    expect(endOf(host)).toBe('ClientEndpoint=https://gateway.example.com;');
    connect();
    expect(endOf(host)).toBe('ClientEndpoint=https://gateway.example.com;');

    const other = setUp();
    other.addDomain();
    other.service.node.tryRemoveChild('Domain');
    other.connect();
    expect(endOf(other.host)).toBe('');
    expect(service.node.tryFindChild('Domain')).toBeDefined();
  });

  test('are led there by each of several connections, and by none of a removed app', () => {
    const { stack, service, host, connect, addDomain } = setUp();
    connect({ settings: ConnectionSettings.aspNetCoreEndpoint('east') });
    connect({ serverEndpoint: 'https://hub.example.com' });
    const gone = new Host(stack, 'Gone');
    service.connectServer(gone, { connectivityCheck: false });
    stack.node.tryRemoveChild('Gone');
    addDomain();
    expect(Object.values(host.settings).map((value) => value.replace(/^.*Version=1\.0;/, ''))).toEqual([
      'ClientEndpoint=https://chat.example.com;',
      'ClientEndpoint=https://chat.example.com;ServerEndpoint=https://hub.example.com;',
    ]);
    expect(endOf(gone)).toBe('');
  });

  test('are not led where those of a removed app were, by another one of its path, which waits for its role too', () => {
    const { stack, service, connect } = setUp();
    connect({ clientEndpoint: 'https://gateway.example.com' });
    stack.node.tryRemoveChild('Host');
    const host = new Host(stack, 'Host');
    service.connectServer(host, { connectivityCheck: false });
    expect(endOf(host)).toBe('');
    expect(host.prerequisites).toHaveLength(1);
  });

  test('are led there by the bindings of Azure Functions, also of an existing app', () => {
    const { stack, service, addDomain } = setUp();
    const app = ExistingApp.fromAppAttributes(stack, 'App', {
      appId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Web/sites/app',
      defaultHostname: 'app.azurewebsites.net',
      identity: newIdentity(stack, 'Own'),
      planSku: PlanSku.EP1,
    });
    service.connectNegotiator(app, { connectivityCheck: false });
    addDomain();
    expect(app.requiredAppSettings).toMatchObject({
      AzureSignalRConnectionString__clientEndpoint: 'https://chat.example.com',
    });
  });
});
