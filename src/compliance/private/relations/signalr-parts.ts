import { LinkKind } from './link-kind';
import { Referrers } from './referrers';
import { isOn } from './values';
import { ModelResource } from '../../../model/model-resource';
import { Target } from '../../../model/target';
import { TerraformModel } from '../../../model/terraform-model';

/** The access control lists of SignalR services. */
export function networkAcls(model: TerraformModel): Referrers {
  return partsOf(model, 'azurerm_signalr_service_network_acl');
}

/** The custom certificates of SignalR services. */
export function customCertificates(model: TerraformModel): Referrers {
  return partsOf(model, 'azurerm_signalr_service_custom_certificate');
}

/** The shared private links of SignalR services. */
export function sharedPrivateLinks(model: TerraformModel): Referrers {
  return partsOf(model, 'azurerm_signalr_shared_private_link_resource');
}

/** The private endpoints of SignalR services. */
export function signalrEndpoints(model: TerraformModel): Referrers {
  const endpoints = model.resources('azurerm_private_endpoint').filter(maySuitSignalr);
  return new Referrers(endpoints, (endpoint) =>
    LinkKind.SIGNALR.target(model, endpoint.at('private_service_connection.private_connection_resource_id')),
  );
}

/** The SignalR service that a part belongs to. */
export function serviceOf(model: TerraformModel, part: ModelResource): Target {
  return LinkKind.SIGNALR.target(model, part.at('signalr_service_id')) ?? Target.unknown();
}

/** The same, where the tree defines it: what a data source tells lacks most settings. */
export function definedServiceOf(model: TerraformModel, part: ModelResource): ModelResource | undefined {
  const { resource } = serviceOf(model, part);
  return resource?.isManaged ? resource : undefined;
}

/** Whether a service answers on the public network at all; `undefined` where that is not known. */
export function takesPublicTraffic(service: ModelResource): boolean | undefined {
  return isOn(service.at('public_network_access_enabled'), true);
}

function partsOf(model: TerraformModel, type: string): Referrers {
  return new Referrers(model.resources(type), (part) => serviceOf(model, part));
}

/** An endpoint whose target is not known at synth is none of a SignalR service if its sub-resource is another one. */
function maySuitSignalr(endpoint: ModelResource): boolean {
  const names = endpoint.at('private_service_connection.subresource_names').elements ?? [];
  return names.length === 0 || names.some((name) => name.isUnknown || LinkKind.SIGNALR.has(name.text));
}
