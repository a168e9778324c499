import { ModelPart } from './model-part';
import { ModelResource } from './model-resource';
import { Subscription } from './subscription';

/** Data sources that name the subscription of their own provider. */
const OWN = ['azurerm_client_config', 'azurerm_subscription'];
const IN_ID = /^\/subscriptions\/([^/]+)\//i;

/** The subscriptions that resources are in: those in their ids, where they are known, or of their providers. */
export class Subscriptions {
  private readonly known = new Map<string, Subscription>();

  public constructor(private readonly partAt: (path: string) => ModelPart | undefined) {}

  /** The subscription that a resource is in. */
  public of(resource: ModelResource): Subscription {
    const [, own] = IN_ID.exec(resource.at('id').knownText ?? '') ?? [];
    if (own !== undefined) return Subscription.ofId(own);
    const { stack } = resource.place;
    const provider = providerOf(resource);
    const key = `${stack} ${provider}`;
    const known = this.known.get(key);
    if (known) return known;
    const subscription = this.read(stack, provider);
    this.known.set(key, subscription);
    return subscription;
  }

  /** The subscription that an attribute of a data source names; `undefined` for all others. */
  public namedBy(resource: ModelResource): Subscription | undefined {
    const isOwn = OWN.includes(resource.type) && !resource.isManaged && resource.at('subscription_id').isAbsent;
    return isOwn ? this.of(resource) : undefined;
  }

  /** The provider block of a resource; `undefined` where the configuration has none. */
  public blockOf(resource: ModelResource): ModelResource | undefined {
    return this.partAt(resource.place.stack)?.entryAt(providerOf(resource))?.instanceAt(undefined);
  }

  private read(stack: string, provider: string): Subscription {
    const block = this.partAt(stack)?.entryAt(provider)?.instanceAt(undefined);
    const id = block?.at('subscription_id');
    const where = stack === '' ? `the provider ${provider}` : `the provider ${provider} of ${stack}`;
    if (!id || id.isAbsent) {
      return Subscription.of(
        `${stack} ${provider}`,
        `${where} names no subscription, so it is only known when Terraform runs`,
      );
    }
    if (id.knownText !== undefined) return Subscription.ofId(id.knownText);
    const named = id.resource && this.namedBy(id.resource);
    return (
      named ??
      Subscription.of(
        `${stack} ${id.text}`,
        `the subscription of ${where} is ${id.decidedBy}, which is only known when Terraform runs`,
      )
    );
  }
}

/** The address of the provider of a resource. */
function providerOf(resource: ModelResource): string {
  const { type } = resource.place;
  const given = resource.at('provider').text;
  return given === '' ? type.slice(0, type.indexOf('_')) : given;
}
