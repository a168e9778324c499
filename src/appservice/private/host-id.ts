import { IConstruct } from 'constructs';
import { keyOf, registry } from '../../core/internal/registry';
import { settingKey } from '../../core/internal/setting-keys';
import { isKnown, Problem } from '../../core/internal/violations';
import { FunctionAppProps } from '../function-app-props';

const SETTING = 'AzureFunctionsWebHost__hostId';
const LONGEST_ID = 32;

interface Host {
  readonly name: string;
  readonly path: string;
}

/**
 * A function app or slot whose host would take itself for another one in the same storage, and stop. The host of a slot
 * is named `APP-SLOT`, so it is the host of the app where the name of the app is long. Equal names are reported
 * elsewhere.
 *
 * @see https://learn.microsoft.com/azure/azure-functions/errors-diagnostics/diagnostic-events/azfd0004
 */
export function hostIdProblems(site: IConstruct, props: FunctionAppProps): Problem[] {
  const [given] = hostIdSettings(props);
  const id = given === undefined ? props.name : props.appSettings![given];
  if (!isKnown(id)) return [];
  const hostId = given === undefined ? hostIdOf(id) : id.toLowerCase();
  const hosts = registry<Host>(site, 'function host');
  const key = keyOf(props.storage.storageAccountId, hostId);
  const rival = hosts.get(key);
  if (!rival) hosts.set(key, { name: keyOf(props.name), path: site.node.path });
  if (!rival || rival.name === keyOf(props.name)) return [];
  const message = `"${hostId}" is already the id of the host of ${rival.path} in the same storage; use another storage account, names that differ in their first ${LONGEST_ID} characters, or ids in the app settings ${SETTING}`;
  return [{ code: 'appservice/host-id', message }];
}

/** Names of the settings that give a host an id of its own, in any spelling. */
export function hostIdSettings({ appSettings = {} }: FunctionAppProps): string[] {
  return Object.keys(appSettings).filter((name) => settingKey(name) === settingKey(SETTING));
}

/** @see https://github.com/Azure/azure-functions-host/blob/dev/src/WebJobs.Script/Host/ScriptHostIdProvider.cs */
function hostIdOf(name: string): string {
  return name.slice(0, LONGEST_ID).toLowerCase().replace(/-+$/, '');
}
