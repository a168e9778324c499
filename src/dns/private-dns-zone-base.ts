import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { TerraformProvider, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { providerProblems, registrationProblems, resolutionPolicyProblems } from './internal/link-problems';
import { IPrivateDnsZone } from './iprivate-dns-zone';
import { writeZoneId } from './private/zone-id';
import { VirtualNetworkLinkOptions } from './virtual-network-link';
import { constructIdProblems } from '../core/internal/construct-ids';
import { checkInput } from '../core/internal/input/check-input';
import { Prerequisites } from '../core/internal/ordering';
import { findsByName } from '../core/internal/providers';
import { DNS_TAGS, tagProblems } from '../core/internal/tags';
import { isKnown, Violations } from '../core/internal/violations';
import { nameProblems } from '../network/internal/names';
import { nameFor } from '../network/internal/shared-name';
import { beginDefinition } from '../placement/definition';

/**
 * Facts that a link needs about its zone.
 *
 * @internal
 */
export interface LinkedZone {
  readonly privateDnsZoneName: string;
  readonly resourceGroupName: string;
  readonly provider?: TerraformProvider;
  readonly tags?: { [name: string]: string };
}

/** Common parts of owned and existing private DNS zones. */
export abstract class PrivateDnsZoneBase extends Construct implements IPrivateDnsZone {
  public abstract readonly zoneId: string;
  public abstract readonly zoneName: string;
  public abstract readonly linksAreKnown: boolean;

  private readonly linkedNetworks: string[] = [];
  private readonly links = new Prerequisites();

  public addVirtualNetworkLink(id: string, options: VirtualNetworkLinkOptions): PrivateDnsZoneVirtualNetworkLink {
    checkInput('dns.PrivateDnsZoneBase.addVirtualNetworkLink', arguments, this);
    const { virtualNetwork, resolutionPolicy } = options;
    const registrationEnabled = options.registrationEnabled ?? false;
    const zone = this._linkedZone();
    const name = options.name ?? nameFor('link', virtualNetwork, zone.resourceGroupName);
    const violations = new Violations(this);
    violations.include(constructIdProblems(id), id);
    violations.include(nameProblems('dns/link-name', 'a link', name));
    if (registrationEnabled) violations.include(registrationProblems(this.zoneName));
    violations.include(resolutionPolicyProblems(this.zoneName, resolutionPolicy));
    violations.include(tagProblems(options.tags, DNS_TAGS));
    violations.include(providerProblems(options.scope ?? this, options.provider ?? zone.provider));
    violations.throwIfAny();

    beginDefinition(options.scope ?? this);
    const link = new PrivateDnsZoneVirtualNetworkLink(options.scope ?? this, id, {
      ...zone,
      name,
      virtualNetworkId: virtualNetwork.virtualNetworkId,
      registrationEnabled,
      resolutionPolicy,
      provider: options.provider ?? zone.provider,
      tags: options.tags ?? zone.tags,
    });
    writeZoneId(link, ['private_dns_zone_name', 'resource_group_name'], this.zoneId);
    findsByName(link, this);
    this.linkedNetworks.push(virtualNetwork.virtualNetworkId);
    this.links.add(link);
    return link;
  }

  public get linkedNetworkIds(): string[] {
    return [...this.linkedNetworks];
  }

  public resolvesFor(virtualNetworkId: string): boolean | undefined {
    checkInput('dns.PrivateDnsZoneBase.resolvesFor', arguments, this);
    const key = virtualNetworkId.toLowerCase();
    if (this.linkedNetworks.some((linked) => linked.toLowerCase() === key)) return true;
    // The id of one network may be text here and a token there, and then the two cannot be compared.
    const comparable = this.linkedNetworks.every((linked) => isKnown(linked) === isKnown(virtualNetworkId));
    return this.linksAreKnown && comparable ? false : undefined;
  }

  public awaitedBy(resource: TerraformResource): void {
    checkInput('dns.PrivateDnsZoneBase.awaitedBy', arguments, this);
    this.links.awaitedBy(resource);
  }

  /**
   * Facts that a link needs about the zone.
   *
   * @internal
   */
  protected abstract _linkedZone(): LinkedZone;
}
