import { Construct } from 'constructs';
import { AppBase } from './app-base';
import { FunctionAppProps } from './function-app-props';
import { awaitStorage } from './private/function-host';
import { telemetrySettings } from './private/telemetry';
import { checkInput } from '../core/internal/input/check-input';

/** Common parts of function apps of all kinds. */
export abstract class FunctionAppBase extends AppBase {
  /** @internal */
  declare public readonly _props: FunctionAppProps;

  /** Takes what all function apps share. A class of apps rejects bad properties and defines its resource. */
  public constructor(scope: Construct, id: string, props: FunctionAppProps) {
    checkInput('appservice.FunctionAppBase', arguments);
    super(scope, id, props);
  }

  /**
   * Puts the new resource in its place, behind the roles and private endpoints that it needs to reach its storage.
   *
   * @internal
   */
  protected _defined(settings: { [name: string]: string }): void {
    awaitStorage(this, this._resource, this._props);
    super._defined({ ...settings, ...telemetrySettings(this._props) });
  }
}
