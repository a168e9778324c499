import { newApp } from './app';
import { add } from './plain-azurerm';
import { addClosedStores } from './stores';
import { AppHost, AppNetwork, appservice, network, signalr } from '../../src';

/** What the examples do not show: nothing over the internet, a second worker, a secret with its dates, Azure's DNS, closed stores. */
export function newIsolatedChat() {
  const { stack } = newApp({
    networkAccess: signalr.NetworkAccess.privateOnly(),
    host: AppHost.linuxWebApp({
      accessRestrictions: appservice.AccessRestrictions.privateEndpointOnly(),
      appSettings: { WEBSITE_DNS_SERVER: '168.63.129.16' },
    }),
    network: AppNetwork.define({
      integrationRules: [
        network.SecurityRule.deny({
          name: 'DenyInternetOutbound',
          direction: network.RuleDirection.OUTBOUND,
          priority: 4000,
          protocol: network.RuleProtocol.ANY,
          destination: network.RuleAddress.serviceTag('Internet'),
        }),
      ],
    }),
  });
  add(stack, 'azurerm_service_plan', 'Plan', { sku_name: 'P1v3', worker_count: 2, zone_balancing_enabled: true });
  add(stack, 'random_password', 'Password', { length: 32 });
  add(stack, 'azurerm_key_vault_secret', 'Secret', {
    value_wo: '${random_password.Password.result}',
    content_type: 'text/plain',
    expiration_date: '2099-12-31T00:00:00Z',
  });
  addClosedStores(stack);
  return stack;
}
