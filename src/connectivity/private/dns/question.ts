import { PrivateLinkZone } from '../../../dns';
import { ModelResource } from '../../../model/model-resource';
import { ModelValue } from '../../../model/model-value';

/** Who asks for the name of what. */
export interface Question {
  /** Key of the service, as `Target.key`. */
  readonly service: string;
  /** Host name as far as it is known, such as `chat.service.signalr.net`; `undefined` where only Terraform knows it. */
  readonly hostname?: string;
  /** The private link zone of the service's kind. */
  readonly zone: Pick<PrivateLinkZone, 'nameIn' | 'hostIn'>;
  /** Key of the virtual network that asks, as `Target.key`; `undefined` for the internet. */
  readonly network?: string;
  /** DNS servers that the asker uses in place of its network's, such as an app's setting `WEBSITE_DNS_SERVER`. */
  readonly dnsServers?: ModelValue<ModelResource>;
  /** The private endpoints of the service that the tree has. */
  readonly endpoints: readonly ModelResource[];
  /** Whether the service may have private endpoints that the tree does not define, as an existing one may. */
  readonly mayHaveOthers: boolean;
}
