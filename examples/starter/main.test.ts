import { Testing } from 'cdktf';
import { connectivity, signalr } from 'cdktf-azure-secure-signalr';
import { ChatStack } from './main';

const stack = new ChatStack(Testing.app(), 'chat');
const { webApp, signalr: service } = stack.chat;
const report = connectivity.ConnectivityReport.of(stack);

test('the app reaches SignalR through the private endpoint, and through that alone', () => {
  report.expectPrivate(webApp, service);
});

test('nobody connects a server over the internet', () => {
  report.expectDenied(connectivity.Origin.internet(), service, signalr.RequestType.SERVER_CONNECTION);
});
