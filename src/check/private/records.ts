import { join, resolve } from 'path';
import { Input } from './estate';
import { bytesOf } from './inputs';
import { Io } from './io';
import { decoded } from './reading/decoded';
import { recordedName } from './recorded-name';
import { InputRecord, InputUse, sha256, VersionRecord } from '../../evidence/internal/input-record';
import { lockedVersions } from '../../evidence/internal/versions';

const LOCK_FILE = '.terraform.lock.hcl';

/** Records of files that were read, with the versions in each. */
export function recordsOf(
  inputs: readonly Input[],
  versions: readonly VersionRecord[] = [],
  use: InputUse,
  { cwd }: Io,
): InputRecord[] {
  return inputs.map(({ name, sha256: hash }, index) => {
    return { name: recordedName(name, cwd), use, sha256: hash!, ...versions[index] };
  });
}

/** Record of the accept file. */
export function acceptRecord(name: string, io: Io): InputRecord {
  return { name: recordedName(name, io.cwd), use: InputUse.ACCEPT, sha256: sha256(bytesOf(name, io)) };
}

/** Record of the lock file in the folder of the Terraform files, where there is one. */
export function lockRecords(root: string, io: Io): InputRecord[] {
  if (!io.readFolder(resolve(io.cwd, root))?.includes(LOCK_FILE)) return [];
  const name = join(root, LOCK_FILE);
  const bytes = bytesOf(name, io);
  const versions = lockedVersions(decoded(bytes, name));
  return [{ name: recordedName(name, io.cwd), use: InputUse.LOCK, sha256: sha256(bytes), ...versions }];
}
