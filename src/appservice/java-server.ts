import { checkInput } from '../core/internal/input/check-input';
import { isKnown, Problem } from '../core/internal/violations';

/**
 * Server that serves the pages of a Java web app. The versions that App Service offers are listed by `az webapp
 * list-runtimes`.
 */
export class JavaServer {
  /** The app itself, as Spring Boot does: Java SE. */
  public static embedded(): JavaServer {
    return new JavaServer('JAVA');
  }

  /**
   * Apache Tomcat.
   *
   * @param version as `10.1`
   */
  public static tomcat(version: string): JavaServer {
    checkInput('appservice.JavaServer.tomcat', arguments);
    return new JavaServer('TOMCAT', version);
  }

  /**
   * JBoss EAP, for Linux web apps on Premium plans.
   *
   * @param version as `8`
   */
  public static jboss(version: string): JavaServer {
    checkInput('appservice.JavaServer.jboss', arguments);
    return new JavaServer('JBOSSEAP', version);
  }

  private constructor(
    /** Name of the server in azurerm: `JAVA`, `TOMCAT` or `JBOSSEAP`. */
    public readonly name: string,
    /** Version of the server; `undefined` for an embedded one. */
    public readonly version?: string,
  ) {}

  /**
   * Reports what azurerm would reject in the version.
   *
   * @internal
   */
  public _problems(): Problem[] {
    if (!isKnown(this.version) || /^\d+(\.\d+)*$/.test(this.version)) return [];
    const message = `${this.name} "${this.version}" is not a version; use one such as 10.1, from az webapp list-runtimes`;
    return [{ code: 'appservice/runtime-version', message }];
  }
}
