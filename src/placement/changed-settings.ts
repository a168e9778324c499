import { TerraformResource } from 'cdktf';
import { HostSettings, isAbout, nameBy, ONE_SPELLING, SettingOwner } from '../core/internal/host-settings';
import { stringKey, variableKey } from '../core/internal/setting-keys';
import { Problem } from '../core/internal/violations';
import { ConstructModel } from '../model/construct-model';
import { sharedModel } from '../model/synth-model';
import { Setting, settingsOf } from '../topology/apps/settings';

const CODE = 'appservice/setting-conflict';
const ADVICE = 'leave the setting to what owns it: change neither appSettings nor overrides of the resource';

/**
 * Settings that stand otherwise in the JSON than what owns them has set, changed on the provider's resource or by an
 * override: the app would call another service than the one whose paths are judged.
 */
export function changedSettingProblems(resource: TerraformResource, { owners }: HostSettings): Problem[] {
  const model = sharedModel(resource);
  const messages = model.instancesOf(resource).flatMap((app) => {
    const settings = settingsOf(app);
    if (!settings) return [];
    return [...owners.flatMap((owner) => changes(owner, settings, model, resource)), ...doubles(settings)];
  });
  return [...new Set(messages)].map((message) => ({ code: CODE, message }));
}

function changes(
  owner: SettingOwner,
  settings: readonly Setting[],
  model: ConstructModel,
  resource: TerraformResource,
): string[] {
  const names = Object.keys(owner.settings);
  const lost = names.filter((name) => !settings.some((setting) => setting.name === name));
  const messages = lost.map((name) => `app setting ${name} of ${owner.text} is not in the JSON; ${ADVICE}`);
  for (const { name, value } of settings.filter((setting) => isAbout(owner, setting.name))) {
    const own = nameBy(owner, name);
    const isSame = own === name && value.text === model.read(resource, owner.settings[own]).text;
    if (isSame) continue;
    const message =
      own === name
        ? `app setting ${name} has another value in the JSON than the one that ${owner.text} has set`
        : `app setting ${name} in the JSON changes what ${owner.text} has set as ${own ?? names[0]}`;
    messages.push(`${message}; ${ADVICE}`);
  }
  return messages;
}

/** Names that are one to App Service, or to the application. */
function doubles(settings: readonly Setting[]): string[] {
  const named = new Map<string, string>();
  return settings.flatMap(({ name, isConnectionString }) => {
    const key = isConnectionString ? stringKey(name) : variableKey(name);
    const before = named.get(key);
    named.set(key, before ?? name);
    return before === undefined || before === name
      ? []
      : [`app settings ${before} and ${name} are one; ${ONE_SPELLING}`];
  });
}
