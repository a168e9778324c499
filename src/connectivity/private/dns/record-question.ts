import { Question } from './question';
import { Certainty } from '../../../core/internal/certainty';
import { RecordedEndpoint } from '../../../topology/dns/registration';

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
