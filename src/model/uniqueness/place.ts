import { Subscription } from '../subscription';

/** The subscription of what is the same in all of Azure, or only compared within one stack. */
const ANY = Subscription.ofId('');

const ID = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)(?:\/providers\/[^/]+\/(.+))?$/i;

/** Place of a resource in Azure: a subscription, and in it the names of a group and of resources in the group. */
export class Place {
  /** All of Azure. */
  public static readonly AZURE = new Place(ANY, []);

  /** A subscription. */
  public static in(subscription: Subscription): Place {
    return new Place(subscription, []);
  }

  /** Place that an Azure id names; `undefined` for other texts. */
  public static ofId(id: string): Place | undefined {
    const match = ID.exec(id);
    if (!match) return undefined;
    const [, subscription, group, rest = ''] = match.map((part) => part?.toLowerCase());
    // Types and names take turns.
    const names = rest.split('/').filter((_, index) => index % 2 === 1);
    return new Place(Subscription.ofId(subscription), [group, ...names]);
  }

  /** Place that only a reference or a variable names. */
  public static ofExpression(text: string): Place {
    return new Place(ANY, [text], true);
  }

  private constructor(
    public readonly subscription: Subscription,
    private readonly names: readonly string[],
    /** Reports whether only an expression names the place. */
    public readonly isExpression: boolean = false,
  ) {}

  /** Place of a resource with a name here. */
  public child(...names: string[]): Place {
    return new Place(this.subscription, [...this.names, ...names.map((name) => name.toLowerCase())]);
  }

  /** Place that contains this one; this place itself where only an expression names it. */
  public get parent(): Place {
    return this.isExpression ? this : new Place(this.subscription, this.names.slice(0, -1));
  }

  /** Its own name, in lower case. */
  public get name(): string {
    return this.names[this.names.length - 1];
  }

  /** Distinguishes it from other places of its subscription. */
  public get path(): string {
    return this.names.join('/');
  }
}
