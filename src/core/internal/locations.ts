import { IConstruct } from 'constructs';
import { namesInContext } from './context-names';
import { normalizeLocation } from './region-name';
import { isKnown, Problem } from './violations';

/** Construct context that names regions newer than this library, as an array of strings. */
export const EXTRA_LOCATIONS_CONTEXT = 'azureLocations';

// https://learn.microsoft.com/azure/reliability/regions-list
export const LOCATIONS: ReadonlySet<string> = new Set(
  [
    'australiacentral australiacentral2 australiaeast australiasoutheast austriaeast belgiumcentral brazilsouth',
    'brazilsoutheast canadacentral canadaeast centralindia centralus chilecentral denmarkeast eastasia eastus eastus2',
    'francecentral francesouth germanynorth germanywestcentral indonesiacentral israelcentral italynorth japaneast',
    'japanwest jioindiacentral jioindiawest koreacentral koreasouth malaysiawest mexicocentral newzealandnorth',
    'northcentralus northeurope norwayeast norwaywest polandcentral qatarcentral southafricanorth southafricawest',
    'southcentralus southeastasia southindia spaincentral swedencentral swedensouth switzerlandnorth switzerlandwest',
    'uaecentral uaenorth uksouth ukwest westcentralus westeurope westindia westus westus2 westus3',
    'centraluseuap eastus2euap',
    'usdodcentral usdodeast usgovarizona usgovtexas usgovvirginia',
    'chinaeast chinaeast2 chinaeast3 chinanorth chinanorth2 chinanorth3',
  ].flatMap((line) => line.split(' ')),
);

/** Reports whether two regions are known to differ. */
export function locationsDiffer(a: string | undefined, b: string | undefined): boolean {
  return isKnown(a) && isKnown(b) && normalizeLocation(a) !== normalizeLocation(b);
}

/** Reports whether Azure has a region, as far as this library or the construct context knows. */
export function isLocation(scope: IConstruct, location: string): boolean {
  const name = normalizeLocation(location);
  return LOCATIONS.has(name) || namesInContext(scope, EXTRA_LOCATIONS_CONTEXT).map(normalizeLocation).includes(name);
}

/** Problems with a region, if one is given. */
export function locationProblems(scope: IConstruct, location: string | undefined): Problem[] {
  if (!isKnown(location) || isLocation(scope, location)) return [];
  return [
    {
      code: 'core/location',
      message: `"${location}" is not a known Azure region; use a name such as centralus, or list a newer region in the construct context "${EXTRA_LOCATIONS_CONTEXT}"`,
    },
  ];
}
