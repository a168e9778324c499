import { Draft, FileContent } from './drafts';
import { textOf } from './json';
import { Links } from './links';
import { keyOf, RemoteStates } from './remote-states';
import { ShownTwice } from './shown-twice';
import { ElementKind, IModelElement, IModelSource } from '../model-source';

/** Ids of what decides who reaches a service. */
const DECISIVE =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/(?:Microsoft\.Network\/(?:virtualNetworks|privateDnsZones|privateEndpoints|dnsForwardingRulesets)|Microsoft\.SignalRService\/signalR)\/[^/]+$/i;

/** Definitions of several files of Terraform together: an id resolves to its resource, in whichever file. */
export class EstateSource implements IModelSource {
  public readonly elements: readonly IModelElement[];

  /** States that files read, and that none of the files is known to be. */
  public readonly unreadStates: readonly { readonly path: string; readonly location: string }[];

  private readonly drafts: readonly Draft[];

  /** @param isLabelled whether paths begin with the name of the file */
  public constructor(contents: readonly FileContent[], isLabelled: boolean) {
    const states = new RemoteStates(contents);
    const drafts = (this.drafts = distinct(contents).map((draft) => identified(draft, states.ids)));
    const links = new Links(drafts, states);
    const shown = new ShownTwice(drafts);
    const pathOf = ({ place: { stack, address } }: Draft) => (isLabelled ? `${stack}/${address}` : address);
    this.elements = drafts.map((draft) => {
      const { place, id } = draft;
      const body = shown.without(draft, draft.read(links.within(draft)));
      const path = draft.path ?? pathOf(draft);
      return { place, path, label: place.address, body: id === undefined ? body : body.with({ id: () => id }) };
    });
    this.unreadStates = states.all
      .filter(({ content }) => !content)
      .map(({ draft, values }) => ({ path: pathOf(draft), location: locationIn(values.config) }));
  }

  /** Ids of networks, zones, endpoints and services that the files name and do not define. */
  public get outside(): string[] {
    const defined = new Set(this.drafts.map(({ id }) => id?.toLowerCase()));
    const named = new Set<string>();
    this.drafts.forEach(({ values }) => addIdsIn(values[values.length - 1], named));
    return [...named].filter((id) => !defined.has(id.toLowerCase())).sort();
  }
}

function addIdsIn(json: unknown, ids: Set<string>): void {
  if (typeof json === 'string' && json.startsWith('/') && DECISIVE.test(json)) ids.add(json);
  if (typeof json === 'object' && json !== null) Object.values(json).forEach((value) => addIdsIn(value, ids));
}

/** Each resource once: a resource that a plan manages, or removes, may also be in a given state, as it was before. */
function distinct(contents: readonly FileContent[]): Draft[] {
  const owners = new Map(
    contents.flatMap((content) => [...content.owned].map((id): [string, FileContent] => [id, content])),
  );
  return contents.flatMap((content) =>
    content.drafts.filter(({ id, place }) => {
      const owner = place.kind === ElementKind.RESOURCE ? owners.get(id?.toLowerCase() ?? '') : undefined;
      return owner === undefined || owner === content;
    }),
  );
}

function identified(draft: Draft, ids: ReadonlyMap<string, string>): Draft {
  const { stack, address } = draft.place;
  return draft.id === undefined ? { ...draft, id: ids.get(keyOf(stack, address)) } : draft;
}

/** Returns the location of a state, without secrets: names of files, keys and workspaces. */
function locationIn(config: unknown): string {
  const given = config as Record<string, unknown> | undefined;
  const named = ['path', 'key', 'name', 'workspace'].map((name) => textOf(given?.[name]));
  return named.find((name) => name !== undefined) ?? '';
}
