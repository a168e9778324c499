import { Target } from '../../model/target';
import { TerraformModel } from '../../model/terraform-model';
import { AZURE_SITES } from '../apps/app-types';
import { Value } from '../values';

/** A kind of resource that private links connect to. */
export class LinkKind {
  public static readonly SIGNALR = new LinkKind(
    'a SignalR service',
    ['azurerm_signalr_service'],
    'Microsoft.SignalRService/signalR',
    ['signalr'],
  );

  /** An endpoint of a slot connects to its app, with the slot's name behind `sites-`. */
  public static readonly SITES = new LinkKind('an app', AZURE_SITES, 'Microsoft.Web/sites', ['sites', 'sites-*']);

  public static readonly VAULT = new LinkKind('a Key Vault', ['azurerm_key_vault'], 'Microsoft.KeyVault/vaults', [
    'vault',
  ]);

  /** The copy of an account in the paired region has endpoints of its own. */
  public static readonly STORAGE = new LinkKind(
    'a storage account',
    ['azurerm_storage_account'],
    'Microsoft.Storage/storageAccounts',
    ['blob', 'file', 'queue', 'table', 'web', 'dfs'].flatMap((part) => [part, `${part}_secondary`]),
  );

  public static readonly SQL_SERVER = new LinkKind('an SQL server', ['azurerm_mssql_server'], 'Microsoft.Sql/servers', [
    'sqlServer',
  ]);

  public static readonly COSMOS_DB = new LinkKind(
    'a Cosmos DB account',
    ['azurerm_cosmosdb_account'],
    'Microsoft.DocumentDB/databaseAccounts',
    ['Sql', 'MongoDB', 'Cassandra', 'Gremlin', 'Table', 'Analytical'],
  );

  public static readonly REDIS_CACHE = new LinkKind('a Redis cache', ['azurerm_redis_cache'], 'Microsoft.Cache/redis', [
    'redisCache',
  ]);

  public static readonly APP_CONFIGURATION = new LinkKind(
    'an App Configuration store',
    ['azurerm_app_configuration'],
    'Microsoft.AppConfiguration/configurationStores',
    ['configurationStores'],
  );

  public static readonly EVENT_HUBS = new LinkKind(
    'an Event Hubs namespace',
    ['azurerm_eventhub_namespace'],
    'Microsoft.EventHub/namespaces',
    ['namespace'],
  );

  public static readonly SERVICE_BUS = new LinkKind(
    'a Service Bus namespace',
    ['azurerm_servicebus_namespace'],
    'Microsoft.ServiceBus/namespaces',
    ['namespace'],
  );

  public static readonly CONTAINER_REGISTRY = new LinkKind(
    'a container registry',
    ['azurerm_container_registry'],
    'Microsoft.ContainerRegistry/registries',
    ['registry'],
  );

  /** The kind of an id's target; `undefined` for other kinds, and where it is not known. */
  public static of(id: Value): LinkKind | undefined {
    const { resource, knownText } = id;
    return KINDS.find((kind) =>
      resource ? kind.types.includes(resource.type) : knownText !== undefined && kind.idPattern.test(knownText),
    );
  }

  private readonly idPattern: RegExp;

  private constructor(
    /** Noun in a sentence. */
    public readonly title: string,
    /** Types in Terraform. */
    public readonly types: readonly string[],
    azureType: string,
    /** Names of its sub-resources; `*` stands for any text. */
    public readonly subresources: readonly string[],
  ) {
    this.idPattern = new RegExp(`/providers/${azureType}/[^/]+$`, 'i');
  }

  /** Returns the target of an id; `undefined` where the target is known to be another kind of resource. */
  public target(model: TerraformModel, id: Value): Target | undefined {
    const { resource, knownText } = id;
    if (resource) {
      if (this.types.includes(resource.type)) return Target.resource(resource);
      return id.reference?.attribute === 'id' ? undefined : Target.unknown();
    }
    if (id.isAbsent || (knownText !== undefined && !this.idPattern.test(knownText))) return undefined;
    return model.target(id, ...this.types);
  }

  /** Reports whether resources of this kind have a sub-resource of a name; Azure's documents differ in letter case. */
  public has(subresource: string): boolean {
    const name = subresource.toLowerCase();
    return this.subresources.some((known) =>
      known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : name === known.toLowerCase(),
    );
  }
}

const KINDS = [
  LinkKind.SIGNALR,
  LinkKind.SITES,
  LinkKind.VAULT,
  LinkKind.STORAGE,
  LinkKind.SQL_SERVER,
  LinkKind.COSMOS_DB,
  LinkKind.REDIS_CACHE,
  LinkKind.APP_CONFIGURATION,
  LinkKind.EVENT_HUBS,
  LinkKind.SERVICE_BUS,
  LinkKind.CONTAINER_REGISTRY,
];
