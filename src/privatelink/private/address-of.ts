import { PrivateEndpoint } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { Fn, Token } from 'cdktf';

/**
 * The address for one host name of an endpoint with several addresses, of which `private_ip_address` is any one. Azure
 * lists names and addresses in the zone group, where there is one, and else in the endpoint itself.
 *
 * @see https://learn.microsoft.com/azure/container-registry/container-registry-private-link#dns-configuration
 */
export function addressOf(endpoint: PrivateEndpoint, hostname: string): string {
  const each = (attribute: string) =>
    Fn.concat(
      ['custom_dns_configs[*]', 'private_dns_zone_configs[*].record_sets[*]'].map((list) =>
        Fn.flatten(Token.asList(endpoint.interpolationForAttribute(`${list}.${attribute}`))),
      ),
    );
  const publicNames = Fn.lower(Fn.replace(Fn.join(',', each('fqdn')), '.privatelink.', '.'));
  const index = Fn.index(Fn.split(',', publicNames), Fn.lower(hostname));
  return Token.asString(Fn.element(each('ip_addresses'), Token.asNumber(index)));
}
