/** Mode in which a SignalR service finds the code that answers its clients. */
export enum ServiceMode {
  /** Hub servers connect to the service. */
  DEFAULT = 'Default',

  /** No hub servers; functions or a REST API answer. */
  SERVERLESS = 'Serverless',

  /** Both, as the first releases of the service did; not for new designs. */
  CLASSIC = 'Classic',
}
