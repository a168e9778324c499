import { escaped } from '../../../model/terraform/configuration';
import { resourcesIn } from '../../../model/terraform/drafts';
import { Json, objectOf, textOf } from '../../../model/terraform/json';
import { readable } from '../../../model/terraform/readable';

const KEY = String.raw`(?:\[(?:"(?:[^"\\\r\n]|\\.)*"|\d+)\])?`;
const NAME = String.raw`[A-Za-z_][\w-]*`;
/** An address as it may stand in a block; what a state has otherwise is no address. */
const ADDRESS = new RegExp(`^(?:module\\.${NAME}${KEY}\\.)*${NAME}\\.${NAME}${KEY}$`);
const KEYS = new RegExp(KEY.replace(/\?$/, ''), 'g');

/** One instance of a resource in a state, without sensitive values. */
export interface StateResource {
  readonly address: string;
  readonly type: string;
  /** `false` for what is looked up. */
  readonly isManaged: boolean;
  /** States whether the state has it as a block of another resource, whose address this is. */
  readonly isPart: boolean;
  /** Id for `import`. */
  readonly id?: string;
  readonly values: Json;
  /** The same with texts escaped, as a configuration would have them. */
  readonly asWritten: Json;
}

/** Reads the resources of a state, without objects that are replaced and not yet removed. */
export function stateResources(state: Json): StateResource[] {
  return resourcesIn(objectOf(state.values).root_module).flatMap((resource) => {
    const [address, type] = [textOf(resource.address), textOf(resource.type)];
    if (address === undefined || type === undefined || resource.deposed_key !== undefined) return [];
    const values = objectOf(readable(resource.values, resource.sensitive_values));
    const isManaged = resource.mode !== 'data';
    const asWritten = objectOf(escaped(values));
    return [{ address, type, isManaged, isPart: false, id: textOf(values.id), values, asWritten }];
  });
}

/** Reports whether Terraform can read an address in a block. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/** The block of a resource that an instance belongs to. */
export function blockAddress(address: string): string {
  return address.replace(KEYS, '');
}
