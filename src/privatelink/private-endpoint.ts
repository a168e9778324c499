import { PrivateEndpoint as PrivateEndpointResource } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { PrivateEndpointApplicationSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/private-endpoint-application-security-group-association';
import { Fn, Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { DnsIntegration } from './dns-integration';
import { DnsRecord } from './dns-record';
import { EndpointApproval } from './endpoint-approval';
import { IPrivateEndpoint } from './iprivate-endpoint';
import { addressOf } from './private/address-of';
import { connectionProblems, regionProblems, subnetProblems, zoneProblems } from './private/endpoint-problems';
import { PrivateEndpointOptions } from './private-endpoint-options';
import { IPrivateLinkTarget } from './private-link-target';
import { AzureCloud } from '../core';
import { ArmIdForm } from '../core/internal/arm-id';
import { attachedTo } from '../core/internal/attachments';
import { checkInput } from '../core/internal/input/check-input';
import { locationProblems } from '../core/internal/locations';
import { defineLock, lockNameProblems } from '../core/internal/lock';
import { withProvider } from '../core/internal/providers';
import { normalizeLocation } from '../core/internal/region-name';
import { tagProblems } from '../core/internal/tags';
import { isKnown, Problem, refuse, Violations } from '../core/internal/violations';
import { PrivateDnsZone } from '../dns';
import { needLifecycle } from '../engine/kept-arguments';
import { ISubnet, VirtualNetwork } from '../network';
import { nameProblems } from '../network/internal/names';
import { staticAddressProblems } from '../network/internal/static-address';
import { beginDefinition } from '../placement/definition';

/** Attributes of an existing private endpoint. */
export interface PrivateEndpointAttributes {
  /** Azure resource id of the endpoint. */
  readonly privateEndpointId: string;
}

/** Properties of a private endpoint. */
export interface PrivateEndpointProps extends PrivateEndpointOptions {
  /** Target of the endpoint. */
  readonly target: IPrivateLinkTarget;
}

const ENDPOINT_ID = new ArmIdForm(
  'Microsoft.Network/privateEndpoints',
  'privatelink/endpoint-id',
  'a private endpoint',
);

/**
 * Defines a private endpoint: a private address for one resource, with its DNS record.
 *
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-overview
 */
export class PrivateEndpoint extends Construct implements IPrivateEndpoint {
  /**
   * Refers to an existing private endpoint.
   *
   * @throws `privatelink/endpoint-id`
   */
  public static fromPrivateEndpointAttributes(
    scope: Construct,
    id: string,
    attributes: PrivateEndpointAttributes,
  ): IPrivateEndpoint {
    checkInput('privatelink.PrivateEndpoint.fromPrivateEndpointAttributes', arguments);
    class Import extends Construct implements IPrivateEndpoint {
      public readonly privateEndpointId = attributes.privateEndpointId;
    }
    const endpoint = new Import(scope, id);
    refuse(endpoint, ENDPOINT_ID.problems(endpoint.privateEndpointId));
    return endpoint;
  }

  public readonly privateEndpointId: string;

  /** The subnet from which the endpoint takes its address. */
  public readonly subnet: ISubnet;

  public readonly dns?: DnsIntegration;
  public readonly target?: IConstruct;

  /** The private address, known after deployment. */
  public readonly privateIpAddress: string;

  /** The records that map the target's names to the endpoint, for DNS servers that are kept by hand. */
  public readonly dnsRecords: DnsRecord[];

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: PrivateEndpointResource;

  /**
   * Defines an endpoint.
   *
   * @throws `privatelink/name`, `privatelink/delegated-subnet`, `privatelink/location`, `privatelink/static-ip`,
   * `privatelink/request-message`, `privatelink/alias`, `privatelink/target-id`, `privatelink/hostname`,
   * `privatelink/slot`, `privatelink/subresource`, `network/same-subnet`, `dns/zone-name`, `lock/name`,
   * `core/location`, `core/tags`, and what the target throws
   */
  public constructor(scope: Construct, id: string, given: PrivateEndpointProps) {
    checkInput('privatelink.PrivateEndpoint', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.subnet, given.resourceGroup);
    const { target, subnet, provider } = props;
    const approval = props.approval ?? EndpointApproval.automatic();
    const requestedDns = props.dns ?? DnsIntegration.newZone();
    const location = regionOfEndpoint(props);
    const violations = new Violations(this);
    violations.include(nameProblems('privatelink/name', 'a private endpoint', props.name));
    violations.include(partNameProblems(props));
    violations.include(lockNameProblems(props.lockName));
    violations.include(subnetProblems(this, subnet));
    violations.include(locationProblems(this, location));
    violations.include(regionProblems(subnet, location));
    violations.include(staticAddressProblems('privatelink/static-ip', props.staticIpAddress, subnet));
    violations.include(connectionProblems(target.privateLink, props.staticIpAddress));
    violations.include(approval._problems());
    violations.include(zoneProblems(requestedDns, target, location));
    violations.include(tagProblems(props.tags));
    violations.throwIfAny();

    beginDefinition(this);
    this.subnet = subnet;
    this.target = target;
    const dns = this.bindDns(requestedDns, props, location);
    this.dns = dns;
    const zone = dns.privateDnsZone;
    const { resourceId, subresource, serviceAlias } = target.privateLink;
    this.resource = new PrivateEndpointResource(this, 'Resource', {
      name: props.name,
      location,
      resourceGroupName: props.resourceGroup.resourceGroupName,
      subnetId: subnet.subnetId,
      customNetworkInterfaceName: props.networkInterfaceName,
      privateServiceConnection: {
        name: props.connectionName ?? props.name,
        privateConnectionResourceId: resourceId,
        privateConnectionResourceAlias: serviceAlias,
        subresourceNames: subresource && [subresource.name],
        isManualConnection: approval.isManual,
        requestMessage: approval.requestMessage,
      },
      ipConfiguration: props.staticIpAddress
        ? [
            {
              name: props.ipConfigurationName ?? 'static',
              privateIpAddress: props.staticIpAddress,
              subresourceName: subresource?.name,
              memberName: subresource?.memberName,
            },
          ]
        : undefined,
      privateDnsZoneGroup: zone && { name: props.dnsZoneGroupName ?? 'default', privateDnsZoneIds: [zone.zoneId] },
      // The policy's zone group would show as a difference, and be removed, in every plan.
      lifecycle: dns.isManagedByPolicy ? { ignoreChanges: ['private_dns_zone_group'] } : undefined,
      tags: props.tags,
      provider,
    });
    if (dns.isManagedByPolicy) {
      const because = 'without which each plan removes the zone group that a policy has added';
      needLifecycle(this.resource, this.resource.lifecycle, because);
    }
    this.privateEndpointId = this.resource.id;
    this.privateIpAddress = this.resource.privateServiceConnection.privateIpAddress;
    this.dnsRecords = this.recordsFor(target, location);
    subnet.awaitedBy(this.resource);
    zone?.awaitedBy(this.resource);
    target.acceptPrivateEndpoint(this, this.resource);
    this.joinGroups(props);
    if (props.lock ?? props.lockName !== undefined) defineLock(this, this.privateEndpointId, provider, props.lockName);
  }

  private bindDns(dns: DnsIntegration, props: PrivateEndpointProps, location: string): DnsIntegration {
    const { subresource } = props.target.privateLink;
    if (!dns.isNewZone || !subresource) return dns;
    const zone = new PrivateDnsZone(this, 'PrivateDnsZone', {
      zoneName: subresource.zone.nameIn(AzureCloud.ofLocation(location)),
      resourceGroup: props.resourceGroup,
      provider: props.provider,
      tags: props.tags,
    });
    zone.addVirtualNetworkLink('VirtualNetworkLink', {
      name: props.virtualNetworkLinkName ?? `link-${props.name}`,
      virtualNetwork: this.networkOf(props.subnet, location),
    });
    return DnsIntegration.zone(zone);
  }

  private networkOf(subnet: ISubnet, location: string) {
    const segment = (index: number) => Fn.element(Fn.split('/', subnet.virtualNetworkId), index);
    return VirtualNetwork.fromVirtualNetworkAttributes(this, 'VirtualNetwork', {
      virtualNetworkId: subnet.virtualNetworkId,
      virtualNetworkName: Token.asString(segment(8)),
      resourceGroupName: Token.asString(segment(4)),
      location,
    });
  }

  private recordsFor(target: IPrivateLinkTarget, location: string): DnsRecord[] {
    const { hostnames, subresource } = target.privateLink;
    if (!subresource) return [];
    const cloud = AzureCloud.ofLocation(location);
    const domains = [`.${subresource.zone.hostIn(cloud)}`, `.${subresource.zone.nameIn(cloud)}`] as const;
    return hostnames.map((hostname) => ({
      name: isKnown(hostname) ? hostname.replaceAll(...domains) : Fn.replace(hostname, ...domains),
      type: 'A',
      address: subresource.memberName === '' ? addressOf(this.resource, hostname) : this.privateIpAddress,
    }));
  }

  private joinGroups(props: PrivateEndpointProps): void {
    (props.applicationSecurityGroups ?? []).forEach((group, index) => {
      const association = new PrivateEndpointApplicationSecurityGroupAssociation(
        this,
        `ApplicationSecurityGroup${index}`,
        {
          privateEndpointId: this.privateEndpointId,
          applicationSecurityGroupId: group.applicationSecurityGroupId,
          provider: props.provider,
        },
      );
      attachedTo(this, this.privateEndpointId).add(association);
    });
  }
}

function regionOfEndpoint({ location, subnet, resourceGroup }: PrivateEndpointOptions): string {
  const region = location ?? subnet.location ?? resourceGroup.location;
  return isKnown(region) ? normalizeLocation(region) : region;
}

/** Reports what Azure would reject in the names of what an endpoint consists of. */
function partNameProblems(names: PrivateEndpointOptions): Problem[] {
  const parts = [
    ['a network interface', names.networkInterfaceName],
    ['a private link connection', names.connectionName],
    ['an IP configuration', names.ipConfigurationName],
    ['a DNS zone group', names.dnsZoneGroupName],
    ['a link', names.virtualNetworkLinkName],
  ] as const;
  return parts.flatMap(([kind, name]) => (name === undefined ? [] : nameProblems('privatelink/name', kind, name)));
}
