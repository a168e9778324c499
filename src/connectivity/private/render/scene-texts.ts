import { Named, SceneBand, SceneEndpoint, SceneOrigin, ScenePart } from './scene';
import { TextBlock, textBlock } from './text-block';

/** As many things as a box names; how many more there are follows. */
const SHOWN = 4;

/** Between the edge of a box and its texts. */
export const BOX_PADDING = 10;

/** Texts in the box of an origin. */
export function originTexts({ caption, things }: SceneOrigin, width: number): TextBlock {
  const more =
    things.length > SHOWN ? [{ text: `and ${things.length - SHOWN} more`, style: 'detail' as const, limit: 1 }] : [];
  return textBlock(
    [{ text: caption, style: 'caption', limit: 2 }, ...things.slice(0, SHOWN).flatMap(namedTexts), ...more],
    width - 2 * BOX_PADDING,
  );
}

/** Texts in the box of an endpoint or of a service. */
export function boxTexts(caption: string, named: Named, notes: readonly string[], width: number): TextBlock {
  const more = notes.map((text) => ({ text, style: 'detail' as const, limit: 2 }));
  return textBlock(
    [{ text: caption, style: 'caption', limit: 2 }, ...namedTexts(named), ...more],
    width - 2 * BOX_PADDING,
  );
}

function namedTexts({ name, path }: Named) {
  return [
    { text: name, style: 'title' as const, limit: 3 },
    { text: path === name ? '' : path, style: 'detail' as const, limit: 3 },
  ];
}

/** Texts at the top of a frame. */
export function frameTexts({ title, notes }: Pick<ScenePart<unknown>, 'title' | 'notes'>, width: number): TextBlock {
  const details = notes.map((text) => ({ text, style: 'detail' as const, limit: 2 }));
  return textBlock([{ text: title, style: 'title', limit: 2 }, ...details], width);
}

/** All of what a box is about. */
export function nameOfOrigin({ caption, things, key }: SceneOrigin): string {
  const names = things.map(({ name, path }) => (path ? `${name} (${path})` : name));
  return `${caption} ${names.join(', ') || key}`;
}

export function nameOfEndpoint({ caption, name, key, notes }: SceneEndpoint): string {
  return `${caption} ${name}: ${[key, ...notes].join(', ')}`;
}

export function nameOfBand({ title, notes }: Pick<SceneBand, 'title' | 'notes'>): string {
  return [title, ...notes].join(', ');
}
