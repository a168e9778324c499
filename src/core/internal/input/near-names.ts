import { changesBetween } from '../nearest-name';

/** Whether one name is the other, misspelt: other letter case, or up to two letters that differ in a long name. */
export function isNear(name: string, known: string): boolean {
  if (sameLetters(name, known)) return true;
  const most = Math.min(2, Math.ceil(Math.min(name.length, known.length) / 2) - 1);
  return Math.abs(name.length - known.length) <= most && changesBetween(name, known) <= most;
}

export function sameLetters(name: string, known: string): boolean {
  return name.toLowerCase() === known.toLowerCase();
}
