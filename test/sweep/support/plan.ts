import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { TerraformElement, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { Producer } from './manifest';
import * as library from '../../../src';

/** What is to be made, as data: it can be shown as code, and made in any stack. */
export type Plan = string | number | boolean | undefined | readonly Plan[] | Fields | Made | Special | Joined;

/** A struct or a map. */
export class Fields {
  public constructor(public readonly entries: readonly (readonly [string, Plan])[]) {}
}

/** What a constructor, a static method, a constant or a method gives. */
export class Made {
  public constructor(
    public readonly producer: Pick<Producer, 'how' | 'owner' | 'member'>,
    public readonly args: readonly Plan[] = [],
    public readonly on?: Plan,
  ) {}
}

/** What is there without being planned. */
export class Special {
  public constructor(
    public readonly kind: 'scope' | 'id' | 'provider' | 'resource' | 'secret' | 'text' | 'number' | 'member',
    public readonly name: string = '',
  ) {}
}

/** A text of several parts, which a program writes as a template. */
export class Joined {
  public constructor(public readonly parts: readonly Plan[]) {}
}

/** Makes plans in a scope. */
export class Builder {
  /**
   * @param scope where constructs are defined
   * @param made what members are taken of
   */
  public constructor(
    private readonly scope: Construct,
    private readonly made?: object,
  ) {}

  // Plans are of every type of the library.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  public build(plan: Plan): any {
    if (Array.isArray(plan)) return plan.map((each) => this.build(each));
    if (plan instanceof Fields) return Object.fromEntries(plan.entries.map(([name, each]) => [name, this.build(each)]));
    if (plan instanceof Special) return this.special(plan);
    if (plan instanceof Joined) return plan.parts.map((each) => String(this.build(each))).join('');
    return plan instanceof Made ? this.make(plan) : plan;
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  private make({ producer: { how, owner, member }, args, on }: Made): any {
    const values = args.map((each) => this.build(each));
    if (how === 'method') return this.build(on)[member](...values);
    const type = typeNamed(owner);
    if (how === 'new') return new type(...values);
    return how === 'get' ? type[member] : type[member](...values);
  }

  private special({ kind, name }: Special): unknown {
    switch (kind) {
      case 'scope':
        return this.scope;
      case 'id':
        return name;
      case 'provider':
        return new AzurermProvider(this.scope, name, { alias: name, features: [{}] });
      case 'resource':
        return new ResourceGroup(this.scope, name, { name, location: 'centralus' }) as TerraformElement;
      case 'secret':
        return new TerraformVariable(this.scope, name, { type: 'string', sensitive: true }).stringValue;
      case 'text':
        return new TerraformVariable(this.scope, name, { type: 'string' }).stringValue;
      case 'number':
        return new TerraformVariable(this.scope, name, { type: 'number' }).numberValue;
      case 'member':
        return Reflect.get(this.made!, name);
    }
  }
}

/** A plan as code. */
export function shown(plan: Plan): string {
  if (Array.isArray(plan)) return `[${plan.map(shown).join(', ')}]`;
  if (plan instanceof Fields) {
    return `{ ${plan.entries.map(([name, each]) => `${JSON.stringify(name)}: ${shown(each)}`).join(', ')} }`;
  }
  if (plan instanceof Special) return plan.kind === 'id' ? JSON.stringify(plan.name) : `${plan.kind}(${plan.name})`;
  if (plan instanceof Joined) return `\`${plan.parts.map((each) => `\${${shown(each)}}`).join('')}\``;
  if (plan instanceof Made) {
    const { how, owner, member } = plan.producer;
    const args = `(${plan.args.map(shown).join(', ')})`;
    if (how === 'method') return `${shown(plan.on)}.${member}${args}`;
    if (how === 'new') return `new ${owner}${args}`;
    return how === 'get' ? `${owner}.${member}` : `${owner}.${member}${args}`;
  }
  return typeof plan === 'number' ? String(plan) : JSON.stringify(plan);
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
function typeNamed(name: string): any {
  return name.split('.').reduce<object>((at, part) => Reflect.get(at, part), library);
}
