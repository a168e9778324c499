import { TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { ConnectivityData, ConnectivityPath } from './connectivity-data';
import { ConnectivityFormat } from './connectivity-format';
import { Analysis } from './internal/analysis';
import { privateProblem, verdictProblem } from './internal/expectations';
import { RENDERERS } from './internal/renderers';
import { Origin } from './origin';
import { serviceKeyAmong } from './private/keys';
import { Verdict } from './verdict';
import { checkInput } from '../core/internal/input/check-input';
import { Problem, refuse, Violations } from '../core/internal/violations';
import { ConstructModel } from '../model/construct-model';
import { TerraformModel } from '../model/terraform-model';
import { RequestType } from '../signalr/values';
import { Service } from '../topology/signalr/services';

/** As many stacks have their names in a title. */
const NAMED_STACKS = 3;

/**
 * Reports who can reach the SignalR services of a construct tree, over which path, and what their names resolve to.
 *
 * Reads the Terraform resources of the whole tree as they will be synthesized, hand-written ones too: access control
 * lists, private endpoints, zones, links, resolvers, peerings, security rules and routes. What is only known when
 * Terraform runs, or is outside of the configuration, gives `Verdict.UNKNOWN`, never `Verdict.ALLOWED`. A request that is
 * allowed also needs a valid token.
 */
export class ConnectivityReport {
  /**
   * Judges the tree as it is now.
   *
   * @param scope the app, a stack or any construct; the report is on the SignalR services at or below it, seen from
   * every place of the tree
   */
  public static of(scope: IConstruct): ConnectivityReport {
    checkInput('connectivity.ConnectivityReport.of', arguments);
    return ConnectivityReport._of(scope, ConstructModel.of(scope));
  }

  /** @internal */
  public static _of(scope: IConstruct, model: TerraformModel): ConnectivityReport {
    const analysis = new Analysis(model);
    const services = analysis.services.all.filter((service) => isBelow(service, scope));
    return new ConnectivityReport(scope, analysis.report(services));
  }

  private constructor(
    private readonly scope: IConstruct,
    /** Content of the report. */
    public readonly data: ConnectivityData,
  ) {}

  /**
   * Verdict on a request.
   *
   * @param origin where it comes from
   * @param service the SignalR service, also an existing one that the tree refers to
   * @param requestType what it asks for
   * @throws `connectivity/not-in-report` where the tree has no such origin or service
   */
  public path(origin: Origin, service: IConstruct, requestType: RequestType): ConnectivityPath {
    checkInput('connectivity.ConnectivityReport.path', arguments);
    return this.pathsOf(origin, service).find((path) => path.requestType === requestType)!;
  }

  /**
   * Throws where a request is not known to be let in.
   *
   * @throws `connectivity/not-allowed` with the reason, `connectivity/not-in-report`
   */
  public expectAllowed(origin: Origin, service: IConstruct, requestType: RequestType): void {
    checkInput('connectivity.ConnectivityReport.expectAllowed', arguments);
    this.expect(this.path(origin, service, requestType), origin, Verdict.ALLOWED);
  }

  /**
   * Throws where a request is not known to be denied.
   *
   * @throws `connectivity/not-denied` with the reason, `connectivity/not-in-report`
   */
  public expectDenied(origin: Origin, service: IConstruct, requestType: RequestType): void {
    checkInput('connectivity.ConnectivityReport.expectDenied', arguments);
    this.expect(this.path(origin, service, requestType), origin, Verdict.DENIED);
  }

  /**
   * Throws where an app does not reach a service through a private endpoint, and through that alone.
   *
   * @param app the app, or another construct that `Origin.of` takes
   * @param service the SignalR service
   * @throws `connectivity/not-private` with the reason, `connectivity/not-in-report`
   */
  public expectPrivate(app: IConstruct, service: IConstruct): void {
    checkInput('connectivity.ConnectivityReport.expectPrivate', arguments);
    const origin = Origin.of(app);
    this.refuse(privateProblem(this.pathsOf(origin, service), origin.name, service.node.path));
  }

  /** Everything as JSON. */
  public toJson(): string {
    return this._render(ConnectivityFormat.JSON);
  }

  /** A matrix of origins and request types for each service, the answers of name resolution, and all reasons. */
  public toMarkdown(): string {
    return this._render(ConnectivityFormat.MARKDOWN);
  }

  /** A flowchart in the language of Mermaid. */
  public toMermaid(): string {
    return this._render(ConnectivityFormat.MERMAID);
  }

  /** A directed graph in the language of Graphviz. */
  public toGraphviz(): string {
    return this._render(ConnectivityFormat.GRAPHVIZ);
  }

  /** One page with a picture and tables, which loads nothing from elsewhere. */
  public toHtml(): string {
    return this._render(ConnectivityFormat.HTML);
  }

  /** The pictures of the page as one file of SVG, which loads nothing from elsewhere. */
  public toSvg(): string {
    return this._render(ConnectivityFormat.SVG);
  }

  /** @internal */
  public _render(format: ConnectivityFormat): string {
    return RENDERERS[format](this.data, `Connectivity of ${nameOf(this.scope)}`);
  }

  private pathsOf(origin: Origin, service: IConstruct): ConnectivityPath[] {
    const place = origin._among(this.data.origins);
    const keys = this.data.services.map(({ id }) => id);
    const key = serviceKeyAmong(keys, service);
    if (!place || !key) {
      const what = place ? `SignalR service ${service.node.path}` : `place ${origin.name}`;
      const known = place ? keys : this.data.origins.map(({ id }) => id);
      return new Violations(this.scope).refuse(
        'connectivity/not-in-report',
        `the report has no ${what}; it has ${known.join(', ') || 'none'}`,
      );
    }
    return this.data.paths.filter((path) => path.service === key && path.origin === place.id);
  }

  private expect(path: ConnectivityPath, origin: Origin, expected: Verdict): void {
    this.refuse(verdictProblem(path, origin.name, expected));
  }

  private refuse(problem: Problem | undefined): void {
    if (problem) refuse(this.scope, [problem]);
  }
}

/** The path of a construct; of an app, which has none, its stacks. */
function nameOf(scope: IConstruct): string {
  if (scope.node.path !== '') return scope.node.path;
  const stacks = scope.node.findAll().filter(TerraformStack.isStack);
  if (stacks.length > NAMED_STACKS) return `${stacks.length} stacks`;
  return stacks.map(({ node }) => node.path).join(', ') || 'the app';
}

function isBelow({ key }: Service, scope: IConstruct): boolean {
  const { path } = scope.node;
  // What is outside of the tree has an id in place of a path.
  return path === '' || key === path || key.startsWith(`${path}/`) || key.startsWith('/subscriptions/');
}
