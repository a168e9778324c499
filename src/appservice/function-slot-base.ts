import { Construct } from 'constructs';
import { FunctionAppBase } from './function-app-base';
import { FunctionAppProps } from './function-app-props';
import { slotBoundSettings } from './internal/function-settings';
import { awaitStorage } from './private/function-host';
import { telemetrySettings } from './private/telemetry';
import { SlotBase } from './slot-base';
import { checkInput } from '../core/internal/input/check-input';

/** Common parts of slots of function apps of all kinds. */
export abstract class FunctionSlotBase extends SlotBase {
  private readonly functionApp: FunctionAppBase;
  private readonly asApp: FunctionAppProps;

  /**
   * Takes what all slots of function apps share. A class of slots rejects bad properties and defines its resource.
   *
   * @param scope construct that the slot belongs to
   * @param id id of the slot in its scope
   * @param app the app that the slot belongs to
   * @param slotName name of the slot
   * @param props what the slot would be as an app by itself
   */
  public constructor(scope: Construct, id: string, app: FunctionAppBase, slotName: string, props: FunctionAppProps) {
    checkInput('appservice.FunctionSlotBase', arguments);
    super(scope, id, app, slotName, props);
    this.functionApp = app;
    this.asApp = props;
  }

  /**
   * Puts the new resource in its place, behind the roles and private endpoints that it needs to reach its storage, and
   * keeps what belongs to it there when slots are swapped.
   *
   * @internal
   */
  protected _defined(settings: { [name: string]: string }): void {
    awaitStorage(this, this._resource, this.asApp);
    super._defined({ ...settings, ...telemetrySettings(this.asApp) });
    slotBoundSettings(this.functionApp._props, this.asApp).forEach((name) => this.functionApp.addStickySetting(name));
  }
}
