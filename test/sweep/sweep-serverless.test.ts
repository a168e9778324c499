import { describeSweep } from './support/describe-sweep';
import { isDefinedHere, publicServers } from './support/private-servers';
import { Invariants } from './support/sweep';
import { SecureServerlessSignalR } from '../../src';
import { RequestType } from '../../src/signalr';

const invariants: Invariants<SecureServerlessSignalR> = (app, { wasChanged, isCustom, isChecked }) => {
  const { signalr, functionApp: host, virtualNetwork, integrationSecurityGroup } = app;
  const isWhole =
    !wasChanged && isDefinedHere(integrationSecurityGroup, app.node.tryFindChild('SignalRPrivateDnsZone'));
  const requestType = RequestType.REST_API;
  return publicServers(app.node.root, { signalr, host, virtualNetwork, requestType, isCustom, isChecked, isWhole });
};

describeSweep('SecureServerlessSignalR', invariants, 1100);
