import { IConstruct } from 'constructs';
import { registry } from '../../core/internal/registry';
import { Violations } from '../../core/internal/violations';
import { ReportFormat } from '../report-format';
import { SecurityBaselineOptions } from '../security-baseline-options';
import { SecurityProfile } from '../security-profile';
import { currentDay, isDay } from './dates';
import { Rule } from './rule';

/** What is asked of a construct and all below it. */
export interface Attachment {
  readonly options: SecurityBaselineOptions;
  /** The profile where neither the options nor those of an attachment above name one. */
  readonly fallback?: SecurityProfile;
  readonly rules: readonly Rule[];
}

/** What a resource is held to. */
export interface Settings {
  readonly profile: SecurityProfile;
  /** Whether somebody has named the profile. */
  readonly isProfileGiven: boolean;
  readonly enforce: boolean;
  readonly failOnUnknown: boolean;
  readonly today: string;
  readonly rules: readonly Rule[];
}

/** Attachments of a tree by the path of the construct; the last one for a construct counts. */
export function attachmentsOf(scope: IConstruct): Map<string, Attachment> {
  return registry<Attachment>(scope, 'security baseline');
}

/** The formats that any attachment of a tree asks for, each once. */
export function formatsOf(scope: IConstruct): ReportFormat[] {
  const asked = [...attachmentsOf(scope).values()].flatMap(({ options }) => options.reports ?? []);
  return [...new Set(asked)];
}

/** Refuses options that cannot be meant. */
export function checkOptions(scope: IConstruct, { today }: SecurityBaselineOptions): void {
  const violations = new Violations(scope);
  if (today !== undefined && !isDay(today)) {
    violations.add('compliance/today', `"${today}" is not a day; give one as YYYY-MM-DD`);
  }
  violations.throwIfAny();
}

/** Tells what each construct is held to, from the attachments at or above it. */
export class SettingsLookup {
  private readonly known = new Map<string, Settings | undefined>();
  private readonly attachments: ReadonlyMap<string, Attachment>;

  /** @param asked counts for a scope before what is attached to it */
  public constructor(
    scope: IConstruct,
    private readonly asked?: Attachment,
    private readonly askedPath: string = scope.node.path,
  ) {
    this.attachments = attachmentsOf(scope);
  }

  /** What the construct of a path is held to; nothing where there is no attachment at or above it. */
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

function merged(above: Settings | undefined, { options, fallback, rules }: Attachment): Settings {
  const given = options.profile ?? (above?.isProfileGiven ? above.profile : undefined);
  return {
    profile: given ?? fallback ?? above?.profile ?? SecurityProfile.PUBLIC_CLIENTS,
    isProfileGiven: given !== undefined,
    enforce: options.enforce ?? above?.enforce ?? true,
    failOnUnknown: options.failOnUnknown ?? above?.failOnUnknown ?? false,
    today: options.today ?? above?.today ?? currentDay(),
    rules,
  };
}
