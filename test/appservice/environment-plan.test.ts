import { AppServiceEnvironmentV3 } from '@cdktf/provider-azurerm/lib/app-service-environment-v3';
import { ServicePlan as ServicePlanResource } from '@cdktf/provider-azurerm/lib/service-plan';
import { TerraformStack } from 'cdktf';
import { AppHost, AppNetwork, FunctionHost, SecureServerlessSignalR, SecureSignalRApp } from '../../src';
import { IServicePlan, OsType, PlanSku, ServicePlan } from '../../src/appservice';
import { AddressRange, ISubnet, IVirtualNetwork, Subnet, SubnetDelegation, VirtualNetwork } from '../../src/network';
import { verdicts } from '../support/connectivity';
import { setUpLinuxFunctions, setUpWindowsFunctions } from '../support/function-app';
import { NETWORK_ID, PLAN_ID } from '../support/ids';
import { schemaViolations } from '../support/provider-schema';
import { messageOf, newGroup, newStack, only, resources, synth, warnings } from '../support/synth';
import { setUpLinux, setUpWindows } from '../support/web-app';

const dnsSuffix = 'ase-estate.appserviceenvironment.net';

interface Facts {
  readonly servicePlanId?: string;
  readonly osType?: OsType;
  readonly sku?: PlanSku;
  readonly dnsSuffix?: string;
}

/** A plan of an environment in a subnet. */
function planIn(stack: TerraformStack, subnet: ISubnet, facts: Facts = {}): IServicePlan {
  return ServicePlan.fromServicePlanAttributes(stack, 'Isolated', {
    servicePlanId: facts.servicePlanId ?? PLAN_ID,
    location: 'centralus',
    osType: facts.osType,
    sku: facts.sku ?? PlanSku.of('I1v2'),
    environment: { subnet, dnsSuffix: facts.dnsSuffix ?? dnsSuffix },
  });
}

const existing = (stack: TerraformStack, name: string) =>
  Subnet.fromSubnetAttributes(stack, name, {
    subnetId: `${NETWORK_ID}/subnets/${name}`,
    virtualNetworkId: NETWORK_ID,
  });

describe.each([
  ['azurerm_linux_web_app', () => setUpLinux(), 'vnet_image_pull_enabled'],
  ['azurerm_windows_web_app', () => setUpWindows(), 'virtual_network_image_pull_enabled'],
  ['azurerm_linux_function_app', () => setUpLinuxFunctions(), 'vnet_image_pull_enabled'],
  ['azurerm_windows_function_app', () => setUpWindowsFunctions(), 'vnet_image_pull_enabled'],
] as const)('%s on a plan of an App Service Environment', (type, setUp, pull) => {
  test('is in its subnet without joining it, and has a host name of the environment', () => {
    const { stack, define } = setUp();
    const subnet = existing(stack, 'ase');
    const app = define({ servicePlan: planIn(stack, subnet), integrationSubnet: subnet });
    const body = only(stack, type);
    expect(body.virtual_network_subnet_id).toBeUndefined();
    expect(body.site_config.vnet_route_all_enabled).toBeUndefined();
    expect(body[pull]).toBe(true);
    expect(body.service_plan_id).toBe(PLAN_ID);
    expect(app.origin).toMatch(/^https:\/\/\w+-test\.ase-estate\.appserviceenvironment\.net$/);
    app.addSlot('Staging', { name: 'staging' });
    const [slot] = resources(stack, `${type}_slot`);
    expect(slot.virtual_network_subnet_id).toBeUndefined();
    expect(slot[pull]).toBe(true);
    expect(schemaViolations(synth(stack))).toEqual([]);
  });

  test('calls out from no other subnet', () => {
    const { stack, define } = setUp();
    const servicePlan = planIn(stack, existing(stack, 'ase'));
    expect(messageOf(() => define({ servicePlan, integrationSubnet: existing(stack, 'apps') }))).toBe(
      `Prod/App: [appservice/environment-subnet] plan Prod/Isolated is in an App Service Environment, whose apps call out from its subnet ${NETWORK_ID}/subnets/ase, but the subnet of the app is ${NETWORK_ID}/subnets/apps; give that of the environment`,
    );
  });
});

test('a plan outside is no plan of an environment, whatever is said of it', () => {
  const { stack, define } = setUpLinux();
  const subnet = existing(stack, 'ase');
  expect(
    messageOf(() =>
      define({ servicePlan: planIn(stack, subnet, { sku: PlanSku.of('F1') }), integrationSubnet: subnet }),
    ),
  ).toContain('[appservice/plan-without-vnet] apps on F1 plans cannot be integrated');
});

test('the suffix of an environment is a host name', () => {
  const { stack } = setUpLinux();
  expect(messageOf(() => planIn(stack, existing(stack, 'ase'), { dnsSuffix: 'https://ase' }))).toBe(
    'Prod/Isolated: [appservice/hostname] "https://ase" is not a host name; use one without scheme, port and path, such as ase-estate.appserviceenvironment.net',
  );
});

describe('SecureSignalRApp on a plan of an App Service Environment', () => {
  const define = (stack: TerraformStack, servicePlan: IServicePlan, network: IVirtualNetwork, subnet: ISubnet) =>
    new SecureSignalRApp(stack, 'Chat', {
      location: 'centralus',
      host: AppHost.linuxWebApp({ servicePlan }),
      network: AppNetwork.existing({
        virtualNetwork: network,
        integrationSubnet: subnet,
        privateEndpointSubnet: network instanceof VirtualNetwork ? endpointsIn(network) : existing(stack, 'endpoints'),
      }),
    });
  const endpointsIn = (network: VirtualNetwork) =>
    network.addSubnet('Endpoints', { name: 'endpoints', addressRange: AddressRange.prefixLength(28) });
  const networkOf = (stack: TerraformStack) =>
    VirtualNetwork.fromVirtualNetworkAttributes(stack, 'Network', {
      virtualNetworkId: NETWORK_ID,
      virtualNetworkName: 'vnet',
      resourceGroupName: 'rg',
      location: 'centralus',
    });

  test('is judged as in the subnet where the environment is in the configuration', () => {
    const { stack, resourceGroup } = newGroup();
    const addressSpace = ['10.0.0.0/24'];
    const virtualNetwork = new VirtualNetwork(stack, 'Network', { name: 'vnet', resourceGroup, addressSpace });
    const subnet = virtualNetwork.addSubnet('Ase', {
      name: 'ase',
      addressRange: AddressRange.prefixLength(25),
      delegation: SubnetDelegation.to('Microsoft.Web/hostingEnvironments'),
    });
    const place = { resourceGroupName: resourceGroup.resourceGroupName };
    const environment = new AppServiceEnvironmentV3(stack, 'Environment', {
      ...place,
      name: 'ase-estate',
      subnetId: subnet.subnetId,
    });
    const plan = new ServicePlanResource(stack, 'IsolatedPlan', {
      ...place,
      name: 'asp-estate',
      location: 'centralus',
      osType: 'Linux',
      skuName: 'I1v2',
      appServiceEnvironmentId: environment.id,
    });
    define(stack, planIn(stack, subnet, { servicePlanId: plan.id }), virtualNetwork, subnet);
    expect(only(stack, 'azurerm_signalr_service').cors[0].allowed_origins).toEqual([
      expect.stringMatching(/^https:\/\/app-chat-.*\.ase-estate\.appserviceenvironment\.net$/),
    ]);
    expect(verdicts(stack)).toContain('subnet private - + + -');
    expect(warnings(stack)).toEqual([]);
  });

  test('is not known to be in a network where the environment is elsewhere', () => {
    const stack = newStack();
    const subnet = existing(stack, 'ase');
    define(stack, planIn(stack, subnet), networkOf(stack), subnet);
    synth(stack);
    expect(warnings(stack).filter((text) => text.startsWith('[APP1]'))).toEqual([
      '[APP1] Not known at synth: whether it runs in a network is not known, since the plan, which is not in the configuration and may be in an App Service Environment, decides.',
    ]);
    expect(verdicts(stack)[1]).toContain(' unknown ? ? ? -');
  });

  test('takes the network of the environment', () => {
    const stack = newStack();
    const servicePlan = planIn(stack, existing(stack, 'ase'));
    expect(messageOf(() => define(stack, servicePlan, networkOf(stack), existing(stack, 'apps')))).toContain(
      'Prod/Chat/VirtualNetwork: [appservice/environment-subnet] plan Prod/Isolated is in an App Service Environment',
    );
    const host = AppHost.linuxWebApp({ servicePlan });
    expect(messageOf(() => new SecureSignalRApp(stack, 'New', { location: 'centralus', host }))).toBe(
      'Prod/New/VirtualNetwork: [appservice/environment-subnet] plan Prod/Isolated is in an App Service Environment, whose apps call out from its subnet and not from a new network; give the network of the environment with AppNetwork.existing(...)',
    );
  });
});

test('SecureServerlessSignalR takes no plan of an App Service Environment', () => {
  const stack = newStack();
  const host = FunctionHost.linux({ servicePlan: planIn(stack, existing(stack, 'ase')) });
  expect(messageOf(() => new SecureServerlessSignalR(stack, 'Chat', { location: 'centralus', host }))).toBe(
    'Prod/Chat/FunctionApp: [appservice/environment-subnet] plan Prod/Isolated is in an App Service Environment, whose apps have host names for which SecureServerlessSignalR makes no private endpoint; use a plan outside of it',
  );
});
