import { APPS_AND_SLOTS } from './app-types';
import { Apps } from './apps';
import { AppsByHost, nameIn } from './apps-by-host';
import { ModelResource } from '../../model/model-resource';
import { Target } from '../../model/target';
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
  /** The origins of Azure Front Door that are apps. */
  public readonly origins: Referrers;

  public constructor(model: TerraformModel, apps: Apps, appsByHost: AppsByHost) {
    const unnamed = apps.all.filter((app) => apps.hostLabelOf(app) === undefined);
    this.origins = new Referrers(
      model.resources(ORIGIN),
      (origin) => targetOf(origin, appsByHost, unnamed),
      (path) => `which host ${path} calls`,
    );
    this.endpoints = new Referrers(
      model.resources(ENDPOINT).filter(maySuitApps),
      (endpoint) => LinkKind.SITES.target(model, endpoint.at(`${CONNECTION}.private_connection_resource_id`)),
      (path) => `what ${path} connects to`,
    );
  }
}

/** The app of an origin; `undefined` for other origins. */
function targetOf(
  origin: ModelResource,
  appsByHost: AppsByHost,
  unnamed: readonly ModelResource[],
): Target | undefined {
  const host = origin.at('host_name');
  const app = appsByHost.find(origin.place.stack, host.text);
  if (app) return Target.resource(app);
  const isOfOthers =
    host.links.length > 0 && host.links.every(({ resource }) => !APPS_AND_SLOTS.includes(resource.type));
  if (host.isUnknown) return isOfOthers ? undefined : Target.decidedBy(host.decidedBy);
  if (unnamed.length === 0 || nameIn(host.text) === undefined) return undefined;
  return Target.unknown(`the name of ${unnamed[0].path} is only known when Terraform runs`, unnamed);
}

/** Reports whether an endpoint may connect to an app itself, by the sub-resource that it names. */
function maySuitApps(endpoint: ModelResource): boolean {
  const names = endpoint.at(`${CONNECTION}.subresource_names`).elements ?? [];
  return names.length === 0 || names.some(({ isUnknown, text }) => isUnknown || /^sites$/i.test(text));
}
