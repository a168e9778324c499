import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { Subnets } from '../network/subnets';
import { Referrers } from '../referrers';
import { isOn } from '../values';

const ENDPOINT = 'azurerm_private_endpoint';

/** The private endpoints of all resources of a type. */
export function endpointsTo(type: string, model: TerraformModel): Referrers {
  return leadingTo(type, model, ENDPOINT, 'private_service_connection.private_connection_resource_id');
}

/** Resources that refer to those of a type, by the attribute with their id. */
export function leadingTo(type: string, model: TerraformModel, from: string, attribute: string): Referrers {
  return new Referrers(
    model.resources(from),
    (resource) => {
      const id = resource.at(attribute);
      const isElsewhere = id.isAbsent || (id.resource && id.resource.type !== type);
      return isElsewhere ? undefined : model.target(id, type);
    },
    (path) => `what ${path} connects to`,
  );
}

/** The subnet of a private endpoint. */
export function subnetOf(endpoint: ModelResource, subnets: Subnets): Target {
  return subnets.target(endpoint.at('subnet_id'));
}

/** Reports whether the owner of the target has to approve a private endpoint. */
export function needsApproval(endpoint: ModelResource): Certainty {
  return isOn(endpoint.at('private_service_connection.is_manual_connection'), true);
}
