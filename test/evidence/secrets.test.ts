import { packOf } from './support/pack';
import { estate } from '../check/support/estates';
import { Configuration } from '../check/support/json-source';

const SECRETS = [
  'hunter2hunter2hunter2',
  `ghp_${'A1b2'.repeat(9)}`,
  'AccountKey=Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZg==',
  'postgres://chat:topsecretword@db.contoso.com/chat',
];

/** An estate with secrets in settings, connection strings and keys, and in texts where nobody expects them. */
function leaking(): Configuration {
  const { resource } = estate() as { resource: Record<string, Record<string, any>> };
  const [app] = Object.keys(resource.azurerm_linux_web_app);
  const [password, token, connection, address] = SECRETS;
  return {
    resource: {
      ...resource,
      azurerm_linux_web_app: {
        [app]: {
          ...resource.azurerm_linux_web_app[app],
          app_settings: { Db__Password: password, GITHUB_TOKEN: token },
          connection_string: [{ name: 'db', type: 'Custom', value: connection }],
        },
      },
      azurerm_key_vault_secret: { db: { name: 'db', value: password } },
      azurerm_role_assignment: {
        odd: { scope: address, role_definition_name: token, principal_id: '1', condition: connection },
      },
      azurerm_private_dns_a_record: {
        odd: {
          zone_name: '${azurerm_private_dns_zone.signalr.name}',
          resource_group_name: 'rg-chat',
          name: token,
          records: [address],
        },
      },
      azurerm_network_security_group: { odd: { resource_group_name: 'rg-chat', name: token, location: 'westeurope' } },
      azurerm_subnet_network_security_group_association: {
        odd: {
          subnet_id: '${azurerm_subnet.app.id}',
          network_security_group_id: '${azurerm_network_security_group.odd.id}',
        },
      },
      azurerm_network_security_rule: {
        odd: {
          network_security_group_name: '${azurerm_network_security_group.odd.name}',
          resource_group_name: 'rg-chat',
          name: token,
          priority: 100,
          direction: 'Inbound',
          source_address_prefix: connection,
        },
      },
    },
  };
}

describe('a pack', () => {
  test('holds no secret, whatever file it is', () => {
    const pack = packOf(leaking());
    const found = [...pack].flatMap(([name, text]) =>
      SECRETS.filter((secret) => text.includes(secret)).map((secret) => [name, secret]),
    );
    expect(found).toEqual([]);
    const { others } = JSON.parse(pack.get('roles.json')!);
    expect(others[0]).toMatchObject({
      role: '(not shown, since it has the form of a token of GitHub)',
      scope: '(not shown, since it has the form of a password in an address)',
      condition: '(not shown, since it has the form of a connection string with a key)',
    });
  });

  test('holds all that is no secret', () => {
    expect([...packOf(estate()).values()].join('\n')).not.toContain('not shown');
  });

  test('is the same in whatever order the configuration is written', () => {
    const { resource } = leaking() as { resource: Record<string, Record<string, any>> };
    const turned = {
      resource: Object.fromEntries(
        Object.entries(resource)
          .reverse()
          .map(([type, bodies]) => [type, Object.fromEntries(Object.entries(bodies).reverse())]),
      ),
    };
    const [one, other] = [packOf({ resource }), packOf(turned)];
    for (const name of ['security-rules.json', 'private-names.json', 'roles.json', 'acknowledgements.json']) {
      expect([name, other.get(name)]).toEqual([name, one.get(name)]);
    }
  });
});
