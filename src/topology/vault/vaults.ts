import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { endpointsTo, leadingTo } from '../privatelink/endpoint-facts';
import { Referrers } from '../referrers';
import { SIGNALR } from '../signalr/connections';
import { Value } from '../values';

const VAULT = 'azurerm_key_vault';
const VAULT_HOST = /https:\/\/([a-z0-9-]+)\.vault\./gi;

/** Private endpoints and links of Key Vaults. */
export class Vaults {
  /** The private endpoints of vaults. */
  public readonly endpoints: Referrers;
  /** The shared private links of SignalR services to vaults. */
  public readonly links: Referrers;

  private readonly byName: ReadonlyMap<string | undefined, ModelResource>;
  private readonly readers = new Map<string, Set<ModelResource>>();
  private readonly openParts: ModelResource[] = [];

  public constructor(private readonly model: TerraformModel) {
    this.endpoints = endpointsTo(VAULT, model);
    this.links = leadingTo(VAULT, model, 'azurerm_signalr_shared_private_link_resource', 'target_resource_id');
    this.byName = new Map(model.resources(VAULT).map((vault) => [vault.name?.toLowerCase(), vault]));
    for (const service of model.resources(SIGNALR)) {
      const blocks = service.blocks('upstream_endpoint') ?? [];
      blocks.forEach((upstream) => this.addReader(service, upstream.at('url_template')));
    }
    for (const certificate of model.resources('azurerm_signalr_service_custom_certificate')) {
      const { resource: service, isUnknown } = model.target(certificate.at('signalr_service_id'), SIGNALR);
      const id = certificate.at('custom_certificate_id');
      const isOpen = isUnknown || certificate.presence.isMaybe || (id.isUnknown && this.vaultsIn(id).length === 0);
      if (isOpen) this.openParts.push(certificate);
      if (service) this.addReader(service, id);
    }
  }

  /** The SignalR services that read from a vault. */
  public readersOf(vault: ModelResource): readonly ModelResource[] {
    return [...(this.readers.get(vault.path) ?? [])];
  }

  /**
   * A custom certificate that may be from a vault, where it is not known from which, for which service, or whether it
   * is there.
   */
  public doubtOfReaders(vault: ModelResource): ModelResource | undefined {
    return this.openParts.find((part) => {
      const vaults = this.vaultsIn(part.at('custom_certificate_id'));
      return vaults.length === 0 || vaults.includes(vault.path);
    });
  }

  private addReader(service: ModelResource, value: Value): void {
    for (const vault of this.vaultsIn(value)) {
      this.readers.set(vault, (this.readers.get(vault) ?? new Set()).add(service));
    }
  }

  private vaultsIn(value: Value): string[] {
    const referred = value.links.map(({ resource }) => this.vaultOf(resource));
    const named = [...value.text.matchAll(VAULT_HOST)].map(([, name]) => this.byName.get(name.toLowerCase()));
    return [...referred, ...named].flatMap((each) => each?.path ?? []);
  }

  /** A vault, or that of a secret or certificate. */
  private vaultOf(resource: ModelResource): ModelResource | undefined {
    return resource.type === VAULT ? resource : this.model.target(resource.at('key_vault_id'), VAULT).resource;
  }
}
