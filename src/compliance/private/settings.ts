import { SecurityBaselineOptions } from '../security-baseline-options';
import { SecurityProfile } from '../security-profile';
import { currentDay } from './dates';
import { ownRule } from './own/own-rule';
import { Rule } from './rule';

/** Settings for a construct and all below it. */
export interface Attachment {
  readonly options: SecurityBaselineOptions;
  /** The profile where neither the options nor those of an attachment above name one. */
  readonly fallback?: SecurityProfile;
  readonly rules: readonly Rule[];
}

/** Standard for a resource. */
export interface Settings {
  readonly profile: SecurityProfile;
  /** States whether an attachment has named the profile. */
  readonly isProfileGiven: boolean;
  readonly enforce: boolean;
  readonly failOnUnknown: boolean;
  readonly today: string;
  /** All rules, those of the user included. */
  readonly rules: readonly Rule[];
  /** Rules of the user; of two with one id that of the nearest attachment. */
  readonly own: readonly Rule[];
}

/** Finds the standard for each path, from the attachments at or above it. */
export class SettingsLookup {
  private readonly known = new Map<string, Settings | undefined>();

  /**
   * @param attachments by the path of the construct; the empty path is above all others
   * @param asked counts for a path before what is attached to it
   */
  public constructor(
    private readonly attachments: ReadonlyMap<string, Attachment>,
    private readonly asked?: Attachment,
    private readonly askedPath: string = '',
  ) {}

  /** Standard for a path; absent without an attachment at or above it. */
  public at(path: string): Settings | undefined {
    if (!this.known.has(path)) this.known.set(path, this.settingsOf(path));
    return this.known.get(path);
  }

  private settingsOf(path: string): Settings | undefined {
    const above = path === '' ? undefined : this.at(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    const attached = this.attachments.get(path);
    const settings = attached ? merged(above, attached) : above;
    return this.asked && path === this.askedPath ? merged(settings, this.asked) : settings;
  }
}

/** Merges the settings of an attachment with those above it. */
export function merged(above: Settings | undefined, { options, fallback, rules }: Attachment): Settings {
  const own = ownRules(above?.own ?? [], options);
  const given = options.profile ?? (above?.isProfileGiven ? above.profile : undefined);
  return {
    profile: given ?? fallback ?? above?.profile ?? SecurityProfile.PUBLIC_CLIENTS,
    isProfileGiven: given !== undefined,
    enforce: options.enforce ?? above?.enforce ?? true,
    failOnUnknown: options.failOnUnknown ?? above?.failOnUnknown ?? false,
    today: options.today ?? above?.today ?? currentDay(),
    rules: own.length > 0 ? [...rules, ...own] : rules,
    own,
  };
}

function ownRules(above: readonly Rule[], { rules = [] }: SecurityBaselineOptions): readonly Rule[] {
  if (rules.length === 0) return above;
  return [...above.filter(({ id }) => rules.every((rule) => rule.id !== id)), ...rules.map(ownRule)];
}
