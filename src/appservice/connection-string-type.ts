/**
 * Type of the resource that a connection string is for, in Azure's spelling. The app finds it in a variable with a
 * prefix of the type, such as `SQLAZURECONNSTR_Main`; .NET reads all of them as `ConnectionStrings:Main`.
 *
 * @see https://learn.microsoft.com/azure/app-service/configure-common#configure-connection-strings
 */
export enum ConnectionStringType {
  /** API Hub: `APIHUBCONNSTR_`. */
  API_HUB = 'APIHub',

  /** Anything else: `CUSTOMCONNSTR_`. */
  CUSTOM = 'Custom',

  /** Azure Cosmos DB: `DOCDBCONNSTR_`. */
  DOC_DB = 'DocDb',

  /** Event Hubs: `EVENTHUBCONNSTR_`. */
  EVENT_HUB = 'EventHub',

  /** MySQL: `MYSQLCONNSTR_`. */
  MYSQL = 'MySQL',

  /** Notification Hubs: `NOTIFICATIONHUBCONNSTR_`. */
  NOTIFICATION_HUB = 'NotificationHub',

  /** PostgreSQL: `POSTGRESQLCONNSTR_`. */
  POSTGRESQL = 'PostgreSQL',

  /** Redis: `REDISCACHECONNSTR_`. */
  REDIS_CACHE = 'RedisCache',

  /** Service Bus: `SERVICEBUSCONNSTR_`. */
  SERVICE_BUS = 'ServiceBus',

  /** Azure SQL Database: `SQLAZURECONNSTR_`. */
  SQL_AZURE = 'SQLAzure',

  /** SQL Server: `SQLCONNSTR_`. */
  SQL_SERVER = 'SQLServer',
}
