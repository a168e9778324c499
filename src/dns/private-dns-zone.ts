import { DataAzurermPrivateDnsZone } from '@cdktf/provider-azurerm/lib/data-azurerm-private-dns-zone';
import { PrivateDnsARecord } from '@cdktf/provider-azurerm/lib/private-dns-a-record';
import { PrivateDnsZone as PrivateDnsZoneResource } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { TerraformProvider, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { ARecordOptions } from './a-record';
import { IPrivateDnsZone } from './iprivate-dns-zone';
import { duplicateZoneProblems, registrationProblems, resolutionPolicyProblems } from './private/link-problems';
import { nameProblems, zoneNameProblems } from './private/names';
import { recordProblems } from './private/record-problems';
import { VirtualNetworkLinkOptions } from './virtual-network-link';
import { IResourceGroup } from '../core';
import { Prerequisites } from '../core/private/ordering';
import { tagProblems } from '../core/private/tags';
import { Violations } from '../core/private/violations';
import { IVirtualNetwork } from '../network';

const DEFAULT_TTL = 300;

/** What to tell of an existing private DNS zone. */
export interface PrivateDnsZoneAttributes {
  /** Azure resource id of the zone. */
  readonly zoneId: string;

  /** Name of the zone, as `privatelink.service.signalr.net`. */
  readonly zoneName: string;
}

/** Properties of a private DNS zone. */
export interface PrivateDnsZoneProps {
  /** Name of the zone, as `PrivateLinkZone.SIGNALR.nameIn(cloud)` gives it. */
  readonly zoneName: string;

  /** Resource group of the zone. The zone itself has no region. */
  readonly resourceGroup: IResourceGroup;

  /**
   * Provider of the zone, its links and records, for another subscription than the stack's default one, such as a
   * hub's: `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;

  /**
   * Tags of the zone, its links and records.
   *
   * @default - no tags
   */
  readonly tags?: { [name: string]: string };
}

/** How to find an existing private DNS zone. */
export interface PrivateDnsZoneLookupOptions {
  /** Name of the zone, as `privatelink.service.signalr.net`. */
  readonly zoneName: string;

  /** Name of the resource group that holds the zone. */
  readonly resourceGroupName: string;

  /**
   * Provider to look with, for a zone in another subscription than the stack's default one.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Defines a private DNS zone. */
export class PrivateDnsZone extends Construct implements IPrivateDnsZone {
  /** Refers to an existing zone. Its links are not known, so they are not judged. */
  public static fromPrivateDnsZoneAttributes(
    scope: Construct,
    id: string,
    attributes: PrivateDnsZoneAttributes,
  ): IPrivateDnsZone {
    class Import extends Construct implements IPrivateDnsZone {
      public readonly zoneId = attributes.zoneId;
      public readonly zoneName = attributes.zoneName;
      public resolvesFor() {
        return undefined;
      }
      public awaitedBy() {}
    }
    return new Import(scope, id);
  }

  /**
   * Finds an existing zone when Terraform runs. Its links are not known, so they are not judged.
   *
   * @throws `dns/zone-name`
   */
  public static fromLookup(scope: Construct, id: string, options: PrivateDnsZoneLookupOptions): IPrivateDnsZone {
    class Lookup extends Construct implements IPrivateDnsZone {
      public readonly zoneName = options.zoneName;
      public readonly zoneId = new DataAzurermPrivateDnsZone(this, 'Resource', {
        name: options.zoneName,
        resourceGroupName: options.resourceGroupName,
        provider: options.provider,
      }).id;
      public resolvesFor() {
        return undefined;
      }
      public awaitedBy() {}
    }
    const zone = new Lookup(scope, id);
    const violations = new Violations(zone);
    violations.include(zoneNameProblems(options.zoneName));
    violations.throwIfAny();
    return zone;
  }

  public readonly zoneId: string;
  public readonly zoneName: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: PrivateDnsZoneResource;

  private readonly resourceGroup: IResourceGroup;
  private readonly provider?: TerraformProvider;
  private readonly tags?: { [name: string]: string };
  private readonly linkedNetworks: IVirtualNetwork[] = [];
  private readonly recordNames: string[] = [];
  private readonly links = new Prerequisites();

  /**
   * Defines a zone.
   *
   * @throws `dns/zone-name`, `core/tags`
   */
  public constructor(scope: Construct, id: string, props: PrivateDnsZoneProps) {
    super(scope, id);
    const violations = new Violations(this);
    violations.include(zoneNameProblems(props.zoneName));
    violations.include(tagProblems(props.tags));
    violations.throwIfAny();

    this.resourceGroup = props.resourceGroup;
    this.provider = props.provider;
    this.tags = props.tags;
    this.zoneName = props.zoneName;
    this.resource = new PrivateDnsZoneResource(this, 'Resource', {
      name: props.zoneName,
      resourceGroupName: props.resourceGroup.resourceGroupName,
      tags: props.tags,
      provider: props.provider,
    });
    this.zoneId = this.resource.id;
  }

  /**
   * Lets a network resolve names by this zone.
   *
   * @returns the link, for settings that this method does not model
   * @throws `dns/link-name`, `dns/duplicate-zone`, `dns/registration`, `dns/resolution-policy`
   */
  public addVirtualNetworkLink(id: string, options: VirtualNetworkLinkOptions): PrivateDnsZoneVirtualNetworkLink {
    const { virtualNetwork, resolutionPolicy } = options;
    const name = options.name ?? `link-${virtualNetwork.virtualNetworkName}`;
    const registrationEnabled = options.registrationEnabled ?? false;
    const violations = new Violations(this);
    violations.include(nameProblems('dns/link-name', 'a link', name));
    violations.include(duplicateZoneProblems(this, virtualNetwork));
    if (registrationEnabled) violations.include(registrationProblems(this, virtualNetwork));
    violations.include(resolutionPolicyProblems(this.zoneName, resolutionPolicy));
    violations.throwIfAny();

    this.linkedNetworks.push(virtualNetwork);
    const link = new PrivateDnsZoneVirtualNetworkLink(this, id, {
      name,
      resourceGroupName: this.resourceGroup.resourceGroupName,
      privateDnsZoneName: this.resource.name,
      virtualNetworkId: virtualNetwork.virtualNetworkId,
      registrationEnabled,
      resolutionPolicy,
      tags: this.tags,
      provider: this.provider,
    });
    this.links.add(link);
    return link;
  }

  /**
   * Records the addresses of a name. Private endpoints record themselves.
   *
   * @returns the record, for settings that this method does not model
   * @throws `dns/record-name`, `dns/record-address`, `dns/record-ttl`
   */
  public addARecord(id: string, options: ARecordOptions): PrivateDnsARecord {
    const violations = new Violations(this);
    violations.include(recordProblems(options, this.recordNames), id);
    violations.throwIfAny();

    this.recordNames.push(options.name);
    return new PrivateDnsARecord(this, id, {
      name: options.name,
      zoneName: this.resource.name,
      resourceGroupName: this.resourceGroup.resourceGroupName,
      records: options.addresses,
      ttl: options.ttlInSeconds ?? DEFAULT_TTL,
      tags: this.tags,
      provider: this.provider,
    });
  }

  public resolvesFor(virtualNetworkId: string): boolean | undefined {
    return this.linkedNetworks.some((network) => network.virtualNetworkId === virtualNetworkId);
  }

  public awaitedBy(resource: TerraformResource): void {
    this.links.awaitedBy(resource);
  }
}
