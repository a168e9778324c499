import { FunctionAppFlexConsumption } from '@cdktf/provider-azurerm/lib/function-app-flex-consumption';
import { Construct } from 'constructs';
import { FlexConsumptionFunctionAppProps } from './flex-consumption-function-app-props';
import { FunctionAppBase } from './function-app-base';
import { checkInput } from '../core/internal/input/check-input';
import { SecretReference } from '../vault';
import { FLEX_FUNCTION_APP } from './internal/app-kind';
import { functionAppProblems } from './internal/function-problems';
import { flexSecretProblems, flexStorageSettings } from './internal/function-settings';
import { flexRuntime } from './private/application-stacks';
import { commonAttributes, commonSiteConfig } from './private/site-config';
import { Runtime } from './runtime';
import { isKnown, Problem } from '../core/internal/violations';
import { IStorageContainer } from '../storage';

const LONGEST_CONTAINER_NAME = 63;

/**
 * Defines a function app on a Flex Consumption plan of its own, which scales to zero. It calls out only through its
 * subnet, signs in to its storage with its identity, and takes neither HTTP nor passwords.
 *
 * Apps that join one subnet do so one after the other, in the order in which they are defined. The identity is granted
 * the roles Storage Blob Data Owner, Storage Queue Data Contributor and Storage Table Data Contributor on the storage
 * account. The subnet is delegated to `SubnetDelegation.APP_ENVIRONMENTS`, and its name has no underscores.
 *
 * azurerm 4 writes a connection string without a key into the setting `AzureWebJobsStorage`, which would break the app.
 * This class empties it, and azurerm shows that as a change in every plan. Settings from Key Vaults are rejected:
 * azurerm 4 cannot set the identity that would fetch them.
 *
 * @see https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan
 * @see https://github.com/hashicorp/terraform-provider-azurerm/issues/29149
 */
export class FlexConsumptionFunctionApp extends FunctionAppBase {
  public readonly appId: string;
  public readonly defaultHostname: string;

  /** The container to which the code of the app is deployed. */
  public readonly deploymentContainer: IStorageContainer;

  /** The provider's resource, for settings that this class does not model. */
  public readonly resource: FunctionAppFlexConsumption;

  /**
   * Defines an app.
   *
   * @throws what `LinuxFunctionApp` and `StorageContainer` throw, `appservice/flex-secret`
   */
  public constructor(scope: Construct, id: string, props: FlexConsumptionFunctionAppProps) {
    checkInput('appservice.FlexConsumptionFunctionApp', arguments);
    super(scope, id, props);
    this._refuse([
      ...functionAppProblems(this, FLEX_FUNCTION_APP, props),
      ...flexSecretProblems(Object.keys(props.secretSettings ?? {})),
    ]);

    this.deploymentContainer = props.deploymentContainer ?? this.newContainer(props);
    this.resource = new FunctionAppFlexConsumption(this, 'Resource', {
      ...commonAttributes(props),
      ...flexRuntime(props.runtime ?? Runtime.dotnet('10.0')),
      ...props.scaling?._renderFlex(),
      storageContainerType: 'blobContainer',
      storageContainerEndpoint: this.deploymentContainer.containerUrl,
      storageAuthenticationType: 'UserAssignedIdentity',
      storageUserAssignedIdentityId: props.identity.identityId,
      siteConfig: {
        ...commonSiteConfig(props),
        applicationInsightsConnectionString: props.applicationInsights?.connectionString,
      },
    });
    this.appId = this.resource.id;
    this.defaultHostname = this.resource.defaultHostname;
    this._defined(flexStorageSettings(props));
  }

  /** @internal */
  protected get _resource() {
    return this.resource;
  }

  /** @internal */
  protected _secretProblems(name: string, _secret: SecretReference): Problem[] {
    return flexSecretProblems([name]);
  }

  private newContainer(props: FlexConsumptionFunctionAppProps): IStorageContainer {
    const name = props.deploymentContainerName ?? containerNameOf(props.name);
    return props.storage.addContainer(`Package-${this.node.id}-${this.node.addr.slice(-6)}`, name);
  }
}

/** Containers have no upper-case letters, no two dashes in a row, and none at the end. */
function containerNameOf(appName: string): string {
  if (!isKnown(appName)) return `app-${appName}`;
  const name = `app-${appName.toLowerCase().replace(/-+/g, '-')}`;
  return name.slice(0, LONGEST_CONTAINER_NAME).replace(/-$/, '');
}
