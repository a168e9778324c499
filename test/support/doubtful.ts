import { TerraformElement } from 'cdktf';
import { newPlainChat, PlainChatOptions } from './plain-chat';

/** The plain architecture. */
export type Tree = ReturnType<typeof newPlainChat>;

/** A case: what a tree has, what the test changes, and what Azure does, by hand, as `verdicts` tells it. */
export type Row = [what: string, change: (tree: Tree) => void, lines: string[], options?: PlainChatOptions];

/** What the plain architecture is meant to do. */
export const MEANT = ['internet public + - - -', 'subnet private - + + -', 'private endpoint private - + + -'];

/** Nobody knows what the name leads to in the network. */
export const NAME_UNKNOWN = ['internet public + - - -', 'subnet unknown ? ? ? -', 'private endpoint unknown - + + -'];

/** The name leads to the public endpoint in the network. */
export const NOT_LINKED = ['internet public + - - -', 'subnet public + - - -', 'private endpoint public - + + -'];

/** Nobody knows whether the app gets to the endpoint. */
export const WAY_UNKNOWN = ['internet public + - - -', 'subnet private - ? ? -', 'private endpoint private - + + -'];

/** Changes the JSON of a resource. */
export const override = (element: TerraformElement, path: string, value: unknown) =>
  (element as any).addOverride(path, value);
