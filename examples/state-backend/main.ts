import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, AzurermBackend, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { core, governance, identity, storage } from 'cdktf-azure-secure-signalr';

const { ResourceLock } = governance;
const { Principal, Role, RoleAssignment, RoleScope } = identity;
const { StorageAccount, StorageReplication } = storage;

// Write your own: the name of an account is unique in all of Azure, and groups are known by their object ids.
const ACCOUNT = 'sttfstate';
const CONTAINER = 'tfstate';
const DEPLOYERS = '00000000-0000-0000-0000-00000000000d';
const PLANNERS = '00000000-0000-0000-0000-00000000000a';

/** Role of those who read blobs; the library has no constant for it. */
const BLOB_DATA_READER = Role.builtIn('Storage Blob Data Reader', '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1');

/** How the state backend itself is kept. */
export interface StateBackendProps {
  /**
   * Whether the state of this stack lies in the account as well, rather than in a local file.
   *
   * @default false
   */
  readonly keepsItself?: boolean;
}

/** The storage account that holds the state of all other stacks. */
export class StateBackendStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: StateBackendProps = {}) {
    super(scope, id);
    // The account takes no keys, so azurerm must neither use one nor wait for services that it reads with one.
    new AzurermProvider(this, 'azurerm', {
      features: [{ storage: [{ dataPlaneAvailable: false }] }],
      storageUseAzuread: true,
    });
    if (props.keepsItself) {
      const key = `${id}.tfstate`;
      new AzurermBackend(this, { storageAccountName: ACCOUNT, containerName: CONTAINER, key, useAzureadAuth: true });
    }

    const resourceGroup = new core.ResourceGroup(this, 'ResourceGroup', { name: 'rg-tfstate', location: 'centralus' });
    const account = new StorageAccount(this, 'State', {
      name: ACCOUNT,
      resourceGroup,
      replication: StorageReplication.ZRS,
      publicNetworkAccess: true,
      blobVersioning: true,
      blobRetentionInDays: 30,
    });
    // Azure encrypts a second time only where it is asked to when it creates the account.
    account.resource.infrastructureEncryptionEnabled = true;
    account.resource.lifecycle = { preventDestroy: true };
    account.addContainer('Container', CONTAINER);

    account.grantBlobDataContributor(Principal.group(this, 'Deployers', DEPLOYERS));
    new RoleAssignment(this, 'PlannersRead', {
      role: BLOB_DATA_READER,
      principal: Principal.group(this, 'Planners', PLANNERS),
      scope: RoleScope.resource(account.storageAccountId),
      description: 'Pull requests are planned with the state, and change nothing of it.',
    });
    new ResourceLock(this, 'Lock', {
      scope: RoleScope.resourceGroup(resourceGroup),
      notes: 'State of all deployments. Without it, Terraform knows nothing of what it made.',
    });

    new TerraformOutput(this, 'storage-account', { value: account.storageAccountName });
    new TerraformOutput(this, 'container', { value: CONTAINER });
  }
}

if (require.main === module) {
  const app = new App();
  new StateBackendStack(app, 'state-backend', { keepsItself: process.env.STATE_KEEPS_ITSELF === 'true' });
  app.synth();
}
