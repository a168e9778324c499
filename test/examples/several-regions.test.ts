import { SecureSignalRApp } from '../../src';
import { ConnectivityReport, Origin } from '../../src/connectivity';
import { RequestType } from '../../src/signalr';
import { bodies, newExample, synthesized } from '../support/examples';

const json = synthesized('several-regions')['several-regions'];
const REGIONS = ['East', 'West'];

/** The construct that a reference leads to, without hashes. */
const constructOf = (reference: string) => /\.(\w+?)(_[0-9A-F]{8})?\.\w+\}$/.exec(reference)![1];

describe('several-regions', () => {
  const app = newExample('several-regions');
  const stack = app.node.findChild('several-regions');
  const [east, west] = REGIONS.map((id) => stack.node.findChild(id) as SecureSignalRApp);
  const report = ConnectivityReport.of(app);

  test.each([
    ['east', 'east', () => [east, east]],
    ['east', 'west', () => [east, west]],
    ['west', 'east', () => [west, east]],
    ['west', 'west', () => [west, west]],
  ])('the app in %s reaches the service in %s through a private endpoint alone', (_from, _to, pair) => {
    const [from, to] = pair();
    report.expectPrivate(from.webApp, to.signalr);
  });

  test('browsers connect to either service, and no one on the internet acts as a server', () => {
    [east, west].forEach(({ signalr }) => {
      report.expectAllowed(Origin.internet(), signalr, RequestType.CLIENT_CONNECTION);
      report.expectDenied(Origin.internet(), signalr, RequestType.SERVER_CONNECTION);
    });
  });

  test('has the service of the own region as primary, and the other one as secondary', () => {
    const settings = bodies(json, 'azurerm_linux_web_app').map(({ app_settings }) =>
      Object.entries<string>(app_settings).map(([name, value]) => [
        name,
        /azurerm_signalr_service\.(\w+?)_/.exec(value)![1],
      ]),
    );
    expect(settings).toEqual([
      [
        ['Azure__SignalR__ConnectionString', 'East'],
        ['Azure__SignalR__ConnectionString__west__secondary', 'West'],
      ],
      [
        ['Azure__SignalR__ConnectionString', 'West'],
        ['Azure__SignalR__ConnectionString__east__secondary', 'East'],
      ],
    ]);
  });

  test('enables both origins, which azurerm 4 otherwise creates disabled', () => {
    const origins = bodies(json, 'azurerm_cdn_frontdoor_origin');
    expect(origins.map(({ enabled }) => enabled)).toEqual([true, true]);
  });

  test('has an endpoint of each service in each region, which the zone of that region records', () => {
    const endpoints = bodies(json, 'azurerm_private_endpoint').map((endpoint) => [
      constructOf(endpoint.private_service_connection.private_connection_resource_id),
      endpoint.location,
      constructOf(endpoint.subnet_id),
      constructOf(endpoint.private_dns_zone_group.private_dns_zone_ids[0]),
    ]);
    const here = (id: string) => [`${id}_VirtualNetwork_PrivateEndpointSubnet`, `${id}_PrivateDnsZone`];
    expect(endpoints.sort()).toEqual([
      ['East_SignalR', 'eastus2', ...here('East')],
      ['East_SignalR', 'westus2', ...here('West')],
      ['West_SignalR', 'eastus2', ...here('East')],
      ['West_SignalR', 'westus2', ...here('West')],
    ]);
    const lists = bodies(json, 'azurerm_signalr_service_network_acl');
    expect(lists.map((list) => list.private_endpoint.length)).toEqual([2, 2]);
  });

  test('has in each region what the smallest example has, and a group for Front Door', () => {
    const count = (type: string) => bodies(json, type).length;
    const types = ['signalr_service', 'service_plan', 'linux_web_app', 'virtual_network', 'private_endpoint'];
    expect(types.map((type) => [type, count(`azurerm_${type}`)])).toEqual([
      ['signalr_service', 2],
      ['service_plan', 2],
      ['linux_web_app', 2],
      ['virtual_network', 2],
      ['private_endpoint', 4],
    ]);
    expect(json.resource!.azurerm_virtual_network_peering).toBeUndefined();
    expect(
      bodies(json, 'azurerm_resource_group')
        .map(({ name, location }) => [name, location])
        .sort(),
    ).toEqual([
      ['rg-chat-front', 'eastus2'],
      ['rg-chat-prod-eastus2', 'eastus2'],
      ['rg-chat-prod-westus2', 'westus2'],
    ]);
    expect(bodies(json, 'azurerm_signalr_service').map(({ sku }) => sku)).toEqual(
      Array(2).fill({ name: 'Standard_S1', capacity: 1 }),
    );
    expect(bodies(json, 'azurerm_cdn_frontdoor_profile')).toMatchObject([{ sku_name: 'Standard_AzureFrontDoor' }]);
    expect(
      ['endpoint', 'origin_group', 'origin', 'route'].map((each) => count(`azurerm_cdn_frontdoor_${each}`)),
    ).toEqual([1, 1, 2, 1]);
  });

  test('leads clients to the services themselves, not through Front Door', () => {
    bodies(json, 'azurerm_linux_web_app').forEach(({ app_settings: settings }) =>
      expect(JSON.stringify(settings)).not.toContain('ClientEndpoint'),
    );
    [east, west].forEach(({ signalr }) =>
      [RequestType.REST_API, RequestType.TRACE].forEach((type) =>
        report.expectDenied(Origin.internet(), signalr, type),
      ),
    );
  });

  test('closes the deployment site with the app', () => {
    bodies(json, 'azurerm_linux_web_app').forEach(({ site_config: site }) =>
      expect([site.scm_use_main_ip_restriction, site.scm_ip_restriction_default_action]).toEqual([true, undefined]),
    );
  });

  test('lets no one but its Front Door call the apps', () => {
    bodies(json, 'azurerm_linux_web_app').forEach(({ site_config }) => {
      expect(site_config.ip_restriction_default_action).toBe('Deny');
      expect(site_config.ip_restriction).toEqual([
        expect.objectContaining({
          service_tag: 'AzureFrontDoor.Backend',
          headers: [
            expect.objectContaining({ x_azure_fdid: ['${azurerm_cdn_frontdoor_profile.FrontDoor.resource_guid}'] }),
          ],
        }),
      ]);
    });
  });

  test('sends requests over HTTPS to the app that is well, by the name that App Service knows', () => {
    const origins = bodies(json, 'azurerm_cdn_frontdoor_origin');
    origins.forEach((origin) => expect(origin.origin_host_header).toBe(origin.host_name));
    expect(origins.map((origin) => constructOf(origin.host_name))).toEqual(['East_WebApp', 'West_WebApp']);
    const [route] = bodies(json, 'azurerm_cdn_frontdoor_route');
    expect(route).toMatchObject({ forwarding_protocol: 'HttpsOnly', https_redirect_enabled: true });
    expect(route.cdn_frontdoor_origin_ids).toHaveLength(2);
    const [group] = bodies(json, 'azurerm_cdn_frontdoor_origin_group');
    const checked = bodies(json, 'azurerm_linux_web_app').map(({ site_config }) => site_config.health_check_path);
    expect([group.health_probe.path, ...checked]).toEqual(['/healthz', '/healthz', '/healthz']);
  });

  test('lets pages of the Front Door, and of the app of its region, talk to each service', () => {
    const apps = bodies(json, 'azurerm_linux_web_app').map(({ name }) => `https://${name}.azurewebsites.net`);
    bodies(json, 'azurerm_signalr_service').forEach(({ cors }, index) =>
      expect(cors[0].allowed_origins).toContain(apps[index]),
    );
    bodies(json, 'azurerm_signalr_service').forEach(({ cors }) =>
      expect(cors[0].allowed_origins).toContain(
        'https://${azurerm_cdn_frontdoor_endpoint.FrontDoorEndpoint.host_name}',
      ),
    );
  });
});
