import * as fc from 'fast-check';
import { ConnectivityData } from '../../../../src/connectivity';
import { Anchors } from '../../../../src/connectivity/private/render/page/anchors';
import { connectivityData } from '../../../support/connectivity-arbitrary';
import { mainExample } from '../../../support/connectivity-data';
import { HOSTILE } from '../../../support/hostile-connectivity';

const [service] = mainExample.services;
const withService = (name: string): ConnectivityData => ({ ...mainExample, services: [{ ...service, name }] });

describe('anchors', () => {
  test('of services, rows and paths read like what they lead to', () => {
    const anchors = new Anchors(mainExample);
    expect(anchors.service(service.id)).toBe('to/sigr-chat-prod');
    expect(anchors.row(service.id, 'internet')).toBe('to/sigr-chat-prod/from/internet');
    expect(anchors.path(5)).toBe('to/sigr-chat-prod/from/apps-of-snet-app/ClientConnection');
  });

  test.each([
    [HOSTILE.script, 'to/script-alert-1-script'],
    [HOSTILE.rightToLeft, 'to/שרת-txt.exe-خادم'],
    ['e\u0301t\u00e9', 'to/été'],
    ['a/b c', 'to/a-b-c'],
    ['-- !', 'to/unnamed'],
    ['x'.repeat(70), `to/${'x'.repeat(60)}`],
  ])('of a service named %j are %s', (name, anchor) =>
    expect(new Anchors(withService(name)).service(service.id)).toBe(anchor),
  );

  test('of equal names differ by a number', () => {
    const [first] = mainExample.paths;
    const services = [service, { ...service, id: 'Other' }];
    const anchors = new Anchors({ ...mainExample, services, paths: [first, first] });
    expect(services.map(({ id }) => anchors.service(id))).toEqual(['to/sigr-chat-prod', 'to/sigr-chat-prod-2']);
    expect([0, 1].map((index) => anchors.path(index))).toEqual([
      'to/sigr-chat-prod/from/internet/ServerConnection',
      'to/sigr-chat-prod/from/internet/ServerConnection-2',
    ]);
  });

  test('are ids without white space, each once, for any names', () =>
    fc.assert(
      fc.property(connectivityData, (data) => {
        const anchors = new Anchors(data);
        const ids = [
          ...data.services.map(({ id }) => anchors.service(id)),
          ...data.paths.map((_, path) => anchors.path(path)),
        ];
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => !/^to\/[^\s"#%<>/]+(\/from\/[^\s"#%<>/]+\/[^\s"#%<>/]+)?$/u.test(id))).toEqual([]);
      }),
    ));
});
