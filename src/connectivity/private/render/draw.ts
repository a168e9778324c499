import { DrawnPicture } from './drawn-picture';
import { PathText } from './path-text';
import { Picture } from './picture';
import { pictureOf } from './picture-builder';
import { renderSvg } from './svg';
import { ConnectivityData, ReportedService } from '../../connectivity-data';
import { uniqueNames } from '../../internal/unique-names';

/** A picture of each service that something calls, then, where there are several, one of all. */
export function drawPictures(data: ConnectivityData, texts: readonly PathText[]): DrawnPicture[] {
  const names = uniqueNames(data.services);
  const called = data.services.filter(({ id }) => data.paths.some(({ service }) => service === id));
  const pictures = called.map((service, index) => {
    const paths = data.paths.flatMap((path, number) => (path.service === service.id ? [number] : []));
    const { frames, arrows } = pictureOf(partFor(data, service, paths));
    const own = arrows.map((arrow) => ({ ...arrow, paths: arrow.paths.map((path) => paths[path]) }));
    return draw({ frames, arrows: own }, texts, `picture-${index + 1}`, names.get(service.id)!, service.id);
  });
  if (called.length < 2) return pictures;
  const { frames, arrows } = pictureOf(data);
  const silent = arrows.map((arrow) => ({ ...arrow, requestTypes: [] }));
  return [...pictures, draw({ frames, arrows: silent }, texts, 'overview', 'Overview')];
}

function draw({ frames, arrows }: Picture, texts: readonly PathText[], id: string, title: string, service?: string) {
  const named = arrows.map((arrow) => ({ ...arrow, id: `${id}-${arrow.id}` }));
  const svg = renderSvg({ frames, arrows: named }, texts);
  const [width, height] = /width="(\d+)" height="(\d+)"/.exec(svg.text)!.slice(1).map(Number);
  return {
    id,
    title,
    service,
    svg,
    width,
    height,
    arrows: named.map((arrow) => ({ id: arrow.id, paths: arrow.paths })),
  };
}

/** What of the data belongs to the paths of one service. */
function partFor(data: ConnectivityData, service: ReportedService, indexes: readonly number[]): ConnectivityData {
  const paths = indexes.map((index) => data.paths[index]);
  const callers = new Set(paths.map(({ origin }) => origin));
  const origins = data.origins.filter(({ id }) => callers.has(id));
  const hosts = new Set(origins.flatMap((origin) => origin.hosts));
  const ways = new Set([...paths.map(({ via }) => via), ...service.privateEndpoints]);
  const networks = data.networks
    .map((network) => ({
      ...network,
      subnets: network.subnets.map((subnet) => ({
        ...subnet,
        hosts: subnet.hosts.filter((host) => hosts.has(host)),
        privateEndpoints: subnet.privateEndpoints.filter((endpoint) => ways.has(endpoint)),
      })),
    }))
    .filter(
      ({ id, subnets }) =>
        origins.some(({ network }) => network === id) ||
        subnets.some((subnet) => subnet.hosts.length + subnet.privateEndpoints.length > 0),
    );
  return {
    networks,
    origins,
    paths,
    services: data.services.filter(({ id }) => id === service.id || callers.has(id)),
  };
}
