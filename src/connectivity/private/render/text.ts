import { Verdict } from '../../verdict';

/** A sign that shows a verdict without colour. */
export const MARKS: Readonly<Record<Verdict, string>> = {
  [Verdict.ALLOWED]: '✓',
  [Verdict.DENIED]: '✗',
  [Verdict.UNKNOWN]: '?',
};

/** `linux web app` for `azurerm_linux_web_app`. */
export function typeName(terraformType: string): string {
  return terraformType
    .replace(/^azurerm_/, '')
    .replace(/_/g, ' ')
    .replace('signalr', 'SignalR');
}

/** For each path or id the shortest end of it that no other one has: `SignalR/PrivateEndpoint`. */
export function shortNames(keys: readonly string[]): (key: string) => string {
  const uses = new Map<string, number>();
  new Set(keys).forEach((key) => ends(key).forEach((end) => uses.set(end, (uses.get(end) ?? 0) + 1)));
  return (key) => ends(key).find((end) => uses.get(end) === 1) ?? key;
}

/** The ends of a path, shortest first. Constructs of this library name their one resource `Resource`. */
function ends(key: string): string[] {
  const parts = key.replace(/\/Resource$/, '').split('/');
  return parts.map((_, index) => parts.slice(parts.length - 1 - index).join('/'));
}
