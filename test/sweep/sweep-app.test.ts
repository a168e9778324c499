import { describeSweep } from './support/describe-sweep';
import { isDefinedHere, publicServers } from './support/private-servers';
import { Invariants } from './support/sweep';
import { SecureSignalRApp } from '../../src';
import { RequestType } from '../../src/signalr';

const invariants: Invariants<SecureSignalRApp> = (app, { wasChanged, isCustom, isChecked }) => {
  const { signalr, webApp: host, servicePlan, privateDnsZone } = app;
  const isWhole = !wasChanged && servicePlan !== undefined && isDefinedHere(app, privateDnsZone);
  const requestType = RequestType.SERVER_CONNECTION;
  return publicServers(app.node.root, { signalr, host, requestType, isCustom, isChecked, isWhole });
};

describeSweep('SecureSignalRApp', invariants, 1700);
