import { AzureCloud } from '../../core/azure-cloud';
import { Certainty } from '../../core/internal/certainty';
import { PrivateLinkZone } from '../../dns/values/private-link-zone';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { configurationTraffic } from '../apps/configuration-routing';
import { Assignment } from '../identity/assignment';
import { holdsRole } from '../identity/grants';
import { IDENTITY, Principals, principalsOf } from '../identity/principals';
import { roleOf } from '../identity/roles';
import { Scope } from '../identity/scope';
import { endpointsTo } from '../privatelink/endpoint-facts';
import { Referrers } from '../referrers';
import { isOn, Value } from '../values';

/** The type of container registries. */
export const REGISTRY = 'azurerm_container_registry';

/** Attribute that opens a registry to the public network. */
export const PUBLIC_ACCESS = 'public_network_access_enabled';

/** By what App Service signs in with an identity of the app. */
export const BY_IDENTITY = 'site_config.container_registry_use_managed_identity';

/** The client id of the identity, where it is not the system-assigned one. */
const CLIENT = 'site_config.container_registry_managed_identity_client_id';

const STACK = 'site_config.application_stack';
const SCHEME = /^https?:\/\//i;
const HOST = /^(?:https?:\/\/)?([a-z0-9]+)\.azurecr\.(?:io|us|cn)(?=\/|$)/i;
const HOSTS = [`${STACK}.docker_registry_url`, `${STACK}.docker.registry_url`];

/**
 * Built-in roles that pull images, by id and name.
 *
 * @see https://learn.microsoft.com/azure/container-registry/container-registry-rbac-built-in-roles-overview
 */
const PULLERS = new Set([
  '7f951dda-4ed3-4680-a7ca-43fe172d538d',
  'acrpull',
  '8311e382-0749-4cb8-b61a-304f252e45ec',
  'acrpush',
  'owner',
  'contributor',
  'reader',
  'b93aa761-3e63-49ed-ac28-beffa264f7ac',
  'container registry repository reader',
  '2a1e307c-b015-4ebd-883e-5b7698a07328',
  'container registry repository writer',
]);

/** Roles of other services, which this library assigns. */
const NO_PULLERS =
  /^(?:signalr|storage |key vault |monitoring |user access administrator|role based access control|4633458b-17de-408a-b874-0445c86b69e6|3913510d-42f4-4e42-8a64-420c390055eb|b7e6dc6d-f1e8-4753-8033-0f276bb0955b|974c5e8b-45b9-4653-ba55-5f855dd0fb88|0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3)/;

/** The image that an app runs. */
export interface AppImage {
  /** Reports whether the app runs an image. */
  readonly isThere: Certainty;
  /** Address of its registry. */
  readonly host: Value;
  /** The registry, where the configuration defines it or looks it up. */
  readonly registry?: ModelResource;
  /** A registry that may be it, because its name is not known. */
  readonly mayBeIn?: ModelResource;
  /** Reports whether App Service signs in to the registry with an identity of the app. */
  readonly isByIdentity: Certainty;
}

/** The container registries of a configuration, and their private endpoints. */
export class Registries {
  /** The private endpoints of registries. */
  public readonly endpoints: Referrers;

  public constructor(private readonly model: TerraformModel) {
    this.endpoints = endpointsTo(REGISTRY, model);
  }

  /** The image that an app runs. */
  public imageOf(app: ModelResource): AppImage {
    const image = configurationTraffic(app).find(({ kind }) => kind === 'Image');
    const hosts = HOSTS.map((path) => app.at(path));
    const host = hosts.find(({ isAbsent }) => !isAbsent) ?? hosts[0];
    const isByIdentity = isOn(app.at(BY_IDENTITY), false);
    const registry = this.registryAt(host);
    const mayBeIn =
      registry || labelIn(host) === undefined ? undefined : this.all.find(({ name }) => name === undefined);
    return { isThere: image?.isThere ?? Certainty.NO, host, registry, mayBeIn, isByIdentity };
  }

  /** The private endpoints of a registry: of one that is looked up, those to the same id. */
  public endpointsOf(registry: ModelResource): readonly ModelResource[] {
    return this.endpoints.to(registry.path);
  }

  /** Reports whether a registry is reached over the public network; what is looked up does not say so. */
  public isPublic(registry: ModelResource): Certainty {
    if (!registry.isManaged) return Certainty.maybe(`the configuration does not define ${registry.path}`);
    return isOn(registry.at(PUBLIC_ACCESS), true);
  }

  /**
   * The host of a registry: as an app names it, or else in the cloud of the endpoints, which are in that of their
   * target.
   */
  public hostnameOf(registry: ModelResource, host: Value): string | undefined {
    const { name } = registry;
    if (labelIn(host) !== undefined) return host.text.replace(SCHEME, '').split('/')[0].toLowerCase();
    const parts = [registry, ...this.endpointsOf(registry)];
    const [location] = parts.flatMap((part) => part.at('location').knownText ?? []);
    const cloud = location === undefined ? AzureCloud.PUBLIC : AzureCloud.ofLocation(location);
    return name && `${name.toLowerCase()}.${PrivateLinkZone.CONTAINER_REGISTRY.hostIn(cloud)}`;
  }

  private get all(): ModelResource[] {
    return [...this.model.resources(REGISTRY), ...this.model.dataSources(REGISTRY)];
  }

  private registryAt(host: Value): ModelResource | undefined {
    const linked = host.links.find(({ resource }) => resource.type === REGISTRY);
    if (linked) return linked.resource;
    const label = labelIn(host);
    return label === undefined ? undefined : this.all.find(({ name }) => name?.toLowerCase() === label);
  }
}

/** The name of the registry in an address, where the address is of one in Azure. */
function labelIn({ text }: Value): string | undefined {
  return HOST.exec(text)?.[1].toLowerCase();
}

/** Reports whether an app may pull images of a registry with an identity that it has. */
export function mayPull(app: ModelResource, registry: ModelResource, model: TerraformModel): Certainty {
  return holdsRole(pullerOf(app, model), model, (assignment) =>
    Certainty.all([holdsIt(assignment, registry, model), pulls(assignment)]),
  );
}

function holdsIt(assignment: Assignment, registry: ModelResource, model: TerraformModel): Certainty {
  const covers = Scope.of(assignment, assignment.at('scope'), model).covers(registry);
  return covers.isMaybe ? Certainty.maybe(`whether the scope of ${assignment.path} holds it is not known`) : covers;
}

/**
 * The identity of an app with which App Service pulls: the system-assigned one, unless another one is named.
 *
 * @see https://learn.microsoft.com/azure/app-service/configure-custom-container#use-managed-identity-to-pull-image-from-azure-container-registry
 */
function pullerOf(app: ModelResource, model: TerraformModel): Principals {
  const all = principalsOf(app, model);
  const client = app.at(CLIENT);
  if (client.isAbsent) {
    const isKnown = !app.at('identity.type').isUnknown;
    return { keys: new Set([...all.keys].filter((key) => key === app.path)), allKnown: isKnown };
  }
  return client.resource?.type === IDENTITY ? { keys: new Set([client.resource.path]), allKnown: true } : all;
}

function pulls(assignment: Assignment): Certainty {
  const key = roleOf(assignment).name?.toLowerCase();
  if (key !== undefined && PULLERS.has(key)) return Certainty.YES;
  if (key !== undefined && NO_PULLERS.test(key)) return Certainty.NO;
  return Certainty.maybe(`whether the role of ${assignment.path} pulls images is not known`);
}
