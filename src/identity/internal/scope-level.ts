/** Levels of scopes, as messages name them. */
export enum ScopeLevel {
  RESOURCE = 'resource',
  RESOURCE_GROUP = 'resource group',
  SUBSCRIPTION = 'subscription',
  MANAGEMENT_GROUP = 'management group',
}
