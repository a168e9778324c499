import { writeFileSync } from 'fs';
import { join } from 'path';
import { withOutputs } from '../../test/support/command-outputs';
import { documents, read, ROOT } from '../../test/support/markdown';

/** Writes into the documents what the command says now. */
async function write(): Promise<void> {
  for (const file of documents()) {
    const text = read(file);
    const written = await withOutputs(text);
    if (written !== text) writeFileSync(join(ROOT, file), written);
  }
}

void write();
