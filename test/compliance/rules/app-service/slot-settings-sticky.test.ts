import { TerraformStack } from 'cdktf';
import { findingsOf } from '../../../support/answers';
import { add } from '../../../support/plain-azurerm';
import { newStack } from '../../../support/synth';

const NAME = 'Azure__SignalR__ConnectionString';
const EAST = 'Endpoint=https://east.service.signalr.net;AuthType=azure.msi;';
const WEST = 'Endpoint=https://west.service.signalr.net;AuthType=azure.msi;';

interface Site {
  readonly app_settings?: unknown;
  readonly connection_string?: object[];
  readonly sticky_settings?: object[];
}

/** What the rule says of a slot, by settings of app and slot. */
function said(app: Site, slot: Site, prepare: (stack: TerraformStack) => unknown = () => undefined): string[] {
  const stack = newStack();
  prepare(stack);
  const ofApp = add(stack, 'azurerm_linux_web_app', 'App', { name: 'app', ...app });
  const ofSlot = add(stack, 'azurerm_linux_web_app_slot', 'Slot', {
    name: 'slot',
    app_service_id: ofApp.ref(),
    ...slot,
  });
  return findingsOf('APP20', ofSlot).map(({ status, id, reason }) => [status, id ?? '', reason].join('|'));
}

const settings = (values: Record<string, string>) => ({ app_settings: values });
const sticky = (...names: string[]) => ({ sticky_settings: [{ app_setting_names: names }] });
const exchanged = (name: string) =>
  `violated|Setting::${name}|${name} differs from that of Prod/App and is not sticky, so a swap would exchange them.`;
const SAME = 'compliant||what differs from its app is sticky.';

describe('settings of an app and its slot', () => {
  test.each<[string, Site, Site, string]>([
    ['of one service are the same', settings({ [NAME]: EAST }), settings({ [NAME]: EAST }), SAME],
    ['of two services', settings({ [NAME]: EAST }), settings({ [NAME]: WEST }), exchanged(NAME)],
    [
      'of two identities',
      settings({ [NAME]: `${EAST}ClientId=one;` }),
      settings({ [NAME]: `${EAST}ClientId=two;` }),
      exchanged(NAME),
    ],
    ['of the app alone', settings({ [NAME]: EAST }), settings({}), exchanged(NAME)],
    ['of the slot alone', settings({}), settings({ [NAME]: EAST }), exchanged(NAME)],
    [
      'with hubs of their own',
      settings({ [NAME]: EAST }),
      settings({ [NAME]: EAST, azure__signalr__applicationName: 'green' }),
      exchanged('azure__signalr__applicationName'),
    ],
    [
      'with hubs of their own, which stay',
      { ...settings({ [NAME]: EAST }), ...sticky('Azure__SignalR__ApplicationName') },
      settings({ [NAME]: EAST, 'Azure:SignalR:ApplicationName': 'green' }),
      SAME,
    ],
    [
      'of two services, sticky in another letter case',
      { ...settings({ [NAME]: EAST }), ...sticky(NAME.toLowerCase()) },
      settings({ [NAME]: WEST }),
      SAME,
    ],
    [
      'of two services, with another setting sticky',
      { ...settings({ [NAME]: EAST }), ...sticky('MODE') },
      settings({ [NAME]: WEST }),
      exchanged(NAME),
    ],
    [
      'of two services, sticky by a variable',
      { ...settings({ [NAME]: EAST }), ...sticky('${var.name}') },
      settings({ [NAME]: WEST }),
      `unknown||whether a swap would exchange ${NAME} depends on var.name.`,
    ],
    [
      'of a service that a variable decides',
      settings({ [NAME]: '${var.chat}' }),
      settings({ [NAME]: EAST }),
      `unknown||whether a swap would exchange ${NAME} depends on var.chat.`,
    ],
    [
      'of bindings, as another identity',
      settings({ Chat__serviceUri: 'https://east.service.signalr.net', Chat__clientId: 'one' }),
      settings({ Chat__serviceUri: 'https://east.service.signalr.net', Chat__clientId: 'two' }),
      exchanged('Chat__clientId'),
    ],
    [
      'as connection strings',
      { connection_string: [{ name: 'Azure:SignalR:ConnectionString', type: 'Custom', value: EAST }] },
      { connection_string: [{ name: 'Azure:SignalR:ConnectionString', type: 'Custom', value: WEST }] },
      exchanged('Azure:SignalR:ConnectionString'),
    ],
    [
      'as connection strings that are sticky',
      {
        connection_string: [{ name: 'Azure:SignalR:ConnectionString', type: 'Custom', value: EAST }],
        sticky_settings: [{ connection_string_names: ['Azure:SignalR:ConnectionString'] }],
      },
      { connection_string: [{ name: 'Azure:SignalR:ConnectionString', type: 'Custom', value: WEST }] },
      SAME,
    ],
    [
      'of other things',
      settings({ MODE: 'blue' }),
      settings({ MODE: 'green' }),
      'not applicable||neither app nor slot names a SignalR service.',
    ],
    [
      'that are not known',
      { app_settings: '${var.settings}' },
      settings({ [NAME]: EAST }),
      'unknown||the settings of app and slot are only known when Terraform runs.',
    ],
    [
      'whose app is elsewhere',
      settings({ [NAME]: EAST }),
      { ...settings({ [NAME]: WEST }), app_service_id: '/subscriptions/0/x' } as Site,
      'unknown||its app, which says what is sticky, is not known.',
    ],
  ])('%s', (_, app, slot, expected) => {
    expect(said(app, slot)).toEqual([expected]);
  });

  test('of two resources by reference', () => {
    const services = (stack: TerraformStack) =>
      ['East', 'West'].forEach((id) => add(stack, 'azurerm_signalr_service', id, { name: id.toLowerCase() }));
    const of = (id: string) => settings({ [NAME]: `Endpoint=https://\${azurerm_signalr_service.${id}.hostname};` });
    expect(said(of('East'), of('East'), services)).toEqual([SAME]);
    expect(said(of('East'), of('West'), services)).toEqual([exchanged(NAME)]);
  });
});
