import { TerraformStack } from 'cdktf';
import { privateDnsNoAutoRegistration } from '../../../../src/compliance/private/rules/dns/private-dns-no-auto-registration';
import { privateDnsZoneLinked } from '../../../../src/compliance/private/rules/dns/private-dns-zone-linked';
import { privateDnsZoneName } from '../../../../src/compliance/private/rules/dns/private-dns-zone-name';
import { verdict, verdicts } from '../../../support/compliance';
import { add, addService } from '../../../support/plain-azurerm';
import { inSubscription, newStack } from '../../../support/synth';

type Attributes = Record<string, unknown>;

const SIGNALR = 'privatelink.service.signalr.net';
const GROUP = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Network';
const LINK = 'azurerm_private_dns_zone_virtual_network_link';

describe('DNS1', () => {
  const right = (name: string) => `compliant: ${name} is a name that Azure looks for`;
  const wrong = (name: string, ...names: string[]) =>
    `violated: error Azure looks for ${names.join(' or ')}, not for ${name}`;
  const signalr = [SIGNALR, 'privatelink.signalr.azure.us', 'privatelink.signalr.azure.cn'];
  const other = 'not applicable: it is not a zone of SignalR, App Service, Key Vault or Storage';

  test.each<[string, string | undefined, string]>([
    [SIGNALR, undefined, right(SIGNALR)],
    ['PrivateLink.Service.SignalR.net', 'centralus', right(SIGNALR)],
    ['privatelink.vaultcore.azure.net', undefined, right('privatelink.vaultcore.azure.net')],
    ['privatelink.signalr.azure.us', 'usgovvirginia', right('privatelink.signalr.azure.us')],
    [SIGNALR, 'usgovvirginia', wrong(SIGNALR, 'privatelink.signalr.azure.us')],
    ['privatelink.signalr.net', 'centralus', wrong('privatelink.signalr.net', SIGNALR)],
    ['privatelink.service.signalr.com', undefined, wrong('privatelink.service.signalr.com', ...signalr)],
    ['service.signalr.net', 'centralus', wrong('service.signalr.net', SIGNALR)],
    [
      'privatelink.vault.azure.net',
      'centralus',
      wrong('privatelink.vault.azure.net', 'privatelink.vaultcore.azure.net'),
    ],
    [
      'privatelink.azurewebsites.com',
      'centralus',
      wrong('privatelink.azurewebsites.com', 'privatelink.azurewebsites.net'),
    ],
    ['privatelink.database.windows.net', undefined, other],
    ['vault.contoso.com', undefined, other],
    ['${var.zone}', undefined, 'unknown: the name is not known'],
  ])('of %s in %s: %s', (name, location, expected) => {
    const stack = newStack();
    const group = add(stack, 'azurerm_resource_group', 'Group', { name: 'rg', location });
    add(stack, 'azurerm_private_dns_zone', 'Zone', { name, resource_group_name: group.ref('name') });
    expect(verdict(privateDnsZoneName, stack)).toBe(expected);
  });
});

test.each<[Attributes, string]>([
  [{ private_dns_zone_name: SIGNALR }, 'compliant: registration_enabled is false'],
  [
    { private_dns_zone_name: SIGNALR, registration_enabled: true },
    `violated: warning registration_enabled is true for ${SIGNALR}`,
  ],
  [
    { private_dns_zone_id: `${GROUP}/privateDnsZones/${SIGNALR}`, registration_enabled: true },
    `violated: warning registration_enabled is true for ${SIGNALR}`,
  ],
  [
    { private_dns_zone_id: '${azurerm_private_dns_zone.Zone.id}', registration_enabled: 'true' },
    `violated: warning registration_enabled is true for ${SIGNALR}`,
  ],
  [
    { private_dns_zone_name: 'contoso.com', registration_enabled: true },
    'not applicable: contoso.com is not a zone of private endpoints',
  ],
  [{ private_dns_zone_name: SIGNALR, registration_enabled: '${var.x}' }, 'unknown: registration_enabled is not known'],
  [{ private_dns_zone_name: '${var.zone}', registration_enabled: true }, 'unknown: the zone is not known'],
  [{ private_dns_zone_name: '${var.zone}' }, 'compliant: registration_enabled is false'],
])('DNS3 of %j: %s', (link, expected) => {
  const stack = newStack();
  add(stack, 'azurerm_private_dns_zone', 'Zone', { name: SIGNALR });
  add(stack, LINK, 'Link', link);
  expect(verdict(privateDnsNoAutoRegistration, stack)).toBe(expected);
});

describe('DNS2', () => {
  const LINKED = 'compliant: the zone is linked to the networks that look up its names';
  const noLink = (key: string, name = 'NAME') => `no private DNS zone for ${name}.${SIGNALR} is linked to ${key}`;
  const lacks = (key: string, owner = 'Prod/Endpoint', name = 'NAME') =>
    `violated: error [Network::${key}] ${noLink(key, name)}, so public DNS answers [dns/not-linked]; ${owner} is there`;
  const mayBeLinked = (key: string, decides = 'its zone') =>
    `unknown: ${noLink(key)} in the configuration, but Prod/Link0 may link one: ${decides} is only known when Terraform runs [dns/unknown]`;
  const foreign = (key: string) =>
    `unknown: the configuration does not define ${key}, so which DNS servers it uses is not known [dns/unknown]`;
  const UNDECIDED =
    'unknown: which DNS servers Prod/vnet uses is only known when Terraform runs: var.dns decides [dns/custom-servers]';
  const byName = { private_dns_zone_name: SIGNALR, resource_group_name: 'RG' };

  function addZone(stack: TerraformStack, id: string = 'Zone', group: string = 'rg') {
    return add(stack, 'azurerm_private_dns_zone', id, { name: SIGNALR, resource_group_name: group });
  }

  function addEndpoint(
    stack: TerraformStack,
    zoneId: string,
    subnetId: string,
    target: string = '${var.target}',
    id: string = 'Endpoint',
  ) {
    return add(stack, 'azurerm_private_endpoint', id, {
      subnet_id: subnetId,
      private_service_connection: { private_connection_resource_id: target, is_manual_connection: false },
      private_dns_zone_group: { private_dns_zone_ids: [zoneId] },
    });
  }

  function addNetwork(stack: TerraformStack, name: string, attributes: Attributes = {}) {
    const network = add(stack, 'azurerm_virtual_network', name, { name, resource_group_name: 'rg', ...attributes });
    const subnet = add(stack, 'azurerm_subnet', `Subnet${name}`, {
      name: 'a',
      virtual_network_name: network.ref('name'),
    });
    return { network, subnet };
  }

  test.each<[string, Attributes[], string]>([
    ['4.x by reference', [{ private_dns_zone_name: '${azurerm_private_dns_zone.Zone.name}' }], LINKED],
    ['4.x by name', [byName], LINKED],
    ['5.x by reference', [{ private_dns_zone_id: '${azurerm_private_dns_zone.Zone.id}' }], LINKED],
    ['5.x by id', [{ private_dns_zone_id: `${GROUP}/privateDnsZones/${SIGNALR}` }], LINKED],
    ['to the network by its id', [{ ...byName, virtual_network_id: `${GROUP}/virtualNetworks/vnet` }], LINKED],
    ['one of two links', [{ ...byName, virtual_network_id: '${var.hub}' }, byName], LINKED],
    ['none', [], lacks('Prod/vnet')],
    ['to another network', [{ ...byName, virtual_network_id: `${GROUP}/virtualNetworks/hub` }], lacks('Prod/vnet')],
    [
      'of the zone in another group',
      [{ ...byName, resource_group_name: 'rg-b' }],
      `violated: error [Network::Prod/vnet] zone ${SIGNALR}, linked to Prod/vnet, has no record of NAME.${SIGNALR} [dns/missing-record]; Prod/Endpoint is there`,
    ],
    ['of another zone', [{ ...byName, private_dns_zone_name: 'contoso.com' }], lacks('Prod/vnet')],
    [
      'to a network only Terraform knows',
      [{ ...byName, virtual_network_id: '${var.hub}' }],
      mayBeLinked('Prod/vnet', 'var.hub'),
    ],
    ['of a zone only Terraform knows', [{ private_dns_zone_name: '${var.zone}' }], mayBeLinked('Prod/vnet')],
    ['of a group only Terraform knows', [{ ...byName, resource_group_name: '${var.group}' }], mayBeLinked('Prod/vnet')],
  ])('links: %s', (_, links, expected) => {
    const stack = inSubscription(newStack());
    const { network, subnet } = addNetwork(stack, 'vnet');
    addEndpoint(stack, addZone(stack).ref(), subnet.ref());
    links.forEach((link, index) => add(stack, LINK, `Link${index}`, { virtual_network_id: network.ref(), ...link }));
    expect(verdict(privateDnsZoneLinked, stack)).toBe(expected);
  });

  const EXTERNAL = `${GROUP}/virtualNetworks/Spoke`;
  const KEY = EXTERNAL.toLowerCase();

  test.each<[string, string, string | undefined, string]>([
    ['linked', `${EXTERNAL}/subnets/c`, EXTERNAL, LINKED],
    ['linked, and known by its name', '${azurerm_subnet.Named.id}', EXTERNAL, LINKED],
    ['without any link', `${EXTERNAL}/subnets/c`, undefined, foreign(KEY)],
    ['that may ask other DNS servers', `${EXTERNAL}/subnets/c`, `${GROUP}/virtualNetworks/hub`, foreign(KEY)],
    ['only Terraform knows', '${var.subnet}', EXTERNAL, 'unknown: the network of Prod/Endpoint is not known'],
    [
      'of a subnet of which Terraform knows the network',
      '${azurerm_subnet.Unnamed.id}',
      EXTERNAL,
      'unknown: the network of Prod/Endpoint is not known',
    ],
  ])('a network outside of the tree: %s', (_, subnetId, linked, expected) => {
    const stack = newStack();
    add(stack, 'azurerm_subnet', 'Named', { name: 'a', virtual_network_name: 'spoke', resource_group_name: 'rg' });
    add(stack, 'azurerm_subnet', 'Unnamed', {
      name: 'b',
      virtual_network_name: '${var.network}',
      resource_group_name: 'rg',
    });
    addEndpoint(stack, addZone(stack).ref(), subnetId);
    if (linked) add(stack, LINK, 'Link', { ...byName, virtual_network_id: linked });
    expect(verdict(privateDnsZoneLinked, stack)).toBe(expected);
  });

  test.each<[string, Attributes, unknown, string]>([
    ['its own', { dns_servers: ['10.0.0.4'] }, undefined, LINKED],
    ['its own, by a resource of theirs', {}, ['10.0.0.4'], LINKED],
    ['its own, only known to Terraform', { dns_servers: ['${var.dns}'] }, undefined, LINKED],
    ["Azure's", { dns_servers: ['168.63.129.16'] }, [], lacks('Prod/vnet')],
    ['only Terraform knows which', { dns_servers: '${var.dns}' }, undefined, UNDECIDED],
  ])('a network with DNS servers of its own needs no link: %s', (_, attributes, dns_servers, expected) => {
    const stack = newStack();
    const { network, subnet } = addNetwork(stack, 'vnet', attributes);
    addEndpoint(stack, addZone(stack).ref(), subnet.ref());
    add(stack, LINK, 'Link', { ...byName, virtual_network_id: `${GROUP}/virtualNetworks/hub` });
    const servers = { virtual_network_id: network.ref(), dns_servers };
    if (dns_servers) add(stack, 'azurerm_virtual_network_dns_servers', 'Servers', servers);
    expect(verdict(privateDnsZoneLinked, stack)).toBe(expected);
  });

  test('an app whose settings only Terraform knows may ask other servers than those of its network', () => {
    const stack = newStack();
    const { network, subnet } = addNetwork(stack, 'vnet');
    const apps = addNetwork(stack, 'apps', { dns_servers: ['10.0.0.4'] });
    addEndpoint(stack, addZone(stack).ref(), subnet.ref(), addService(stack).ref());
    add(stack, LINK, 'Link', { ...byName, virtual_network_id: network.ref() });
    const app = add(stack, 'azurerm_linux_web_app', 'App', {
      // A plan lists what a map is made of.
      app_settings: '${var.settings}, ${azurerm_signalr_service.Service.hostname}',
      virtual_network_subnet_id: apps.subnet.ref(),
    });
    expect(verdict(privateDnsZoneLinked, stack)).toBe(
      'unknown: which DNS servers the app uses is only known when Terraform runs: var.settings, azurerm_signalr_service.Service.hostname decides [dns/custom-servers]',
    );
    app.addOverride('app_settings', { Url: '${azurerm_signalr_service.Service.hostname}' });
    expect(verdict(privateDnsZoneLinked, stack)).toBe(LINKED);
  });

  test('is not applicable to zones that no endpoint uses, and tells zones of one name apart', () => {
    const stack = newStack();
    const { network, subnet } = addNetwork(stack, 'vnet');
    addEndpoint(stack, addZone(stack).ref(), subnet.ref());
    addZone(stack, 'Other', 'rg-b');
    add(stack, LINK, 'Link', { ...byName, virtual_network_id: network.ref() });
    expect(verdicts(privateDnsZoneLinked, stack)).toEqual([
      `Prod/Zone ${LINKED}`,
      'Prod/Other not applicable: no private endpoint of the configuration uses the zone',
    ]);
  });

  test.each<[string, Attributes]>([
    ['in a setting', { app_settings: { Url: 'https://${azurerm_signalr_service.Service.hostname}' } }],
    ['in a connection string', { connection_string: [{ name: 'x', value: '${azurerm_signalr_service.Service.id}' }] }],
  ])('the network of an app that names the service %s needs a link too, across stacks', (_, settings) => {
    const hub = newStack('Hub');
    const stack = newStack('Prod', undefined, hub.node.root);
    const zone = addZone(hub);
    const { network, subnet } = addNetwork(stack, 'vnet');
    const apps = addNetwork(stack, 'apps');
    addEndpoint(stack, zone.ref(), subnet.ref(), addService(stack).ref());
    add(stack, 'azurerm_linux_web_app', 'App', { ...settings, virtual_network_subnet_id: apps.subnet.ref() });
    add(stack, 'azurerm_linux_web_app_slot', 'Slot', { ...settings, virtual_network_subnet_id: apps.subnet.ref() });
    add(stack, 'azurerm_linux_web_app', 'Public', settings);
    const link = { private_dns_zone_name: zone.ref('name') };
    add(stack, LINK, 'Link', { ...link, virtual_network_id: network.ref() });
    expect(verdict(privateDnsZoneLinked, stack)).toBe(lacks('Prod/apps', 'Prod/App', 'sigr-chat'));
    add(stack, LINK, 'LinkOfApps', { ...link, virtual_network_id: apps.network.ref() });
    expect(verdict(privateDnsZoneLinked, stack)).toBe(LINKED);
  });

  test('an app that finds the service in the zone of its own network needs no link to that of another endpoint', () => {
    const stack = newStack();
    const [east, west] = ['east', 'west'].map((name) => {
      const { network, subnet } = addNetwork(stack, name);
      const zone = addZone(stack, `Zone-${name}`, `rg-${name}`);
      add(stack, LINK, `Link-${name}`, { private_dns_zone_id: zone.ref(), virtual_network_id: network.ref() });
      return { zone, subnet };
    });
    const service = addService(stack);
    add(stack, 'azurerm_linux_web_app', 'App', {
      app_settings: { Url: 'https://${azurerm_signalr_service.Service.hostname}' },
      virtual_network_subnet_id: west.subnet.ref(),
    });
    addEndpoint(stack, east.zone.ref(), east.subnet.ref(), service.ref());
    const missing = `zone Prod/Zone-west, linked to Prod/west, has no record of sigr-chat.${SIGNALR}`;
    expect(verdicts(privateDnsZoneLinked, stack)[0]).toBe(
      `Prod/Zone-east violated: error [Network::Prod/west] ${missing} [dns/missing-record]; Prod/App is there`,
    );
    const another = addEndpoint(stack, west.zone.ref(), west.subnet.ref(), '${var.another}', 'Another');
    expect(verdicts(privateDnsZoneLinked, stack)).toEqual([
      `Prod/Zone-east unknown: ${missing} that is known, but the service may have private endpoints that the configuration does not define [dns/unknown]`,
      `Prod/Zone-west ${LINKED}`,
    ]);
    stack.node.tryRemoveChild(another.node.id);
    addEndpoint(stack, west.zone.ref(), west.subnet.ref(), service.ref(), 'WestEndpoint');
    expect(verdicts(privateDnsZoneLinked, stack)).toEqual([`Prod/Zone-east ${LINKED}`, `Prod/Zone-west ${LINKED}`]);
  });
});
