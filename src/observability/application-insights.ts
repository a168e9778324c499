import { ApplicationInsights as ApplicationInsightsResource } from '@cdktf/provider-azurerm/lib/application-insights';
import { DataAzurermApplicationInsights } from '@cdktf/provider-azurerm/lib/data-azurerm-application-insights';
import { TerraformProvider } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { ILogWorkspace } from './log-workspace';
import { RegionalResourceProps, ResourceLookup } from '../core';
import { insightsNameProblems } from './internal/names';
import { writeInsightsFlags } from './private/renamed-flags';
import { ArmIdForm } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { withProvider } from '../core/internal/providers';
import { regionalAttributes, regionalProblems } from '../core/internal/regional';
import { isKnown, Violations } from '../core/internal/violations';
import { IPrincipal, Role, RoleAssignment, RoleScope } from '../identity';
import { grantOnce } from '../identity/internal/grant-once';
import { beginDefinition } from '../placement/definition';

/** An Application Insights resource, owned or existing. */
export interface IApplicationInsights extends IConstruct {
  /** Azure resource id of the resource. */
  readonly applicationInsightsId: string;

  /**
   * Destination of an application's telemetry, for its setting `APPLICATIONINSIGHTS_CONNECTION_STRING`. It is a
   * reference that Terraform fills in.
   */
  readonly connectionString: string;

  /**
   * Lets a principal send telemetry of every kind: the role Monitoring Metrics Publisher on this resource only.
   *
   * Granting twice gives the first assignment again.
   *
   * @param principal who is granted the role, as the identity of an app
   * @see https://learn.microsoft.com/azure/azure-monitor/app/azure-ad-authentication
   */
  grantMetricsPublisher(principal: IPrincipal): RoleAssignment;
}

/** Attributes of an existing Application Insights resource. */
export interface ApplicationInsightsAttributes {
  /** Azure resource id of the resource. */
  readonly applicationInsightsId: string;

  /** Its connection string as a reference, such as a sensitive Terraform variable; not as plain text. */
  readonly connectionString: string;

  /**
   * Provider of role assignments on the resource, for another subscription than the stack's default one:
   * `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Look-up of an existing Application Insights resource. */
export interface ApplicationInsightsLookup extends ResourceLookup {
  /** Name of the resource. */
  readonly name: string;
}

/** Properties of an Application Insights resource. */
export interface ApplicationInsightsProps extends RegionalResourceProps {
  /** Name: 1 to 260 characters, none of `% & \ ? /`, not ending with a space or period. */
  readonly name: string;

  /** The workspace that keeps the telemetry, for as long as it keeps logs. */
  readonly workspace: ILogWorkspace;

  /**
   * Share of the telemetry that Azure keeps, in percent: more than 0, at most 100. SDKs may sample by themselves
   * before.
   *
   * @default 100
   */
  readonly samplingPercentage?: number;

  /**
   * Accepts telemetry from the public network, as apps send it whose network has no Azure Monitor Private Link Scope.
   *
   * @see https://learn.microsoft.com/azure/azure-monitor/logs/private-link-security
   * @default true
   */
  readonly internetIngestion?: boolean;

  /**
   * Allows queries of telemetry from the public network, as the Azure portal sends them where the network has no Azure
   * Monitor Private Link Scope.
   *
   * @see https://learn.microsoft.com/azure/azure-monitor/logs/private-link-security
   * @default true
   */
  readonly internetQuery?: boolean;
}

const INSIGHTS_ID = new ArmIdForm(
  'Microsoft.Insights/components',
  'logs/insights-id',
  'an Application Insights resource',
);

/**
 * Defines an Application Insights resource that keeps its telemetry in a workspace, and takes it only from principals
 * of Microsoft Entra ID, see `grantMetricsPublisher`. The key in its connection string opens nothing.
 *
 * Applications have to sign in: those of App Service that are instrumented from outside do with the app setting
 * `APPLICATIONINSIGHTS_AUTHENTICATION_STRING`, others in code. Browsers cannot, and Microsoft supports it in the public
 * cloud only.
 *
 * Azure adds an alert rule to the resource group, so that Terraform does not destroy the group. With the provider
 * feature `application_insights { disable_generated_rule = true }` azurerm disables the rule and deletes it in the end.
 *
 * @see https://learn.microsoft.com/azure/azure-monitor/app/azure-ad-authentication
 */
export class ApplicationInsights extends Construct implements IApplicationInsights {
  /**
   * Refers to an existing resource.
   *
   * @throws `logs/insights-id`, `logs/connection-string`
   */
  public static fromApplicationInsightsAttributes(
    scope: Construct,
    id: string,
    attributes: ApplicationInsightsAttributes,
  ): IApplicationInsights {
    checkInput('observability.ApplicationInsights.fromApplicationInsightsAttributes', arguments);
    class Import extends Construct implements IApplicationInsights {
      public readonly applicationInsightsId = attributes.applicationInsightsId;
      public readonly connectionString = attributes.connectionString;

      public constructor() {
        super(scope, id);
        const violations = new Violations(this);
        violations.include(INSIGHTS_ID.problems(attributes.applicationInsightsId));
        if (isKnown(attributes.connectionString)) {
          violations.add(
            'logs/connection-string',
            'the connection string is given as plain text, which would show its key in the configuration; use a sensitive Terraform variable or ApplicationInsights.fromLookup(...)',
          );
        }
        violations.throwIfAny();
      }

      public grantMetricsPublisher(principal: IPrincipal): RoleAssignment {
        checkInput('observability.ApplicationInsights.grantMetricsPublisher', arguments, this);
        return grantPublisher(this, principal, attributes.provider);
      }
    }
    return new Import();
  }

  /**
   * Refers to an existing resource by its name, which Terraform looks up. azurerm writes the connection string into the
   * Terraform state.
   */
  public static fromLookup(scope: Construct, id: string, options: ApplicationInsightsLookup): IApplicationInsights {
    checkInput('observability.ApplicationInsights.fromLookup', arguments);
    class Import extends Construct implements IApplicationInsights {
      private readonly found = new DataAzurermApplicationInsights(this, 'Resource', {
        name: options.name,
        resourceGroupName: options.resourceGroupName,
        provider: options.provider,
      });
      public readonly applicationInsightsId = this.found.id;
      public readonly connectionString = this.found.connectionString;

      public grantMetricsPublisher(principal: IPrincipal): RoleAssignment {
        checkInput('observability.ApplicationInsights.grantMetricsPublisher', arguments, this);
        return grantPublisher(this, principal, options.provider);
      }
    }
    return new Import(scope, id);
  }

  public readonly applicationInsightsId: string;
  public readonly connectionString: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: ApplicationInsightsResource;

  private readonly provider?: TerraformProvider;

  /**
   * Defines an Application Insights resource.
   *
   * @throws `logs/insights-name`, `logs/sampling`, `core/location`, `core/tags`
   */
  public constructor(scope: Construct, id: string, given: ApplicationInsightsProps) {
    checkInput('observability.ApplicationInsights', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    this.provider = props.provider;
    const { name, samplingPercentage = 100 } = props;
    const violations = new Violations(this);
    violations.include(insightsNameProblems(name));
    if (isKnown(samplingPercentage) && !(samplingPercentage > 0 && samplingPercentage <= 100)) {
      violations.add(
        'logs/sampling',
        `sampling of ${samplingPercentage} % given; use more than 0 and at most 100, which records everything`,
      );
    }
    violations.include(regionalProblems(this, props));
    violations.throwIfAny();

    beginDefinition(this);
    this.resource = new ApplicationInsightsResource(this, 'Resource', {
      name,
      ...regionalAttributes(props),
      applicationType: 'web',
      workspaceId: props.workspace.logWorkspaceId,
      localAuthenticationDisabled: true,
      samplingPercentage,
      internetIngestionEnabled: props.internetIngestion ?? true,
      internetQueryEnabled: props.internetQuery ?? true,
    });
    writeInsightsFlags(this.resource);
    this.applicationInsightsId = this.resource.id;
    this.connectionString = this.resource.connectionString;
  }

  public grantMetricsPublisher(principal: IPrincipal): RoleAssignment {
    checkInput('observability.ApplicationInsights.grantMetricsPublisher', arguments, this);
    return grantPublisher(this, principal, this.provider);
  }
}

function grantPublisher(
  insights: Construct & IApplicationInsights,
  principal: IPrincipal,
  provider: TerraformProvider | undefined,
): RoleAssignment {
  const scope = RoleScope.resource(insights.applicationInsightsId);
  return grantOnce(insights, 'MetricsPublisher', {
    role: Role.MONITORING_METRICS_PUBLISHER,
    principal,
    scope,
    provider,
  });
}
