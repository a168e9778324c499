import { settingsOf } from './settings';
import { Certainty } from '../../core/internal/certainty';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';
import { signalrSettings } from '../signalr/connections';
import { isGiven, Value } from '../values';

const TARGET = 'private_service_connection.private_connection_resource_id';
/** Attributes by which function apps and Logic Apps name their storage; other apps have none of them. */
const STORAGE = ['storage_account_name', 'storage_container_endpoint'];

/** Apps that call targets which are to be reached over the apps' network. */
export class PrivateCalls {
  private readonly targets = new Set<ModelResource>();
  private readonly hosts: readonly RegExp[];

  public constructor(model: TerraformModel) {
    for (const endpoint of model.resources('azurerm_private_endpoint')) {
      const { resource } = endpoint.at(TARGET);
      if (resource) this.targets.add(resource);
    }
    const names = [...this.targets].flatMap(({ name }) => name ?? []);
    this.hosts = names.map((name) => new RegExp(`//${name.replace(/\W/g, '\\$&')}\\.`, 'i'));
  }

  /** Reports whether an app names a SignalR service, or the target of a private endpoint. */
  public isCaller(app: ModelResource): Certainty {
    const settings = settingsOf(app);
    const named = Certainty.any(signalrSettings(settings ?? []).map(({ value }) => isGiven(value)));
    if (named.isYes) return Certainty.YES;
    // What settings are made of says what they name, also where the settings are not known.
    const given = settings?.map(({ value }) => value) ?? [app.at('app_settings')];
    const values = [...given, ...STORAGE.map((name) => app.at(name))];
    if (values.some((value) => this.isPrivate(value))) return Certainty.YES;
    return settings ? named : Certainty.maybe('its settings are only known when Terraform runs');
  }

  private isPrivate({ links, text }: Value): boolean {
    return links.some(({ resource }) => this.targets.has(resource)) || this.hosts.some((host) => host.test(text));
  }
}
