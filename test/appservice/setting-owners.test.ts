import { TerraformStack, TerraformVariable } from 'cdktf';
import { AppProps, LinuxWebApp, PlanSku, Runtime } from '../../src/appservice';
import { ApplicationInsights } from '../../src/observability';
import { ConnectOptions, ISignalRService, SignalRService } from '../../src/signalr';
import { SecretReference, KeyVault } from '../../src/vault';
import { setUpFlex, setUpLinuxFunctions } from '../support/function-app';
import { armId, KEY_VAULT_ID } from '../support/ids';
import { messageOf, problemsOf, resources, synth } from '../support/synth';
import { setUpLinux, setUpWindows } from '../support/web-app';

const OWN = 'Azure__SignalR__ConnectionString';
const OTHER = 'Endpoint=https://other.service.signalr.net;AuthType=azure.msi;';
const ADVICE =
  'leave it out; connectServer(...), connectNegotiator(...) and connectRestSender(...) take other settings, clientEndpoint and serverEndpoint';
const IN_JSON = 'leave the setting to what owns it: change neither appSettings nor overrides of the resource';
const ONE = 'App Service ignores the letter case of names, and .NET reads ":" and "__" as one; use one spelling';
const conflict = (path: string, message: string) => `${path}: [appservice/setting-conflict] ${message}`;
const inJson = (message: string) => `[appservice/setting-conflict] ${message}; ${IN_JSON}`;

interface Setting {
  readonly stack: TerraformStack;
}

function serviceIn({ stack }: Setting, name: string = 'chat'): ISignalRService {
  return SignalRService.fromSignalRServiceAttributes(stack, name, {
    serviceId: armId('Microsoft.SignalRService/signalR', name),
    hostname: `${name}.service.signalr.net`,
  });
}

function secretIn({ stack }: Setting): SecretReference {
  const vault = KeyVault.fromKeyVaultAttributes(stack, 'Vault', {
    keyVaultId: KEY_VAULT_ID,
    vaultUri: 'https://kv.vault.azure.net/',
  });
  return SecretReference.of(vault, 'other');
}

describe('a setting that a connection owns', () => {
  const server = (service: ISignalRService, host: LinuxWebApp, options?: ConnectOptions) =>
    service.connectServer(host, { connectivityCheck: false, ...options });

  test.each([OWN, 'AZURE__SIGNALR__CONNECTIONSTRING', 'azure__signalr__connectionstring', `ConnectionStrings__${OWN}`])(
    'is refused to the user who has given it as %s before',
    (name) => {
      const setting = setUpLinux();
      const app = setting.define({ appSettings: { [name]: OTHER } });
      const noun = name === OWN ? 'it' : `it as ${OWN}`;
      expect(messageOf(() => server(serviceIn(setting), app))).toBe(
        conflict(
          'Prod/chat',
          `app setting ${name} of Prod/App is given, but the connection to Prod/chat sets ${noun}; ${ADVICE}`,
        ),
      );
      expect(resources(setting.stack, 'azurerm_role_assignment')).toEqual([]);
    },
  );

  test.each([OWN, 'azure__SignalR__connectionString', 'Azure:SignalR:ConnectionString', `CONNECTIONSTRINGS__${OWN}`])(
    'is refused to the user who gives it as %s afterwards',
    (name) => {
      const setting = setUpWindows();
      const app = setting.define();
      serviceIn(setting).connectServer(app, { connectivityCheck: false });
      const noun = name === OWN ? 'it' : `it as ${OWN}`;
      expect(messageOf(() => app.addAppSetting(name, OTHER))).toBe(
        conflict('Prod/App', `app setting ${name} is given, but the connection to Prod/chat sets ${noun}; ${ADVICE}`),
      );
      expect(() => synth(setting.stack)).not.toThrow();
    },
  );

  test('is to be left out, rather than spelled as Linux takes it', () => {
    const setting = setUpLinux();
    const app = setting.define();
    server(serviceIn(setting), app);
    expect(messageOf(() => app.addAppSetting('Azure:SignalR:ConnectionString', OTHER))).toBe(
      conflict(
        'Prod/App',
        `app setting Azure:SignalR:ConnectionString is given, but the connection to Prod/chat sets it as ${OWN}; ${ADVICE}`,
      ),
    );
  });

  test('is refused as a secret, in props and afterwards, also where its value is not known', () => {
    const setting = setUpLinux();
    const secret = secretIn(setting);
    const app = setting.define({ secretSettings: { azure__signalr__connectionstring: secret } });
    expect(messageOf(() => server(serviceIn(setting), app))).toContain(
      'app setting azure__signalr__connectionstring of Prod/App is given, but the connection to Prod/chat sets it as',
    );
    const later = setUpLinux();
    const connected = later.define();
    server(serviceIn(later), connected);
    const message = conflict(
      'Prod/App',
      `app setting ${OWN} is given, but the connection to Prod/chat sets it; ${ADVICE}`,
    );
    expect(messageOf(() => connected.addSecretSetting(OWN, secretIn(later)))).toBe(message);
    const unknown = new TerraformVariable(later.stack, 'other', {}).stringValue;
    expect(messageOf(() => connected.addAppSetting(OWN, unknown))).toBe(message);
  });

  test.each([
    'AzureSignalRConnectionString',
    'azuresignalrconnectionstring',
    'ConnectionStrings__AzureSignalRConnectionString',
    'AzureSignalRConnectionString__clientSecret',
    'azureSignalRConnectionString__managedIdentityResourceId',
    'AzureSignalRConnectionString__clientEndpoint',
  ])('%s, which the bindings would read in its place, is refused before and afterwards', (name) => {
    const noun = 'AzureSignalRConnectionString__serviceUri, which it would change';
    const before = setUpLinuxFunctions();
    const app = before.define({ appSettings: { [name]: '${var.given}' } });
    expect(messageOf(() => serviceIn(before).connectNegotiator(app, { connectivityCheck: false }))).toBe(
      conflict(
        'Prod/chat',
        `app setting ${name} of Prod/App is given, but the connection to Prod/chat sets ${noun}; ${ADVICE}`,
      ),
    );
    const later = setUpLinuxFunctions();
    const connected = later.define();
    serviceIn(later).connectNegotiator(connected, { connectivityCheck: false });
    expect(messageOf(() => connected.addAppSetting(name, '${var.given}'))).toBe(
      conflict('Prod/App', `app setting ${name} is given, but the connection to Prod/chat sets ${noun}; ${ADVICE}`),
    );
  });

  test('belongs to slots and existing apps in the same way', () => {
    const setting = setUpLinux(PlanSku.P0V3);
    const slot = setting.define().addSlot('Green', { name: 'green', appSettings: { [OWN.toLowerCase()]: OTHER } });
    expect(messageOf(() => serviceIn(setting).connectServer(slot, { connectivityCheck: false }))).toContain(
      `app setting ${OWN.toLowerCase()} of Prod/App/Green is given, but the connection to Prod/chat sets it as ${OWN}`,
    );
  });

  test('may be given with the value that it has, and next to others of the application', () => {
    const setting = setUpLinux();
    const app = setting.define({ appSettings: { Azure__SignalR__ApplicationName: 'blue' } });
    const service = serviceIn(setting);
    server(service, app);
    app.addAppSetting(OWN, service.connectionStringFor(app.identity));
    app.addAppSetting(`${OWN}__west__secondary`, OTHER);
    expect(() => synth(setting.stack)).not.toThrow();
  });

  test('changes with the options of another connection to the same service, which keeps the others', () => {
    const setting = setUpLinux();
    const app = setting.define();
    const service = serviceIn(setting);
    server(service, app);
    server(service, app, { clientEndpoint: 'https://chat.example.com' });
    server(service, app, { serverEndpoint: 'https://hub.example.com' });
    server(service, app);
    expect(resources(setting.stack, 'azurerm_linux_web_app')[0].app_settings).toEqual({
      [OWN]:
        'Endpoint=https://chat.service.signalr.net;AuthType=azure.msi;ClientId=00000000-0000-0000-0000-00000000c11e;Version=1.0;ClientEndpoint=https://chat.example.com;ServerEndpoint=https://hub.example.com;',
    });
  });

  test.each<[string, (app: LinuxWebApp) => void, string]>([
    [
      'an override',
      (app) => app.resource.addOverride(`app_settings.${OWN}`, OTHER),
      `app setting ${OWN} has another value in the JSON than the one that the connection to Prod/chat has set`,
    ],
    [
      'an override in other letters',
      (app) => app.resource.addOverride('app_settings.azure__signalr__connectionstring', OTHER),
      `app setting azure__signalr__connectionstring in the JSON changes what the connection to Prod/chat has set as ${OWN}`,
    ],
    [
      'settings of the resource as a whole',
      (app) => void (app.resource.appSettings = { A: '1' }),
      `app setting ${OWN} of the connection to Prod/chat is not in the JSON`,
    ],
    [
      'a value that only Terraform knows',
      (app) => app.resource.addOverride(`app_settings.${OWN}`, '${var.other}'),
      `app setting ${OWN} has another value in the JSON than the one that the connection to Prod/chat has set`,
    ],
    [
      'a connection string of the resource',
      (app) => app.resource.putConnectionString([{ name: OWN, type: 'Custom', value: OTHER }]),
      `app setting ${OWN} has another value in the JSON than the one that the connection to Prod/chat has set`,
    ],
  ])('is reported at synth where %s changes it', (_, change, message) => {
    const setting = setUpLinux();
    const app = setting.define();
    server(serviceIn(setting), app);
    change(app);
    expect(messageOf(() => synth(setting.stack))).toContain(`  [Prod/App] ${inJson(message)}`);
  });

  test('is not judged where only Terraform knows the settings as a whole, or adds others', () => {
    const setting = setUpLinux();
    const app = setting.define();
    server(serviceIn(setting), app);
    app.resource.addOverride('app_settings', '${var.settings}');
    expect(() => synth(setting.stack)).not.toThrow();
    app.resource.addOverride('app_settings', { ...app.resource.appSettingsInput, MODE: 'blue' });
    expect(() => synth(setting.stack)).not.toThrow();
  });
});

describe('a setting of a property', () => {
  test('is refused afterwards, in any letter case', () => {
    const setting = setUpLinux();
    const applicationInsights = ApplicationInsights.fromLookup(setting.stack, 'Insights', {
      name: 'appi',
      resourceGroupName: 'rg',
    });
    const app = setting.define({ applicationInsights });
    expect(messageOf(() => app.addAppSetting('ApplicationInsights_Connection_String', '${var.other}'))).toBe(
      conflict(
        'Prod/App',
        'app setting ApplicationInsights_Connection_String is given, but a property of the app sets it as APPLICATIONINSIGHTS_CONNECTION_STRING; change the property, and leave the setting out',
      ),
    );
    const appSettings = { applicationinsights_connection_string: '${var.other}' };
    expect(messageOf(() => setUpLinux().define({ applicationInsights, appSettings }))).toContain(
      '[appservice/setting-conflict] app setting applicationinsights_connection_string is given, but applicationInsights sets it; leave one of them out',
    );
  });

  test.each<[string, Partial<AppProps>]>([
    ['website_run_from_package', { appSettings: { website_run_from_package: '1' } }],
    ['WEBSITE_RUN_FROM_PACKAGE', {}],
  ])('of a package is refused as %s', (name, props) => {
    const packageUrl = 'https://st.blob.core.windows.net/packages/app.zip';
    const setting = setUpLinuxFunctions();
    const given = { ...props, ...(props.appSettings ? {} : { secretSettings: { [name]: secretIn(setting) } }) };
    expect(messageOf(() => setting.define({ packageUrl, ...given }))).toContain(
      '[appservice/package-url] packageUrl and the app setting WEBSITE_RUN_FROM_PACKAGE are given; leave one of them out',
    );
    const app = setUpLinuxFunctions().define({ packageUrl });
    expect(messageOf(() => app.addAppSetting('website_run_from_package', '1'))).toContain(
      'app setting website_run_from_package is given, but a property of the app sets it as WEBSITE_RUN_FROM_PACKAGE',
    );
  });

  test.each(['azureWebJobsStorage:accountName', 'ConnectionStrings__AzureWebJobsStorage', 'functions_worker_runtime'])(
    'of the host of functions is refused as %s',
    (name) => {
      const message = `Prod/App: [appservice/reserved-setting] the app setting ${name} is set by properties of the function app; leave it out`;
      expect(messageOf(() => setUpLinuxFunctions().define({ appSettings: { [name]: '1' } }))).toBe(message);
      expect(messageOf(() => setUpFlex().define().addAppSetting(name, '1'))).toBe(message);
    },
  );

  test('of the runtime on Windows is refused, where azurerm would write its own over it', () => {
    const appSettings = { website_node_default_version: '~18' };
    const runtime = Runtime.node('22');
    expect(messageOf(() => setUpWindows().define({ runtime, appSettings }))).toBe(
      conflict('Prod/App', 'app setting website_node_default_version is given, but runtime sets it; leave it out'),
    );
    expect(
      messageOf(() => setUpWindows().define({ runtime }).addAppSetting('WEBSITE_NODE_DEFAULT_VERSION', '~18')),
    ).toBe(
      conflict(
        'Prod/App',
        'app setting WEBSITE_NODE_DEFAULT_VERSION is given, but a property of the app sets it; change the property, and leave the setting out',
      ),
    );
    expect(() => setUpWindows().define({ appSettings })).not.toThrow();
    expect(() => setUpLinux().define({ runtime, appSettings })).not.toThrow();
  });

  test('is reported at synth where an override changes it', () => {
    const { stack, define } = setUpLinuxFunctions();
    define().resource.addOverride('app_settings.AzureWebJobsStorage__clientId', 'other');
    expect(messageOf(() => synth(stack))).toContain(
      inJson(
        'app setting AzureWebJobsStorage__clientId has another value in the JSON than the one that a property of the app has set',
      ),
    );
  });
});

describe('two names of one setting', () => {
  test.each([
    [{ MODE: '1', mode: '2' }, 'MODE', 'mode'],
    [{ Chat__Mode: '1', 'chat:mode': '2' }, 'Chat__Mode', 'chat:mode'],
  ])('are refused in appSettings %j', (appSettings, one, other) => {
    const message = conflict('Prod/App', `app settings ${one} and ${other} are one; ${ONE}`);
    expect(messageOf(() => setUpWindows().define({ appSettings }))).toBe(message);
  });

  test('are refused in secretSettings, between the two, and afterwards', () => {
    const setting = setUpLinux();
    const secret = secretIn(setting);
    expect(messageOf(() => setting.define({ secretSettings: { KEY_A: secret, key_a: secret } }))).toBe(
      conflict('Prod/App', `app settings KEY_A and key_a are one; ${ONE}`),
    );
    expect(messageOf(() => setUpLinux().define({ appSettings: { mode: '1' }, secretSettings: { MODE: secret } }))).toBe(
      conflict(
        'Prod/App',
        'app setting MODE is given both in appSettings and in secretSettings, there as mode; give it once',
      ),
    );
    const app = setUpLinux().define({ appSettings: { MODE: '1' } });
    app.addAppSetting('MODE', '2');
    expect(messageOf(() => app.addAppSetting('Mode', '3'))).toBe(
      conflict('Prod/App', `app setting Mode is set as MODE already; ${ONE}`),
    );
  });

  test('are reported at synth where an override adds one', () => {
    const { stack, define } = setUpLinux();
    define({ appSettings: { MODE: '1' } }).resource.addOverride('app_settings.mode', '2');
    expect(problemsOf(stack)).toEqual([]);
    expect(messageOf(() => synth(stack))).toContain(
      `  [Prod/App] [appservice/setting-conflict] app settings MODE and mode are one; ${ONE}`,
    );
  });

  test('are one sticky setting', () => {
    const { stack, define } = setUpLinux(PlanSku.P0V3);
    define({ stickySettings: ['MODE'] }).addStickySetting('mode');
    expect(resources(stack, 'azurerm_linux_web_app')[0].sticky_settings).toEqual({ app_setting_names: ['MODE'] });
  });
});
