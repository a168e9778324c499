import { isKnown, Problem } from '../../core/internal/violations';

const CONTAINER_NAME = '(?=[^/]{3,63}$)[a-z0-9]+(-[a-z0-9]+)*';
const BLOB_ENDPOINT = 'https://[a-z0-9][a-z0-9-]*(\\.[a-z0-9-]+)+/';
/** Azure's own containers have names that no other container gets. */
const CONTAINER_URL = new RegExp(`^${BLOB_ENDPOINT}(${CONTAINER_NAME}|\\$(root|web|logs))$`);

/** Reports what Azure would reject in the name of a storage account. */
export function accountNameProblems(name: string): Problem[] {
  if (!isKnown(name) || /^[a-z0-9]{3,24}$/.test(name)) return [];
  const message = `"${name}" is not a storage account name; use 3 to 24 lower-case letters or digits`;
  return [{ code: 'storage/name', message }];
}

/** @see https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata */
export function isContainerName(text: string): boolean {
  return new RegExp(`^${CONTAINER_NAME}$`).test(text);
}

/** Reports why a text cannot be the address of a container. */
export function containerUrlProblems(url: string): Problem[] {
  if (!isKnown(url) || CONTAINER_URL.test(url)) return [];
  const message = `"${url}" is not the address of a container; use one such as https://NAME.blob.core.windows.net/CONTAINER`;
  return [{ code: 'storage/container-url', message }];
}

/** Reports why a text cannot be the address of the blobs of an account. */
export function blobEndpointProblems(url: string): Problem[] {
  if (!isKnown(url) || new RegExp(`^${BLOB_ENDPOINT}$`).test(url)) return [];
  const message = `"${url}" is not the address of blobs; use one such as https://NAME.blob.core.windows.net/, with the final slash`;
  return [{ code: 'storage/blob-endpoint', message }];
}
