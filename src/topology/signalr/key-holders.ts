import { SIGNALR } from './connections';
import { heldKey, HeldKey } from './keys';
import { isExpression } from '../../core/internal/expressions';
import { ModelResource } from '../../model/model-resource';
import { Value } from '../values';
import { secretAttributesIn, wholeResourcesIn } from '../vault/secret-attributes';

/** Keys of SignalR services that a resource has. */
export interface Holdings {
  /** Reports whether the resource refers to any service. */
  readonly isConcerned: boolean;
  /** Paths of the values that hold a key, such as `secret.0.value`. */
  readonly keys: readonly { readonly path: string; readonly held: HeldKey }[];
  /** Paths of the values that by their names may hold one, and are not known. */
  readonly open: readonly string[];
}

/** Attributes for Terraform alone, and cdktf's own notes. */
const META = ['//', 'depends_on', 'lifecycle', 'provider', 'count'];
const SUSPECT = /\$\{|AccessKey/i;
/** Types whose attributes take ids, ranges and words of Azure, so that no key fits into any but their tags. */
const TAGGED =
  /^azurerm_(?:log_analytics_workspace|management_lock|monitor_diagnostic_setting|nat_gateway\w*|network_security_(?:group|rule)|private_dns_(?:a_record|zone|zone_virtual_network_link)|private_endpoint|public_ip|resource_group|role_assignment|route|route_table|service_plan|signalr_\w+|subnet\w*|user_assigned_identity|virtual_network\w*)$/;

/** Matches values other than plain text and than the id, name or location of a resource, which are never a key. */
const LEADS_ON = /AccessKey|\$\{(?![^{}]*\.(?:id|name|location|\w+_id)\})/i;
const NAMED = /signalr/i;
const NAME = /(?:^|[.:_-])(?:name|key)$/;
const CONNECTION = /signalr.*(?:connection|string|key|secret)/i;
/** Another service than SignalR may call a key so; its connection strings begin alike. */
const CONNECTION_STRING = /Endpoint\s*=/i;

/** Searches the values of a resource for keys of SignalR services, but those of some attributes. */
export function holdingsOf(resource: ModelResource, except: readonly string[] = []): Holdings {
  const keys: { path: string; held: HeldKey }[] = [];
  const open: string[] = [];
  let isConcerned = false;
  const names = TAGGED.test(resource.type) ? ['tags'] : resource.names;
  for (const name of names.filter((each) => !META.includes(each) && !except.includes(each))) {
    const whole = resource.at(name);
    if (!isSuspect(whole.json)) continue;
    for (const { path, value, label } of textsIn(whole, name, siblingOf(resource))) {
      const written = String(value.json);
      isConcerned ||= written.includes(`${SIGNALR}.`);
      if (!LEADS_ON.test(written)) continue;
      const held = keyIn(value);
      if (held !== undefined) keys.push({ path, held });
      else if (CONNECTION.test(label) && isOpaque(value)) open.push(path);
    }
  }
  return { isConcerned, keys, open };
}

function siblingOf(resource: ModelResource): string {
  return ['name', 'key'].flatMap((name) => resource.at(name).knownText ?? []).join(' ');
}

/** Reading a value takes longer than to see that nothing in it can be a key. */
function isSuspect(json: unknown): boolean {
  if (typeof json === 'string') return SUSPECT.test(json);
  return typeof json === 'object' && json !== null && Object.values(json).some(isSuspect);
}

interface Text {
  readonly path: string;
  readonly value: Value;
  /** Name that the author gave it. */
  readonly label: string;
}

function textsIn(value: Value, path: string, label: string): Text[] {
  const { json } = value;
  if (typeof json === 'string') return SUSPECT.test(json) ? [{ path, value, label: `${label} ${path}` }] : [];
  if (Array.isArray(json)) {
    return value.elements!.flatMap((element, index) => textsIn(element, `${path}.${index}`, label));
  }
  if (typeof json !== 'object' || json === null) return [];
  const entries = value.entries!;
  const names = entries.filter(([name]) => NAME.test(name)).map(([, each]) => each.knownText ?? '');
  return entries.flatMap(([name, entry]) => textsIn(entry, `${path}.${name}`, [label, ...names].join(' ')));
}

function keyIn(value: Value): HeldKey | undefined {
  const held = heldKey(value);
  if (held === HeldKey.TEXT) return CONNECTION_STRING.test(value.text) ? held : undefined;
  if (held !== undefined || !NAMED.test(value.text)) return held;
  const isNamed = secretAttributesIn(value.text).some((attribute) => attribute.startsWith(`${SIGNALR}.`));
  return isNamed || wholeResourcesIn(value.text).secret.includes(SIGNALR) ? HeldKey.REFERENCE : undefined;
}

/** Reports whether nothing is known of what a value holds; what another resource exports is known by its name. */
function isOpaque({ text, links }: Value): boolean {
  return isExpression(text) && links.length === 0 && !/Endpoint\s*=|AuthType\s*=/i.test(text);
}
