/** Method by which App Service chooses the instance of an app for a request. */
export enum LoadBalancingMode {
  /** The one with the fewest requests under way. */
  LEAST_REQUESTS = 'LeastRequests',

  /** The one that has answered fastest. */
  LEAST_RESPONSE_TIME = 'LeastResponseTime',

  /** Each in turn, for this app alone. */
  PER_SITE_ROUND_ROBIN = 'PerSiteRoundRobin',

  /** The one that the hash of the request names. */
  REQUEST_HASH = 'RequestHash',

  /** Each in turn, by weight. */
  WEIGHTED_ROUND_ROBIN = 'WeightedRoundRobin',

  /** By weight and the requests of all apps of the plan. */
  WEIGHTED_TOTAL_TRAFFIC = 'WeightedTotalTraffic',
}
