import { Topology } from '../../topology/topology';
import { Finding, findingOf } from '../finding';

/**
 * App Service joins no network with IPv6 ranges.
 *
 * @see https://github.com/MicrosoftDocs/azure-docs/issues/76919
 */
export function ipv6Findings({ apps, integrations, subnets, networks }: Topology): Finding[] {
  return apps.all.flatMap((app) => {
    const subnet = integrations.subnetOf(app.path);
    const network = subnet && subnets.networkOf(subnet);
    const range = network === undefined ? undefined : networks.ipv6In(network);
    if (range === undefined || !app.presence.isYes) return [];
    const message = `the app ${app.path} joins ${networks.label(network!)}, which has the IPv6 range ${range}, and App Service supports networks with IPv4 only; use another network, or remove the range`;
    return [findingOf('appservice/ipv6-network', message, app)];
  });
}
