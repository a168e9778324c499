import { Draft } from './drafts';
import { Json, objectOf, objectsOf, textOf } from './json';
import { keyOf, RemoteStates } from './remote-states';
import { Link } from './value-reader';
import { addTo } from '../../core/internal/add-to';
import { asText } from '../../core/internal/as-text';
import { ElementKind } from '../model-source';

const ID = /^\/(?:subscriptions|providers)\//i;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Attributes that name an identity by the id of its principal. */
const PRINCIPALS = ['principal_id', 'object_id'];
const NAME = /^(.*)\.name$/;

/** References to what files define, in the place of known ids, principals and names. */
export class Links {
  private readonly byId = new Map<string, { readonly draft: Draft; readonly attribute: string }>();
  private readonly byAddress = new Map<string, Draft>();
  private readonly byName = new Map<string, Draft[]>();

  public constructor(
    drafts: readonly Draft[],
    private readonly states: RemoteStates,
  ) {
    drafts.forEach((draft) => this.remember(draft));
  }

  /** Returns the references that a draft may use in place of its values. */
  public within(draft: Draft): Link {
    const { stack } = draft.place;
    return (text, attribute, source) => {
      const named = source === undefined ? undefined : this.named(text, attribute, source, stack);
      if (named) return reference(stack, named.place, 'name');
      const isPrincipal = PRINCIPALS.includes(attribute) && GUID.test(text);
      if (!isPrincipal && !ID.test(text)) return text;
      const found = this.byId.get(text.toLowerCase());
      // An access control list names an endpoint letter for letter, so other letters have to stay.
      if (attribute === 'id' && found?.draft.id !== text) return text;
      return !found || found.draft === draft ? text : reference(stack, found.draft.place, found.attribute);
    };
  }

  /** Finds the draft that gives a name, where it has that name. */
  private named(text: string, attribute: string, source: string, stack: string): Draft | undefined {
    const read = this.states.outputAt(stack, source);
    const [, address] = NAME.exec(read ? (read.output.attribute ?? '') : source) ?? [];
    if (read && address === undefined) return this.only(read.file, `azurerm_${attribute.replace(/_name$/, '')}`, text);
    const draft = address === undefined ? undefined : this.byAddress.get(keyOf(read?.file ?? stack, address));
    return draft && textOf(knownOf(draft).name) === text ? draft : undefined;
  }

  /** The only resource of a type with a name in a file: outputs of a state do not say what they are of. */
  private only(file: string, type: string, name: string): Draft | undefined {
    const found = this.byName.get(`${file} ${type} ${name}`);
    return found?.length === 1 ? found[0] : undefined;
  }

  private remember(draft: Draft): void {
    const { id, place } = draft;
    if (place.kind !== ElementKind.RESOURCE && place.kind !== ElementKind.DATA_SOURCE) return;
    this.byAddress.set(keyOf(place.stack, place.address), draft);
    const known = knownOf(draft);
    addTo(this.byName, `${place.stack} ${place.type} ${asText(known.name)}`, draft);
    if (id !== undefined && ID.test(id) && !isNamedByOther(known)) this.add(id, draft, 'id');
    const own = textOf(known.principal_id);
    if (place.type === 'azurerm_user_assigned_identity' && own !== undefined) this.add(own, draft, 'principal_id');
    const system = textOf(objectsOf(known.identity)[0]?.principal_id);
    if (system !== undefined && GUID.test(system)) this.add(system, draft, 'identity.principal_id');
  }

  /** Adds an id; a resource that defines the id counts more than a resource that looks it up. */
  private add(id: string, draft: Draft, attribute: string): void {
    const key = id.toLowerCase();
    const known = this.byId.get(key)?.draft.place.kind;
    if (known === undefined || (known !== ElementKind.RESOURCE && draft.place.kind === ElementKind.RESOURCE)) {
      this.byId.set(key, { draft, attribute });
    }
  }
}

function reference(from: string, { stack, address }: Draft['place'], attribute: string): string {
  return `\${${stack === from ? '' : `${stack}::`}${address}.${attribute}}`;
}

/** Returns the known planned values. */
export function knownOf({ values }: Draft): Json {
  return objectOf(values[values.length - 1]);
}

/** Reports whether the id is that of something else, as of what an association belongs to. */
function isNamedByOther({ id, ...others }: Json): boolean {
  const key = textOf(id)?.toLowerCase();
  return key !== undefined && Object.values(others).some((other) => textOf(other)?.toLowerCase() === key);
}
