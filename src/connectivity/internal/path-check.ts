import { IConstruct } from 'constructs';
import { isInTree, registry } from '../../core/internal/registry';
import { Problem, withoutPath } from '../../core/internal/violations';
import { ConstructModel } from '../../model/construct-model';
import { shareModel, sharedModel } from '../../model/synth-model';
import { IPrivateEndpoint } from '../../privatelink';
import { RequestType } from '../../signalr/values';
import { Caller, CallingApp, Refusal, refusalsOf } from '../private/refusals';

const CHECKS = 'checks of private paths';

/** Rejects at synth that an app calls a service which it is known not to reach. A service has one check at most. */
export class PathCheck {
  /** The check of a service, for all who ask for it. */
  public static of(service: IConstruct): PathCheck {
    const checks = registry<PathCheck>(service, CHECKS);
    const { path } = service.node;
    const before = checks.get(path);
    // A construct that was removed may have left its check to another one of its path.
    const check = before?.service === service ? before : new PathCheck(service);
    checks.set(path, check);
    return check;
  }

  /** Refusals of all checks of an app. */
  public static refusals(scope: IConstruct, model: ConstructModel): Refusal[] {
    return [...registry<PathCheck>(scope, CHECKS).values()].flatMap((check) => check.refusals(model));
  }

  private readonly callers = new Map<CallingApp, Caller>();
  private readonly endpoints: IPrivateEndpoint[] = [];
  private isValidated = false;
  private arePrivate = false;

  private constructor(private readonly service: IConstruct) {}

  /** Takes an endpoint of the library that connects to the service; the endpoint knows who keeps its record. */
  public addEndpoint(endpoint: IPrivateEndpoint): void {
    this.endpoints.push(endpoint);
  }

  /**
   * Checks an app.
   *
   * @param isNamed whether a user named it, and the public endpoint is denied to it as well
   */
  public addCaller(app: CallingApp, types: readonly RequestType[], isNamed = false): void {
    const before = this.callers.get(app);
    const all = new Set([...(before?.types ?? []), ...types]);
    this.callers.set(app, { app, types: all, isNamed: isNamed || (before?.isNamed ?? false) });
    this.validate();
  }

  /** Denies the public endpoint to all apps that the library connects, also to those that are still to come. */
  public requirePrivate(): void {
    this.arePrivate = true;
    this.validate();
  }

  private validate(): void {
    if (this.isValidated) return;
    this.isValidated = true;
    shareModel(this.service);
    this.service.node.addValidation({ validate: () => this.problems().map(withoutPath) });
  }

  private problems(): Problem[] {
    if (this.callers.size > 0) return this.refusals(sharedModel(this.service));
    const message = 'no app is connected to the service, so there is no path to check; give apps';
    return [{ code: 'connectivity/no-apps', message }];
  }

  private refusals(model: ConstructModel): Refusal[] {
    const { service, arePrivate } = this;
    const endpoints = this.endpoints.filter(isInTree);
    const callers = [...this.callers.values()].filter(({ app }) => isInTree(app));
    return refusalsOf(model, { service, endpoints, arePrivate, callers });
  }
}
