import { describeSweep } from './support/describe-sweep';
import { isDefinedHere, publicServers } from './support/private-servers';
import { Invariants } from './support/sweep';
import { SecureSignalRApp } from '../../src';
import { RequestType } from '../../src/signalr';

const invariants: Invariants<SecureSignalRApp> = (app, { wasChanged, isCustom }) => {
  const { signalr, integrationSecurityGroup, webApp: host, servicePlan, privateDnsZone } = app;
  const isWhole = !wasChanged && servicePlan !== undefined && isDefinedHere(integrationSecurityGroup, privateDnsZone);
  return publicServers(app.node.root, { signalr, host, requestType: RequestType.SERVER_CONNECTION, isCustom, isWhole });
};

describeSweep('SecureSignalRApp', invariants, 1200);
