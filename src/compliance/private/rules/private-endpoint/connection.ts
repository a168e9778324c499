import { ModelResource } from '../../../../model/model-resource';
import { LinkKind } from '../../../../topology/privatelink/link-kind';
import { Block } from '../../../../topology/values';
import { ComplianceStatus } from '../../../compliance-status';
import { ControlBaseline } from '../../../control-status';
import { RuleVerdict } from '../../rule';

/** Target of a private endpoint. */
interface Connection {
  readonly block: Block;
  readonly kind: LinkKind;
  /** Names of the sub-resources; `undefined` for what only Terraform knows. */
  readonly names: readonly (string | undefined)[] | undefined;
}

/** The connection of a private endpoint, or why nothing can be said of it. */
export function connectionOf(endpoint: ModelResource): Connection | RuleVerdict {
  const block = endpoint.blocks('private_service_connection')?.[0];
  if (!block) return RuleVerdict.unknown('private_service_connection is not known');
  const target = block.at('private_connection_resource_id');
  const kind = LinkKind.of(target);
  if (kind) {
    const names = block.at('subresource_names').elements?.map(({ knownText }) => knownText);
    return { block, kind, names };
  }
  if (target.isAbsent || target.resource || target.knownText !== undefined) {
    return RuleVerdict.notApplicable('it connects to no service that the rules judge');
  }
  return RuleVerdict.unknown('what the endpoint connects to is not known');
}

/** The baselines that an endpoint belongs to: that of its target, or all where it is not known what that is. */
export function baselinesOfEndpoint(endpoint: ModelResource): readonly ControlBaseline[] {
  const connection = connectionOf(endpoint);
  if (connection instanceof RuleVerdict) {
    return connection.status === ComplianceStatus.UNKNOWN ? Object.values(ControlBaseline) : [];
  }
  if (connection.kind === LinkKind.SIGNALR) return [ControlBaseline.SIGNALR_SERVICE];
  return connection.kind === LinkKind.SITES ? [ControlBaseline.APP_SERVICE] : [];
}
