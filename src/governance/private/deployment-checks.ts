import { PolicyCheck } from './policy-check';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { registrationOf } from '../../topology/dns/registration';
import { Topology } from '../../topology/topology';
import { isGiven, lists } from '../../topology/values';

/** A policy that gives services without a private endpoint one. */
export const ENDPOINT_DEPLOYED: PolicyCheck = {
  fix: 'Define an endpoint with addPrivateEndpoint.',
  judge: (resource, model) => {
    const { services } = Topology.of(model);
    const service = services.all.find((each) => each.resource === resource);
    const reason =
      'no private endpoint connects to the service, and its access control list does not name the one that the policy deploys';
    return { isBroken: service ? services.hasEndpoint(service).not : Certainty.NO, reason };
  },
};

/** A policy that sends logs of services to a workspace, whatever settings they have. */
export const LOGS_DEPLOYED: PolicyCheck = {
  fix: 'Leave logs to the policy with LogDestination.managedByPolicy().',
  judge: (resource, model) => {
    const toWorkspace = Topology.of(model)
      .logSettings.to(resource.path)
      .map((setting) => isGiven(setting.at('log_analytics_workspace_id')));
    const reason =
      'its own diagnostic setting sends logs to a workspace; Azure rejects a second setting for the same workspace, and with another one the logs are stored twice';
    return { isBroken: Certainty.any(toWorkspace), reason };
  },
};

/** A policy that attaches a zone to private endpoints for a subresource. */
export function zoneAttached(subresource: string): PolicyCheck {
  return {
    fix: 'Use DnsIntegration.managedByPolicy().',
    judge: (endpoint, model) => {
      const { zones, hasUnknownZones, isByPolicy } = registrationOf(endpoint, Topology.of(model).zones);
      const lacksZone = Certainty.of(zones.length === 0 && !hasUnknownZones && !isByPolicy);
      const isMeant = leadsTo(endpoint, subresource);
      const reason = 'Terraform removes the zone group that the policy attaches, since the endpoint has none here';
      return { isBroken: Certainty.all([lacksZone, isMeant]), reason };
    },
  };
}

function leadsTo(endpoint: ModelResource, subresource: string): Certainty {
  return lists(endpoint.at('private_service_connection.subresource_names'), subresource);
}
