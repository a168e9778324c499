import { runCommand } from './command';

const SUBSCRIPTION = '/subscriptions/11111111-1111-4111-8111-111111111111';
export const GROUP_ID = `${SUBSCRIPTION}/resourceGroups/rg`;

type Values = Record<string, unknown>;

/** A resource of a state. */
export function inState(address: string, values: Values, more: Values = {}) {
  const [type, name] = address.split('.').slice(-2);
  return { address, mode: 'managed', type, name, values, sensitive_values: {}, ...more };
}

/** A state, as `terraform show -json` prints it. */
export function stateOf(...resources: unknown[]) {
  return { format_version: '1.0', values: { root_module: { resources } } };
}

/** A stack, as cdktf synthesizes it. */
export function stackOf(resource: Values, more: Values = {}) {
  return { terraform: { required_providers: { azurerm: { version: '4.55.0' } } }, resource, ...more };
}

/** What the command says of a state and of stacks, by the names of their folders. */
export async function adoptionOf(state: unknown, stacks: unknown, ...options: string[]) {
  const given = isStack(stacks) ? { Chat: stacks } : (stacks as Values);
  const files = Object.fromEntries(
    Object.entries(given).map(([name, json]) => [`cdktf.out/stacks/${name}/cdk.tf.json`, JSON.stringify(json)]),
  );
  const world = { files: { ...files, 'state.json': JSON.stringify(state) } };
  const outcome = await runCommand(['adopt', 'state.json', 'cdktf.out', '--format', 'json', ...options], world);
  const json = outcome.stdout === '' ? undefined : JSON.parse(outcome.stdout);
  const written = Object.fromEntries(
    Object.entries(outcome.written).map(([path, text]) => [path.replace(/^\/repo\/adopt\//, ''), text]),
  );
  return { ...outcome, written, json, section: (id: string): any[] => json.sections[id].entries };
}

function isStack(given: unknown): boolean {
  return typeof given === 'object' && given !== null && 'resource' in given;
}

/** The ids that `import` blocks give to addresses; what is a comment is left out. */
export function importsIn(text: string): Record<string, string> {
  const blocks = text.matchAll(/^import \{\n {2}to = (.*)\n {2}id = (".*")\n\}$/gm);
  return Object.fromEntries([...blocks].map(([, to, id]) => [to, JSON.parse(id)]));
}

/** The addresses that `removed` blocks forget. */
export function removedIn(text: string): string[] {
  return [...text.matchAll(/^removed \{\n {2}from = (.*)\n {2}lifecycle \{\n {4}destroy = false\n {2}\}\n\}$/gm)].map(
    ([, from]) => from,
  );
}

/** What `moved` blocks rename. */
export function movedIn(text: string): Record<string, string> {
  const blocks = text.matchAll(/^moved \{\n {2}from = (.*)\n {2}to {3}= (.*)\n\}$/gm);
  return Object.fromEntries([...blocks].map(([, from, to]) => [from, to]));
}
