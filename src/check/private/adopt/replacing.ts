import { FORCE_NEW } from './force-new';

/** An attribute that azurerm replaces a resource for. */
export interface Replacing {
  /** Such as `name`, or in a block `ip_configuration.name`. */
  readonly path: string;
  /** What it is where the configuration leaves it out. */
  readonly otherwise?: string;
  /** Whether it stays as it is where the configuration leaves it out. */
  readonly isKept: boolean;
  /** Whether values decide. */
  readonly isSometimes: boolean;
}

const ROWS = new Map(Object.entries(FORCE_NEW));
const MARKED = /^([\w.]+)(?:@(\d+))?(?:([?~])|=(.*))?$/;

/**
 * The attributes that a resource is replaced for; `undefined` where the command does not know them.
 *
 * @param major major version of azurerm; without it what either version says counts
 */
export function replacing(type: string, major: string | undefined): readonly Replacing[] | undefined {
  return ROWS.get(type)
    ?.split(' ')
    .flatMap((text) => {
      const [, path, version, mark, otherwise] = MARKED.exec(text) ?? [];
      if (path === undefined || (version !== undefined && major !== undefined && version !== major)) return [];
      return [{ path, otherwise, isKept: mark === '?', isSometimes: mark === '~' }];
    });
}

/** Whether a resource may be replaced for an attribute. */
export function replaces(type: string, path: string): boolean {
  return replacing(type, undefined)?.some((each) => each.path === path) ?? false;
}
