import { libraryVersion } from './library';

const REPOSITORY = 'https://github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr';

/** The address of the documents of a version: a release has a tag, and what is packed of a checkout has none. */
export function documentsOf(version: string): string {
  const isRelease = version !== '' && !/^0\.0\.0(?:-|$)/.test(version);
  return `${REPOSITORY}/blob/${isRelease ? `v${version}` : 'main'}/docs`;
}

/** The address of the documents of the library that runs: another version may explain a code in another way. */
export function documents(): string {
  return documentsOf(libraryVersion());
}
