import { ActionGroup } from '../../src/observability';
import { PrivateEndpoint, DnsIntegration } from '../../src/privatelink';
import {
  AccessRules,
  Cors,
  CustomCertificate,
  CustomDomain,
  DomainDns,
  IpRule,
  NetworkAccess,
  Replica,
  RequestType,
  ServiceIdentity,
  ServiceMode,
  SharedPrivateLink,
  SignalRAlert,
  SignalRService,
  SignalRServiceProps,
  Sku,
  Upstream,
  UpstreamUrl,
} from '../../src/signalr';
import { newCertificate } from '../support/domain';
import { actionGroupId } from '../support/ids';
import { functionApp } from '../support/links';
import { newNetwork } from '../support/network';
import { schemaViolations } from '../support/provider-schema';
import { synth } from '../support/synth';

const PUBLIC = NetworkAccess.custom({ publicNetwork: AccessRules.allow(RequestType.CLIENT_CONNECTION) });

function setUp(props: Partial<SignalRServiceProps> = {}) {
  const { stack, resourceGroup, endpointSubnet, zone } = newNetwork();
  const service = new SignalRService(stack, 'SignalR', {
    name: 'sigr-test',
    resourceGroup,
    cors: Cors.allowAnyOrigin(),
    sku: Sku.premium(1),
    serviceMode: ServiceMode.SERVERLESS,
    identity: ServiceIdentity.systemAssigned(),
    networkAccess: PUBLIC,
    ...props,
  });
  const dns = DnsIntegration.zone(zone);
  const endpoint = { name: 'pep', resourceGroup, subnet: endpointSubnet, dns };
  return { stack, service, endpoint };
}

type World = ReturnType<typeof setUp>;

const ipRules = [IpRule.allow('203.0.113.0/24'), IpRule.deny('198.51.100.0/24')];
const upstreams = ['one', 'two'].map((hub) =>
  Upstream.to(UpstreamUrl.of(`https://${hub}.example.com`), { hubs: [hub] }),
);
const replica = { location: 'westeurope' };
const domain = { name: 'chat', domainName: 'chat.example.com', dns: DomainDns.existing() };
const linkTo = ({ stack }: World) => ({ target: functionApp(stack) });
const certificateOf = ({ stack }: World) => ({ name: 'chat', certificate: newCertificate(stack) });
const groupsOf = ({ stack }: World) => ({
  actionGroups: [ActionGroup.fromActionGroupAttributes(stack, 'Ops', { actionGroupId: actionGroupId('ops') })],
});

/** What is added, the way of the class or of the props, the way of the methods, and the resource type that it becomes. */
const WAYS: [string, Partial<SignalRServiceProps>, (world: World) => unknown, (world: World) => unknown, string][] = [
  [
    'IP rules',
    { ipRules },
    () => undefined,
    ({ service }) => ipRules.forEach((rule) => service.addIpRule(rule)),
    'azapi_update_resource',
  ],
  [
    'upstreams',
    { upstreams },
    () => undefined,
    ({ service }) => upstreams.forEach((upstream) => service.addUpstream(upstream)),
    'azurerm_signalr_service',
  ],
  [
    'a private endpoint',
    {},
    ({ service, endpoint }) => new PrivateEndpoint(service, 'Endpoint', { ...endpoint, target: service }),
    ({ service, endpoint }) => service.addPrivateEndpoint('Endpoint', endpoint),
    'azurerm_private_endpoint',
  ],
  [
    'a shared private link',
    {},
    (world) => new SharedPrivateLink(world.service, 'Link', { ...linkTo(world), service: world.service }),
    (world) => world.service.addSharedPrivateLink('Link', linkTo(world)),
    'azurerm_signalr_shared_private_link_resource',
  ],
  [
    'a replica',
    {},
    ({ service }) => new Replica(service, 'Replica', { ...replica, service }),
    ({ service }) => service.addReplica('Replica', replica),
    'azapi_resource',
  ],
  [
    'recommended alerts',
    {},
    (world) => world.service.addRecommendedAlerts(groupsOf(world)),
    (world) => {
      const groups = groupsOf(world);
      SignalRAlert.recommended().forEach((alert) =>
        world.service.addAlert(`${alert.metricName}Alert`, alert, {
          ...groups,
          name: `alert-sigr-test-${alert.metricName.replace(/\B[A-Z]/g, '-$&').toLowerCase()}`,
        }),
      );
    },
    'azurerm_monitor_metric_alert',
  ],
  [
    'a certificate and a domain',
    {},
    (world) => {
      const { service } = world;
      const certificate = new CustomCertificate(service, 'Certificate', { ...certificateOf(world), service });
      new CustomDomain(service, 'Domain', { ...domain, certificate, service });
    },
    (world) => {
      const { service } = world;
      const certificate = service.addCustomCertificate('Certificate', certificateOf(world));
      service.addCustomDomain('Domain', { ...domain, certificate });
    },
    'azurerm_signalr_service_custom_domain',
  ],
];

describe('SignalRService has', () => {
  test.each(WAYS)('%s, in the one way as in the other', (_, props, build, add, type) => {
    const built = setUp(props);
    build(built);
    const added = setUp();
    add(added);
    const json = synth(added.stack);
    expect(json).toEqual(synth(built.stack));
    expect(json.resource).toHaveProperty(type);
    expect(json).not.toEqual(synth(setUp().stack));
    expect(schemaViolations(json)).toEqual([]);
  });
});
