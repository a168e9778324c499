import { UnreadableInput } from '../estate';

/** A plan of 10,000 resources has some 50 MB. */
const MAX_MEGABYTES = 150;
const MEGABYTE = 1_048_576;

/** The text of a file: PowerShell writes UTF-16 where a shell would write UTF-8. */
export function decoded(bytes: Uint8Array, name: string): string {
  if (bytes.length > MAX_MEGABYTES * MEGABYTE) {
    const size = Math.round(bytes.length / MEGABYTE);
    throw new UnreadableInput(`${name} has ${size} MB; the command reads up to ${MAX_MEGABYTES} MB`);
  }
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) {
    throw new UnreadableInput(
      `${name} is a plan file of Terraform; run "terraform show -json ${name}" and give what it prints`,
    );
  }
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
