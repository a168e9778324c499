import { describeSweep } from './support/describe-sweep';
import { isDefinedHere, publicServers } from './support/private-servers';
import { Invariants } from './support/sweep';
import { SecureServerlessSignalR } from '../../src';
import { RequestType } from '../../src/signalr';

const invariants: Invariants<SecureServerlessSignalR> = (app, { wasChanged, isCustom }) => {
  const { signalr, integrationSecurityGroup, functionApp: host } = app;
  const isWhole =
    !wasChanged && isDefinedHere(integrationSecurityGroup, app.node.tryFindChild('SignalRPrivateDnsZone'));
  return publicServers(app.node.root, { signalr, host, requestType: RequestType.REST_API, isCustom, isWhole });
};

describeSweep('SecureServerlessSignalR', invariants, 800);
