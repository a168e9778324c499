import { Construct } from 'constructs';
import { defineFunctionApp } from './function-app';
import { FunctionHostContext } from './function-host-context';
import { HostPlan } from './host-plan';
import { Role } from './roles';
import { Check } from './verification';
import { IApp, IServicePlan, Runtime } from '../../appservice';
import { AppKind, FLEX_FUNCTION_APP } from '../../appservice/internal/app-kind';
import { planProblems } from '../../appservice/internal/app-plan-problems';
import { optionProblems } from '../../appservice/internal/app-problems';
import { functionOptionProblems } from '../../appservice/internal/function-problems';
import { flexSecretProblems } from '../../appservice/internal/function-settings';
import { Problem } from '../../core/internal/violations';
import { ManagedIdentity } from '../../identity';
import { PrivateEndpoint } from '../../privatelink';
import { NegotiationAppOptions } from '../negotiation-app-options';

/** Codes of problems of the plan, which the function app reports already. */
const OF_PLAN: readonly string[] = [
  'appservice/plan-without-vnet',
  'appservice/plan-for-flex',
  'appservice/plan-for-workflows',
];
const CONTENT_SHARE = 'appservice/content-share';

/** Parts that the app is bound to; its identity is its own. */
export interface NegotiationContext extends Omit<FunctionHostContext, 'identity' | 'caller' | 'accessRestrictions'> {
  /** The plan of the function app. */
  readonly servicePlan: IServicePlan;
}

/** Outputs: where clients negotiate, and where the function app is called from the network. */
export function appAddresses({ defaultHostname }: IApp, endpoint: PrivateEndpoint | undefined): Check[] {
  const negotiation = {
    name: 'negotiation-url',
    description: 'Address that clients give to withUrl of the SignalR client; functions have the prefix /api',
    value: `https://${defaultHostname}/api`,
  };
  if (!endpoint) return [negotiation];
  const privateIp = {
    name: 'app-private-ip',
    description: 'Address to which the host name of the function app resolves in the network',
    value: endpoint.privateIpAddress,
  };
  return [privateIp, negotiation];
}

/** A function app for the negotiation alone, in addition to the function app of the architecture. */
export class NegotiationApp {
  /**
   * @param kind kind of the function app
   * @param plan plan of the function app
   * @param ofHost what the function app runs
   */
  public constructor(
    private readonly kind: AppKind,
    private readonly plan: HostPlan,
    private readonly ofHost: Runtime | undefined,
    private readonly options: NegotiationAppOptions,
  ) {}

  /** Roles of the names that the app needs. */
  public get roles(): Role[] {
    const ofFlex: Role[] = this.isFlex ? ['negotiationServicePlan', 'negotiationDeploymentContainer'] : [];
    const ofIdentity: Role[] = this.options.identity ? [] : ['negotiationIdentity'];
    return [...ofIdentity, ...ofFlex, 'negotiationApp', 'negotiationAppDiagnosticSetting', 'negotiationStorage'];
  }

  /** Problems of the app, in addition to those of plan and runtime of the function app. */
  public problems(scope: Construct): Problem[] {
    const { options, kind, plan } = this;
    return [
      ...planProblems(plan.facts, options.alwaysOn),
      ...optionProblems(scope, kind, options),
      ...functionOptionProblems(kind, plan.sku, options),
      ...(this.isFlex ? flexSecretProblems(Object.keys(options.secretSettings ?? {})) : []),
    ]
      .filter(({ code }) => !OF_PLAN.includes(code))
      .map((problem) => (this.lacksPackage && problem.code === CONTENT_SHARE ? this.packageProblem : problem));
  }

  /** Defines the app with its identity, and the plan of a Flex Consumption app, which has no second app. */
  public bind({ scope, names, regional, servicePlan: shared, ...bound }: NegotiationContext) {
    const { resourceGroup, tags, provider } = regional;
    const newPlan = this.isFlex ? this.plan.bindFurther(scope, names, regional) : undefined;
    const identity =
      this.options.identity ??
      new ManagedIdentity(scope, 'NegotiationIdentity', { ...regional, name: names.of('negotiationIdentity') });
    const app = defineFunctionApp(this.kind, scope, 'NegotiationApp', {
      ...bound,
      ...this.options,
      runtime: this.runtime,
      cors: this.options.cors ?? bound.cors,
      applicationInsights: this.options.applicationInsights ?? bound.applicationInsights,
      identity,
      name: names.of('negotiationApp'),
      resourceGroup,
      tags,
      provider,
      servicePlan: newPlan ?? shared,
      deploymentContainerName: names.optional('negotiationDeploymentContainer'),
    });
    return { app, identity, servicePlan: newPlan };
  }

  /** The image of a function app holds what the service calls, and is not for the public app. */
  private get runtime(): Runtime | undefined {
    return this.options.runtime ?? (this.ofHost?.isContainer ? undefined : this.ofHost);
  }

  private get lacksPackage(): boolean {
    const { packageUrl, runtime } = this.options;
    return packageUrl === undefined && !runtime?.isContainer && (this.plan.sku?.isElastic ?? false);
  }

  private get packageProblem(): Problem {
    const message = `${this.plan.sku!.name} plans keep code in a file share, which needs account keys; give Negotiation.ownApp({ packageUrl }) for the app that negotiates, or use Negotiation.publicFunctionApp() or Negotiation.privateFunctionApp()`;
    return { code: CONTENT_SHARE, message };
  }

  private get isFlex(): boolean {
    return this.kind === FLEX_FUNCTION_APP;
  }
}
