import { describeSweep } from './support/describe-sweep';
import { isDefinedHere, publicServers } from './support/private-servers';
import { Invariants } from './support/sweep';
import { SecureSignalRApp } from '../../src';
import { RequestType } from '../../src/signalr';

const invariants: Invariants<SecureSignalRApp> = (app, { wasChanged, isCustom, isChecked }) => {
  const { signalr, webApp: host, virtualNetwork, integrationSecurityGroup, servicePlan, privateDnsZone } = app;
  const isWhole = !wasChanged && servicePlan !== undefined && isDefinedHere(integrationSecurityGroup, privateDnsZone);
  const requestType = RequestType.SERVER_CONNECTION;
  return publicServers(app.node.root, { signalr, host, virtualNetwork, requestType, isCustom, isChecked, isWhole });
};

describeSweep('SecureSignalRApp', invariants, 1700);
