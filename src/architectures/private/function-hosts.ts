import { Construct } from 'constructs';
import {
  AccessRestrictions,
  FlexConsumptionFunctionApp,
  FunctionAppBase,
  LinuxFunctionApp,
  PlanSku,
  ServicePlan,
  WindowsFunctionApp,
} from '../../appservice';
import { AppKind, FLEX_FUNCTION_APP, LINUX_FUNCTION_APP } from '../../appservice/internal/app-kind';
import { optionProblems } from '../../appservice/internal/app-problems';
import { functionOptionProblems } from '../../appservice/internal/function-problems';
import { flexSecretProblems } from '../../appservice/internal/function-settings';
import { planProblems } from '../../appservice/internal/plan-problems';
import { RegionalResourceProps } from '../../core';
import { NameRules, ResourceNames } from '../../core/internal/resource-names';
import { Problem } from '../../core/internal/violations';
import { IManagedIdentity } from '../../identity';
import { ISubnet, SubnetDelegation } from '../../network';
import { IApplicationInsights } from '../../observability';
import { IStorageAccount } from '../../storage';
import { FunctionHostOptions } from '../function-host-options';

/** What a function app is bound to. */
export interface FunctionHostContext {
  readonly scope: Construct;
  readonly names: ResourceNames;
  readonly regional: RegionalResourceProps;
  readonly integrationSubnet: ISubnet;
  readonly identity: IManagedIdentity;
  readonly storage: IStorageAccount;
  readonly applicationInsights?: IApplicationInsights;
}

/** What a function app gives to the architecture. */
export interface BoundFunctionHost {
  readonly servicePlan: ServicePlan;
  readonly functionApp: FunctionAppBase;
}

/** A function app that is defined with its plan. */
export class NewFunctionHost {
  private readonly planSku: PlanSku;

  public constructor(
    private readonly kind: AppKind,
    private readonly options: FunctionHostOptions,
  ) {
    this.planSku = options.planSku ?? (kind === FLEX_FUNCTION_APP ? PlanSku.FC1 : PlanSku.P0V3);
  }

  public get delegation(): SubnetDelegation {
    return this.kind === FLEX_FUNCTION_APP ? SubnetDelegation.APP_ENVIRONMENTS : SubnetDelegation.WEB_SERVER_FARMS;
  }

  /** Whether the app takes requests from the internet. */
  public get isPublic(): boolean {
    return this.accessRestrictions.publicNetworkAccess;
  }

  public problems(): Problem[] {
    const { alwaysOn, secretSettings = {} } = this.options;
    return [
      ...this.planSku._problems(),
      ...planProblems(this.planSku, alwaysOn),
      ...optionProblems(this.kind, this.options),
      ...functionOptionProblems(this.kind, this.planSku, this.options),
      ...(this.kind === FLEX_FUNCTION_APP ? flexSecretProblems(Object.keys(secretSettings)) : []),
    ];
  }

  public bind(context: FunctionHostContext): BoundFunctionHost {
    const { scope, names, regional, ...bound } = context;
    const { resourceGroup, tags } = regional;
    const { planSku: _, ...options } = this.options;
    const servicePlan = new ServicePlan(scope, 'ServicePlan', {
      ...regional,
      name: names.of(NameRules.SERVICE_PLAN),
      osType: this.kind.osType,
      sku: this.planSku,
    });
    const props = {
      ...bound,
      ...options,
      applicationInsights: options.applicationInsights ?? bound.applicationInsights,
      accessRestrictions: this.accessRestrictions,
      name: names.of(NameRules.FUNCTION_APP),
      resourceGroup,
      tags,
      servicePlan,
    };
    if (this.kind === FLEX_FUNCTION_APP) {
      return { servicePlan, functionApp: new FlexConsumptionFunctionApp(scope, 'FunctionApp', props) };
    }
    const FunctionApp = this.kind === LINUX_FUNCTION_APP ? LinuxFunctionApp : WindowsFunctionApp;
    return { servicePlan, functionApp: new FunctionApp(scope, 'FunctionApp', props) };
  }

  private get accessRestrictions(): AccessRestrictions {
    return this.options.accessRestrictions ?? AccessRestrictions.privateEndpointOnly();
  }
}
