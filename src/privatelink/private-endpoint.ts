import { PrivateEndpoint as PrivateEndpointResource } from '@cdktf/provider-azurerm/lib/private-endpoint';
import { Construct } from 'constructs';
import { IPrivateEndpoint } from './iprivate-endpoint';
import { IPrivateLinkTarget } from './private-link-target';
import { AzureCloud, IResourceGroup } from '../core';
import { claim } from '../core/private/registry';
import { tagProblems } from '../core/private/tags';
import { isKnown, Problem, Violations, withoutPath } from '../core/private/violations';
import { IPrivateDnsZone } from '../dns';
import { ISubnet } from '../network';
import { useSubnet } from '../network/private/subnet-use';

/** What to tell of an existing private endpoint. */
export interface PrivateEndpointAttributes {
  /** Azure resource id of the endpoint. */
  readonly privateEndpointId: string;
}

/** Options of a private endpoint that do not depend on its target. */
export interface PrivateEndpointOptions {
  /** The subnet from which the endpoint takes its address; not a delegated one. */
  readonly subnet: ISubnet;

  /** The zone that gets the endpoint's record; it must be linked to the networks that resolve the name. */
  readonly privateDnsZone: IPrivateDnsZone;

  /** Resource group of the endpoint. */
  readonly resourceGroup: IResourceGroup;

  /** Name: 1 to 80 letters, digits, `-`, `_` or `.`, beginning with a letter or digit, ending with one or `_`. */
  readonly name: string;

  /**
   * Tags of the endpoint.
   *
   * @default - no tags
   */
  readonly tags?: { [name: string]: string };
}

/** Properties of a private endpoint. */
export interface PrivateEndpointProps extends PrivateEndpointOptions {
  /** What the endpoint leads to. */
  readonly target: IPrivateLinkTarget;
}

/**
 * Defines a private endpoint: a private address for one resource, approved at once, with its DNS record.
 *
 * The caller needs the right to approve connections of the target.
 *
 * @see https://learn.microsoft.com/azure/private-link/private-endpoint-overview
 */
export class PrivateEndpoint extends Construct implements IPrivateEndpoint {
  /** Refers to an existing private endpoint. */
  public static fromPrivateEndpointAttributes(
    scope: Construct,
    id: string,
    attributes: PrivateEndpointAttributes,
  ): IPrivateEndpoint {
    class Import extends Construct implements IPrivateEndpoint {
      public readonly privateEndpointId = attributes.privateEndpointId;
    }
    return new Import(scope, id);
  }

  public readonly privateEndpointId: string;

  /** The subnet from which the endpoint takes its address. */
  public readonly subnet: ISubnet;

  /** The private address, known after deployment. */
  public readonly privateIpAddress: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: PrivateEndpointResource;

  /**
   * Defines an endpoint.
   *
   * @throws `privatelink/name`, `privatelink/delegated-subnet`, `privatelink/duplicate-target`, `network/same-subnet`,
   * `dns/zone-name`, `core/tags`, and what the target throws; when the stack is validated also `dns/not-linked`
   */
  public constructor(scope: Construct, id: string, props: PrivateEndpointProps) {
    super(scope, id);
    const { target, subnet, privateDnsZone } = props;
    const location = subnet.location ?? props.resourceGroup.location;
    const violations = new Violations(this);
    if (isKnown(props.name) && !/^[a-zA-Z\d]([\w.-]{0,78}\w)?$/.test(props.name)) {
      violations.add(
        'privatelink/name',
        `"${props.name}" is not a private endpoint name; use 1 to 80 letters, digits, dashes, underscores or periods, beginning with a letter or digit`,
      );
    }
    violations.include(subnetProblems(subnet));
    violations.include(useSubnet(this, subnet, 'private endpoints'));
    violations.include(duplicateProblems(this, target, subnet));
    violations.include(zoneProblems(privateDnsZone, target, location));
    violations.include(tagProblems(props.tags));
    violations.throwIfAny();

    this.subnet = subnet;
    this.resource = new PrivateEndpointResource(this, 'Resource', {
      name: props.name,
      location,
      resourceGroupName: props.resourceGroup.resourceGroupName,
      subnetId: subnet.subnetId,
      privateServiceConnection: {
        name: props.name,
        privateConnectionResourceId: target.privateLinkResourceId,
        subresourceNames: [target.privateLinkSubresource],
        isManualConnection: false,
      },
      privateDnsZoneGroup: { name: 'default', privateDnsZoneIds: [privateDnsZone.zoneId] },
      tags: props.tags,
    });
    this.privateEndpointId = this.resource.id;
    this.privateIpAddress = this.resource.privateServiceConnection.privateIpAddress;
    subnet.awaitedBy(this.resource);
    privateDnsZone.awaitedBy(this.resource);
    target.acceptPrivateEndpoint(this, this.resource);
    this.node.addValidation({ validate: () => this.linkProblems(privateDnsZone) });
  }

  private linkProblems(zone: IPrivateDnsZone): string[] {
    if (zone.resolvesFor(this.subnet.virtualNetworkId) !== false) return [];
    const message = `zone ${zone.zoneName} is not linked to the network of the endpoint, where the name would resolve to the public address; add ${zone.node.id}.addVirtualNetworkLink(...)`;
    return [withoutPath({ code: 'dns/not-linked', message })];
  }
}

function subnetProblems(subnet: ISubnet): Problem[] {
  if (!subnet.delegation || subnet.delegation.isNone) return [];
  const message = `subnet ${subnet.node.path} is delegated to ${subnet.delegation.serviceName} and takes no private endpoints; use another subnet`;
  return [{ code: 'privatelink/delegated-subnet', message }];
}

function duplicateProblems(endpoint: Construct, target: IPrivateLinkTarget, subnet: ISubnet): Problem[] {
  const { privateLinkResourceId, privateLinkSubresource } = target;
  const key = [privateLinkResourceId, privateLinkSubresource, subnet.virtualNetworkId].join(' ');
  const rival = claim(endpoint, 'private endpoint', key);
  if (!rival) return [];
  const message = `${rival} leads from the same network to ${target.node.path} already, and one record would hide the other; remove one`;
  return [{ code: 'privatelink/duplicate-target', message }];
}

function zoneProblems(zone: IPrivateDnsZone, target: IPrivateLinkTarget, location: string): Problem[] {
  if (!isKnown(zone.zoneName) || !isKnown(location)) return [];
  const expected = target.privateLinkZone.nameIn(AzureCloud.ofLocation(location));
  if (zone.zoneName === expected) return [];
  const message = `zone ${zone.zoneName} given, but ${target.node.path} is looked up in ${expected}; use a zone of that name`;
  return [{ code: 'dns/zone-name', message }];
}
