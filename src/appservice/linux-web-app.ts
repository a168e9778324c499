import { LinuxWebApp as LinuxWebAppResource } from '@cdktf/provider-azurerm/lib/linux-web-app';
import { TerraformProvider, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { HealthCheck } from './health-check';
import { OsType } from './os-type';
import { PlanSku } from './plan-sku';
import { appSettingProblems } from './private/app-settings';
import { integrationSubnetProblems } from './private/integration-subnet';
import { planProblems } from './private/plan-problems';
import { Runtime } from './runtime';
import { IServicePlan } from './service-plan';
import { AzureCloud, IResourceGroup } from '../core';
import { locationsDiffer } from '../core/private/locations';
import { waitFor } from '../core/private/ordering';
import { tagProblems } from '../core/private/tags';
import { claimName } from '../core/private/unique-names';
import { isKnown, Violations } from '../core/private/violations';
import { IAppHost, IManagedIdentity } from '../identity';
import { ISubnet } from '../network';
import { DiagnosticSetting, LogCategories, LogDestination } from '../observability';
import { sendLogs } from '../observability/private/send-logs';
import {
  IPrivateEndpoint,
  IPrivateLinkTarget,
  ISharedPrivateLinkTarget,
  PrivateEndpoint,
  PrivateEndpointOptions,
  PrivateLinkConnection,
  PrivateLinkSubresource,
} from '../privatelink';

/** A Linux web app, owned or existing. */
export interface ILinuxWebApp extends IPrivateLinkTarget, ISharedPrivateLinkTarget {
  /** Azure resource id of the app. */
  readonly webAppId: string;

  /** Host name by which the app is called, as `NAME.azurewebsites.net`. */
  readonly defaultHostname: string;
}

/** What to tell of an existing Linux web app. */
export interface LinuxWebAppAttributes {
  /** Azure resource id of the app. */
  readonly webAppId: string;

  /** Host name by which the app is called, as `NAME.azurewebsites.net`. */
  readonly defaultHostname: string;

  /**
   * Size of the app's plan, which decides whether private endpoints can lead to the app.
   *
   * @default - not known
   */
  readonly planSku?: PlanSku;
}

/** Options of a Linux web app that do not depend on where it runs. */
export interface LinuxWebAppOptions {
  /**
   * Language and version.
   *
   * @default Runtime.dotnet('10.0')
   */
  readonly runtime?: Runtime;

  /**
   * Whether the app is kept loaded when nobody calls it. A hub server that is unloaded loses its clients.
   *
   * @default - true where the plan can; Free and Shared plans cannot
   */
  readonly alwaysOn?: boolean;

  /**
   * Page by which App Service finds out whether an instance is well.
   *
   * @default - no health check
   */
  readonly healthCheck?: HealthCheck;

  /**
   * App settings. Values that look like secrets are refused.
   *
   * @default - only the settings that connected services add
   */
  readonly appSettings?: { [name: string]: string };
}

/** Properties of a Linux web app. */
export interface LinuxWebAppProps extends LinuxWebAppOptions {
  /** Name: 2 to 60 letters, digits or inner dashes. Unique in all of Azure. */
  readonly name: string;

  /** Resource group of the app. */
  readonly resourceGroup: IResourceGroup;

  /** The plan that the app runs on; the app shares its region. */
  readonly servicePlan: IServicePlan;

  /** The identity that the app takes on. */
  readonly identity: IManagedIdentity;

  /** The subnet through which the app calls out, delegated to `Microsoft.Web/serverFarms`. */
  readonly integrationSubnet: ISubnet;

  /**
   * Provider of the app, for another subscription than the stack's default one: `new AzurermProvider(...)` with an
   * `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;

  /**
   * Tags of the app.
   *
   * @default - no tags
   */
  readonly tags?: { [name: string]: string };
}

/**
 * Defines a Linux web app that calls out only through its subnet, and takes neither HTTP, FTP nor passwords.
 *
 * @see https://learn.microsoft.com/azure/app-service/overview-vnet-integration
 */
export class LinuxWebApp extends Construct implements ILinuxWebApp, IAppHost {
  /** Refers to an existing app. Its settings are not Terraform's here, so it cannot be connected to services. */
  public static fromLinuxWebAppAttributes(
    scope: Construct,
    id: string,
    attributes: LinuxWebAppAttributes,
  ): ILinuxWebApp {
    class Import extends Construct implements ILinuxWebApp {
      public readonly webAppId = attributes.webAppId;
      public readonly defaultHostname = attributes.defaultHostname;
      public readonly takesPrivateEndpoints = attributes.planSku?.takesPrivateEndpoints;
      public readonly privateLink = PrivateLinkConnection.resource(
        this.webAppId,
        PrivateLinkSubresource.SITES,
        ...withDeploymentSite(this.defaultHostname),
      );
      public acceptPrivateEndpoint(_endpoint: IPrivateEndpoint, _resource: TerraformResource): void {}
    }
    return new Import(scope, id);
  }

  public readonly identity: IManagedIdentity;
  public readonly virtualNetworkId?: string;
  public readonly webAppId: string;
  public readonly defaultHostname: string;
  public readonly takesPrivateEndpoints?: boolean;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: LinuxWebAppResource;

  private readonly props: LinuxWebAppProps;
  private readonly settings: { [name: string]: string };

  /**
   * Defines an app.
   *
   * @throws `appservice/name`, `appservice/name-conflict`, `appservice/plan-without-vnet`, `appservice/always-on`,
   * `appservice/os-mismatch`, `appservice/location`, `appservice/runtime-version`, `appservice/health-check`,
   * `appservice/reserved-setting`, `appservice/secret-setting`, `appservice/unknown-settings`,
   * `network/integration-subnet-size`,
   * `network/integration-subnet-delegation`, `network/same-subnet`, `core/tags`
   */
  public constructor(scope: Construct, id: string, props: LinuxWebAppProps) {
    super(scope, id);
    this.props = props;
    this.refuseBadProps();
    this.settings = { ...props.appSettings };

    const runtime = props.runtime ?? Runtime.dotnet('10.0');
    this.identity = props.identity;
    this.virtualNetworkId = props.integrationSubnet.virtualNetworkId;
    this.resource = new LinuxWebAppResource(this, 'Resource', {
      name: props.name,
      location: props.servicePlan.location,
      resourceGroupName: props.resourceGroup.resourceGroupName,
      servicePlanId: props.servicePlan.servicePlanId,
      virtualNetworkSubnetId: props.integrationSubnet.subnetId,
      httpsOnly: true,
      publicNetworkAccessEnabled: true,
      ftpPublishBasicAuthenticationEnabled: false,
      webdeployPublishBasicAuthenticationEnabled: false,
      identity: { type: 'UserAssigned', identityIds: [props.identity.identityId] },
      // Without it Azure resolves Key Vault references with a system-assigned identity, which the app has not:
      // https://learn.microsoft.com/azure/app-service/app-service-key-vault-references
      keyVaultReferenceIdentityId: props.identity.identityId,
      siteConfig: {
        applicationStack: runtime._applicationStack,
        alwaysOn: props.alwaysOn ?? props.servicePlan.sku?.canStayLoaded ?? true,
        vnetRouteAllEnabled: true,
        websocketsEnabled: true,
        http2Enabled: true,
        use32BitWorker: false,
        ftpsState: 'Disabled',
        minimumTlsVersion: '1.2',
        scmMinimumTlsVersion: '1.2',
        healthCheckPath: props.healthCheck?.path,
        healthCheckEvictionTimeInMin: props.healthCheck?.evictionTimeInMinutes,
      },
      appSettings: Object.keys(this.settings).length > 0 ? this.settings : undefined,
      tags: props.tags,
      provider: props.provider,
    });
    this.webAppId = this.resource.id;
    this.defaultHostname = this.resource.defaultHostname;
    this.takesPrivateEndpoints = props.servicePlan.sku?.takesPrivateEndpoints;
    props.integrationSubnet.awaitedBy(this.resource);
  }

  /**
   * @throws `appservice/reserved-setting`, `appservice/secret-setting`
   */
  public addAppSetting(name: string, value: string): void {
    const violations = new Violations(this);
    violations.include(appSettingProblems({ [name]: value }));
    violations.throwIfAny();
    this.settings[name] = value;
    this.resource.appSettings = this.settings;
  }

  public executeAfter(prerequisite: TerraformResource): void {
    waitFor(this.resource, prerequisite);
  }

  /** How private endpoints find the app and its deployment site. */
  public get privateLink(): PrivateLinkConnection {
    const domain = AzureCloud.ofLocation(this.props.servicePlan.location).appServiceDomain;
    const hostnames = [`${this.props.name}.${domain}`, `${this.props.name}.scm.${domain}`];
    return PrivateLinkConnection.resource(this.webAppId, PrivateLinkSubresource.SITES, ...hostnames);
  }

  public acceptPrivateEndpoint(_endpoint: IPrivateEndpoint, _resource: TerraformResource): void {}

  /**
   * Adds a private endpoint through which the app is called. Calls over the internet go on.
   *
   * @throws what `PrivateEndpoint` throws
   */
  public addPrivateEndpoint(id: string, options: PrivateEndpointOptions): PrivateEndpoint {
    return new PrivateEndpoint(this, id, { ...options, target: this });
  }

  /**
   * Sends all logs and metrics of the app to a destination, once.
   *
   * @throws `logs/destination`, `logs/duplicate-setting`, and what `LogWorkspace` throws
   */
  public sendLogsTo(destination: LogDestination): DiagnosticSetting {
    const { name, resourceGroup, servicePlan, tags, provider } = this.props;
    return sendLogs(this, destination, {
      targetResourceId: this.webAppId,
      // Which categories an app has depends on its plan; the group holds those that there are.
      logs: LogCategories.all(),
      newWorkspace: { name: `log-${name}`, resourceGroup, location: servicePlan.location, tags, provider },
      provider,
    });
  }

  private refuseBadProps(): void {
    const { name, servicePlan, integrationSubnet, healthCheck, runtime } = this.props;
    const violations = new Violations(this);
    if (isKnown(name) && !/^[a-zA-Z0-9][a-zA-Z0-9-]{0,58}[a-zA-Z0-9]$/.test(name)) {
      violations.add('appservice/name', `"${name}" is not an app name; use 2 to 60 letters, digits or inner dashes`);
    }
    violations.include(claimName(this, 'site', name, 'appservice/name-conflict'));
    if (servicePlan.osType !== undefined && servicePlan.osType !== OsType.LINUX) {
      violations.add(
        'appservice/os-mismatch',
        `a Linux app cannot run on the ${servicePlan.osType} plan ${servicePlan.node.path}; use a Linux plan`,
      );
    }
    violations.include(planProblems(servicePlan.sku, this.props.alwaysOn));
    if (locationsDiffer(servicePlan.location, integrationSubnet.location)) {
      violations.add(
        'appservice/location',
        `plan and app are in ${servicePlan.location}, but subnet ${integrationSubnet.node.path} is in ${integrationSubnet.location}; use one region`,
      );
    }
    violations.include(integrationSubnetProblems(this, servicePlan, integrationSubnet));
    violations.include([...(runtime?._problems() ?? []), ...(healthCheck?._problems() ?? [])]);
    violations.include(appSettingProblems(this.props.appSettings ?? {}));
    violations.include(tagProblems(this.props.tags));
    violations.throwIfAny();
  }
}

/** The deployment site of `NAME.azurewebsites.net` is `NAME.scm.azurewebsites.net`; a name that is not known has none. */
function withDeploymentSite(hostname: string): string[] {
  return isKnown(hostname) ? [hostname, hostname.replace('.', '.scm.')] : [hostname];
}
