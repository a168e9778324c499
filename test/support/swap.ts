/** An app or a slot as Terraform defines it: what a swap exchanges, and what belongs to the place. */
export interface Place {
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly connectionStrings: Readonly<Record<string, string>>;
  /** Ids of its identities, which a swap leaves where they are. */
  readonly identities: readonly string[];
}

/** The JSON of an app or slot. */
interface SiteJson {
  readonly name: string;
  readonly app_settings?: Record<string, string>;
  readonly connection_string?: readonly { name: string; value: string }[];
  readonly identity?: { identity_ids?: string[] };
  readonly sticky_settings?: { app_setting_names?: string[]; connection_string_names?: string[] };
}

/** Reads an app or a slot. */
export function placeOf({ name, app_settings, connection_string, identity }: SiteJson): Place {
  return {
    name,
    settings: app_settings ?? {},
    connectionStrings: Object.fromEntries((connection_string ?? []).map((each) => [each.name, each.value])),
    identities: identity?.identity_ids ?? [],
  };
}

/**
 * App and slot after a swap: app settings and connection strings move, but for those that the app makes sticky; identity and network
 * stay. App Service compares names without regard to letter case.
 *
 * @see https://learn.microsoft.com/azure/app-service/deploy-staging-slots#which-settings-are-swapped
 */
export function swapped(app: SiteJson, slot: SiteJson): [app: Place, slot: Place] {
  const { app_setting_names: settings = [], connection_string_names: strings = [] } = app.sticky_settings ?? {};
  const [one, other] = [placeOf(app), placeOf(slot)];
  const after = (to: Place, from: Place): Place => ({
    ...to,
    settings: exchanged(to.settings, from.settings, settings),
    connectionStrings: exchanged(to.connectionStrings, from.connectionStrings, strings),
  });
  return [after(one, other), after(other, one)];
}

function exchanged(to: Record<string, string>, from: Record<string, string>, sticky: readonly string[]) {
  const names = new Set(sticky.map((name) => name.toLowerCase()));
  const part = (values: Record<string, string>, stays: boolean) =>
    Object.entries(values).filter(([name]) => names.has(name.toLowerCase()) === stays);
  return Object.fromEntries([...part(to, true), ...part(from, false)]);
}
