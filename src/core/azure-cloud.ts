import { checkInput } from './internal/input/check-input';
import { normalizeLocation } from './internal/region-name';

/** One of the Azure clouds; each has its own domain names. */
export class AzureCloud {
  /** The public Azure cloud. */
  public static readonly PUBLIC = new AzureCloud('public', 'azurewebsites.net');

  /** Azure for the US government. */
  public static readonly US_GOVERNMENT = new AzureCloud('US government', 'azurewebsites.us');

  /** Azure in China, operated by 21Vianet. */
  public static readonly CHINA = new AzureCloud('China', 'chinacloudsites.cn');

  /**
   * The cloud that a region belongs to.
   *
   * @param location name of an Azure region, such as `centralus` or `Central US`
   */
  public static ofLocation(location: string): AzureCloud {
    checkInput('core.AzureCloud.ofLocation', arguments);
    const region = normalizeLocation(location);
    if (region.startsWith('usgov') || region.startsWith('usdod')) return AzureCloud.US_GOVERNMENT;
    return region.startsWith('china') ? AzureCloud.CHINA : AzureCloud.PUBLIC;
  }

  private constructor(
    /** Name of the cloud. */
    public readonly name: string,
    /** Domain of App Service's default host names, such as `azurewebsites.net`. */
    public readonly appServiceDomain: string,
  ) {}
}
