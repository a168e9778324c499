import { describeSweep } from './support/describe-sweep';
import { isDefinedHere, publicServers } from './support/private-servers';
import { Invariants } from './support/sweep';
import { SecureServerlessSignalR } from '../../src';
import { RequestType } from '../../src/signalr';

const invariants: Invariants<SecureServerlessSignalR> = (app, wasChanged) => {
  const { signalr, virtualNetwork, functionApp: host } = app;
  const isWhole = !wasChanged && isDefinedHere(virtualNetwork, app.node.tryFindChild('SignalRPrivateDnsZone'));
  return publicServers(app.node.root, { signalr, host, requestType: RequestType.REST_API, isWhole });
};

describeSweep('SecureServerlessSignalR', invariants, 850);
