/** One step of a path in Terraform's language: a name, or what is between brackets. */
export interface Step {
  readonly name?: string;
  /** As it is between brackets: `"app"` or `0`. */
  readonly key?: string;
}

const STEP = /\.?([A-Za-z_][\w-]*)|\[("(?:[^"\\]|\\.)*"|\d+)\]/y;

/** The steps of a reference or address, such as `module.app["web"].azurerm_subnet.this`; none where it is not one. */
export function stepsOf(text: string): Step[] {
  const steps: Step[] = [];
  STEP.lastIndex = 0;
  while (STEP.lastIndex < text.length) {
    const match = STEP.exec(text);
    if (!match) return [];
    steps.push({ name: match[1], key: match[2] });
  }
  return steps;
}

/** Steps as they are written. */
export function written(steps: readonly Step[]): string {
  return steps
    .map(({ name, key }) => (name === undefined ? `[${key}]` : `.${name}`))
    .join('')
    .replace(/^\./, '');
}

/** The address of an instance in its parts. */
export interface InstanceAddress {
  /** Names of the modules, each with the key of its instance. */
  readonly modules: readonly { readonly name: string; readonly key?: string }[];
  /** `TYPE.NAME` or `data.TYPE.NAME`. */
  readonly resource: string;
  readonly key?: string;
}

/** The parts of the address of an instance. */
export function instanceAddressOf(address: string): InstanceAddress {
  const steps = stepsOf(address);
  const modules: { name: string; key?: string }[] = [];
  let at = 0;
  while (steps[at]?.name === 'module' && steps[at + 1]?.name !== undefined) {
    const key = steps[at + 2]?.key;
    modules.push({ name: steps[at + 1].name!, key });
    at += key === undefined ? 2 : 3;
  }
  const rest = steps.slice(at);
  const { key } = rest[rest.length - 1] ?? {};
  return { modules, resource: written(key === undefined ? rest : rest.slice(0, -1)), key };
}
