import { newNetwork } from './network';
import { newIdentity } from './web-app';
import {
  FlexConsumptionFunctionApp,
  FlexConsumptionFunctionAppProps,
  FunctionAppProps,
  LinuxFunctionApp,
  OsType,
  PlanSku,
  ServicePlan,
  WindowsFunctionApp,
} from '../../src/appservice';
import { AddressRange, SubnetDelegation } from '../../src/network';
import { StorageAccount } from '../../src/storage';

/** A stack with a network, a plan and a storage account, and what defines a function app there. */
export function setUpLinuxFunctions(sku: PlanSku = PlanSku.P0V3) {
  const setting = setUp(sku, OsType.LINUX, SubnetDelegation.WEB_SERVER_FARMS);
  const define = (change: Partial<FunctionAppProps> = {}) =>
    new LinuxFunctionApp(setting.stack, 'App', { ...setting.props, ...change });
  return { ...setting, define };
}

/** The same for Windows. */
export function setUpWindowsFunctions(sku: PlanSku = PlanSku.P0V3) {
  const setting = setUp(sku, OsType.WINDOWS, SubnetDelegation.WEB_SERVER_FARMS);
  const define = (change: Partial<FunctionAppProps> = {}) =>
    new WindowsFunctionApp(setting.stack, 'App', { ...setting.props, ...change });
  return { ...setting, define };
}

/** The same for Flex Consumption. */
export function setUpFlex(sku: PlanSku = PlanSku.FC1) {
  const setting = setUp(sku, OsType.LINUX, SubnetDelegation.APP_ENVIRONMENTS);
  const define = (change: Partial<FlexConsumptionFunctionAppProps> = {}) =>
    new FlexConsumptionFunctionApp(setting.stack, 'App', { ...setting.props, ...change });
  return { ...setting, define };
}

function setUp(sku: PlanSku, osType: OsType, delegation: SubnetDelegation) {
  const network = newNetwork();
  const { stack, resourceGroup, virtualNetwork } = network;
  const addressRange = AddressRange.prefixLength(27);
  const integrationSubnet = virtualNetwork.addSubnet('Functions', { name: 'functions', addressRange, delegation });
  const servicePlan = new ServicePlan(stack, 'Plan', { name: 'asp', resourceGroup, osType, sku });
  const storage = new StorageAccount(stack, 'Storage', { name: 'stfunc', resourceGroup });
  const identity = newIdentity(stack);
  return {
    ...network,
    storage,
    props: { name: 'func-test', resourceGroup, servicePlan, identity, integrationSubnet, storage },
  };
}
