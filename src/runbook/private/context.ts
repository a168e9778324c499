import { Inventory, Pair, ServiceEntry } from './inventory';
import { Shell } from './shell';
import { ModelResource } from '../../model/model-resource';
import { fixedAddressOf } from '../../topology/dns/registration';
import { CliAddress } from '../internal/commands';

/** The inventory and the shell with which the sections of a runbook are written. */
export class Context {
  public readonly shell = new Shell();

  public constructor(public readonly inventory: Inventory) {}

  /** Options by which the Azure CLI finds a service. */
  public service({ place }: ServiceEntry): CliAddress {
    return this.shell.address(place, 'signalr');
  }

  /** The host name of a service, as a word of a command. */
  public hostname({ service, place }: ServiceEntry): string {
    if (service.hostname !== undefined && !service.hostname.includes('${')) return this.shell.word(service.hostname);
    const show = `az signalr show ${this.shell.flags(place)} --query hostName --output tsv`;
    return this.shell.answer('SIGNALR_HOST', place.key, show);
  }

  /** Options by which the Azure CLI finds an app. */
  public app({ entry }: Pick<Pair, 'entry'>): CliAddress {
    return this.shell.address(entry.place, entry.commands);
  }

  /** The address of a private endpoint, or the variable that has it. */
  public privateAddress(endpoint: ModelResource): string {
    const fixed = fixedAddressOf(endpoint);
    if (fixed !== undefined) return this.shell.word(fixed);
    const place = this.inventory.places.of(endpoint, 'ENDPOINT');
    const flags = this.shell.flags(place);
    const show = `az network private-endpoint show ${flags} --query 'networkInterfaces[0].id' --output tsv`;
    // The address of an endpoint with a zone group is at its network interface alone.
    const address = `az network nic show --ids "$(${show})" --query 'ipConfigurations[0].privateIPAddress' --output tsv`;
    return `what echo "${this.shell.answer('PRIVATE_IP', endpoint.path, address)}" shows`;
  }
}

/** A name for an app with a service that it calls. */
export function pairLabel({ entry, called }: Pair): string {
  return entry.services.length > 1 ? `${entry.label}, to ${called.label}` : entry.label;
}
