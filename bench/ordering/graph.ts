import { StackJson } from '../canonical';

/** A resource or data source of an example. */
export interface Step {
  /** `STACK/TYPE.ID`, with `data.` before the type of a data source. */
  readonly address: string;
  /** With `data.` before the type of a data source. */
  readonly type: string;
  readonly body: Record<string, any>;
}

/** One step waits for another. */
export interface Edge {
  readonly from: Step;
  readonly to: Step;
  /** Path of the attribute that refers to it, without indexes; `depends_on`; or `state` between stacks. */
  readonly via: string;
}

export interface Graph {
  readonly steps: readonly Step[];
  readonly edges: readonly Edge[];
}

const REFERENCE = /(?:data\.)?[a-z]+_[a-z_]+\.[\w-]+/g;
const REMOTE_STATE = 'data.terraform_remote_state';

/** What waits for what in the stacks of an app, by name of the stack. */
export function graphOf(stacks: Readonly<Record<string, StackJson>>): Graph {
  const steps = Object.entries(stacks).flatMap(([stack, json]) => stepsOf(stack, json));
  const byAddress = new Map(steps.map((step) => [step.address, step]));
  const edges = steps.flatMap((from) =>
    distinct(
      references(from.body).flatMap(({ address, via }) => {
        const to = byAddress.get(`${stackOf(from)}/${address}`);
        return to ? [{ from, to, via }] : [];
      }),
    ),
  );
  return { steps, edges: [...edges, ...edgesBetweenStacks(steps)] };
}

function stepsOf(stack: string, { resource = {}, data = {} }: StackJson): Step[] {
  const kinds = [...Object.entries(resource), ...Object.entries(data).map(([type, byId]) => [`data.${type}`, byId])];
  return (kinds as [string, Record<string, Record<string, any>>][]).flatMap(([type, byId]) =>
    Object.entries(byId).map(([id, { '//': _, ...body }]) => ({ address: `${stack}/${type}.${id}`, type, body })),
  );
}

/** Terraform runs for a whole stack at once, after all of each stack whose outputs it reads. */
function edgesBetweenStacks(steps: readonly Step[]): Edge[] {
  const inStack = (stack: string) => steps.filter(({ address }) => address.startsWith(`${stack}/`));
  return steps
    .filter(({ type }) => type === REMOTE_STATE)
    .flatMap((state) => {
      const after = inStack(stackOf(state)).filter(({ type }) => type !== REMOTE_STATE);
      const before = inStack(state.address.replace(/^.*cross-stack-reference-input-/, ''));
      return [
        ...after.map((from) => ({ from, to: state, via: 'state' })),
        ...before.map((to) => ({ from: state, to, via: 'state' })),
      ];
    });
}

function stackOf({ address }: Step): string {
  return address.slice(0, address.indexOf('/'));
}

function references(value: unknown, via: string = ''): { address: string; via: string }[] {
  if (typeof value === 'string') return [...value.matchAll(REFERENCE)].map(([address]) => ({ address, via }));
  if (Array.isArray(value)) return value.flatMap((item) => references(item, via));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => references(inner, via ? `${via}.${key}` : key));
}

function distinct(edges: Edge[]): Edge[] {
  return [...new Map(edges.map((edge) => [`${edge.to.address} ${edge.via}`, edge])).values()];
}
