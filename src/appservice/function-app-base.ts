import { Construct } from 'constructs';
import { AppBase } from './app-base';
import { FunctionAppProps } from './function-app-props';
import { AppKind } from './private/app-kind';
import { functionSettingProblems } from './private/function-settings';
import { telemetrySettings } from './private/telemetry';
import { Problem } from '../core/private/violations';

/** What function apps of all kinds have in common. */
export abstract class FunctionAppBase extends AppBase {
  /**
   * The kind of app, which decides which settings it takes.
   *
   * @internal
   */
  protected abstract readonly _kind: AppKind;

  private readonly functionProps: FunctionAppProps;

  /** Takes what all function apps share. A class of apps refuses bad properties and defines its resource. */
  public constructor(scope: Construct, id: string, props: FunctionAppProps) {
    super(scope, id, props);
    this.functionProps = props;
  }

  /** @internal */
  protected _settingProblems(names: readonly string[]): Problem[] {
    return functionSettingProblems(this._kind, names);
  }

  /**
   * Puts the new resource in its place, behind the roles and private endpoints that it needs to reach its storage. The
   * roles are those of the host, of its triggers for blobs, of Durable Functions and of diagnostic events.
   *
   * @see https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity
   * @internal
   */
  protected _defined(settings: { [name: string]: string }): void {
    const { storage, identity } = this.functionProps;
    storage.awaitedBy(this._resource);
    this.executeAfter(storage.grantBlobDataOwner(identity).resource);
    this.executeAfter(storage.grantQueueDataContributor(identity).resource);
    this.executeAfter(storage.grantTableDataContributor(identity).resource);
    super._defined({ ...settings, ...telemetrySettings(this.functionProps) });
  }
}
