import { ContainerImage } from './container-image';
import { AppKind, Language } from './internal/app-kind';
import { JavaServer } from './java-server';
import { isKnown, Problem, withCode } from '../core/internal/violations';

/**
 * What an app runs on: a language and its version, or a container.
 *
 * The same runtime fits web and function apps on Linux and Windows; each spells it in its own way. Not every kind of app
 * runs every language and version. A version that is only known when Terraform runs is passed on as it is.
 */
export class Runtime {
  /**
   * .NET, or on Windows .NET Framework (`4.8`). Function apps run it in its own process, the isolated worker model.
   *
   * @param version as `10.0`
   */
  public static dotnet(version: string): Runtime {
    return new Runtime('.NET', version);
  }

  /**
   * Node.js.
   *
   * @param version as `22`, or `22-lts`
   */
  public static node(version: string): Runtime {
    return new Runtime('Node.js', isKnown(version) ? version.replace(/-lts$/, '') : version);
  }

  /**
   * Python, on Linux.
   *
   * @param version as `3.13`
   */
  public static python(version: string): Runtime {
    return new Runtime('Python', version);
  }

  /**
   * Java.
   *
   * @param version as `21`
   * @param server what serves the pages of a web app; function apps have none
   */
  public static java(version: string, server: JavaServer = JavaServer.embedded()): Runtime {
    return new Runtime('Java', version, server);
  }

  /**
   * PHP, for web apps.
   *
   * @param version as `8.4`
   */
  public static php(version: string): Runtime {
    return new Runtime('PHP', version);
  }

  /**
   * PowerShell, for function apps.
   *
   * @param version as `7.4`
   */
  public static powershell(version: string): Runtime {
    return new Runtime('PowerShell', version);
  }

  /**
   * A container, for web apps and for function apps on Linux. Windows containers need a plan for
   * `OsType.WINDOWS_CONTAINER`.
   *
   * @param image the image that the app starts
   */
  public static container(image: ContainerImage): Runtime {
    return new Runtime('container', image.tag, JavaServer.embedded(), image);
  }

  private constructor(
    private readonly runs: Language,
    /** Version of the language, or tag of the image. */
    public readonly version: string,
    /**
     * What serves the pages of a Java app.
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

  /** Whether the app is a container. */
  public get isContainer(): boolean {
    return this._image !== undefined;
  }

  /**
   * What azurerm would refuse in an app of this kind.
   *
   * @internal
   */
  public _problems(kind: AppKind): Problem[] {
    const messages = this.messages(kind);
    return [
      ...withCode('appservice/runtime-version', messages),
      ...(this._image?._problems() ?? []),
      ...this._server._problems(),
    ];
  }

  private messages(kind: AppKind): string[] {
    const versions = kind.versions[this.runs]?.split(' ');
    if (this.isContainer ? !kind.runsContainers : !versions) {
      const offered = [...Object.keys(kind.versions), ...(kind.runsContainers ? ['containers'] : [])];
      const asked = this.isContainer ? 'containers' : this.language;
      return [`a ${kind.name} does not run ${asked}; use one of ${offered.join(', ')}`];
    }
    const messages = [];
    if (versions && isKnown(this.version) && !versions.includes(this.version)) {
      messages.push(`${this.language} "${this.version}" given for a ${kind.name}; use one of ${versions.join(', ')}`);
    }
    const { javaServers } = kind;
    if (!javaServers.includes(this._server.name)) {
      messages.push(`${this._server.name} given for a ${kind.name}; use one of ${javaServers.join(', ')}`);
    }
    return messages;
  }
}
