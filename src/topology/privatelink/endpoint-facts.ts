import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { Subnets } from '../network/subnets';
import { isOn } from '../values';

/** The subnet of a private endpoint. */
export function subnetOf(endpoint: ModelResource, subnets: Subnets): Target {
  return subnets.target(endpoint.at('subnet_id'));
}

/** Whether the owner of the target has to approve a private endpoint. */
export function needsApproval(endpoint: ModelResource): Certainty {
  return isOn(endpoint.at('private_service_connection.is_manual_connection'), false);
}
