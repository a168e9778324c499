import { isKnown, Problem } from '../core/private/violations';

const FREE_AND_SHARED = ['F1', 'D1', 'SHARED'];
const CONSUMPTION = ['Y1'];
const IN_AN_ENVIRONMENT = /^I\d/;
const IN_AN_OLD_ENVIRONMENT = /^I\d$/;

/** Names that azurerm accepts, case-sensitive. */
const NAMES = new Set(
  [
    'F1 D1 SHARED Y1 FC1 B1 B2 B3 S1 S2 S3 EP1 EP2 EP3 WS1 WS2 WS3',
    'P1v2 P2v2 P3v2 P0v3 P1v3 P2v3 P3v3 P1mv3 P2mv3 P3mv3 P4mv3 P5mv3',
    'P0v4 P1v4 P2v4 P3v4 P1mv4 P2mv4 P3mv4 P4mv4 P5mv4',
    'I1 I2 I3 I1v2 I2v2 I3v2 I4v2 I5v2 I6v2 I1mv2 I2mv2 I3mv2 I4mv2 I5mv2',
  ].flatMap((line) => line.split(' ')),
);

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

  /**
   * Another size.
   *
   * @param name as azurerm spells it, such as `P1mv3`
   */
  public static of(name: string): PlanSku {
    return new PlanSku(name);
  }

  private constructor(
    /** Name, as `P0v3`. */
    public readonly name: string,
  ) {}

  /** Whether apps can be kept loaded when nobody calls them. */
  public get canStayLoaded(): boolean {
    return !FREE_AND_SHARED.includes(this.name);
  }

  /** Whether apps can be integrated with a subnet. */
  public get canJoinSubnet(): boolean {
    return ![...FREE_AND_SHARED, ...CONSUMPTION].includes(this.name) && !IN_AN_ENVIRONMENT.test(this.name);
  }

  /**
   * Whether private endpoints can lead to apps: not on Free, Shared and Consumption plans, nor in an App Service
   * Environment before version 3.
   *
   * @see https://learn.microsoft.com/azure/app-service/overview-private-endpoint
   */
  public get takesPrivateEndpoints(): boolean {
    return ![...FREE_AND_SHARED, ...CONSUMPTION].includes(this.name) && !IN_AN_OLD_ENVIRONMENT.test(this.name);
  }

  /**
   * What azurerm would refuse in the name.
   *
   * @internal
   */
  public _problems(): Problem[] {
    if (!isKnown(this.name) || NAMES.has(this.name)) return [];
    const message = `"${this.name}" is not a plan size; use one as B1, P0v3 or P1mv3, with this letter case`;
    return [{ code: 'appservice/plan-sku', message }];
  }
}
