import { ModelResource } from '../../model/model-resource';
import { Value } from '../values';

export const CERTIFICATE = 'azurerm_signalr_service_custom_certificate';
export const DOMAIN = 'azurerm_signalr_service_custom_domain';

/** The host name of a custom domain of a SignalR service. */
export function domainNameOf(domain: ModelResource): Value {
  return domain.at('domain_name');
}
