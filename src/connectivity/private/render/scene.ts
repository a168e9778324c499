import { NumberedPath } from './service-section';
import { Verdict } from '../../verdict';

/**
 * Place at which requests are stopped: where they start, on their way into the network of an endpoint, there, or at the
 * service.
 */
export type Stop = 'start' | 'border' | 'endpoint' | 'service';

/** All paths from one place to the next: a private endpoint, or the service. */
export interface SceneLine {
  /** Key of the endpoint; absent where requests go to the service directly. */
  readonly endpoint?: string;
  readonly paths: readonly NumberedPath[];
  /** Allowed where any path is, or else unknown where any is. */
  readonly verdict: Verdict;
  /** End of the line: the place at which the last of its paths is stopped. */
  readonly stop: Stop;
  /** Further places at which paths are stopped, before the last. */
  readonly earlier: readonly Stop[];
  /** States whether some of its paths are denied at its end, while others are not. */
  readonly isDivided: boolean;
  /** Facts that decide, in words. */
  readonly notes: readonly string[];
}

/** A thing by its name, and by its path in small letters. */
export interface Named {
  readonly name: string;
  readonly path: string;
}

/** A place that requests come from. */
export interface SceneOrigin {
  readonly key: string;
  readonly kind: 'origin' | 'anybody';
  readonly caption: string;
  readonly things: readonly Named[];
  readonly lines: readonly SceneLine[];
}

/** A private endpoint, or a shared private link. */
export interface SceneEndpoint extends Named {
  readonly key: string;
  readonly caption: string;
  /** Its address and the zone that has it, as far as they are known. */
  readonly notes: readonly string[];
  /** Line from it to the service, up to the place at which its paths are stopped; absent where no path gets so far. */
  readonly line?: SceneLine;
}

/** A subnet, or what else holds boxes in a network; without a title it is not drawn. */
export interface ScenePart<Box> {
  readonly title: string;
  readonly notes: readonly string[];
  readonly boxes: readonly Box[];
}

/** A network, or a place outside of networks. */
export interface SceneBand {
  readonly kind: 'outside' | 'network';
  readonly title: string;
  readonly notes: readonly string[];
  /** Subscription and region, where they are known. */
  readonly place: string;
  readonly callers: readonly ScenePart<SceneOrigin>[];
  readonly endpoints: readonly ScenePart<SceneEndpoint>[];
}

/** Callers of one service, and their ways. */
export interface Scene {
  readonly key: string;
  readonly caption: string;
  readonly service: Named;
  readonly place: string;
  /** First what is outside, then networks without an endpoint of the service, then those with one. */
  readonly bands: readonly SceneBand[];
}

/** The bands of a scene by their place, in order; one without a place stands alone. `first` is the index of the first one. */
export function byPlace({ bands }: Scene): { readonly bands: readonly SceneBand[]; readonly first: number }[] {
  const groups: { bands: SceneBand[]; first: number }[] = [];
  bands.forEach((band, index) => {
    const last = groups[groups.length - 1];
    if (band.place !== '' && last?.bands[0].place === band.place) last.bands.push(band);
    else groups.push({ bands: [band], first: index });
  });
  return groups;
}
