import { Body, typeOf } from './bodies';

/** What one resource was, and is to be. */
interface Change {
  readonly address: string;
  readonly before: Body;
  readonly after: Body;
}

/** A change that azurerm makes in place, and that Azure does not take, or not always. */
interface Refusal {
  readonly text: string;
  readonly source: string;
  /** Whether it meets a change, among the resources that are there afterwards. */
  readonly meets: (change: Change, bodies: ReadonlyMap<string, Body>) => boolean;
}

/** Resources that lie in a subnet, with the attribute that has its id. */
const INSIDE: Readonly<Record<string, string>> = {
  azurerm_private_endpoint: 'subnet_id',
  azurerm_linux_web_app: 'virtual_network_subnet_id',
  azurerm_windows_web_app: 'virtual_network_subnet_id',
  azurerm_linux_function_app: 'virtual_network_subnet_id',
  azurerm_windows_function_app: 'virtual_network_subnet_id',
  azurerm_function_app_flex_consumption: 'virtual_network_subnet_id',
};

const differs = ({ before, after }: Change, attribute: string) =>
  JSON.stringify(before[attribute]) !== JSON.stringify(after[attribute]);

const changesFlex = ({ before, after }: Change) => (before.sku_name === 'FC1') !== (after.sku_name === 'FC1');

const REFUSALS: readonly Refusal[] = [
  {
    text: 'Azure rejects another range of a subnet that is in use',
    source: 'https://github.com/hashicorp/terraform-provider-azurerm/issues/11211',
    meets: (change, bodies) =>
      typeOf(change.address) === 'azurerm_subnet' &&
      differs(change, 'address_prefixes') &&
      [...bodies].some(([address, body]) =>
        String(body[INSIDE[typeOf(address)] ?? '']).includes(`${change.address}.id`),
      ),
  },
  {
    text: 'Azure rejects a plan of another resource group, region or operating system',
    source:
      'https://learn.microsoft.com/azure/app-service/app-service-plan-manage#move-an-app-to-another-app-service-plan',
    meets: (change) => /_(web|function)_app$/.test(typeOf(change.address)) && differs(change, 'service_plan_id'),
  },
  {
    text: 'Azure rejects it where the scale unit of the plan has no zones',
    source: 'https://learn.microsoft.com/azure/reliability/reliability-app-service',
    meets: (change) =>
      typeOf(change.address) === 'azurerm_service_plan' &&
      change.before.zone_balancing_enabled !== true &&
      change.after.zone_balancing_enabled === true,
  },
  {
    text: 'Azure rejects a size that the scale unit of the plan does not have',
    source: 'https://learn.microsoft.com/azure/app-service/app-service-configure-premium-v3-tier',
    meets: (change) =>
      typeOf(change.address) === 'azurerm_service_plan' && differs(change, 'sku_name') && !changesFlex(change),
  },
  {
    text: 'Azure rejects the change of a plan to Flex Consumption, or from it',
    source: 'https://learn.microsoft.com/azure/azure-functions/migration/migrate-plan-consumption-to-flex',
    meets: (change) => typeOf(change.address) === 'azurerm_service_plan' && changesFlex(change),
  },
];

/** What Azure rejects of a change, by the resources before and after it and those that are replaced. */
export function refusalsOf(
  before: ReadonlyMap<string, Body>,
  after: ReadonlyMap<string, Body>,
  replaced: ReadonlySet<string>,
): string[] {
  const changes = [...after]
    .filter(([address]) => before.has(address) && !replaced.has(address))
    .map(([address, body]) => ({ address, before: before.get(address)!, after: body }));
  return REFUSALS.filter(({ meets }) => changes.some((change) => meets(change, after))).map(
    ({ text, source }) => `${text} ([source](${source}))`,
  );
}
