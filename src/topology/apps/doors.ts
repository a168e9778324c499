import { AppsByHost } from './apps-by-host';
import { addTo } from '../../core/internal/add-to';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { LinkKind } from '../privatelink/link-kind';
import { Referrers } from '../referrers';

const ORIGIN = 'azurerm_cdn_frontdoor_origin';
const ENDPOINT = 'azurerm_private_endpoint';
const CONNECTION = 'private_service_connection';

/** The ways to apps that are meant to be the only ones. */
export class Doors {
  /** The private endpoints of apps; those of slots are for the slots. */
  public readonly endpoints: Referrers;
  private readonly byApp = new Map<string, ModelResource[]>();

  public constructor(model: TerraformModel, appsByHost: AppsByHost) {
    for (const origin of model.resources(ORIGIN)) {
      const app = appsByHost.find(origin.place.stack, origin.at('host_name').text);
      if (app) addTo(this.byApp, app.path, origin);
    }
    this.endpoints = new Referrers(
      model.resources(ENDPOINT).filter(maySuitApps),
      (endpoint) => LinkKind.SITES.target(model, endpoint.at(`${CONNECTION}.private_connection_resource_id`)),
      (path) => `where ${path} leads to`,
    );
  }

  /** The origins of Azure Front Door that an app is. */
  public originsOf(app: ModelResource): readonly ModelResource[] {
    return this.byApp.get(app.path) ?? [];
  }
}

/** Whether an endpoint may lead to an app itself, by the sub-resource that it names. */
function maySuitApps(endpoint: ModelResource): boolean {
  const names = endpoint.at(`${CONNECTION}.subresource_names`).elements ?? [];
  return names.length === 0 || names.some(({ isUnknown, text }) => isUnknown || /^sites$/i.test(text));
}
