import { Results, ScaleResult } from '../measure/results';

const WIDTH = 640;
const HEIGHT = 400;
const LEFT = 80;
const RIGHT = 30;
const TOP = 50;
const BOTTOM = 60;
const SERIES = [
  { name: 'library', color: '#0b5cad', dash: '', of: (each: ScaleResult) => each.library },
  { name: 'twin, written by hand', color: '#b3541e', dash: '6 4', of: (each: ScaleResult) => each.twin },
];

/** Time of synth over the number of apps, both on logarithmic scales, where linear time is a straight line. */
export function toSvg({ scale }: Results): string {
  const times = SERIES.flatMap(({ of }) => scale.map(of)).filter((time) => time !== null);
  const xs = axis(Math.min(...scale.map(({ apps }) => apps)), Math.max(...scale.map(({ apps }) => apps)));
  const ys = axis(Math.min(...times), Math.max(...times));
  const x = (value: number) => LEFT + xs.share(value) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => HEIGHT - BOTTOM - ys.share(value) * (HEIGHT - TOP - BOTTOM);
  const right = WIDTH - RIGHT;
  const bottom = HEIGHT - BOTTOM;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13" fill="#222" role="img">`,
    '<title>Time of synth over the number of apps, library and twin</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...xs.ticks.map((value) => line(x(value), TOP, x(value), bottom, '#ddd')),
    ...xs.ticks.map((value) => text(x(value), bottom + 20, value.toLocaleString('en'), 'middle')),
    ...ys.ticks.map((value) => line(LEFT, y(value), right, y(value), '#ddd')),
    ...ys.ticks.map((value) => text(LEFT - 8, y(value) + 4, value.toLocaleString('en'), 'end')),
    text((LEFT + right) / 2, HEIGHT - 14, 'apps of 25 resources', 'middle'),
    text(LEFT - 60, 20, 'synth, ms', 'start'),
    ...SERIES.flatMap(({ name, color, dash, of }, index) => {
      const points = scale.flatMap((each) => {
        const time = of(each);
        return time === null ? [] : [[x(each.apps), y(time)] as const];
      });
      const path = points.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' ');
      const legend = LEFT + 110 + index * 140;
      return [
        `<polyline points="${path}" fill="none" stroke="${color}" stroke-width="2" stroke-dasharray="${dash}"/>`,
        ...points.map(([px, py]) => `<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="3.5" fill="${color}"/>`),
        `<line x1="${legend}" y1="16" x2="${legend + 28}" y2="16" stroke="${color}" stroke-width="2" stroke-dasharray="${dash}"/>`,
        text(legend + 34, 20, name, 'start'),
      ];
    }),
    '</svg>\n',
  ].join('\n');
}

/** A logarithmic axis over whole powers of ten. */
function axis(smallest: number, greatest: number) {
  const first = Math.floor(Math.log10(smallest));
  const last = Math.max(first + 1, Math.ceil(Math.log10(greatest)));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
  return { ticks, share: (value: number) => (Math.log10(value) - first) / (last - first) };
}

function line(x1: number, y1: number, x2: number, y2: number, color: string): string {
  return `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="${color}"/>`;
}

function text(x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end'): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}">${content}</text>`;
}
