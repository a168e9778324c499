import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem } from '../core/internal/violations';
import { AutoscaleOptions } from '../observability';
import { boundProblems, othersScaleProblems, ruleProblems } from '../observability/internal/autoscale-problems';

/**
 * Features of a service that not every tier supports.
 *
 * @internal
 */
export interface SkuDemand {
  readonly publicNetworkAccess: boolean;
  readonly privateEndpoint: boolean;
  readonly clientCertificate?: boolean;
  readonly sharedLink?: boolean;
}

/**
 * Tier and units of a SignalR service.
 *
 * @see https://azure.microsoft.com/pricing/details/signalr-service/
 */
export class Sku {
  /** Free_F1: one unit, 20 connections, no private endpoints, no service level agreement. For trials only. */
  public static free(): Sku {
    return new Sku('Free_F1', 1);
  }

  /**
   * Standard_S1.
   *
   * @param units 1 to 10, 20, 30 ... 100; each takes 1,000 connections
   */
  public static standard(units: number): Sku {
    checkInput('signalr.Sku.standard', arguments);
    return new Sku('Standard_S1', units);
  }

  /**
   * Premium_P1: zone redundancy, custom domains, replicas.
   *
   * @param units 1 to 10, 20, 30 ... 100; each takes 1,000 connections
   */
  public static premium(units: number): Sku {
    checkInput('signalr.Sku.premium', arguments);
    return new Sku('Premium_P1', units);
  }

  /**
   * Premium_P2: as Premium_P1, for more than 100 units.
   *
   * @param units 100, 200 ... 1000; each takes 1,000 connections
   */
  public static premiumP2(units: number): Sku {
    checkInput('signalr.Sku.premiumP2', arguments);
    return new Sku('Premium_P2', units);
  }

  private constructor(
    /** Name, such as `Standard_S1`. */
    public readonly name: string,
    /** Number of units. */
    public readonly units: number,
    /** Reports whether others change the number of units. */
    public readonly isScaledByOthers: boolean = false,
  ) {}

  /**
   * The same tier and units, which others change, such as an autoscale setting of another team or a schedule: Terraform
   * creates the service or replica with these units, and ignores their number from then on. An autoscale setting of
   * your own is `addAutoscale` of the service.
   */
  public scaledByOthers(): Sku {
    return new Sku(this.name, this.units, true);
  }

  /** Reports whether the tier is Premium. */
  public get isPremium(): boolean {
    return this.name.startsWith('Premium_');
  }

  /**
   * Reports features that the tier does not support. azurerm rejects some of them when it applies, Azure the rest.
   *
   * @internal
   */
  public _problems(demand: SkuDemand): Problem[] {
    const problems: Problem[] = [];
    if (isKnown(this.units) && !this.allowedUnits().includes(this.units)) {
      const message = `${this.name} with ${this.units} units given; use ${this.unitsInWords()}`;
      problems.push({ code: 'signalr/capacity', message });
    }
    if (this.name !== 'Free_F1') return problems;
    if (this.isScaledByOthers) {
      const message = 'Free_F1 has one unit, which others cannot change; leave scaledByOthers() out';
      problems.push({ code: 'signalr/capacity', message });
    }
    if (!demand.publicNetworkAccess) {
      const message = 'Free_F1 cannot disable public network access; choose Sku.standard(1) or higher';
      problems.push({ code: 'signalr/free-tier-public-access', message });
    }
    if (demand.clientCertificate) {
      const message = 'Free_F1 cannot require TLS client certificates; choose Sku.standard(1) or higher';
      problems.push({ code: 'signalr/free-tier-client-certificate', message });
    }
    if (demand.privateEndpoint) {
      const message = 'Free_F1 cannot have private endpoints; choose Sku.standard(1) or higher';
      problems.push({ code: 'signalr/free-tier-private-endpoint', message });
    }
    if (demand.sharedLink) {
      const message = 'Free_F1 cannot have shared private links; choose Sku.standard(1) or higher';
      problems.push({ code: 'signalr/free-tier-shared-private-link', message });
    }
    return problems;
  }

  /**
   * Certificates and domains of one's own need the Premium tier.
   *
   * @param what what is added to the service, in the plural
   * @internal
   */
  public _customDomainProblems(what: string): Problem[] {
    if (this.isPremium) return [];
    const message = `${this.name} cannot have ${what}; choose Sku.premium(1) or higher`;
    return [{ code: 'signalr/custom-domain-requires-premium', message }];
  }

  /**
   * Explains why Azure Monitor does not scale the service between such units.
   *
   * @see https://learn.microsoft.com/azure/azure-signalr/signalr-howto-scale-autoscale
   * @internal
   */
  public _autoscaleProblems(options: AutoscaleOptions): Problem[] {
    const { rules = [] } = options;
    const ofRules = options.rules === undefined ? [] : ruleProblems(rules);
    if (!this.isPremium) {
      const message = `Azure Monitor does not scale ${this.name} services; choose Sku.premium(1) or higher`;
      return [{ code: 'autoscale/tier', message }, ...ofRules];
    }
    const units = this.allowedUnits();
    const limits = { accepts: (count: number) => units.includes(count), inWords: this.unitsInWords(), what: this.name };
    const ofOthers = othersScaleProblems(this.isScaledByOthers, 'a Sku without scaledByOthers()');
    return [...boundProblems(options, limits), ...ofOthers, ...ofRules];
  }

  private allowedUnits(): number[] {
    const upToTen = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    if (this.name === 'Free_F1') return [1];
    if (this.name === 'Premium_P2') return upToTen.map((n) => n * 100);
    return [...upToTen, ...upToTen.map((n) => n * 10)];
  }

  private unitsInWords(): string {
    return this.name === 'Premium_P2' ? '100, 200 ... 1000' : '1 to 10, 20, 30 ... 100';
  }
}
