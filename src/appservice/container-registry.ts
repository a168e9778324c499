import { ContainerRegistry as ContainerRegistryResource } from '@cdktf/provider-azurerm/lib/container-registry';
import { DataAzurermContainerRegistry } from '@cdktf/provider-azurerm/lib/data-azurerm-container-registry';
import { TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { ContainerRegistryBase } from './container-registry-base';
import { IContainerRegistry } from './icontainer-registry';
import { RegistryAccess } from './registry-access';
import { AzureCloud, RegionalResourceProps, ResourceLookup } from '../core';
import { registryHostProblems, registryNameProblems } from './private/registry-host';
import { ArmIdForm } from '../core/internal/arm-id';
import { checkInput } from '../core/internal/input/check-input';
import { defineLock, lockNameProblems } from '../core/internal/lock';
import { withProvider } from '../core/internal/providers';
import { regionalAttributes, regionalProblems, regionOf } from '../core/internal/regional';
import { isKnown, refuse, Violations, withoutPath } from '../core/internal/violations';
import { PrivateLinkZone } from '../dns';
import { DiagnosticSetting, LogCategories, LogDestination, SendLogsOptions } from '../observability';
import { sendLogs } from '../observability/internal/send-logs';
import { changedNameProblems } from '../placement/changed-names';
import { beginDefinition } from '../placement/definition';

/** Attributes of an existing container registry. */
export interface ContainerRegistryAttributes {
  /** Azure resource id of the registry. */
  readonly registryId: string;

  /** Host of the registry, such as `contoso.azurecr.io`. */
  readonly loginServer: string;

  /**
   * Provider of role assignments on the registry, for another subscription than the stack's default one:
   * `new AzurermProvider(...)` with an `alias`.
   *
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** Look-up of an existing container registry. */
export interface ContainerRegistryLookup extends ResourceLookup {
  /** Name of the registry. */
  readonly name: string;
}

/** Properties of a container registry. */
export interface ContainerRegistryProps extends RegionalResourceProps {
  /** Name: 5 to 50 letters or digits. Unique in all of Azure. */
  readonly name: string;

  /**
   * Access to the registry in addition to its private endpoints.
   *
   * @default RegistryAccess.privateOnly()
   */
  readonly access?: RegistryAccess;

  /**
   * Also allows Azure services that Microsoft trusts, not only the private endpoints; Microsoft Defender for Cloud, for
   * example, scans images this way. They still need a role. App Service is not one of these services: apps pull through
   * their subnet.
   *
   * @default false
   * @see https://learn.microsoft.com/azure/container-registry/allow-access-trusted-services
   */
  readonly allowTrustedServices?: boolean;

  /**
   * After how many days Azure deletes manifests that no tag names any more: 0 to 365. An app that names its image by a
   * tag needs none of them.
   *
   * @default - they are kept
   * @see https://learn.microsoft.com/azure/container-registry/container-registry-retention-policy
   */
  readonly untaggedRetentionInDays?: number;

  /**
   * Locks the registry, so that Azure rejects its deletion. Remove the lock before you destroy the stack.
   *
   * @default - false, or true where `lockName` is given
   */
  readonly lock?: boolean;

  /**
   * Name of that lock: 1 to 90 letters, digits, `-`, `_`, `.`, `(` or `)`, not ending with a period.
   *
   * @default 'no-deletion'
   */
  readonly lockName?: string;
}

const REGISTRY_ID = new ArmIdForm(
  'Microsoft.ContainerRegistry/registries',
  'appservice/registry-id',
  'a container registry',
);

/**
 * Defines a container registry that is reached through private endpoints only, and accepts no passwords: every client
 * that pulls or pushes signs in with Microsoft Entra ID. Apps that run an image of it, see `ContainerImage.inRegistry`,
 * are granted the role to pull it.
 *
 * The tier is Premium, since others take no private endpoints. An endpoint in the network of the app is all that the
 * app needs: apps pull through their subnet. Azure spreads registries over the zones of regions that have zones.
 *
 * @see https://learn.microsoft.com/azure/container-registry/container-registry-private-link
 * @see https://learn.microsoft.com/azure/container-registry/zone-redundancy
 */
export class ContainerRegistry extends ContainerRegistryBase {
  /**
   * Refers to an existing registry.
   *
   * @throws `appservice/registry-id`, `appservice/container-image`
   */
  public static fromContainerRegistryAttributes(
    scope: Construct,
    id: string,
    attributes: ContainerRegistryAttributes,
  ): IContainerRegistry {
    checkInput('appservice.ContainerRegistry.fromContainerRegistryAttributes', arguments);
    class Import extends ContainerRegistryBase {
      public readonly registryId = attributes.registryId;
      public readonly loginServer = attributes.loginServer;
      protected readonly _provider = attributes.provider;
    }
    const registry = new Import(scope, id);
    refuse(registry, REGISTRY_ID.problems(attributes.registryId), registryHostProblems(attributes.loginServer));
    return registry;
  }

  /** Looks an existing registry up by its name, when Terraform plans. */
  public static fromLookup(scope: Construct, id: string, options: ContainerRegistryLookup): IContainerRegistry {
    checkInput('appservice.ContainerRegistry.fromLookup', arguments);
    class Lookup extends ContainerRegistryBase {
      private readonly found = new DataAzurermContainerRegistry(this, 'Resource', { ...options });
      public readonly registryId = this.found.id;
      public readonly loginServer = this.found.loginServer;
      protected readonly _provider = options.provider;
    }
    return new Lookup(scope, id);
  }

  /** Reports whether the registry supports private endpoints: a Premium registry does. */
  public readonly takesPrivateEndpoints?: boolean = true;
  public readonly registryId: string;
  public readonly loginServer: string;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: ContainerRegistryResource;

  /** @internal */
  protected readonly _provider?: TerraformProvider;

  private readonly props: ContainerRegistryProps;

  /**
   * Defines a registry.
   *
   * @throws `appservice/registry-name`, `appservice/registry-access`, `appservice/registry-retention`, `lock/name`,
   * `core/location`, `core/tags`
   */
  public constructor(scope: Construct, id: string, given: ContainerRegistryProps) {
    checkInput('appservice.ContainerRegistry', arguments);
    super(scope, id);
    const props = withProvider(this, given, given.resourceGroup);
    this.props = props;
    this._provider = props.provider;
    this.refuseBadProps();

    beginDefinition(this);
    this.resource = new ContainerRegistryResource(this, 'Resource', {
      name: props.name,
      ...regionalAttributes(props),
      sku: 'Premium',
      adminEnabled: false,
      anonymousPullEnabled: false,
      ...(props.access ?? RegistryAccess.privateOnly())._render(),
      networkRuleBypassOption: props.allowTrustedServices ? 'AzureServices' : 'None',
      retentionPolicyInDays: props.untaggedRetentionInDays,
    });
    this.registryId = this.resource.id;
    this.loginServer = this.resource.loginServer;
    const names = { label: props.name, hostnames: this._hostnames };
    this.node.addValidation({ validate: () => changedNameProblems(this.resource, names).map(withoutPath) });
    if (props.lock ?? props.lockName !== undefined) defineLock(this, this.registryId, props.provider, props.lockName);
  }

  /**
   * Sends all logs and metrics of the registry to a destination: who signed in, and who pushed and pulled which image.
   *
   * @throws `logs/destination`, `logs/duplicate-setting`, and what `LogWorkspace` throws
   * @see https://learn.microsoft.com/azure/container-registry/monitor-service
   */
  public sendLogsTo(destination: LogDestination, options: SendLogsOptions = {}): DiagnosticSetting {
    checkInput('appservice.ContainerRegistry.sendLogsTo', arguments, this);
    const { name, resourceGroup, location, tags, provider } = this.props;
    return sendLogs(this, destination, {
      targetResourceId: this.registryId,
      logs: LogCategories.all(),
      name: options.name,
      newWorkspace: { name: `log-${name}`, resourceGroup, location, tags, provider },
      provider,
    });
  }

  /**
   * An endpoint has an address for the registry and another for its data, and a record for each.
   *
   * @see https://learn.microsoft.com/azure/container-registry/container-registry-private-link#dns-configuration
   * @internal
   */
  protected override get _hostnames(): string[] {
    const region = regionOf(this.props);
    if (!isKnown(region)) return [this.loginServer];
    const domain = PrivateLinkZone.CONTAINER_REGISTRY.hostIn(AzureCloud.ofLocation(region));
    const name = this.props.name.toLowerCase();
    return [`${name}.${domain}`, `${name}.${region}.data.${domain}`];
  }

  private refuseBadProps(): void {
    const { name, access, untaggedRetentionInDays: days } = this.props;
    const violations = new Violations(this);
    violations.include(registryNameProblems(name));
    violations.include(access?._problems() ?? []);
    if (isKnown(days) && !(Number.isInteger(days) && days >= 0 && days <= 365)) {
      violations.add(
        'appservice/registry-retention',
        `retention of ${days} days given; use a whole number from 0 to 365`,
      );
    }
    violations.include(lockNameProblems(this.props.lockName));
    violations.include(regionalProblems(this, this.props));
    violations.throwIfAny();
  }
}
