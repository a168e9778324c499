import { Setting, settingsOf } from './settings';
import { Certainty } from '../../core/internal/certainty';
import { APPLICATION_NAME, settingKey } from '../../core/internal/setting-keys';
import { ModelResource } from '../../model/model-resource';
import { signalrSettings } from '../signalr/connections';
import { Value } from '../values';

/** A setting of a connection that an app and its slot may have differently. */
export interface SlotSetting {
  readonly name: string;
  readonly differs: Certainty;
  readonly isSticky: Certainty;
}

/**
 * The settings in which an app or its slot finds SignalR services, and the name of their hubs there; `undefined` where
 * only Terraform will know which there are.
 *
 * @see https://learn.microsoft.com/azure/app-service/deploy-staging-slots#which-settings-are-swapped
 */
export function slotConnections(app: ModelResource, slot: ModelResource): SlotSetting[] | undefined {
  const [ofApp, ofSlot] = [settingsOf(app), settingsOf(slot)];
  if (!ofApp || !ofSlot) return undefined;
  const connections = [...connectionSettings(ofApp), ...connectionSettings(ofSlot)];
  const named = connections.length === 0 ? [] : [...connections, ...[...ofApp, ...ofSlot].filter(isApplicationName)];
  const names = new Map(named.map((setting) => [keyOf(setting), setting]));
  return [...names].map(([key, setting]) => {
    const values = [ofApp, ofSlot].map((settings) => settings.find((each) => keyOf(each) === key)?.value);
    return { name: setting.name, differs: differ(values[0], values[1]), isSticky: isSticky(app, setting) };
  });
}

/** The settings that name services, and those with which the bindings of Azure Functions sign in there. */
function connectionSettings(settings: readonly Setting[]): Setting[] {
  return signalrSettings(settings).flatMap((connection) => {
    if (!connection.isUri) return [connection];
    const prefix = settingKey(connection.name).replace(/SERVICEURI$/, '');
    return settings.filter(({ name }) => settingKey(name).startsWith(prefix));
  });
}

function isApplicationName({ name, isConnectionString }: Setting): boolean {
  return !isConnectionString && settingKey(name) === settingKey(APPLICATION_NAME);
}

function keyOf({ name, isConnectionString }: Setting): string {
  return `${isConnectionString ?? false} ${settingKey(name)}`;
}

/** Two texts that are not the same may be so in Azure, where they refer to the same resources. */
function differ(one: Value | undefined, other: Value | undefined): Certainty {
  if (!one || !other) return Certainty.YES;
  if (one.text === other.text) return Certainty.NO;
  if (one.knownText !== undefined && other.knownText !== undefined) return Certainty.YES;
  // What surrounds the same expressions decides alone.
  if (expressionsIn(one) === expressionsIn(other)) return Certainty.YES;
  const [links, others] = [one, other].map(resourcesIn);
  if (links !== others && links !== '' && others !== '') return Certainty.YES;
  return Certainty.maybe((one.isUnknown ? one : other).decidedBy);
}

function expressionsIn({ text }: Value): string {
  return (text.match(/\$\{[^}]*\}/g) ?? []).join();
}

function resourcesIn({ links }: Value): string {
  return links
    .map(({ resource }) => resource.path)
    .sort()
    .join();
}

function isSticky(app: ModelResource, { name, isConnectionString }: Setting): Certainty {
  const attribute = isConnectionString ? 'connection_string_names' : 'app_setting_names';
  const names = app.at(`sticky_settings.${attribute}`);
  if (names.isAbsent) return Certainty.NO;
  const elements = names.elements;
  if (!elements) return Certainty.maybe(names.decidedBy);
  if (elements.some((each) => each.knownText !== undefined && settingKey(each.knownText) === settingKey(name))) {
    return Certainty.YES;
  }
  const unknown = elements.find((each) => each.knownText === undefined);
  return unknown ? Certainty.maybe(unknown.decidedBy) : Certainty.NO;
}
