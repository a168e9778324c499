import { Choose, isContainer, placesIn, put } from './json-places';

/** What stands where something is sensitive. */
export const MARKER = 'SENSITIVE-MARKER';

const FORMS = [
  MARKER,
  `\${var.x}${MARKER}`,
  `/subscriptions/${MARKER}/resourceGroups/${MARKER}/providers/Microsoft.Network/virtualNetworks/${MARKER}`,
  `/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/rg/providers/Microsoft.SignalRService/signalR/${MARKER}`,
  `${MARKER}.service.signalr.net`,
  `10.0.0.0/24 ${MARKER}`,
];

type Json = Record<string, any>;

/** Makes some values sensitive: texts anywhere in resources, what the configuration gives for them, and outputs. */
export function plant(json: Json, choose: Choose): void {
  for (const { values, marks, expressions } of resourcesIn(json)) {
    if (choose(3) > 0) continue;
    const texts = placesIn(values).filter(({ value, path }) => typeof value === 'string' && path[0] !== 'id');
    if (texts.length === 0) continue;
    const { parent, key, path } = texts[choose(texts.length)];
    const marker = FORMS[choose(FORMS.length)];
    put(parent, key, marker);
    mark(marks, path, values);
    give(expressions, path, marker, choose);
  }
  const outputs = [json.planned_values?.outputs, json.values?.outputs].filter(isContainer) as Json[];
  for (const each of outputs) each.secret = { sensitive: true, type: 'string', value: FORMS[choose(FORMS.length)] };
  const root = json.configuration?.root_module;
  if (root) {
    root.outputs = { ...root.outputs, secret: { sensitive: true, expression: { constant_value: MARKER } } };
    json.variables = { ...json.variables, secret: { value: MARKER } };
    root.variables = { ...root.variables, secret: { sensitive: true, default: MARKER } };
  }
}

interface Planted {
  readonly values: Json;
  readonly marks: Json;
  /** What the configuration gives to all instances. */
  readonly expressions?: Json;
}

function resourcesIn(json: Json): Planted[] {
  const planned = (json.resource_changes ?? [])
    .filter(({ change }: Json) => isContainer(change.after))
    .map((each: Json): Planted => {
      if (!isContainer(each.change.after_sensitive)) each.change.after_sensitive = {};
      const expressions = configurationOf(json, each.address)?.expressions;
      return { values: each.change.after, marks: each.change.after_sensitive, expressions };
    });
  const known = [json.values, json.prior_state?.values].flatMap((state) => stateResources(state?.root_module));
  return [...planned, ...known];
}

function stateResources(module: Json | undefined): Planted[] {
  if (!module) return [];
  const own = (module.resources ?? []).map((each: Json): Planted => {
    each.sensitive_values ??= {};
    return { values: each.values, marks: each.sensitive_values };
  });
  return [...own, ...(module.child_modules ?? []).flatMap(stateResources)];
}

function configurationOf(json: Json, address: string): Json | undefined {
  let module = json.configuration?.root_module;
  const plain = address.replace(/\[[^\]]*\]/g, '');
  const names = [...plain.matchAll(/module\.([\w-]+)\./g)].map(([, name]) => name);
  for (const name of names) module = module?.module_calls?.[name]?.module;
  const own = plain.replace(/module\.[\w-]+\./g, '');
  return (module?.resources ?? []).find((each: Json) => each.address === own);
}

/** Marks the value at a path, as Terraform does: by the shape of the values. */
function mark(marks: Json, path: readonly string[], values: unknown): void {
  const [first, ...rest] = path;
  if (rest.length === 0) return put(marks, first, true);
  const below = (values as Json)[first];
  const list = Array.isArray(below);
  if (!isContainer(marks[first]) || Array.isArray(marks[first]) !== list) {
    if (marks[first] === true) return;
    put(marks, first, list ? below.map((each: unknown) => (isContainer(each) ? {} : false)) : {});
  }
  mark(marks[first], rest, below);
}

/** Lets the configuration give the text, where it gives something there. */
function give(expressions: Json | undefined, path: readonly string[], marker: string, choose: Choose): void {
  let at: any = expressions;
  for (const step of path.slice(0, -1)) at = at?.[step];
  const last = path[path.length - 1];
  if (!isContainer(at) || !(last in at)) return;
  const references = choose(2) === 0 ? { references: ['var.x'] } : {};
  put(at, last, { constant_value: marker, ...references });
}
