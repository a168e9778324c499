/** Reports whether a text is a port, or a range of ports such as `8000-8080`. */
export function isPortRange(text: string): boolean {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
  const [first, last] = match ? [Number(match[1]), Number(match[2] ?? match[1])] : [1, 0];
  return first <= last && last <= 65535;
}
