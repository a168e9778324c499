import { NatGateway as NatGatewayResource } from '@cdktf/provider-azurerm/lib/nat-gateway';
import { NatGatewayPublicIpAssociation } from '@cdktf/provider-azurerm/lib/nat-gateway-public-ip-association';
import { PublicIp } from '@cdktf/provider-azurerm/lib/public-ip';
import { TerraformResource } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { RegionalResourceProps } from '../core';
import { nameProblems } from './internal/names';
import { ArmIdForm } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { Prerequisites } from '../core/internal/ordering';
import { withProvider } from '../core/internal/providers';
import { regionalAttributes, regionalProblems } from '../core/internal/regional';
import { isKnown, refuse, Violations } from '../core/internal/violations';
import { beginDefinition } from '../placement/definition';

/** A NAT gateway, owned or existing. */
export interface INatGateway extends IConstruct {
  /** Azure resource id of the gateway. */
  readonly natGatewayId: string;

  /**
   * Makes a resource wait until the gateway has its public address. Before that, nothing behind it can call out.
   *
   * @param resource what the gateway is attached by, or what calls out through it
   */
  awaitedBy(resource: TerraformResource): void;
}

/** Attributes of an existing NAT gateway. */
export interface NatGatewayAttributes {
  /** Azure resource id of the gateway. */
  readonly natGatewayId: string;
}

/** Properties of a NAT gateway. */
export interface NatGatewayProps extends RegionalResourceProps {
  /** Name: 1 to 80 letters, digits, `-`, `_` or `.`, beginning with a letter or digit. */
  readonly name: string;

  /**
   * Name of the public address, by the same rules.
   *
   * @default - `pip-` and the name of the gateway
   */
  readonly publicIpName?: string;

  /**
   * Minutes after which an idle connection is dropped, 4 to 120.
   *
   * @default 4
   */
  readonly idleTimeoutInMinutes?: number;

  /**
   * Availability zone of the gateway and its address: `1`, `2` or `3`.
   *
   * @default - Azure chooses a zone
   * @see https://learn.microsoft.com/azure/nat-gateway/nat-availability-zones
   */
  readonly zone?: string;
}

const NAT_GATEWAY_ID = new ArmIdForm('Microsoft.Network/natGateways', 'network/nat-gateway-id', 'a NAT gateway');

/**
 * Defines a NAT gateway with a public address of its own, through which subnets call out to the internet.
 *
 * @see https://learn.microsoft.com/azure/nat-gateway/nat-overview
 */
export class NatGateway extends Construct implements INatGateway {
  /**
   * Refers to an existing NAT gateway, which has its address already.
   *
   * @throws `network/nat-gateway-id`
   */
  public static fromNatGatewayAttributes(scope: Construct, id: string, attributes: NatGatewayAttributes): INatGateway {
    checkInput('network.NatGateway.fromNatGatewayAttributes', arguments);
    class Import extends Construct implements INatGateway {
      public readonly natGatewayId = attributes.natGatewayId;
      public awaitedBy() {}
    }
    const gateway = new Import(scope, id);
    refuse(gateway, NAT_GATEWAY_ID.problems(gateway.natGatewayId));
    return gateway;
  }

  public readonly natGatewayId: string;

  /** The public IPv4 address from which calls through the gateway come, for the allow lists of others. */
  public readonly publicIpAddress: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: NatGatewayResource;

  /** The provider's resource of the public address, for settings that this class does not model. */
  public readonly publicIpResource: PublicIp;

  private readonly addresses = new Prerequisites();

  /**
   * Defines a NAT gateway.
   *
   * @throws `network/name`, `network/nat-idle-timeout`, `network/zone`, `core/location`, `core/tags`; when the stack is
   * validated also `network/region` and `network/nat-gateway-networks`
   */
  public constructor(scope: Construct, id: string, given: NatGatewayProps) {
    checkInput('network.NatGateway', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    const { name, idleTimeoutInMinutes: timeout, zone, provider } = props;
    const publicIpName = props.publicIpName ?? `pip-${name}`;
    const violations = new Violations(this);
    violations.include(nameProblems('network/name', 'a NAT gateway', name));
    violations.include(nameProblems('network/name', 'a public IP address', publicIpName));
    if (isKnown(timeout) && !(Number.isInteger(timeout) && timeout >= 4 && timeout <= 120)) {
      violations.add('network/nat-idle-timeout', `${timeout} minutes given; use a whole number from 4 to 120`);
    }
    if (isKnown(zone) && !/^[1-3]$/.test(zone)) {
      violations.add('network/zone', `"${zone}" is not an availability zone; use "1", "2" or "3"`);
    }
    violations.include(regionalProblems(this, props));
    violations.throwIfAny();

    beginDefinition(this);
    const zones = zone === undefined ? undefined : [zone];
    this.resource = new NatGatewayResource(this, 'Resource', {
      name,
      ...regionalAttributes(props),
      idleTimeoutInMinutes: timeout,
      zones,
    });
    this.publicIpResource = new PublicIp(this, 'PublicIp', {
      name: publicIpName,
      ...regionalAttributes(props),
      allocationMethod: 'Static',
      sku: 'Standard',
      zones,
    });
    this.natGatewayId = this.resource.id;
    this.publicIpAddress = this.publicIpResource.ipAddress;
    this.addresses.add(
      new NatGatewayPublicIpAssociation(this, 'PublicIpAssociation', {
        natGatewayId: this.natGatewayId,
        publicIpAddressId: this.publicIpResource.id,
        provider,
      }),
    );
  }

  public awaitedBy(resource: TerraformResource): void {
    checkInput('network.NatGateway.awaitedBy', arguments, this);
    this.addresses.awaitedBy(resource);
  }
}
