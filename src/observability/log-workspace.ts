import { DataAzurermLogAnalyticsWorkspace } from '@cdktf/provider-azurerm/lib/data-azurerm-log-analytics-workspace';
import { LogAnalyticsWorkspace } from '@cdktf/provider-azurerm/lib/log-analytics-workspace';
import { Construct, IConstruct } from 'constructs';
import { RegionalResourceProps, ResourceLookup } from '../core';
import { beginDefinition } from '../model/definition';
import { dailyQuotaProblems } from './private/daily-quota';
import { writeAccessTypes } from './private/renamed-flags';
import { retentionProblems } from './private/retention';
import { workspaceNameProblems } from './private/workspace-name';
import { ArmIdForm } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { withProvider } from '../core/internal/providers';
import { regionalAttributes, regionalProblems } from '../core/internal/regional';
import { Violations } from '../core/internal/violations';

/** A Log Analytics workspace, owned or existing. */
export interface ILogWorkspace extends IConstruct {
  /** Azure resource id of the workspace. */
  readonly logWorkspaceId: string;
}

/** Attributes of an existing workspace. */
export interface LogWorkspaceAttributes {
  /**
   * Azure resource id of the workspace, such as
   * `/subscriptions/.../resourceGroups/.../providers/Microsoft.OperationalInsights/workspaces/NAME`; the letter case of
   * its fixed segments does not matter.
   */
  readonly logWorkspaceId: string;
}

/** Look-up of an existing workspace. */
export interface LogWorkspaceLookup extends ResourceLookup {
  /** Name of the workspace. */
  readonly name: string;
}

/** Options of a new workspace. */
export interface LogWorkspaceOptions {
  /**
   * Time for which logs are kept, in days: 30 to 730.
   *
   * @default 30
   */
  readonly retentionInDays?: number;

  /**
   * Gigabytes that the workspace accepts in a day: 0.023 or more. What comes after them is lost until the next day, the
   * logs of an incident included.
   *
   * @default - no limit
   * @see https://learn.microsoft.com/azure/azure-monitor/logs/daily-cap
   */
  readonly dailyQuotaInGb?: number;
}

/** Properties of a workspace. */
export interface LogWorkspaceProps extends LogWorkspaceOptions, RegionalResourceProps {
  /** Name: 4 to 63 letters, digits or inner dashes. */
  readonly name: string;
}

const WORKSPACE_ID = new ArmIdForm(
  'Microsoft.OperationalInsights/workspaces',
  'logs/workspace-id',
  'a Log Analytics workspace',
);

/** Defines a Log Analytics workspace that takes no shared keys. */
export class LogWorkspace extends Construct implements ILogWorkspace {
  /**
   * Refers to an existing workspace.
   *
   * @throws `logs/workspace-id`
   */
  public static fromLogWorkspaceAttributes(
    scope: Construct,
    id: string,
    attributes: LogWorkspaceAttributes,
  ): ILogWorkspace {
    checkInput('observability.LogWorkspace.fromLogWorkspaceAttributes', arguments);
    class Import extends Construct implements ILogWorkspace {
      public readonly logWorkspaceId = WORKSPACE_ID.acceptedBy(this, attributes.logWorkspaceId);
    }
    return new Import(scope, id);
  }

  /**
   * Refers to an existing workspace by its name, which Terraform looks up.
   *
   * azurerm reads the workspace's shared keys as well, and they get into the Terraform state if the deployer may list
   * them. `fromLogWorkspaceAttributes` reads nothing.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/data-sources/log_analytics_workspace
   */
  public static fromLookup(scope: Construct, id: string, options: LogWorkspaceLookup): ILogWorkspace {
    checkInput('observability.LogWorkspace.fromLookup', arguments);
    class Import extends Construct implements ILogWorkspace {
      private readonly found = new DataAzurermLogAnalyticsWorkspace(this, 'Resource', {
        name: options.name,
        resourceGroupName: options.resourceGroupName,
        provider: options.provider,
      });
      public readonly logWorkspaceId = this.found.id;
    }
    return new Import(scope, id);
  }

  public readonly logWorkspaceId: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: LogAnalyticsWorkspace;

  /**
   * Defines a workspace.
   *
   * @throws `logs/workspace-name`, `logs/retention`, `logs/daily-quota`, `core/location`, `core/tags`
   */
  public constructor(scope: Construct, id: string, given: LogWorkspaceProps) {
    checkInput('observability.LogWorkspace', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    const violations = new Violations(this);
    violations.include(workspaceNameProblems(props.name));
    violations.include(retentionProblems(props.retentionInDays));
    violations.include(dailyQuotaProblems(props.dailyQuotaInGb));
    violations.include(regionalProblems(this, props));
    violations.throwIfAny();

    beginDefinition(this);
    this.resource = new LogAnalyticsWorkspace(this, 'Resource', {
      name: props.name,
      ...regionalAttributes(props),
      sku: 'PerGB2018',
      retentionInDays: props.retentionInDays ?? 30,
      dailyQuotaGb: props.dailyQuotaInGb,
      localAuthenticationEnabled: false,
    });
    writeAccessTypes(this.resource);
    this.logWorkspaceId = this.resource.id;
  }
}
