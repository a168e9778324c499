import { ConnectivityData, OriginKind, Verdict } from '../../../src/connectivity';
import { drawPictures, standaloneSvg } from '../../../src/connectivity/private/render/draw';
import { pathTexts } from '../../../src/connectivity/private/render/path-text';
import { STYLE } from '../../../src/page/style';
import { callingEachOther, hubAndSpoke, mainExample, nothing, serverless } from '../../support/connectivity-data';
import { FIXTURES } from '../../support/connectivity-fixtures';
import { dataOfExample } from '../../support/picture-faults';

const draw = (data: ConnectivityData) => drawPictures(data, pathTexts(data));
const count = (text: string, part: string | RegExp) => text.split(part).length - 1;
/** The texts of boxes, frames and notes, in the order in which they are drawn. */
const texts = (svg: string) =>
  [...svg.matchAll(/<text class="(?:caption|title|detail)"[^>]*>([^<]*)</g)].map(([, text]) => text);

describe('pictures', () => {
  test('are one for each service, and an overview of several', () => {
    const names = (data: ConnectivityData) => draw(data).map(({ id, title, service }) => [id, title, service]);
    expect(names(mainExample)).toEqual([['picture-1', 'sigr-chat-prod', 'Prod/Chat/SignalR/Resource']]);
    expect(names(hubAndSpoke)).toEqual([
      ['picture-1', 'sigr-orders', 'Spoke/Orders'],
      ['picture-2', 'sigr-news', 'Spoke/News'],
      ['overview', 'Overview', undefined],
    ]);
    expect(names(nothing)).toEqual([]);
  });

  test('have each path as one link with an id, and as one without for narrow windows', () => {
    const pictures = draw(hubAndSpoke);
    const wide = pictures.map(({ svg }) => svg.text).join('');
    const narrow = pictures.map(({ narrowSvg }) => narrowSvg.text).join('');
    hubAndSpoke.paths.forEach((_, path) => {
      expect(count(wide, ` id="p${path}" href="#path-${path}"`)).toBe(1);
      expect(count(narrow, ` href="#path-${path}"`)).toBe(1);
    });
    expect(narrow).not.toContain(' id="');
    expect(pictures[2].svg.text).toContain('href="#picture-2"');
    const ids = pictures.flatMap(({ arrows }) => arrows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('show names of Azure first, paths of constructs in small letters, and region, network and subnet', () => {
    const [{ svg }] = draw(dataOfExample('quick-start'));
    expect(texts(svg.text)).toEqual([
      'Internet',
      'Region centralus',
      'vnet-chat-prod-centralus',
      'snet-chat-app-prod-',
      'centralus',
      '10.0.0.0/26',
      'snet-chat-endpoints-',
      'prod-centralus',
      '10.0.0.64/27',
      'Region centralus',
      'anyone on the',
      'internet',
      'linux web app',
      'app-chat-prod-',
      'centralus-4e39fc',
      'quick-start/Chat/WebApp',
      'anything else that reaches',
      'pep-chat-signalr-prod-',
      'centralus',
      'private endpoint',
      'pep-chat-signalr-prod-',
      'centralus',
      'quick-start/Chat/SignalR/',
      'PrivateEndpoint',
      'zone privatelink.service.',
      'signalr.net',
      'SignalR service',
      'sigr-chat-prod-',
      'centralus-4e39fc',
      'quick-start/Chat/SignalR',
    ]);
  });

  test('show a subscription where it is known', () => {
    const networks = mainExample.networks.map((network) => ({ ...network, subscription: '0b', region: 'eastus' }));
    const [{ svg }] = draw({ ...mainExample, networks });
    expect(texts(svg.text)).toContain('Region eastus, subscription 0b');
  });

  test('draw one line for each pair of places, and denials as a branch with a cross at the service', () => {
    const [{ svg }] = draw(mainExample);
    const lines = [...svg.text.matchAll(/<g class="line (\w+)[^"]*" id="[^"]*">(.*)<\/g>\n/g)];
    expect(
      lines.map(([, verdict, content]) => [verdict, count(content, 'class="head"'), count(content, 'class="cross"')]),
    ).toEqual([
      ['allowed', 1, 1],
      ['allowed', 1, 0],
      ['allowed', 1, 0],
      ['allowed', 1, 1],
    ]);
  });

  test('end with a cross where the network denies, and say what decides', () => {
    const group = { id: 'Group', name: 'nsg-app', type: 'azurerm_network_security_group', rule: 'DenyAll' };
    const at = (subnet: string, code: string) => ({
      ...mainExample,
      paths: mainExample.paths.map((path) =>
        path.origin === 'Prod/Chat/Network/AppSubnet/Resource'
          ? { ...path, verdict: Verdict.DENIED, code, decidedBy: { ...group, subnet } }
          : path,
      ),
    });
    const crossOf = (data: ConnectivityData) => {
      const [{ svg }] = draw(data);
      expect(texts(svg.text).join(' ')).toContain('by security group nsg-app, rule DenyAll');
      const line = /<g class="line denied[^"]*" id="a1-2">.*class="route" d="([^"]*)"\/><path class="cross"/.exec(
        svg.text,
      )!;
      return Number(/H([\d.]+)$/.exec(line[1])![1]);
    };
    const own = crossOf(at('Prod/Chat/Network/AppSubnet/Resource', 'network/denied'));
    const there = crossOf(at('Prod/Chat/Network/EndpointSubnet/Resource', 'network/denied'));
    expect(own).toBeLessThan(there);
  });

  test('say of shared private links and of services without a network where they are', () => {
    const [, func] = draw(serverless);
    expect(texts(func.svg.text)).toEqual(expect.arrayContaining(['Azure SignalR Service', 'shared private link']));
    const [one] = draw(callingEachOther);
    expect(texts(one.svg.text)).toContain('SignalR service that calls');
  });

  test('name at most four apps of a box, and all of them in its tooltip', () => {
    const hosts = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => `Prod/${name}`);
    const resources = hosts.map((id) => ({ id, name: `app-${id.slice(-1)}`, type: 'azurerm_linux_web_app' }));
    const origins = mainExample.origins.map((origin) =>
      origin.kind === OriginKind.SUBNET ? { ...origin, hosts } : origin,
    );
    const [{ svg }] = draw({ ...mainExample, origins, resources });
    expect(texts(svg.text)).toEqual(
      expect.arrayContaining(['linux web apps', 'app-A', 'Prod/A', 'app-D', 'and 2 more']),
    );
    expect(svg.text).toContain('app-E (Prod/E), app-F (Prod/F)</title>');
  });
});

describe('the file of pictures', () => {
  test.each(Object.entries(FIXTURES))('stands by itself, without links and scripts: %s', (_, data) => {
    const text = standaloneSvg(data, 'Report <1>');
    expect(text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg" /);
    expect(text).toContain('<title id="title">Report &lt;1&gt;</title>');
    expect(text).not.toMatch(/<(a|script|image|foreignObject)\b|href=|url\(|@import/);
    expect(standaloneSvg(structuredClone(data), 'Report <1>')).toBe(text);
  });

  test('has the colours of the page, light and dark', () => {
    const colours = (css: string) => {
      const [light, dark] = css.split(/@media (?:screen and )?\(prefers-color-scheme: dark\)/);
      return [light, dark].map(
        (part) => new Map([...part.matchAll(/(--[\w-]+): (#\w+)/g)].map(([, name, value]) => [name, value])),
      );
    };
    const page = colours(STYLE);
    const file = colours(standaloneSvg(mainExample, ''));
    file.forEach((own, mode) =>
      own.forEach((value, name) => expect([name, value]).toEqual([name, page[mode].get(name)])),
    );
    expect(file[0].size).toBe(file[1].size);
  });
});
