import { join } from 'path';
import { Construct, IConstruct } from 'constructs';
import { provenanceProblems } from './internal/provenance-problems';
import { packOf } from './private/synthesized-pack';
import { whenAllStacksAreWritten } from './private/written-stacks';
import { Provenance } from './provenance';
import { stackFolder, writeStackFile } from '../connectivity/internal/stack-files';
import { checkInput } from '../core/internal/input/check-input';
import { refuse } from '../core/internal/violations';

/** Names of a pack, and its origin. */
export interface EvidenceFileProps {
  /**
   * Name of the folder next to the synthesized stack: 1 to 200 letters, digits, `-` and `_`.
   *
   * @default 'evidence'
   */
  readonly folderName?: string;

  /**
   * Subject of the pack, as its headings name it.
   *
   * @default - the path of the parent
   */
  readonly title?: string;

  /**
   * Origin of the configuration.
   *
   * @default - the pack names no commit, pipeline and time
   */
  readonly provenance?: Provenance;
}

/**
 * Writes an evidence pack of its parent next to the synthesized stack, at each synth that succeeds: one folder for an audit,
 * with a page, a document to print, the connectivity and compliance reports, controls and what satisfies them,
 * acknowledgements, the security rules of each subnet, the private names of each network, the roles of each identity, and
 * where all of it comes from.
 *
 * It is evidence of files: it is written once all stacks are, and names the SHA-256 of each. A synth that fails writes
 * none, nor does one with `skipValidation`. Everything at or below the parent is held to the security baseline, as
 * `compliance.SecurityBaseline.evaluate` does. It holds no secret. Equal input gives equal bytes.
 */
export class EvidenceFile extends Construct {
  /** The folder. */
  public readonly folder: string;

  /**
   * Writes the pack of `scope` whenever cdktf synthesizes.
   *
   * @throws `connectivity/file-name`, `connectivity/duplicate-file`, `evidence/provenance-text`,
   * `evidence/provenance-time`, `evidence/provenance-secret`
   */
  public constructor(scope: Construct, id: string, props: EvidenceFileProps = {}) {
    checkInput('evidence.EvidenceFile', arguments);
    super(scope, id);
    const { folderName = 'evidence', title = titleOf(scope), provenance = {} } = props;
    refuse(this, provenanceProblems(provenance));
    this.folder = stackFolder(this, folderName);
    whenAllStacksAreWritten(this, (written) =>
      packOf(scope, written, { title, provenance }).forEach((text, name) =>
        writeStackFile(join(this.folder, name), text),
      ),
    );
  }
}

function titleOf({ node }: IConstruct): string {
  return node.path || 'all stacks';
}
