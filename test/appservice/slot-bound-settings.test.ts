import { FunctionAppProps, FunctionAppSlotOptions } from '../../src/appservice';
import { IManagedIdentity } from '../../src/identity';
import { ApplicationInsights, IApplicationInsights } from '../../src/observability';
import { IStorageAccount, StorageAccount } from '../../src/storage';
import { setUpLinuxFunctions } from '../support/function-app';
import { schemaViolations } from '../support/provider-schema';
import { only, synth } from '../support/synth';
import { newIdentity } from '../support/web-app';

interface Others {
  readonly identity: IManagedIdentity;
  readonly storage: IStorageAccount;
  readonly insights: IApplicationInsights;
  readonly moreInsights: IApplicationInsights;
}

const STORAGE = [
  'AzureWebJobsStorage__accountName',
  'AzureWebJobsStorage__credential',
  'AzureWebJobsStorage__clientId',
];
const TELEMETRY = ['APPLICATIONINSIGHTS_CONNECTION_STRING', 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING'];
const PACKAGE = 'WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID';
const packageUrl = 'https://stfunc.blob.core.windows.net/packages/app.zip';

/** The sticky settings of an app with a slot, with what the test gives both of other resources. */
function stickySettings(
  change: (others: Others) => { app?: Partial<FunctionAppProps>; slot?: Partial<FunctionAppSlotOptions> },
): unknown {
  const { stack, define } = setUpLinuxFunctions();
  const existing = (name: string) =>
    ApplicationInsights.fromLookup(stack, name, { name, resourceGroupName: 'rg-insights' });
  const { app, slot } = change({
    identity: newIdentity(stack, 'Own'),
    storage: StorageAccount.fromStorageAccountAttributes(stack, 'Own Storage', {
      storageAccountId: '/subscriptions/0/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stown',
      storageAccountName: 'stown',
    }),
    insights: existing('appi-app'),
    moreInsights: existing('appi-slot'),
  });
  define(app).addSlot('Green', { name: 'green', ...slot });
  expect(schemaViolations(synth(stack))).toEqual([]);
  return only(stack, 'azurerm_linux_function_app').sticky_settings?.app_setting_names;
}

describe('settings that belong to where a function app or its slot is', () => {
  test('are none where the slot shares everything with its app', () => {
    const sticky = stickySettings(({ insights: applicationInsights }) => ({
      app: { applicationInsights, packageUrl },
      slot: { applicationInsights, packageUrl },
    }));
    expect(sticky).toBeUndefined();
  });

  test('are those of the storage, where the slot has its own', () => {
    const sticky = stickySettings(({ storage, insights: applicationInsights }) => ({
      app: { applicationInsights, packageUrl },
      slot: { storage },
    }));
    expect(sticky).toEqual(STORAGE);
  });

  test('are all that name the identity, where the slot has its own', () => {
    const sticky = stickySettings(({ identity, insights: applicationInsights }) => ({
      app: { applicationInsights, packageUrl },
      slot: { identity },
    }));
    expect(sticky).toEqual([...STORAGE, ...TELEMETRY, PACKAGE]);
    expect(stickySettings(({ identity }) => ({ slot: { identity } }))).toEqual(STORAGE);
  });

  test('are those of the telemetry, where the slot has its own', () => {
    const sticky = stickySettings(({ insights, moreInsights }) => ({
      app: { applicationInsights: insights },
      slot: { applicationInsights: moreInsights },
    }));
    expect(sticky).toEqual(TELEMETRY);
  });

  test('are ids of hosts of the app or the slot, and join the sticky settings of the app', () => {
    const appSettings = { AzureFunctionsWebHost__hostId: 'chat' };
    expect(stickySettings(() => ({ app: { appSettings, stickySettings: ['MODE'] } }))).toEqual([
      'MODE',
      'AzureFunctionsWebHost__hostId',
    ]);
    expect(stickySettings(() => ({ slot: { appSettings } }))).toEqual(['AzureFunctionsWebHost__hostId']);
  });
});
