import * as fc from 'fast-check';
import { INaming, Naming, signalr } from '../../src';
import { newApp } from '../support/app';
import { read } from '../support/markdown';
import { ALL_ROLES, bodiesOf, markerOf, namesIn, whole, WHOLES } from '../support/naming';
import { Major } from '../support/provider-schema';
import { newChat } from '../support/serverless';
import { synth } from '../support/synth';

/** What is called a name, but is none that an architecture chooses. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'azurerm_private_dns_zone.name': 'Azure fixes the names of its zones',
  'azurerm_private_dns_zone_virtual_network_link.private_dns_zone_name': 'such a zone',
  'azurerm_subnet.delegation.service_delegation.name': 'the service that the subnet is delegated to',
  'azurerm_private_endpoint.ip_configuration.member_name': 'a part of the target',
  'azurerm_private_endpoint.ip_configuration.subresource_name': 'a part of the target',
  'azurerm_signalr_service.sku.name': 'a size',
  'azurerm_key_vault.sku_name': 'a size',
  'azurerm_service_plan.sku_name': 'a size',
  'azurerm_signalr_shared_private_link_resource.sub_resource_name': 'a part of the target',
  'azurerm_monitor_autoscale_setting.profile.name': 'a part of the setting',
  'azurerm_monitor_autoscale_setting.profile.rule.metric_trigger.metric_name': 'a metric',
  'azurerm_monitor_metric_alert.criteria.metric_name': 'a metric',
  'azurerm_monitor_metric_alert.dynamic_criteria.metric_name': 'a metric',
  'azurerm_monitor_action_group.email_receiver.name': 'given with the receiver',
  'azurerm_function_app_flex_consumption.runtime_name': 'a language',
  'azurerm_signalr_shared_private_link_resource.request_message': 'given with the approval',
};

const wholes = Object.keys(WHOLES);
const markers = Object.fromEntries(ALL_ROLES.map((role) => [role, markerOf(role)]));
const byMarkers: INaming = { nameOf: ({ role }) => markerOf(role) };
const isReference = (name: string) => name.startsWith('${');

describe('every Azure name', () => {
  test.each(wholes.flatMap((name) => ([4, 5] as Major[]).map((major) => [name, major] as const)))(
    'of the %s is given by the naming, with azurerm %i',
    (name, major) => {
      const places = namesIn(whole(name, Naming.custom(byMarkers), major), major);
      expect(places.length).toBeGreaterThan(40);
      const others = places.filter(
        ({ place, name: found }) => !isReference(found) && !EXCEPTIONS[place] && !/^zq\d+zq$/.test(found),
      );
      expect(others).toEqual([]);
    },
  );

  test('is that of one role, and every role names something', () => {
    const found = wholes.map((name) => {
      const names = namesIn(whole(name, Naming.custom(byMarkers)), 4)
        .filter(({ name: text }) => /^zq\d+zq$/.test(text))
        // The short name of an action group is the beginning of its name.
        .filter(({ place }) => place !== 'azurerm_monitor_action_group.short_name')
        .map(({ name: text }) => text);
      expect(names.filter((text, index) => names.indexOf(text) !== index)).toEqual([]);
      return names;
    });
    // The architectures define no secret: its name is in the address of the upstream.
    const named = new Set([...found.flat(), markerOf('functionKeySecret')]);
    expect(ALL_ROLES.filter((role) => !named.has(markerOf(role)))).toEqual([]);
  });

  test.each(wholes)('of the %s is the same by a map as by a function', (name) => {
    expect(whole(name, Naming.of(markers))).toEqual(whole(name, Naming.custom(byMarkers)));
  });

  test.each(wholes)('of the %s stays as it is where a function gives nothing or the default', (name) => {
    const standard = whole(name);
    expect(whole(name, Naming.cloudAdoptionFramework())).toEqual(standard);
    expect(whole(name, Naming.of({}))).toEqual(standard);
    expect(whole(name, Naming.custom({ nameOf: () => undefined }))).toEqual(standard);
    expect(whole(name, Naming.custom({ nameOf: ({ defaultName }) => defaultName }))).toEqual(standard);
  });

  test('of any function comes out at its place, and host names, origins and addresses agree with it', () => {
    const part = fc.stringMatching(/^[a-y][a-z0-9]{3,10}$/);
    const marked = Object.fromEntries(
      wholes.map((name) => [name, JSON.stringify(whole(name, Naming.custom(byMarkers)))]),
    );
    const names = fc.uniqueArray(part, { minLength: ALL_ROLES.length, maxLength: ALL_ROLES.length });
    fc.assert(
      fc.property(fc.constantFrom(...wholes), names, (name, given) => {
        const naming = Naming.custom({ nameOf: ({ role }) => given[ALL_ROLES.indexOf(role)] });
        const expected = marked[name].replace(/zq(\d+)zq/g, (_, index) => given[Number(index)]);
        expect(JSON.stringify(whole(name, naming))).toBe(expected);
      }),
      { numRuns: 12 },
    );
  });
});

describe('what derives from a name', () => {
  test('is the origin of the web app, in lower case as browsers write it', () => {
    const { stack, chat } = newApp({ naming: Naming.of({ webApp: 'App-Chat' }) });
    const json = synth(stack);
    expect(bodiesOf(json, 'azurerm_signalr_service')[0].cors[0].allowed_origins).toEqual([
      'https://app-chat.azurewebsites.net',
    ]);
    expect(chat.linuxWebApp!.origin).toBe('https://app-chat.azurewebsites.net');
    expect(bodiesOf(json, 'azurerm_linux_web_app')[0].name).toBe('App-Chat');
  });

  test('is the upstream of the function app, and the origin of the app that negotiates', () => {
    const names = { functionApp: 'func-chat', negotiationApp: 'Func-Talk', functionKeySecret: 'key-of-chat' };
    const { stack } = newChat({ naming: Naming.of(names) });
    const [service] = bodiesOf(synth(stack), 'azurerm_signalr_service');
    expect(service.upstream_endpoint[0].url_template).toMatch(
      /^https:\/\/func-chat\.azurewebsites\.net\/.*key-of-chat/,
    );
    expect(service.cors[0].allowed_origins).toEqual(['https://func-talk.azurewebsites.net']);
  });

  test('is the link of the network, and the connection of the endpoint', () => {
    const json = synth(newApp({ naming: Naming.of({ virtualNetwork: 'vnet-cus', privateEndpoint: 'pe-chat' }) }).stack);
    expect(bodiesOf(json, 'azurerm_private_dns_zone_virtual_network_link')[0].name).toBe('link-vnet-cus');
    expect(bodiesOf(json, 'azurerm_private_endpoint')[0].private_service_connection.name).toBe('pe-chat');
  });
});

test('renamed rules and routes keep their logical ids, so that Terraform replaces one resource', () => {
  wholes.forEach((name) => {
    const idsOf = (naming?: Naming) =>
      Object.entries(whole(name, naming).resource!).flatMap(([type, bodies]) =>
        Object.keys(bodies).map((id) => `${type}.${id}`),
      );
    expect(idsOf(Naming.custom(byMarkers))).toEqual(idsOf());
  });
});

test('environments without room are taken where names are given that have it', () => {
  const environment = 'e'.repeat(40);
  const naming = Naming.pattern('{prefix}-{role}-{workload}');
  expect(() => newApp({ environment })).toThrow('[core/name-too-long]');
  expect(() => newApp({ environment, naming })).not.toThrow();
});

test('every role is in the documents', () => {
  const text = read('docs/how-to/names.md');
  const parts =
    /^(?:functionApp|vault|blob|queue|table|negotiation(?:Blob|Queue|Table))Endpoint(?:Connection|NetworkInterface|ZoneGroup|ZoneLink)$/;
  expect(ALL_ROLES.filter((role) => !parts.test(role) && !text.includes(`\`${role}\``))).toEqual([]);
});

test('the request message of shared private links is given with the approval', () => {
  const { stack } = newChat({ approval: signalr.Approval.manual('please approve') });
  const links = bodiesOf(synth(stack), 'azurerm_signalr_shared_private_link_resource');
  expect(links.map(({ request_message }) => request_message)).toEqual(['please approve', 'please approve']);
});
