import { TerraformResource } from 'cdktf';
import { IConstruct } from 'constructs';
import { HostSettings } from '../../core/internal/host-settings';
import { keyOf, registry } from '../../core/internal/registry';
import { IAppHost } from '../../identity';
import { ServiceChange } from '../service-change';

/**
 * Resources that open the private path to a service. Applications that run code as soon as they are created wait for
 * it: they would look the host name up before its private endpoint is there, and connect over the internet.
 */
export class PrivateWay {
  /** The way to a service, which all constructs that stand for it share. */
  public static to(scope: IConstruct, serviceId: string): PrivateWay {
    const all = registry<PrivateWay>(scope, 'private ways to SignalR services');
    const way = all.get(keyOf(serviceId)) ?? new PrivateWay();
    all.set(keyOf(serviceId), way);
    return way;
  }

  private readonly hosts: IAppHost[] = [];
  private readonly endpoints: TerraformResource[] = [];
  private list?: TerraformResource;

  /** Takes a change of the service. */
  public add(change: ServiceChange, resource: TerraformResource): void {
    if (change === ServiceChange.PRIVATE_ENDPOINT) this.endpoints.push(resource);
    if (change === ServiceChange.NETWORK_ACL) this.list = resource;
    this.hosts.forEach((host) => this.open(host));
  }

  /** Makes an application wait, now or once it gets code that starts with it. */
  public awaitedBy(host: IAppHost): void {
    HostSettings.of(host).onceStarting(() => {
      this.hosts.push(host);
      this.open(host);
    });
  }

  /** The list refers to the endpoints, and these wait for the links of their zone. */
  private open(host: IAppHost): void {
    const last = this.list ? [this.list] : this.endpoints;
    last.forEach((resource) => host.executeAfter(resource));
  }
}
