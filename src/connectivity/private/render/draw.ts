import { Drawing } from './drawing';
import { DrawnPicture } from './drawn-picture';
import { narrowLayout } from './narrow-layout';
import { Overview } from './overview';
import { PathText } from './path-text';
import { sceneOf } from './scene-builder';
import { summary } from './service-section';
import { renderSvg } from './svg';
import { svgFile } from './svg-file';
import { wideLayout } from './wide-layout';
import { ConnectivityData, ReportedService } from '../../connectivity-data';

/** A picture before it is written: as it is laid out for wide windows and for narrow ones. */
interface LaidOut extends Pick<DrawnPicture, 'id' | 'title' | 'service'> {
  readonly label: string;
  readonly wide: Drawing;
  readonly narrow: Drawing;
}

/** The picture of each service that anything calls, in the order of the data, and then the overview of several. */
export function drawPictures(data: ConnectivityData, texts: readonly PathText[]): DrawnPicture[] {
  return layOut(data).map(({ label, wide, narrow, ...picture }) => ({
    ...picture,
    width: wide.width,
    height: wide.height,
    svg: renderSvg(wide, texts, { className: 'wide', label, links: 'with ids' }),
    narrowSvg: renderSvg(narrow, texts, { className: 'narrow', label, links: 'without ids' }),
    arrows: wide.lines.map(({ id, paths }) => ({ id, paths })),
  }));
}

/** All pictures in one file of SVG that stands by itself, without links; its colours are those of the reader's system. */
export function standaloneSvg(data: ConnectivityData, title: string): string {
  const pictures = layOut(data).map(({ title: name, label, wide }) => ({
    title: name,
    width: wide.width,
    height: wide.height,
    svg: renderSvg(wide, [], { className: 'wide', label, links: 'none' }),
  }));
  return svgFile({ title, description: summary(data), pictures });
}

function layOut(data: ConnectivityData): LaidOut[] {
  const called = new Set(data.paths.map(({ service }) => service));
  const ids = new Map(
    data.services.flatMap((service, index): [ReportedService, string][] =>
      called.has(service.id) ? [[service, `picture-${index + 1}`]] : [],
    ),
  );
  const services = [...ids].map(([service, id], index): LaidOut => {
    const scene = sceneOf(data, service);
    const { name: title } = service;
    const [wide, narrow] = [wideLayout(scene, `a${index + 1}`), narrowLayout(scene, `a${index + 1}`)];
    return { id, title, service: service.id, label: `Diagram of the paths to ${title}`, wide, narrow };
  });
  if (services.length < 2) return services;
  const [wide, narrow] = [new Overview(data, ids).wide(), new Overview(data, ids).narrow()];
  const overview = { id: 'overview', title: 'Overview', label: 'Diagram of all places and services', wide, narrow };
  return [...services, overview];
}
