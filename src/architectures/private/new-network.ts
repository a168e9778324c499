import { groupCloudProblems } from './group-cloud';
import { Names } from './names';
import { BoundNetwork, NetworkChoice, NetworkContext, NetworkUse } from './network-choice';
import { Role } from './roles';
import { IResourceGroup } from '../../core';
import { Ipv4Cidr } from '../../core/internal/ipv4-cidr';
import { addressRefusal } from '../../core/internal/subnet-addresses';
import { isKnown, Problem } from '../../core/internal/violations';
import {
  AddressRange,
  NetworkSecurityGroup,
  RuleAddress,
  SecurityRule,
  SecurityRules,
  SubnetDelegation,
  VirtualNetwork,
} from '../../network';
import { AddressPlan, AddressRequest, parseAddressSpace } from '../../network/internal/address-plan';
import { dnsServerProblems } from '../../network/internal/dns-servers';
import { DDOS_PLAN_ID } from '../../network/internal/network-id';
import { rulesProblems } from '../../network/internal/rule-problems';
import { AppNetworkOptions } from '../app-network-options';
import { AppOutbound } from '../app-outbound';

interface SubnetPrefixes {
  readonly integration: string;
  readonly privateEndpoints: string;
}

const INTEGRATION_SUBNET = 'IntegrationSubnet';
const PRIVATE_ENDPOINT_SUBNET = 'PrivateEndpointSubnet';

/** The roles of preset rules, by their default names. */
type RuleRoles = Readonly<Record<string, Role>>;

const INTEGRATION_RULES: RuleRoles = {
  AllowPrivateEndpointsOutbound: 'allowPrivateEndpointsOutboundRule',
  AllowAzureSignalROutbound: 'allowAzureSignalROutboundRule',
  DenyAllInbound: 'denyIntegrationInboundRule',
};
const PRIVATE_ENDPOINT_RULES: RuleRoles = {
  AllowAppsInbound: 'allowAppsInboundRule',
  AllowClientsInbound: 'allowClientsInboundRule',
  DenyAllInbound: 'denyPrivateEndpointInboundRule',
};

/** A network that is defined for an app. Its subnets are planned without constructs, so that all input is judged. */
export class NewNetwork implements NetworkChoice {
  public readonly isNew = true;
  public readonly resourceGroup?: IResourceGroup;
  private readonly addressSpace: string[];
  private readonly integration: AddressRequest;
  private readonly privateEndpoints: AddressRequest;
  private readonly outbound: AppOutbound;

  public constructor(private readonly options: AppNetworkOptions) {
    this.resourceGroup = options.resourceGroup;
    this.addressSpace = options.addressSpace ?? ['10.0.0.0/24'];
    this.integration = { cidr: options.integrationAddressPrefix, prefixLength: options.integrationPrefixLength ?? 26 };
    this.privateEndpoints = {
      cidr: options.privateEndpointAddressPrefix,
      prefixLength: options.privateEndpointPrefixLength ?? 27,
    };
    this.outbound = options.outbound ?? AppOutbound.azureDefault();
  }

  public roles({ clientsArePrivate, serversArePublic }: NetworkUse): Role[] {
    return [
      'virtualNetwork',
      'integrationSubnet',
      'integrationSubnetDelegation',
      'integrationSecurityGroup',
      'privateEndpointSubnet',
      'privateEndpointSecurityGroup',
      ...Object.entries(INTEGRATION_RULES).flatMap(([rule, role]) =>
        rule === 'AllowAzureSignalROutbound' && !serversArePublic ? [] : [role],
      ),
      ...Object.entries(PRIVATE_ENDPOINT_RULES).flatMap(([rule, role]) =>
        rule === 'AllowClientsInbound' && !clientsArePrivate ? [] : [role],
      ),
      ...this.outbound._roles,
    ];
  }

  public problems(use: NetworkUse): Problem[] {
    const { scope, location, clientsArePrivate, names } = use;
    const { dnsServers = [], integrationPrefixLength, privateEndpointPrefixLength } = this.options;
    const { prefixes, problems: addressProblems } = this.planSubnets();
    const rules = prefixes && this.rules(prefixes, use);
    const problems = [
      ...groupCloudProblems('network', location, this.resourceGroup),
      ...addressProblems,
      ...rulesProblems(scope, rules?.integration ?? []),
      ...rulesProblems(scope, rules?.privateEndpoints ?? []),
      ...dnsServerProblems(dnsServers),
      ...DDOS_PLAN_ID.problems(this.options.ddosProtectionPlanId),
      ...this.outbound._problems(scope, names),
      ...rangeAndLengthProblems('integration', this.integration.cidr, integrationPrefixLength),
      ...rangeAndLengthProblems('privateEndpoint', this.privateEndpoints.cidr, privateEndpointPrefixLength),
    ];
    const length = lengthOf(this.integration);
    if (length > 28) {
      const message = `a /${length} given for the app's subnet; use /28 or wider, and /26 to scale out`;
      problems.push({ code: 'network/integration-subnet-size', message });
    }
    if (this.options.privateClients && !clientsArePrivate) {
      const message =
        'privateClients given, but the network access allows no ClientConnection through private endpoints; use NetworkAccess.privateOnly(), or leave privateClients out and give clients to addPrivateEndpoint(...) of the architecture, for an endpoint of the app or of another service';
      problems.push({ code: 'nac/private-clients', message });
    }
    return problems;
  }

  public addressProblems(address: string | undefined): Problem[] {
    const { prefixes } = this.planSubnets();
    const range = prefixes && Ipv4Cidr.parse(prefixes.privateEndpoints);
    if (!isKnown(address) || typeof range !== 'object') return [];
    const message = addressRefusal(address, [range], 'the subnet of the private endpoints');
    return message ? [{ code: 'privatelink/static-ip', message }] : [];
  }

  public bind(context: NetworkContext): BoundNetwork {
    const { scope, names, regional, delegation = SubnetDelegation.WEB_SERVER_FARMS } = context;
    const prefixes = this.planSubnets().prefixes!;
    const { integration, privateEndpoints } = prefixes;
    const rules = this.rules(prefixes, context);
    const virtualNetwork = new VirtualNetwork(scope, 'VirtualNetwork', {
      ...regional,
      name: names.of('virtualNetwork'),
      addressSpace: this.addressSpace,
      dnsServers: this.options.dnsServers,
      ddosProtectionPlanId: this.options.ddosProtectionPlanId,
      subnetAttachments: this.options.subnetAttachments,
    });
    const integrationSecurityGroup = new NetworkSecurityGroup(scope, 'IntegrationSecurityGroup', {
      ...regional,
      name: names.of('integrationSecurityGroup'),
      rules: rules.integration,
    });
    const privateEndpointSecurityGroup = new NetworkSecurityGroup(scope, 'PrivateEndpointSecurityGroup', {
      ...regional,
      name: names.of('privateEndpointSecurityGroup'),
      rules: rules.privateEndpoints,
    });
    const outbound = this.outbound._bind(scope, names, regional);
    const integrationSubnet = virtualNetwork.addSubnet(INTEGRATION_SUBNET, {
      name: names.of('integrationSubnet'),
      addressRange: AddressRange.cidr(integration),
      delegation,
      delegationName: names.of('integrationSubnetDelegation'),
      networkSecurityGroup: integrationSecurityGroup,
      ...outbound,
    });
    const privateEndpointSubnet = virtualNetwork.addSubnet(PRIVATE_ENDPOINT_SUBNET, {
      name: names.of('privateEndpointSubnet'),
      addressRange: AddressRange.cidr(privateEndpoints),
      networkSecurityGroup: privateEndpointSecurityGroup,
    });
    return {
      ...outbound,
      virtualNetwork,
      newNetwork: virtualNetwork,
      integrationSecurityGroup,
      privateEndpointSecurityGroup,
      integrationSubnet,
      privateEndpointSubnet,
    };
  }

  private rules(prefixes: SubnetPrefixes, { clientsArePrivate, serversArePublic, names }: NetworkUse) {
    const { privateClients, integrationRules = [], privateEndpointRules = [] } = this.options;
    const clients = privateClients ?? RuleAddress.serviceTag('VirtualNetwork');
    const ranges = {
      apps: RuleAddress.cidr(prefixes.integration),
      privateEndpoints: RuleAddress.cidr(prefixes.privateEndpoints),
    };
    const presetOfApps = SecurityRules.forApps({ ...ranges, publicSignalR: serversArePublic });
    const presetOfEndpoints = SecurityRules.forPrivateEndpoints({
      ...ranges,
      clients: clientsArePrivate ? clients : undefined,
    });
    return {
      integration: [...renamed(presetOfApps, INTEGRATION_RULES, names), ...integrationRules],
      privateEndpoints: [...renamed(presetOfEndpoints, PRIVATE_ENDPOINT_RULES, names), ...privateEndpointRules],
    };
  }

  private planSubnets(): { prefixes?: SubnetPrefixes; problems: Problem[] } {
    const space = parseAddressSpace(this.addressSpace);
    if (space.problems.length > 0) return { problems: space.problems };
    const plan = new AddressPlan(space.ranges);
    const integrate = () => plan.request(INTEGRATION_SUBNET, this.integration);
    // Ranges by size are searched around the fixed ones.
    const before = this.privateEndpoints.cidr === undefined ? integrate() : undefined;
    const endpoints = plan.request(PRIVATE_ENDPOINT_SUBNET, this.privateEndpoints);
    const integration = before ?? integrate();
    const problems = [...integration.problems, ...endpoints.problems];
    if (integration.cidr === undefined || endpoints.cidr === undefined) return { problems };
    return { prefixes: { integration: integration.cidr, privateEndpoints: endpoints.cidr }, problems };
  }
}

function lengthOf({ cidr, prefixLength }: AddressRequest): number {
  if (cidr === undefined) return prefixLength!;
  return isKnown(cidr) ? Number(cidr.split('/')[1]) : 0;
}

function rangeAndLengthProblems(subnet: string, range?: string, length?: number): Problem[] {
  if (range === undefined || length === undefined) return [];
  const message = `${subnet}AddressPrefix and ${subnet}PrefixLength given; the range has a length, so leave ${subnet}PrefixLength out`;
  return [{ code: 'network/range-and-length', message }];
}

function renamed(rules: readonly SecurityRule[], roles: RuleRoles, names: Names): SecurityRule[] {
  return rules.map((rule) => rule._named(names.of(roles[rule.name])));
}
