import { Construct, IConstruct } from 'constructs';
import { runbookOf } from './private/runbook';
import { UnsentReason } from './private/sections/owners';
import { stackFiles, writeStackFile } from '../connectivity/internal/stack-files';
import { checkInput } from '../core/internal/input/check-input';
import { unsentLogsOf } from '../core/internal/unsent-logs';
import { ConstructModel } from '../model/construct-model';
import { sharedModel, shareModel } from '../model/synth-model';

/** Properties of a runbook. */
export interface RunbookFileProps {
  /**
   * Name of the file, without folder and extension: 1 to 200 letters, digits, `-` and `_`.
   *
   * @default 'runbook'
   */
  readonly fileName?: string;
}

/**
 * Writes a runbook of its parent next to the synthesized stack, at each synth: Markdown for the engineer on call, with
 * the names of this deployment in every command, the expected output, and the next step.
 *
 * It covers the SignalR services and apps at or below the parent, hand-written ones too, and reads what
 * `connectivity.ConnectivityReport` reads. What only Azure knows is a variable of the shell that a command fills; a
 * name that is not known at synth is one that the reader fills in. It holds no secret. As with the report, it is also
 * written by a synth that fails in a validation, but not with `skipValidation`. Same input gives the same bytes.
 */
export class RunbookFile extends Construct {
  /**
   * The runbook of a scope as it is now.
   *
   * @param scope the app, a stack or any construct
   */
  public static textOf(scope: IConstruct): string {
    checkInput('runbook.RunbookFile.textOf', arguments);
    return textOf(scope, ConstructModel.of(scope));
  }

  /** The file. */
  public readonly path: string;

  /**
   * Writes the runbook of `scope` whenever cdktf synthesizes.
   *
   * @throws `connectivity/file-name`, `connectivity/duplicate-file`
   */
  public constructor(scope: Construct, id: string, props: RunbookFileProps = {}) {
    checkInput('runbook.RunbookFile', arguments);
    super(scope, id);
    [this.path] = stackFiles(this, props.fileName ?? 'runbook', ['md']);
    shareModel(this);
    const validate = () => {
      writeStackFile(this.path, textOf(scope, sharedModel(this)));
      return [];
    };
    this.node.addValidation({ validate });
  }
}

function textOf(scope: IConstruct, model: ConstructModel): string {
  return runbookOf(model, scope.node.path, unsentIn(scope, model));
}

/** The logs that the configuration leaves to others, or sends nowhere. */
function unsentIn(scope: IConstruct, model: ConstructModel): UnsentReason[] {
  return unsentLogsOf(scope).flatMap(({ setting, targetResourceId, reason }) => {
    const { resource } = model.read(setting, targetResourceId);
    return resource ? { path: resource.path, reason } : [];
  });
}
