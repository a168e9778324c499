import { Certainty } from '../../../core/internal/certainty';
import { PrivateLinkZone } from '../../../dns/values/private-link-zone';
import { ModelResource } from '../../../model/model-resource';
import { AppDnsServers } from '../../../topology/apps/hosts';
import { RecordedEndpoint } from '../../../topology/dns/registration';
import { Sender } from '../network/sender';

/** Client that asks, in a network. */
export interface Asker extends Sender {
  /** Key of the virtual network. */
  readonly network: string;
  /** DNS servers that settings of an app name. */
  readonly dnsServers?: AppDnsServers;
  /** States whether the query has come to an inbound endpoint of a resolver already, from outside of Azure. */
  readonly isInbound?: boolean;
}

/** Question of a client for the name of a resource. */
export interface Question {
  /** Key of the service, as `Target.key`. */
  readonly service: string;
  /** Host name as far as it is known, such as `chat.service.signalr.net`; `undefined` where only Terraform knows it. */
  readonly hostname?: string;
  /** The private link zone of the service's kind. */
  readonly zone: Pick<PrivateLinkZone, 'nameIn' | 'hostIn'>;
  /** Client that asks; `undefined` for the internet. */
  readonly asker?: Asker;
  /** The private endpoints of the service that the tree has. */
  readonly endpoints: readonly ModelResource[];
  /** States whether the service may have private endpoints that the tree does not define, as an existing one may. */
  readonly mayHaveOthers: boolean;
}

/** Something that is called by a name of Azure, with the private endpoints that it has. */
export type PrivateTarget = Omit<Question, 'asker'>;

/** The question whose answer is the record of a private endpoint, whatever service is behind it. */
export function recordQuestion({ endpoint, record, zone }: RecordedEndpoint, network: string): Question {
  const zoneName = zone?.name ?? '';
  const domain = zoneName.replace(/^privatelink\./, '');
  const label = record?.name;
  return {
    service: record?.at('name').resource?.path ?? endpoint.path,
    hostname: label && `${label}.${domain}`,
    zone: { nameIn: () => zoneName, hostIn: () => domain },
    asker: { label: network, network, routesAll: Certainty.YES },
    endpoints: [endpoint],
    mayHaveOthers: false,
  };
}
