import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { ContainerImage } from './container-image';
import { AppKind, Language } from './internal/app-kind';
import { JavaServer } from './java-server';
import { namesInContext } from '../core/internal/context-names';
import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem, withCode } from '../core/internal/violations';
import { AZURERM_MAJOR_CONTEXT, isForAzurerm5 } from '../engine/azurerm-major';

/** Construct context that names versions newer than this library, as an array of texts such as `Node.js 26`. */
const EXTRA_RUNTIMES_CONTEXT = 'appServiceRuntimes';

/**
 * Runtime of an app: a language and its version, or a container.
 *
 * The same runtime fits web and function apps on Linux and Windows; each spells it in its own way. Not every kind of
 * app runs every language and version, nor does every release of azurerm know it. A version that is only known when
 * Terraform runs is passed on as it is; one that is newer than this library goes into the construct context
 * `appServiceRuntimes`.
 */
export class Runtime {
  /**
   * .NET, or on Windows .NET Framework (`4.8`). Function apps run it in its own process, the isolated worker model.
   *
   * @param version as `10.0`
   */
  public static dotnet(version: string): Runtime {
    checkInput('appservice.Runtime.dotnet', arguments);
    return new Runtime('.NET', version);
  }

  /**
   * Node.js.
   *
   * @param version as `24`, or `24-lts`
   */
  public static node(version: string): Runtime {
    checkInput('appservice.Runtime.node', arguments);
    return new Runtime('Node.js', isKnown(version) ? version.replace(/-lts$/, '') : version);
  }

  /**
   * Python, on Linux.
   *
   * @param version as `3.13`
   */
  public static python(version: string): Runtime {
    checkInput('appservice.Runtime.python', arguments);
    return new Runtime('Python', version);
  }

  /**
   * Java.
   *
   * @param version as `21`
   * @param server what serves the pages of a web app; function apps have none
   */
  public static java(version: string, server: JavaServer = JavaServer.embedded()): Runtime {
    checkInput('appservice.Runtime.java', arguments);
    return new Runtime('Java', version, server);
  }

  /**
   * PHP, for web apps.
   *
   * @param version as `8.4`
   */
  public static php(version: string): Runtime {
    checkInput('appservice.Runtime.php', arguments);
    return new Runtime('PHP', version);
  }

  /**
   * PowerShell, for function apps.
   *
   * @param version as `7.4`
   */
  public static powershell(version: string): Runtime {
    checkInput('appservice.Runtime.powershell', arguments);
    return new Runtime('PowerShell', version);
  }

  /**
   * A container, for web apps and for function apps on Linux. Windows containers need a plan for
   * `OsType.WINDOWS_CONTAINER`.
   *
   * @param image the image that the app starts
   */
  public static container(image: ContainerImage): Runtime {
    checkInput('appservice.Runtime.container', arguments);
    return new Runtime('container', image.tag, JavaServer.embedded(), image);
  }

  private constructor(
    private readonly runs: Language,
    /** Version of the language, or tag of the image. */
    public readonly version: string,
    /**
     * Server that serves the pages of a Java app.
     *
     * @internal
     */
    public readonly _server: JavaServer = JavaServer.embedded(),
    /**
     * The image of a container.
     *
     * @internal
     */
    public readonly _image?: ContainerImage,
  ) {}

  /** Name of the language, or `container`. */
  public get language(): string {
    return this.runs;
  }

  /** Reports whether the app is a container. */
  public get isContainer(): boolean {
    return this._image !== undefined;
  }

  /**
   * Reports what azurerm or Azure would reject in an app of this kind in a scope.
   *
   * @internal
   */
  public _problems(scope: IConstruct, kind: AppKind): Problem[] {
    const messages = this.messages(scope, kind);
    return [
      ...withCode('appservice/runtime-version', messages),
      ...(this._image?._problems() ?? []),
      ...this._server._problems(),
    ];
  }

  private messages(scope: IConstruct, kind: AppKind): string[] {
    const versions = versionsOf(scope, kind, this.runs);
    if (this.isContainer ? !kind.runsContainers : !versions) {
      const offered = [...Object.keys(kind.versions), ...(kind.runsContainers ? ['containers'] : [])];
      const asked = this.isContainer ? 'containers' : this.language;
      return [`a ${kind.name} does not run ${asked}; use one of ${offered.join(', ')}`];
    }
    const messages = [];
    if (versions && isKnown(this.version) && !versions.includes(this.version) && !this.isListedIn(scope)) {
      messages.push(this.versionMessage(kind, versions));
    }
    const { javaServers } = kind;
    if (!javaServers.includes(this._server.name)) {
      messages.push(`${this._server.name} given for a ${kind.name}; use one of ${javaServers.join(', ')}`);
    }
    return messages;
  }

  private versionMessage(kind: AppKind, versions: readonly string[]): string {
    const given = `${this.language} "${this.version}" given for a ${kind.name}`;
    const known = versions.join(', ');
    if (kind.azurerm5?.[this.runs]?.split(' ').includes(this.version)) {
      return `${given}, which azurerm supports from 5.0 on; set the construct context "${AZURERM_MAJOR_CONTEXT}" to 5, or use one of ${known}`;
    }
    return `${given}; use one of ${known}, or list a newer one in the construct context "${EXTRA_RUNTIMES_CONTEXT}" as "${this.language} ${this.version}"`;
  }

  private isListedIn(scope: IConstruct): boolean {
    const name = `${this.language} ${this.version}`.toLowerCase();
    return namesInContext(scope, EXTRA_RUNTIMES_CONTEXT).some((each) => each.toLowerCase() === name);
  }
}

/** The versions of a language that azurerm accepts, in the major version that a stack is for. */
function versionsOf(scope: IConstruct, kind: AppKind, language: Language): string[] | undefined {
  const newer = isForAzurerm5(TerraformStack.of(scope)) ? kind.azurerm5?.[language] : undefined;
  const versions = kind.versions[language]?.split(' ');
  return versions && newer !== undefined ? [...versions, ...newer.split(' ')] : versions;
}
