import { Fn } from 'cdktf';
import { AccessRestrictions } from '../../src/appservice';
import { Subnet } from '../../src/network';
import { NETWORK_ID, SUBNET_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { only, synth } from '../support/synth';
import { setUpLinux } from '../support/web-app';

const FRONT_DOOR = '3fa85f64-5717-4562-b3fc-2c963f66afa6';
const everybody = AccessRestrictions.publicAccess();
const nobody = AccessRestrictions.privateEndpointOnly();
const builds = AccessRestrictions.ipRanges('203.0.113.7/32');

type Restricted = ReturnType<typeof setUpLinux>;

function restricted(restrictionsOf: (setting: Restricted) => AccessRestrictions): Record<string, any> {
  const setting = setUpLinux();
  setting.define({ accessRestrictions: restrictionsOf(setting) });
  expect(schemaViolations(synth(setting.stack))).toEqual([]);
  const app = only(setting.stack, 'azurerm_linux_web_app');
  const members = Object.entries(app.site_config).filter(([name]) => /ip_restriction/.test(name));
  return { public: app.public_network_access_enabled, ...Object.fromEntries(members) };
}

describe('AccessRestrictions', () => {
  test('let everybody in by saying nothing', () => {
    expect(restricted(() => everybody)).toEqual({ public: true });
  });

  test('let one Front Door in, to the deployment site too', () => {
    expect(restricted(() => AccessRestrictions.frontDoorOnly(FRONT_DOOR))).toEqual({
      public: true,
      ip_restriction_default_action: 'Deny',
      scm_use_main_ip_restriction: true,
      ip_restriction: [
        {
          name: 'front-door',
          priority: 100,
          action: 'Allow',
          service_tag: 'AzureFrontDoor.Backend',
          headers: [
            { x_azure_fdid: [FRONT_DOOR], x_fd_health_probe: null, x_forwarded_for: null, x_forwarded_host: null },
          ],
        },
      ],
    });
  });

  test('let subnets in, in their order', () => {
    const subnets = ({ stack, props }: Restricted) => [
      props.integrationSubnet,
      Subnet.fromSubnetAttributes(stack, 'Other', { subnetId: SUBNET_ID, virtualNetworkId: NETWORK_ID }),
    ];
    expect(restricted((setting) => AccessRestrictions.subnetsOnly(...subnets(setting)))).toEqual({
      public: true,
      ip_restriction_default_action: 'Deny',
      scm_use_main_ip_restriction: true,
      ip_restriction: [
        {
          name: 'subnet-1',
          priority: 100,
          action: 'Allow',
          virtual_network_subnet_id: '${azurerm_subnet.Network_Apps.id}',
        },
        { name: 'subnet-2', priority: 101, action: 'Allow', virtual_network_subnet_id: SUBNET_ID },
      ],
    });
  });

  test('let address ranges in', () => {
    const ranges = AccessRestrictions.ipRanges('203.0.113.0/24', '2001:db8::/32', Fn.lower('range'));
    expect(restricted(() => ranges).ip_restriction).toEqual([
      { name: 'range-1', priority: 100, action: 'Allow', ip_address: '203.0.113.0/24' },
      { name: 'range-2', priority: 101, action: 'Allow', ip_address: '2001:db8::/32' },
      { name: 'range-3', priority: 102, action: 'Allow', ip_address: '${lower("range")}' },
    ]);
  });

  test('let private endpoints in alone', () => {
    expect(restricted(() => nobody)).toEqual({ public: false });
  });

  test('give the deployment site callers of its own', () => {
    expect(restricted(() => everybody.withDeploymentSite(builds))).toEqual({
      public: true,
      scm_use_main_ip_restriction: false,
      scm_ip_restriction_default_action: 'Deny',
      scm_ip_restriction: [{ name: 'range-1', priority: 100, action: 'Allow', ip_address: '203.0.113.7/32' }],
    });
  });

  test('open or close the deployment site apart from the app', () => {
    expect(restricted(() => builds.withDeploymentSite(everybody))).toMatchObject({
      ip_restriction_default_action: 'Deny',
      scm_use_main_ip_restriction: false,
      scm_ip_restriction_default_action: 'Allow',
    });
    expect(restricted(() => everybody.withDeploymentSite(nobody))).toEqual({
      public: true,
      scm_use_main_ip_restriction: false,
      scm_ip_restriction_default_action: 'Deny',
    });
  });

  test.each<[string, AccessRestrictions, string]>([
    [
      'a Front Door by name',
      AccessRestrictions.frontDoorOnly('fd-chat'),
      '"fd-chat" is not the id of a Front Door; use the resource_guid of its profile',
    ],
    [
      'no Front Door',
      AccessRestrictions.frontDoorOnly(''),
      '"" is not the id of a Front Door; use the resource_guid of its profile',
    ],
    [
      'no subnet',
      AccessRestrictions.subnetsOnly(),
      'no caller is allowed; name at least one, or use privateEndpointOnly()',
    ],
    [
      'a single address',
      AccessRestrictions.ipRanges('203.0.113.7'),
      '"203.0.113.7" is not an IPv4 range; use one such as 10.0.0.0/24',
    ],
    [
      'host bits',
      AccessRestrictions.ipRanges('203.0.113.7/24'),
      '"203.0.113.7/24" has host bits set; use 203.0.113.0/24',
    ],
    [
      'a single IPv6 address',
      AccessRestrictions.ipRanges('2001:db8::1'),
      '"2001:db8::1" is not an IPv6 range; use one such as 2001:db8::/32',
    ],
    [
      'an IPv6 range that is too narrow',
      AccessRestrictions.ipRanges('2001:db8::/129'),
      '"2001:db8::/129" is not an IPv6 range; use one such as 2001:db8::/32',
    ],
    [
      'a range that is wrong for the deployment site',
      everybody.withDeploymentSite(AccessRestrictions.ipRanges('office')),
      '"office" is not an IPv4 range; use one such as 10.0.0.0/24',
    ],
    [
      'a deployment site that is more open than the endpoint',
      nobody.withDeploymentSite(builds),
      'only private endpoints connect to the app, and Azure closes the deployment site with the app; leave withDeploymentSite out, or use AccessRestrictions.ipRanges(...) for the app',
    ],
    [
      'a deployment site of a deployment site',
      everybody.withDeploymentSite(everybody.withDeploymentSite(builds)),
      'a deployment site has no deployment site of its own; give withDeploymentSite once',
    ],
  ])('are refused: %s', (_case, restrictions, message) => {
    expect(restrictions._problems()).toEqual([{ code: 'appservice/access-restrictions', message }]);
  });

  test('take a Front Door that is only known when Terraform runs', () => {
    expect(AccessRestrictions.frontDoorOnly(Fn.lower('id'))._problems()).toEqual([]);
    expect(nobody.withDeploymentSite(nobody)._problems()).toEqual([]);
  });
});
