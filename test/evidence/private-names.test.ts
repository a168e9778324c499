import { factsIn } from './support/pack';
import { estate } from '../check/support/estates';
import { Configuration } from '../check/support/json-source';

const namesOf = (configuration: Configuration) => factsIn(configuration, 'private-names.json').networks;

/** An estate with more resources, by their types. */
const withMore = (configuration: Configuration, more: Record<string, Record<string, object>>): Configuration => {
  const resource: Record<string, any> = { ...configuration.resource };
  Object.entries(more).forEach(([type, bodies]) => (resource[type] = { ...resource[type], ...bodies }));
  return { ...configuration, resource };
};

const ZONE = { resource_group_name: 'rg-chat', zone_name: '${azurerm_private_dns_zone.signalr.name}', ttl: 300 };

describe('private-names.json', () => {
  test('has for each network its servers, its zones with their records, and what each service is found under', () => {
    expect(namesOf(estate())).toEqual([
      {
        network: 'azurerm_virtual_network.main',
        name: 'vnet-chat',
        dnsServers: ['168.63.129.16'],
        zones: [
          {
            zone: 'azurerm_private_dns_zone.signalr',
            name: 'privatelink.service.signalr.net',
            link: 'azurerm_private_dns_zone_virtual_network_link.main',
            registersMachines: 'no',
            records: [
              {
                name: 'sigr-chat',
                type: 'A',
                leadsTo: ['(address of azurerm_private_endpoint.chat)'],
                endpoint: 'azurerm_private_endpoint.chat',
                writtenBy: 'azurerm_private_endpoint.chat',
                unknown: [],
              },
            ],
            unknown: [],
          },
        ],
        services: [
          {
            service: 'azurerm_signalr_service.chat',
            hostname: 'sigr-chat.service.signalr.net',
            kind: 'private',
            chain: [
              'sigr-chat.service.signalr.net',
              'CNAME sigr-chat.privatelink.service.signalr.net',
              'A (address of azurerm_private_endpoint.chat)',
            ],
            reason:
              'zone azurerm_private_dns_zone.signalr, linked to azurerm_virtual_network.main, has the address of azurerm_private_endpoint.chat',
            privateEndpoint: 'azurerm_private_endpoint.chat',
            zone: {
              id: 'azurerm_private_dns_zone.signalr',
              name: 'privatelink.service.signalr.net',
              type: 'azurerm_private_dns_zone',
            },
          },
        ],
        unknown: [],
      },
    ]);
  });

  test('says of a network without a link that public DNS answers', () => {
    const [network] = namesOf(estate({ isLinked: false }));
    expect(network.zones).toEqual([]);
    expect(network.services[0]).toMatchObject({ kind: 'public', code: 'dns/not-linked' });
  });

  test('has the records that are written by hand, with addresses, names, and what decides', () => {
    const records = {
      azurerm_private_dns_a_record: {
        admin: { ...ZONE, name: 'admin', records: ['10.30.0.9', '10.30.0.10'] },
        later: { ...ZONE, name: '${var.name}', records: ['${var.address}'] },
      },
      azurerm_private_dns_cname_record: { alias: { ...ZONE, name: 'alias', record: 'admin.contoso.com' } },
    };
    const [network] = namesOf(withMore(estate(), records));
    expect(
      network.zones[0].records.map(({ name, type, leadsTo, unknown }: any) => [name, type, leadsTo, unknown]),
    ).toEqual([
      [undefined, 'A', ['var.address'], ['its name is only known when Terraform runs: var.name']],
      ['admin', 'A', ['10.30.0.9', '10.30.0.10'], []],
      ['alias', 'CNAME', ['admin.contoso.com'], []],
      ['sigr-chat', 'A', ['(address of azurerm_private_endpoint.chat)'], []],
    ]);
  });

  test('names own DNS servers, and what their answers depend on', () => {
    const servers = {
      azurerm_virtual_network_dns_servers: {
        main: { virtual_network_id: '${azurerm_virtual_network.main.id}', dns_servers: ['10.1.0.4', '10.1.0.5'] },
      },
    };
    expect(namesOf(withMore(estate(), servers))[0]).toMatchObject({
      dnsServers: ['10.1.0.4', '10.1.0.5'],
      services: [{ kind: 'unknown', code: 'dns/custom-servers' }],
      unknown: ['azurerm_virtual_network.main sends queries to DNS servers whose answers are not in the configuration'],
    });
  });

  test('says what decides of links, records and zones that only Terraform or others know', () => {
    const more = {
      azurerm_private_dns_zone_virtual_network_link: {
        main: {
          name: 'link',
          resource_group_name: 'rg-hub',
          private_dns_zone_name: 'privatelink.vaultcore.azure.net',
          virtual_network_id: '${azurerm_virtual_network.main.id}',
          registration_enabled: true,
        },
        open: {
          name: 'open',
          private_dns_zone_name: '${var.zone}',
          virtual_network_id: '${azurerm_virtual_network.main.id}',
        },
      },
      azurerm_private_dns_a_record: { open: { name: 'x', zone_name: '${var.zone}', records: ['10.0.0.4'] } },
    };
    const [network] = namesOf(withMore(estate(), more));
    expect(network.zones).toEqual([
      {
        zone: 'privatelink.vaultcore.azure.net',
        name: 'privatelink.vaultcore.azure.net',
        link: 'azurerm_private_dns_zone_virtual_network_link.main',
        registersMachines: 'yes',
        records: [],
        unknown: ['the configuration does not define the zone, so it may have further records'],
      },
    ]);
    expect(network.unknown).toEqual([
      'azurerm_private_dns_zone_virtual_network_link.open may link one: its zone is only known when Terraform runs',
      'which zone azurerm_private_dns_a_record.open is in is not known',
    ]);
  });

  test('names both of two links to zones of one name', () => {
    const more = {
      azurerm_private_dns_zone: { other: { name: 'privatelink.service.signalr.net', resource_group_name: 'rg-other' } },
      azurerm_private_dns_zone_virtual_network_link: {
        other: {
          name: 'other',
          resource_group_name: 'rg-other',
          private_dns_zone_name: '${azurerm_private_dns_zone.other.name}',
          virtual_network_id: '${azurerm_virtual_network.main.id}',
        },
      },
    };
    const [{ zones }] = namesOf(withMore(estate(), more));
    expect(zones).toHaveLength(1);
    expect(zones[0].unknown).toEqual([
      'azurerm_private_dns_zone_virtual_network_link.main links another zone of this name, but Azure allows only one',
    ]);
  });

  test('resolves only names that the report has where there are very many', () => {
    const networks = Object.fromEntries(
      Array.from({ length: 410 }, (_, i) => [
        `n${i}`,
        { name: `vnet-${i}`, resource_group_name: 'rg-chat', location: 'westeurope', address_space: ['10.0.0.0/16'] },
      ]),
    );
    const all = namesOf(withMore(estate(), { azurerm_virtual_network: networks }));
    expect(all).toHaveLength(411);
    expect(all.filter(({ services }: any) => services.length > 0).map(({ network }: any) => network)).toEqual([
      'azurerm_virtual_network.main',
    ]);
  });
});
