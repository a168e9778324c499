import { DataAzurermPrivateDnsZone } from '@cdktf/provider-azurerm/lib/data-azurerm-private-dns-zone';
import { PrivateDnsARecord } from '@cdktf/provider-azurerm/lib/private-dns-a-record';
import { PrivateDnsZone as PrivateDnsZoneResource } from '@cdktf/provider-azurerm/lib/private-dns-zone';
import { Fn, TerraformProvider, Token } from 'cdktf';
import { Construct } from 'constructs';
import { ARecordOptions } from './a-record';
import { IPrivateDnsZone } from './iprivate-dns-zone';
import { IResourceGroup, ResourceLookup } from '../core';
import { beginDefinition } from '../placement/definition';
import { existingZoneNameProblems, zoneNameProblems } from './private/names';
import { recordProblems } from './private/record-problems';
import { writeZoneId, ZONE_ID } from './private/zone-id';
import { LinkedZone, PrivateDnsZoneBase } from './private-dns-zone-base';
import { constructIdProblems } from '../core/internal/construct-ids';
import { checkInput } from '../core/internal/input/check-input';
import { withProvider } from '../core/internal/providers';
import { DNS_TAGS, tagProblems } from '../core/internal/tags';
import { refuse, Violations } from '../core/internal/violations';

const DEFAULT_TTL = 300;

/** In `/subscriptions/ID/resourceGroups/NAME/...`, split by slashes. */
const RESOURCE_GROUP_SEGMENT = 4;

/** Attributes of an existing private DNS zone. */
export interface PrivateDnsZoneAttributes {
  /** Azure resource id of the zone. */
  readonly zoneId: string;

  /** Name of the zone, such as `privatelink.service.signalr.net`. */
  readonly zoneName: string;

  /**
   * Provider of links to the zone, for a zone in another subscription than the stack's default one.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
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
   * @default - the provider of the resource group, where it is known, or else the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;

  /**
   * Tags of the zone, its links and records; at most 15.
   *
   * @default - no tags
   */
  readonly tags?: { [name: string]: string };
}

/** Look-up of an existing private DNS zone. */
export interface PrivateDnsZoneLookup extends ResourceLookup {
  /** Name of the zone, such as `privatelink.service.signalr.net`. */
  readonly zoneName: string;
}

/** Defines a private DNS zone. */
export class PrivateDnsZone extends PrivateDnsZoneBase {
  /**
   * Refers to an existing zone. Links that others made are not known, so they are not judged.
   *
   * @throws `dns/zone-id`, `dns/zone-name`
   */
  public static fromPrivateDnsZoneAttributes(
    scope: Construct,
    id: string,
    attributes: PrivateDnsZoneAttributes,
  ): IPrivateDnsZone {
    checkInput('dns.PrivateDnsZone.fromPrivateDnsZoneAttributes', arguments);
    class Import extends PrivateDnsZoneBase {
      public readonly zoneId = attributes.zoneId;
      public readonly zoneName = attributes.zoneName;
      public readonly linksAreKnown = false;
      protected _linkedZone(): LinkedZone {
        const resourceGroupName = Token.asString(Fn.element(Fn.split('/', attributes.zoneId), RESOURCE_GROUP_SEGMENT));
        return { privateDnsZoneName: attributes.zoneName, resourceGroupName, provider: attributes.provider };
      }
    }
    const zone = new Import(scope, id);
    refuse(zone, ZONE_ID.problems(zone.zoneId), existingZoneNameProblems(zone.zoneName));
    return zone;
  }

  /**
   * Finds an existing zone when Terraform runs. Links that others made are not known, so they are not judged.
   *
   * @throws `dns/zone-name`
   */
  public static fromLookup(scope: Construct, id: string, options: PrivateDnsZoneLookup): IPrivateDnsZone {
    checkInput('dns.PrivateDnsZone.fromLookup', arguments);
    class Lookup extends PrivateDnsZoneBase {
      public readonly zoneName = options.zoneName;
      public readonly linksAreKnown = false;
      public readonly zoneId = new DataAzurermPrivateDnsZone(this, 'Resource', {
        name: options.zoneName,
        resourceGroupName: options.resourceGroupName,
        provider: options.provider,
      }).id;
      protected _linkedZone(): LinkedZone {
        const { zoneName: privateDnsZoneName, resourceGroupName, provider } = options;
        return { privateDnsZoneName, resourceGroupName, provider };
      }
    }
    const zone = new Lookup(scope, id);
    const violations = new Violations(zone);
    violations.include(zoneNameProblems(options.zoneName));
    violations.throwIfAny();
    return zone;
  }

  public readonly zoneId: string;
  public readonly zoneName: string;
  public readonly linksAreKnown = true;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: PrivateDnsZoneResource;

  private readonly resourceGroup: IResourceGroup;
  private readonly provider?: TerraformProvider;
  private readonly tags?: { [name: string]: string };
  private readonly recordNames: string[] = [];

  /**
   * Defines a zone.
   *
   * @throws `dns/zone-name`, `core/tags`
   */
  public constructor(scope: Construct, id: string, given: PrivateDnsZoneProps) {
    checkInput('dns.PrivateDnsZone', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    const violations = new Violations(this);
    violations.include(zoneNameProblems(props.zoneName));
    violations.include(tagProblems(props.tags, DNS_TAGS));
    violations.throwIfAny();

    beginDefinition(this);
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
   * Records the addresses of a name. Private endpoints record themselves.
   *
   * @returns the record, for settings that this method does not model
   * @throws `dns/record-name`, `dns/record-address`, `dns/record-ttl`
   */
  public addARecord(id: string, options: ARecordOptions): PrivateDnsARecord {
    checkInput('dns.PrivateDnsZone.addARecord', arguments, this);
    const violations = new Violations(this);
    violations.include(constructIdProblems(id), id);
    violations.include(recordProblems(options, this.recordNames), id);
    violations.throwIfAny();

    this.recordNames.push(options.name);
    const record = new PrivateDnsARecord(this, id, {
      name: options.name,
      zoneName: this.resource.name,
      resourceGroupName: this.resourceGroup.resourceGroupName,
      records: options.addresses,
      ttl: options.ttlInSeconds ?? DEFAULT_TTL,
      tags: this.tags,
      provider: this.provider,
    });
    writeZoneId(record, ['zone_name', 'resource_group_name'], this.zoneId);
    return record;
  }

  /** @internal */
  protected _linkedZone(): LinkedZone {
    return {
      privateDnsZoneName: this.resource.name,
      resourceGroupName: this.resourceGroup.resourceGroupName,
      provider: this.provider,
      tags: this.tags,
    };
  }
}
