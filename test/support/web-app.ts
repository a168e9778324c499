import { TerraformStack } from 'cdktf';
import { IDENTITY, identityId, principalIdOf } from './ids';
import { newNetwork } from './network';
import {
  LinuxWebApp,
  OsType,
  PlanSku,
  ServicePlan,
  ServicePlanProps,
  WebAppProps,
  WindowsWebApp,
} from '../../src/appservice';
import { IManagedIdentity, ManagedIdentity } from '../../src/identity';

/** An identity that others own. */
export function newIdentity(stack: TerraformStack, id: string = 'Identity'): IManagedIdentity {
  return ManagedIdentity.fromManagedIdentityAttributes(stack, id, {
    ...IDENTITY,
    identityId: identityId(id.toLowerCase()),
    principalId: id === 'Identity' ? IDENTITY.principalId : principalIdOf(id),
  });
}

/** A stack with a network and a Linux plan, and what defines an app there with what the test changes. */
export function setUpLinux(sku: PlanSku = PlanSku.B1) {
  const setting = setUp({ sku, osType: OsType.LINUX });
  const define = (change: Partial<WebAppProps> = {}) =>
    new LinuxWebApp(setting.stack, 'App', { ...setting.props, ...change });
  return { ...setting, define };
}

/** The same for Windows. */
export function setUpWindows(osType: OsType = OsType.WINDOWS) {
  const setting = setUp({ sku: PlanSku.P0V3, osType });
  const define = (change: Partial<WebAppProps> = {}) =>
    new WindowsWebApp(setting.stack, 'App', { ...setting.props, ...change });
  return { ...setting, define };
}

function setUp(plan: Pick<ServicePlanProps, 'sku' | 'osType'>) {
  const { appSubnet, ...network } = newNetwork();
  const { stack, resourceGroup } = network;
  const identity = newIdentity(stack);
  const servicePlan = new ServicePlan(stack, 'Plan', { name: 'asp', resourceGroup, ...plan });
  return {
    ...network,
    props: { name: 'app-test', resourceGroup, servicePlan, identity, integrationSubnet: appSubnet },
  };
}
