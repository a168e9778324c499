import { Construct } from 'constructs';
import { ConnectivityFormat } from './connectivity-format';
import { ConnectivityReport } from './connectivity-report';
import { stackFiles, writeStackFile } from './internal/stack-files';
import { checkInput } from '../core/internal/input/check-input';
import { shareModel, sharedModel } from '../model/synth-model';

/** Options of the files. */
export interface ConnectivityReportFileProps {
  /**
   * Forms in which the report is written.
   *
   * @default - all of them
   */
  readonly formats?: ConnectivityFormat[];

  /**
   * Name of the files, without folder and extension: 1 to 200 letters, digits, `-` and `_`.
   *
   * @default 'connectivity'
   */
  readonly fileName?: string;
}

/**
 * Writes the connectivity report of its parent next to the synthesized stack, at each synth: also at one that fails in a
 * validation, but not with `skipValidation`, because cdktf has no other step for it.
 *
 * Same input gives the same bytes.
 */
export class ConnectivityReportFile extends Construct {
  /** The files, in the order of the formats. */
  public readonly paths: string[];

  /**
   * Writes the report of `scope` whenever cdktf synthesizes.
   *
   * @throws `connectivity/file-name`, `connectivity/duplicate-file`
   */
  public constructor(scope: Construct, id: string, props: ConnectivityReportFileProps = {}) {
    checkInput('connectivity.ConnectivityReportFile', arguments);
    super(scope, id);
    const { formats = Object.values(ConnectivityFormat), fileName = 'connectivity' } = props;
    this.paths = stackFiles(this, fileName, formats);
    shareModel(this);
    const validate = () => {
      const report = ConnectivityReport._of(scope, sharedModel(this));
      formats.forEach((format, index) => writeStackFile(this.paths[index], report._render(format)));
      return [];
    };
    this.node.addValidation({ validate });
  }
}
