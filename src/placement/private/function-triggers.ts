import { ModelResource } from '../../model/model-resource';
import { nameIn } from '../../topology/apps/apps-by-host';
import { isServerless, Upstream, upstreamsOf } from '../../topology/signalr/upstream';
import { Topology } from '../../topology/topology';
import { Finding, findingOf } from '../finding';

/**
 * The SignalR trigger of a function app takes the system key of its extension, and nothing in its place: it answers 401
 * without one, and 403 to an identity alone. What is before an app, such as a gateway, may add the key.
 *
 * @see https://github.com/Azure/azure-functions-signalrservice-extension/issues/236
 * @see https://github.com/Azure/azure-functions-signalrservice-extension/issues/294
 * @see https://github.com/Azure/Azure-Functions/issues/2531
 */
export function functionTriggerFindings(topology: Topology): Finding[] {
  return topology.model
    .resources('azurerm_signalr_service')
    .filter((service) => !isServerless(service).isNo && service.presence.isYes)
    .flatMap((service) =>
      (upstreamsOf(service) ?? [])
        .filter((upstream) => upstream.lacksTriggerKey && isApp(topology, service, upstream))
        .map((upstream) => findingOf('signalr/upstream-trigger-key', messageOf(service, upstream), service)),
    );
}

function isApp({ appsByHost }: Topology, { place }: ModelResource, { host }: Upstream): boolean {
  return host !== undefined && (nameIn(host) !== undefined || appsByHost.find(place.stack, host) !== undefined);
}

function messageOf({ path }: ModelResource, { index, hasAudience }: Upstream): string {
  const answer = hasAudience.isYes ? 'answers 403 to an identity alone' : 'answers 401 without it';
  return `upstream ${index} of ${path} calls the SignalR trigger of a function app without its system key, and the trigger ${answer}; use UpstreamUrl.functionApp(hostname, key) with the key signalr_extension in a Key Vault`;
}
