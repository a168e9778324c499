import { ConnectivityData } from '../../../connectivity-data';

const LONGEST = 60;

/**
 * Ids of services, rows and paths that people may share: `to/sigr-chat/from/snet-app/ServerConnection`. Equal names give
 * equal ids; all have a slash, which no other id of the page has.
 */
export class Anchors {
  private readonly services: Map<string, string>;
  private readonly origins: Map<string, string>;
  private readonly paths: string[];

  public constructor(data: ConnectivityData) {
    this.services = slugs(data.services);
    this.origins = slugs(data.origins);
    const taken = new Set<string>();
    this.paths = data.paths.map(({ service, origin, requestType }) =>
      unique(`${this.row(service, origin)}/${slug(requestType)}`, taken),
    );
  }

  /** Short name of a service, which filters use too. */
  public serviceName(id: string): string {
    return this.services.get(id)!;
  }

  /** Short name of a place that calls, which filters use too. */
  public originName(id: string): string {
    return this.origins.get(id)!;
  }

  /** Id of the section of a service. */
  public service(id: string): string {
    return `to/${this.serviceName(id)}`;
  }

  /** Id of the row of a place in the table of a service. */
  public row(service: string, origin: string): string {
    return `${this.service(service)}/from/${this.originName(origin)}`;
  }

  /** Id of the path at an index of the data. */
  public path(index: number): string {
    return this.paths[index];
  }
}

function slugs(items: readonly { readonly id: string; readonly name: string }[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(items.map(({ id, name }) => [id, unique(slug(name), taken)]));
}

/** The name with hyphens in place of what addresses would encode; letters of all scripts stay. */
function slug(name: string): string {
  const words = name.normalize('NFC').replace(/[^\p{L}\p{N}._~]+/gu, '-');
  return (
    [...words]
      .slice(0, LONGEST)
      .join('')
      .replace(/^-+|-+$/g, '') || 'unnamed'
  );
}

function unique(id: string, taken: Set<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  taken.add(free);
  return free;
}
