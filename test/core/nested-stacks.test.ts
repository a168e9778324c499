import { SignalrServiceNetworkAcl } from '@cdktf/provider-azurerm/lib/signalr-service-network-acl';
import { Testing } from 'cdktf';
import { SecureServerlessSignalR, SecureSignalRApp } from '../../src';
import { ConnectivityReport } from '../../src/connectivity';
import { Approval, Cors, SignalRService } from '../../src/signalr';
import { messageOf, newGroup, newStack, synth, synthesizedStacks } from '../support/synth';

/** A stack in a stack, as cdktf synthesizes them: two files, two states. */
function newStacks() {
  const app = Testing.app();
  const outer = newStack('Outer', undefined, app);
  const inner = newStack('Inner', undefined, outer);
  return { app, outer, inner };
}

const providersOf = (json: Record<string, any>) => Object.keys(json.provider).sort();

describe('one construct id in a stack and in a stack below it', () => {
  test('is that of two Serverless architectures, each with its providers', () => {
    const { app, outer, inner } = newStacks();
    const props = { location: 'centralus', approval: Approval.automatic() };
    new SecureServerlessSignalR(outer, 'Chat', { ...props, workload: 'outer' });
    new SecureServerlessSignalR(inner, 'Chat', { ...props, workload: 'inner' });
    const stacks = Object.values(synthesizedStacks(app));
    expect(stacks).toHaveLength(2);
    stacks.forEach((json) => expect(providersOf(json)).toEqual(['azapi', 'azurerm']));
    stacks.forEach((json) => expect(Object.keys(json.resource!.azurerm_signalr_service)).toHaveLength(1));
  });

  test('leaves each stack its own azapi provider', () => {
    const { outer, inner } = newStacks();
    const props = { location: 'centralus', approval: Approval.automatic() };
    new SecureServerlessSignalR(outer, 'Chat', { ...props, workload: 'outer' });
    new SecureServerlessSignalR(inner, 'Chat', { ...props, workload: 'inner' });
    const found = [outer, inner].map((stack) => providersOf(JSON.parse(Testing.synth(stack))));
    expect(found).toEqual([
      ['azapi', 'azurerm'],
      ['azapi', 'azurerm'],
    ]);
  });

  test('is that of two web architectures', () => {
    const { app, outer, inner } = newStacks();
    new SecureSignalRApp(outer, 'Chat', { location: 'centralus', workload: 'outer' });
    new SecureSignalRApp(inner, 'Chat', { location: 'centralus', workload: 'inner' });
    expect(() => app.synth()).not.toThrow();
    const report = ConnectivityReport.of(app).data;
    const signalr = report.services.filter(({ type }) => type === 'azurerm_signalr_service').map(({ id }) => id);
    expect(signalr.sort()).toEqual(['Outer/Chat/SignalR/Resource', 'Outer/Inner/Chat/SignalR/Resource']);
  });

  test('is that of two services with a list each, whichever is defined first', () => {
    for (const isInnerFirst of [true, false]) {
      const { app, outer, inner } = newStacks();
      const stacks = isInnerFirst ? [inner, outer] : [outer, inner];
      for (const stack of stacks) {
        new SecureSignalRApp(stack, 'Chat', { location: 'centralus', workload: stack.node.id.toLowerCase() });
      }
      expect(() => app.synth()).not.toThrow();
    }
  });
});

describe('a second list of a service of the library', () => {
  function newService() {
    const { stack, resourceGroup } = newGroup();
    const cors = Cors.allowOrigins('https://example.com');
    const service = new SignalRService(stack, 'Service', { name: 'chat', resourceGroup, cors });
    const list = new SignalrServiceNetworkAcl(stack, 'Second', {
      signalrServiceId: service.serviceId,
      defaultAction: 'Deny',
      publicNetwork: { allowedRequestTypes: ['ClientConnection'] },
    });
    return { stack, list };
  }

  test('is refused', () => {
    expect(messageOf(() => synth(newService().stack))).toContain('[nac/duplicate]');
  });

  test.each<[string, string, unknown]>([
    ['count = 0', 'count', 0],
    ['an empty map', 'for_each', {}],
    ['an empty set', 'for_each', '${toset([])}'],
  ])('is not there with %s', (_, name, value) => {
    const { stack, list } = newService();
    list.addOverride(name, value);
    expect(() => synth(stack)).not.toThrow();
  });
});
