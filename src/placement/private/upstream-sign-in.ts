import { ModelResource } from '../../model/model-resource';
import { acceptsAudience, authenticationOf, isExempt } from '../../topology/apps/authentication';
import { isServerless, Upstream, upstreamsOf } from '../../topology/signalr/upstream';
import { Topology } from '../../topology/topology';
import { Finding, findingOf } from '../finding';

/**
 * App Service asks for a token before an event of a SignalR service reaches the code, also for the trigger of a
 * function app, whose key does not count there.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-use-managed-identity#use-a-managed-identity-in-serverless-scenarios
 * @see https://github.com/Azure/azure-functions-microsoftgraph-extension/issues/36
 */
export function upstreamSignInFindings(topology: Topology): Finding[] {
  return topology.model
    .resources('azurerm_signalr_service')
    .filter((service) => !isServerless(service).isNo && service.presence.isYes)
    .flatMap((service) =>
      (upstreamsOf(service) ?? []).flatMap((upstream) => {
        const app = upstream.host && topology.appsByHost.find(service.place.stack, upstream.host);
        const reason = app && app.presence.isYes && refusal(topology, app, upstream);
        return reason
          ? [findingOf('signalr/upstream-sign-in', messageOf(service, upstream, reason), service, app)]
          : [];
      }),
    );
}

/** Reason why an app denies the calls of a service; `undefined` where the app may allow them. */
function refusal(
  { model }: Topology,
  app: ModelResource,
  { path, audience, hasAudience }: Upstream,
): string | undefined {
  const asksForToken = authenticationOf(app, model).refusesAnonymous;
  if (!asksForToken.isYes || !isExempt(app, path).isNo) return undefined;
  if (hasAudience.isNo) return `without a token, and authentication of ${app.path} requires one`;
  if (!acceptsAudience(app, audience).isNo) return undefined;
  return `with a token for ${audience.text}, which authentication of ${app.path} does not accept`;
}

function messageOf({ path }: ModelResource, upstream: Upstream, reason: string): string {
  return `upstream ${upstream.index} of ${path} calls ${reason}; give the client id of the app registration as audience of the upstream, or exclude ${upstream.path} from authentication`;
}
