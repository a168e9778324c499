import { Referrers } from './referrers';
import { SIGNALR } from './signalr-connections';
import { targetOf } from './targets';
import { Value } from './values';
import { ModelResource } from '../../../model/model-resource';
import { TerraformModel } from '../../../model/terraform-model';

const VAULT = ['azurerm_key_vault'];
const VAULT_HOST = /https:\/\/([a-z0-9-]+)\.vault\./gi;

/** The private endpoints of vaults. */
export function endpointsOfVaults(model: TerraformModel): Referrers {
  return Referrers.by(
    'private_service_connection.private_connection_resource_id',
    model.resources('azurerm_private_endpoint'),
    model,
    VAULT,
  );
}

/** The shared private links that lead to vaults. */
export function sharedLinksOfVaults(model: TerraformModel): Referrers {
  return Referrers.by(
    'target_resource_id',
    model.resources('azurerm_signalr_shared_private_link_resource'),
    model,
    VAULT,
  );
}

/** The SignalR services that read from vaults, by the path of the vault. */
export function servicesOfVaults(model: TerraformModel): ReadonlyMap<string, ReadonlySet<ModelResource>> {
  const byName = new Map(model.resources(...VAULT).map((vault) => [vault.name?.toLowerCase(), vault]));
  const found = new Map<string, Set<ModelResource>>();
  const add = (service: ModelResource | undefined, vault: ModelResource | undefined) => {
    if (!service || !vault) return;
    if (!found.get(vault.path)?.add(service)) found.set(vault.path, new Set([service]));
  };
  const vaultsIn = (value: Value) => [
    ...value.links.flatMap(({ resource }) => vaultOf(resource, model) ?? []),
    ...[...value.text.matchAll(VAULT_HOST)].flatMap(([, name]) => byName.get(name.toLowerCase()) ?? []),
  ];
  for (const service of model.resources(SIGNALR)) {
    for (const upstream of service.blocks('upstream_endpoint') ?? []) {
      vaultsIn(upstream.at('url_template')).forEach((vault) => add(service, vault));
    }
  }
  for (const certificate of model.resources('azurerm_signalr_service_custom_certificate')) {
    const service = targetOf(model, certificate.at('signalr_service_id'), [SIGNALR]).resource;
    vaultsIn(certificate.at('custom_certificate_id')).forEach((vault) => add(service, vault));
  }
  return found;
}

/** A vault, or that of a secret or certificate. */
function vaultOf(resource: ModelResource, model: TerraformModel): ModelResource | undefined {
  if (VAULT.includes(resource.type)) return resource;
  return targetOf(model, resource.at('key_vault_id'), VAULT).resource;
}
