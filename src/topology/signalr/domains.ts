import { ModelResource } from '../../model/model-resource';
import { Value } from '../values';

/** The host name of a custom domain of a SignalR service. */
export function domainNameOf(domain: ModelResource): Value {
  return domain.at('domain_name');
}
