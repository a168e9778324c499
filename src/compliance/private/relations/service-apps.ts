import { LinkKind } from './link-kind';
import { Upstream } from './upstreams';
import { settingsOf } from './web-apps';
import { ModelResource } from '../../../model/model-resource';
import { TerraformModel } from '../../../model/terraform-model';

const APP_HOST = /^([^.]+)\.(azurewebsites\.net|azurewebsites\.us|chinacloudsites\.cn)$/i;

/** The apps of a tree by their names. */
export function appsByName(model: TerraformModel): Map<string | undefined, ModelResource> {
  return new Map(LinkKind.SITES.resources(model).map((app) => [app.name?.toLowerCase(), app]));
}

/** Name of the app that a host name of App Service belongs to. */
export function appNameOf(host: string): string | undefined {
  return APP_HOST.exec(host)?.[1].toLowerCase();
}

/** The app that an upstream leads to, where the tree has it. */
export function appOf(upstream: Upstream, byName: Map<string | undefined, ModelResource>): ModelResource | undefined {
  const { host } = upstream;
  if (host?.startsWith('${')) {
    return upstream.named.find((resource) => LinkKind.SITES.types.includes(resource.type));
  }
  const name = host && appNameOf(host);
  return name ? byName.get(name) : undefined;
}

/** The apps, and slots of apps, whose settings refer to a SignalR service, by the path of the service. */
export function appsOfServices(model: TerraformModel): Map<string, Set<ModelResource>> {
  const slots = LinkKind.SITES.types.map((type) => `${type}_slot`);
  const apps = new Map<string, Set<ModelResource>>();
  for (const app of [...LinkKind.SITES.resources(model), ...model.resources(...slots)]) {
    for (const service of servicesNamedBy(app)) {
      const users = apps.get(service.path);
      if (users) users.add(app);
      else apps.set(service.path, new Set([app]));
    }
  }
  return apps;
}

function servicesNamedBy(app: ModelResource): ModelResource[] {
  return (settingsOf(app) ?? [])
    .flatMap(({ value }) => value.links.map(({ resource }) => resource))
    .filter((resource) => resource.isManaged && LinkKind.SIGNALR.types.includes(resource.type));
}
