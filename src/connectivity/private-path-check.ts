import { IConstruct } from 'constructs';
import { PathCheck } from './internal/path-check';
import { checkInput } from '../core/internal/input/check-input';
import { RequestType } from '../signalr/values';

/** Options of `PrivatePathCheck`. */
export interface PrivatePathCheckOptions {
  /**
   * The apps and slots that call the service: constructs of this library, or resources of azurerm.
   *
   * @default - all that `connectServer`, `connectNegotiator` and `connectRestSender` connect to the service, before and
   * after
   */
  readonly apps?: IConstruct[];

  /**
   * Request types of `apps` to the service, in addition to those that they are connected for. For a Serverless service give
   * `RequestType.REST_API` alone, since its access control list need not allow server connections.
   *
   * @default - ServerConnection, and RESTAPI, which a hub server calls for its temporary key
   */
  readonly requestTypes?: RequestType[];
}

/**
 * Fails synth where an app is known not to reach a SignalR service through a private endpoint.
 *
 * It asks what `ConnectivityReport` asks: names, networks, access control lists, as Terraform will read them, hand-written
 * ones too. What is not known at synth does not fail it; `ConnectivityReport.expectPrivate` in a test does.
 * `SecureSignalRApp` and `SecureServerlessSignalR` attach it, unless `connectivityCheck` is false.
 */
export class PrivatePathCheck {
  /**
   * Checks a service at each synth, and writes nothing to the stack. Also call it twice, for further apps.
   *
   * When the stack is validated, it throws a code of connectivity such as `dns/not-linked`, `dns/missing-record`,
   * `dns/custom-servers`, `dns/no-endpoint`, `network/no-subnet`, `network/denied` or `nac/server-unreachable`;
   * `connectivity/no-apps` where there is no app to check, and `connectivity/not-in-report` for an app or a service
   * that the configuration does not have.
   *
   * @param service the SignalR service: a construct of this library, also an existing one, or a resource of azurerm
   * @param options the apps, where the library does not connect them
   */
  public static attach(service: IConstruct, options: PrivatePathCheckOptions = {}): void {
    checkInput('connectivity.PrivatePathCheck.attach', arguments);
    const check = PathCheck.of(service);
    const { apps, requestTypes = [RequestType.SERVER_CONNECTION, RequestType.REST_API] } = options;
    if (!apps) check.requirePrivate();
    apps?.forEach((app) => check.addCaller(app, requestTypes, true));
  }

  private constructor() {}
}
