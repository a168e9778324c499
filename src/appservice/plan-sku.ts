import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem } from '../core/internal/violations';

/** Features of a group of sizes. */
interface Tier {
  readonly sizes: RegExp;
  readonly canStayLoaded?: boolean;
  readonly canJoinSubnet?: boolean;
  readonly takesPrivateEndpoints?: boolean;
  readonly hasSlots?: boolean;
  readonly hostsWebApps?: boolean;
  readonly canBalanceZones?: boolean;
  readonly canScalePerSite?: boolean;
  readonly scalesAutomatically?: boolean;
  readonly scalesByRules?: boolean;
  /** The most workers that one asks for; 0 where Azure alone decides. */
  readonly mostWorkers: number;
}

const PRIVATE = { canJoinSubnet: true, takesPrivateEndpoints: true };
const DEDICATED = { ...PRIVATE, canStayLoaded: true, hostsWebApps: true };
const PRODUCTION = { ...DEDICATED, hasSlots: true, canScalePerSite: true, scalesByRules: true };
const ELASTIC = { ...PRIVATE, hasSlots: true, canBalanceZones: true, scalesAutomatically: true };

/**
 * Sources: https://learn.microsoft.com/azure/app-service/overview-vnet-integration (subnets),
 * https://learn.microsoft.com/azure/app-service/overview-private-endpoint (endpoints),
 * https://learn.microsoft.com/azure/app-service/manage-scale-up (workers),
 * https://learn.microsoft.com/azure/app-service/manage-scale-per-app (per-site scaling),
 * https://learn.microsoft.com/azure/app-service/manage-automatic-scaling (automatic scaling, rules) and
 * https://learn.microsoft.com/azure/azure-functions/functions-scale (Consumption, Flex Consumption, Elastic Premium).
 */
const TIERS: Tier[] = [
  { sizes: /^(F1|D1|SHARED)$/, hostsWebApps: true, mostWorkers: 1 },
  { sizes: /^Y1$/, hasSlots: true, mostWorkers: 0 },
  { sizes: /^FC1$/, ...PRIVATE, canBalanceZones: true, mostWorkers: 0 },
  { sizes: /^B[1-3]$/, ...DEDICATED, mostWorkers: 3 },
  { sizes: /^S[1-3]$/, ...PRODUCTION, mostWorkers: 10 },
  {
    sizes: /^(P[1-3]v2|P[0-3]v3|P[1-5]mv3|P[0-3]v4|P[1-5]mv4)$/,
    ...PRODUCTION,
    canBalanceZones: true,
    scalesAutomatically: true,
    mostWorkers: 30,
  },
  { sizes: /^EP[1-3]$/, ...ELASTIC, mostWorkers: 100 },
  { sizes: /^WS[1-3]$/, ...ELASTIC, mostWorkers: 100 },
  // In an App Service Environment apps are in its subnet and join no other; the old ones take no private endpoints.
  {
    sizes: /^I[1-3]$/,
    ...PRODUCTION,
    canJoinSubnet: false,
    takesPrivateEndpoints: false,
    canBalanceZones: true,
    mostWorkers: 100,
  },
  { sizes: /^(I[1-6]v2|I[1-5]mv2)$/, ...PRODUCTION, canJoinSubnet: false, canBalanceZones: true, mostWorkers: 100 },
];

/** A size that is only known when Terraform runs is not judged. */
const UNKNOWN: Tier = {
  sizes: /^/,
  ...PRODUCTION,
  canBalanceZones: true,
  scalesAutomatically: true,
  mostWorkers: Infinity,
};

/**
 * Size of a service plan's workers.
 *
 * @see https://learn.microsoft.com/azure/app-service/overview-hosting-plans
 */
export class PlanSku {
  /** Basic, one core: for tests. */
  public static readonly B1 = PlanSku.of('B1');

  /** Premium v3, one core and 4 GB: the smallest for production. */
  public static readonly P0V3 = PlanSku.of('P0v3');

  /** Premium v3, two cores and 8 GB. */
  public static readonly P1V3 = PlanSku.of('P1v3');

  /** Premium v3, four cores and 16 GB. */
  public static readonly P2V3 = PlanSku.of('P2v3');

  /** Premium v3, eight cores and 32 GB. */
  public static readonly P3V3 = PlanSku.of('P3v3');

  /** Elastic Premium, one core and 3.5 GB: for function apps that are always ready. */
  public static readonly EP1 = PlanSku.of('EP1');

  /** Flex Consumption: for one function app, billed by use. */
  public static readonly FC1 = PlanSku.of('FC1');

  /**
   * Another size.
   *
   * @param name as azurerm spells it, such as `P1mv3`
   */
  public static of(name: string): PlanSku {
    checkInput('appservice.PlanSku.of', arguments);
    return new PlanSku(name);
  }

  private readonly tier: Tier;

  private constructor(
    /** Name, such as `P0v3`. */
    public readonly name: string,
  ) {
    this.tier = TIERS.find(({ sizes }) => sizes.test(name)) ?? UNKNOWN;
  }

  /**
   * Reports whether apps can be always on. Elastic and consumption plans keep apps ready, or do not, in their own way.
   */
  public get canStayLoaded(): boolean {
    return this.tier.canStayLoaded ?? false;
  }

  /** Reports whether apps can be integrated with a subnet. */
  public get canJoinSubnet(): boolean {
    return this.tier.canJoinSubnet ?? false;
  }

  /** Reports whether apps take private endpoints. */
  public get takesPrivateEndpoints(): boolean {
    return this.tier.takesPrivateEndpoints ?? false;
  }

  /** Reports whether apps can have deployment slots. */
  public get hasSlots(): boolean {
    return this.tier.hasSlots ?? false;
  }

  /** Reports whether the plan takes web apps; others are for function apps or workflows only. */
  public get hostsWebApps(): boolean {
    return this.tier.hostsWebApps ?? false;
  }

  /** Reports whether the workers can be spread over availability zones. */
  public get canBalanceZones(): boolean {
    return this.tier.canBalanceZones ?? false;
  }

  /** Reports whether the plan is elastic: it starts and stops workers as its apps need them. */
  public get isElastic(): boolean {
    return /^(EP|WS)\d$/.test(this.name);
  }

  /** Reports whether the plan is for workflows of Logic Apps, and for no other apps. */
  public get isWorkflow(): boolean {
    return /^WS\d$/.test(this.name);
  }

  /** Reports whether the plan is for Consumption, where Azure alone runs the workers. */
  public get isConsumption(): boolean {
    return this.name === 'Y1';
  }

  /** Reports whether the plan is for Flex Consumption, whose workers the function app itself asks for. */
  public get isFlex(): boolean {
    return this.name === 'FC1';
  }

  /**
   * Reports whether the plan is part of an App Service Environment, whose apps are in its network.
   *
   * @internal
   */
  public get _isIsolated(): boolean {
    return /^I\d/.test(this.name);
  }

  /**
   * Reports whether each app can be given its own number of workers.
   *
   * @internal
   */
  public get _canScalePerSite(): boolean {
    return this.tier.canScalePerSite ?? false;
  }

  /**
   * Reports whether workers come and go with the load.
   *
   * @internal
   */
  public get _scalesAutomatically(): boolean {
    return this.tier.scalesAutomatically ?? false;
  }

  /**
   * Reports whether Azure Monitor scales the plan.
   *
   * @internal
   */
  public get _scalesByRules(): boolean {
    return this.tier.scalesByRules ?? false;
  }

  /**
   * The most workers that one can ask for.
   *
   * @internal
   */
  public get _mostWorkers(): number {
    return this.tier.mostWorkers;
  }

  /**
   * Reports what azurerm would reject in the name.
   *
   * @internal
   */
  public _problems(): Problem[] {
    if (!isKnown(this.name) || this.tier !== UNKNOWN) return [];
    const message = `"${this.name}" is not a plan size; use one such as B1, P0v3 or P1mv3, in this letter case`;
    return [{ code: 'appservice/plan-sku', message }];
  }
}
