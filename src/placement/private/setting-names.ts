import { settingNameFault } from '../../core/internal/setting-names';
import { Topology } from '../../topology/topology';
import { Finding, findingOf } from '../finding';

/** Names of app settings that Azure rejects, in apps that are written by hand too. */
export function settingNameFindings({ apps }: Topology): Finding[] {
  const there = apps.all.filter(({ presence }) => presence.isYes);
  return there.flatMap((app) =>
    (app.at('app_settings').entries ?? []).flatMap(([name]) => {
      const fault = settingNameFault(app.type, name);
      if (fault === undefined) return [];
      return [findingOf('appservice/setting-name', `app setting "${name}" of ${app.path} ${fault}`, app)];
    }),
  );
}
