import { mkdirSync, writeFileSync } from 'fs';
import { basename, join } from 'path';
import { App, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { ConnectivityFormat } from './connectivity-format';
import { ConnectivityReport } from './connectivity-report';
import { checkInput } from '../core/internal/input/check-input';
import { isInTree, registry } from '../core/internal/registry';
import { Violations } from '../core/internal/violations';
import { shareModel, sharedModel } from '../model/synth-model';

/** What is written. */
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

/** Without a dot, which could make it `cdk.tf.json`, and without a folder. */
const FILE_NAME = /^[\w-]{1,200}$/;

/**
 * Writes the connectivity report of its parent beside the synthesized stack, at each synth: also at one that fails in a
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
    requireFileName(this, fileName);
    const stack = TerraformStack.of(this);
    const folder = join(App.of(this).outdir, 'stacks', stack.node.id);
    this.paths = formats.map((format) => join(folder, `${fileName}.${format}`));
    refuseSecond(this);
    shareModel(this);
    const validate = () => {
      const report = ConnectivityReport._of(scope, sharedModel(this));
      mkdirSync(folder, { recursive: true });
      formats.forEach((format, index) => writeFileSync(this.paths[index], report._render(format)));
      return [];
    };
    this.node.addValidation({ validate });
  }
}

function requireFileName(file: ConnectivityReportFile, fileName: string): void {
  if (FILE_NAME.test(fileName)) return;
  new Violations(file).refuse(
    'connectivity/file-name',
    `fileName "${fileName}" is not made of 1 to 200 letters, digits, - and _; the report is written next to the stack, and each format adds its extension`,
  );
}

/** Each would write over the other's, whichever is synthesized last. */
function refuseSecond(file: ConnectivityReportFile): void {
  const violations = new Violations(file);
  file.paths.forEach((path) => {
    const files = registry<ConnectivityReportFile>(file, 'connectivity report files');
    const owner = files.get(path.toLowerCase());
    if (!owner || !isInTree(owner)) {
      files.set(path.toLowerCase(), file);
    } else {
      const message = `${owner.node.path} writes ${basename(path)} of this stack already; give one of them another fileName`;
      violations.add('connectivity/duplicate-file', message);
    }
  });
  violations.throwIfAny();
}
