import { LinuxWebAppSiteConfigApplicationStack } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { isKnown, Problem } from '../core/private/violations';

/** Versions that azurerm 4.55 accepts for Linux web apps. */
const DOTNET = ['3.1', '5.0', '6.0', '7.0', '8.0', '9.0', '10.0'];
const NODE = ['12-lts', '14-lts', '16-lts', '18-lts', '20-lts', '22-lts'];
const PYTHON = ['3.7', '3.8', '3.9', '3.10', '3.11', '3.12', '3.13'];

/** Language and version that a web app runs on. */
export class Runtime {
  /**
   * .NET.
   *
   * @param version as `10.0`
   */
  public static dotnet(version: string): Runtime {
    return new Runtime('.NET', version, DOTNET, { dotnetVersion: version });
  }

  /**
   * Node.js.
   *
   * @param version as `22-lts`
   */
  public static node(version: string): Runtime {
    return new Runtime('Node.js', version, NODE, { nodeVersion: version });
  }

  /**
   * Python.
   *
   * @param version as `3.13`
   */
  public static python(version: string): Runtime {
    return new Runtime('Python', version, PYTHON, { pythonVersion: version });
  }

  private constructor(
    /** Name of the language. */
    public readonly language: string,
    /** Version, as Azure spells it. */
    public readonly version: string,
    private readonly versions: string[],
    /**
     * The `application_stack` block.
     *
     * @internal
     */
    public readonly _applicationStack: LinuxWebAppSiteConfigApplicationStack,
  ) {}

  /**
   * What azurerm would refuse in the version.
   *
   * @internal
   */
  public _problems(): Problem[] {
    if (!isKnown(this.version) || this.versions.includes(this.version)) return [];
    const message = `${this.language} "${this.version}" given; use one of ${this.versions.join(', ')}`;
    return [{ code: 'appservice/runtime-version', message }];
  }
}
