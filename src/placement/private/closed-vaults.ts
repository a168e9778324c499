import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { SIGNALR } from '../../topology/signalr/connections';
import { Topology } from '../../topology/topology';
import { isOn } from '../../topology/values';
import { Finding, findingOf } from '../finding';

/**
 * A service reads certificates and secrets over a shared private link where the vault is closed to the public network:
 * Azure gives up on a certificate after minutes, and calls no upstream without its secret. A vault that lets trusted
 * services of Microsoft pass is left to Azure, whose list of them grows.
 *
 * @see https://learn.microsoft.com/azure/azure-signalr/howto-custom-domain#add-a-custom-certificate
 * @see https://learn.microsoft.com/azure/key-vault/general/overview-vnet-service-endpoints#trusted-services
 */
export function closedVaultFindings(topology: Topology): Finding[] {
  return topology.model.resources('azurerm_key_vault').flatMap((vault) => {
    if (!isClosed(vault).isYes || topology.vaults.links.doubtOf(vault.path)) return [];
    return topology.vaults
      .readersOf(vault)
      .filter((service) => service.type === SIGNALR && service.presence.isYes && !mayBeLinked(topology, service, vault))
      .map((service) => {
        const message = `${service.path} reads from ${vault.path}, which is closed to the public network, and no shared private link connects to it; add one with addSharedPrivateLink(...)`;
        return findingOf('signalr/vault-unreachable', message, service);
      });
  });
}

/**
 * App Service reads certificates of apps as a service that vaults trust, or over the public network; it has no way
 * through a private endpoint.
 *
 * @see https://learn.microsoft.com/azure/app-service/configure-ssl-certificate#authorize-app-service-to-read-from-the-vault
 */
export function closedCertificateVaultFindings({ model }: Topology): Finding[] {
  return model.resources('azurerm_app_service_certificate').flatMap((certificate) => {
    const { resource: vault } = model.target(certificate.at('key_vault_id'), 'azurerm_key_vault');
    if (!vault || !certificate.presence.isYes || !isClosed(vault).isYes) return [];
    const message = `App Service reads ${certificate.path} from ${vault.path}, which lets neither the public network nor trusted services in; give the vault allowTrustedServices`;
    return [findingOf('appservice/vault-unreachable', message, certificate)];
  });
}

function isClosed(vault: ModelResource): Certainty {
  const bypass = vault.at('network_acls.bypass');
  return Certainty.all([
    vault.presence,
    isOn(vault.at('public_network_access_enabled'), true).not,
    bypass.isUnknown ? Certainty.maybe(bypass.decidedBy) : Certainty.of(bypass.is('None')),
  ]);
}

/** Reports whether a link to the vault belongs to the service, or is not known to belong to another one. */
function mayBeLinked({ vaults, services }: Topology, service: ModelResource, vault: ModelResource): boolean {
  return vaults.links.to(vault.path).some((link) => {
    const { resource, isUnknown } = services.ofPart(link);
    return isUnknown || resource === service;
  });
}
