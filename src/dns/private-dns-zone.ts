import { PrivateDnsZone as PrivateDnsZoneResource } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { PrivateDnsZoneVirtualNetworkLink } from '@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link';
import { TerraformResource } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { IResourceGroup } from '../core';
import { Prerequisites } from '../core/private/ordering';
import { tagProblems } from '../core/private/tags';
import { isKnown, Violations } from '../core/private/violations';
import { IVirtualNetwork } from '../network';

/** A private DNS zone, owned or existing. */
export interface IPrivateDnsZone extends IConstruct {
  /** Azure resource id of the zone. */
  readonly zoneId: string;

  /** Name of the zone, as `privatelink.service.signalr.net`. */
  readonly zoneName: string;

  /**
   * Whether the network resolves names by this zone; `undefined` where it is not known.
   *
   * @param virtualNetworkId Azure resource id of the network
   */
  resolvesFor(virtualNetworkId: string): boolean | undefined;

  /**
   * Makes a resource wait for the links of the zone, so that its name resolves in the linked networks at once.
   *
   * @param resource what is recorded in the zone
   */
  awaitedBy(resource: TerraformResource): void;
}

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
   * Tags of the zone and its links.
   *
   * @default - no tags
   */
  readonly tags?: { [name: string]: string };
}

/** Options of a link between a zone and a network. */
export interface VirtualNetworkLinkOptions {
  /** The network that shall resolve names by the zone. */
  readonly virtualNetwork: IVirtualNetwork;

  /**
   * Name of the link, unique in the zone.
   *
   * @default - `link-` and the name of the network
   */
  readonly name?: string;
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

  public readonly zoneId: string;
  public readonly zoneName: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: PrivateDnsZoneResource;

  private readonly resourceGroup: IResourceGroup;
  private readonly tags?: { [name: string]: string };
  private readonly linkedNetworks: IVirtualNetwork[] = [];
  private readonly links = new Prerequisites();

  /**
   * Defines a zone.
   *
   * @throws `dns/zone-name`, `core/tags`
   */
  public constructor(scope: Construct, id: string, props: PrivateDnsZoneProps) {
    super(scope, id);
    const violations = new Violations(this);
    if (isKnown(props.zoneName) && !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(props.zoneName)) {
      violations.add(
        'dns/zone-name',
        `"${props.zoneName}" is not a zone name; use one as privatelink.service.signalr.net`,
      );
    }
    violations.include(tagProblems(props.tags));
    violations.throwIfAny();

    this.resourceGroup = props.resourceGroup;
    this.tags = props.tags;
    this.zoneName = props.zoneName;
    this.resource = new PrivateDnsZoneResource(this, 'Resource', {
      name: props.zoneName,
      resourceGroupName: props.resourceGroup.resourceGroupName,
      tags: props.tags,
    });
    this.zoneId = this.resource.id;
  }

  /**
   * Lets a network resolve names by this zone. Machines of the network are not registered in it.
   *
   * @returns the link, for settings that this method does not model
   * @throws `dns/link-name`, `dns/duplicate-zone`
   */
  public addVirtualNetworkLink(id: string, options: VirtualNetworkLinkOptions): PrivateDnsZoneVirtualNetworkLink {
    const { virtualNetwork } = options;
    const name = options.name ?? `link-${virtualNetwork.virtualNetworkName}`;
    const violations = new Violations(this);
    if (isKnown(name) && !/^[a-zA-Z0-9]([\w.-]{0,78}\w)?$/.test(name)) {
      violations.add(
        'dns/link-name',
        `"${name}" is not a link name; use 1 to 80 letters, digits, dashes, underscores or periods`,
      );
    }
    if (this.linkedNetworks.some((network) => network.virtualNetworkId === virtualNetwork.virtualNetworkId)) {
      violations.add(
        'dns/duplicate-zone',
        `the zone is linked to ${virtualNetwork.node.path} already; remove one link`,
      );
    }
    violations.throwIfAny();

    this.linkedNetworks.push(virtualNetwork);
    const link = new PrivateDnsZoneVirtualNetworkLink(this, id, {
      name,
      resourceGroupName: this.resourceGroup.resourceGroupName,
      privateDnsZoneName: this.resource.name,
      virtualNetworkId: virtualNetwork.virtualNetworkId,
      registrationEnabled: false,
      tags: this.tags,
    });
    this.links.add(link);
    return link;
  }

  public resolvesFor(virtualNetworkId: string): boolean | undefined {
    return this.linkedNetworks.some((network) => network.virtualNetworkId === virtualNetworkId);
  }

  public awaitedBy(resource: TerraformResource): void {
    this.links.awaitedBy(resource);
  }
}
