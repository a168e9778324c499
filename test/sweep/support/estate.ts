import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformProvider, TerraformStack, TerraformVariable, Testing, Token } from 'cdktf';
import { Construct } from 'constructs';
import { change, EXTRAS } from './estate-changes';
import { Builder, Fields, Plan, shown } from './plan';
import { Choices, Planner } from './planner';
import {
  AppDns,
  AppNetwork,
  core,
  dns,
  network,
  privatelink,
  SecureServerlessSignalR,
  SecureSignalRApp,
} from '../../../src';
import { Major } from '../../support/provider-schema';
import { newStack } from '../../support/synth';

export type Architecture = SecureSignalRApp | SecureServerlessSignalR;

const SUBSCRIPTIONS = ['0b0b0b0b-0000-0000-0000-000000000001', '0b0b0b0b-0000-0000-0000-000000000002'];

/** Several architectures in one or two stacks, and what users do to them. */
export class Estate {
  public readonly app: App;
  public readonly stacks: TerraformStack[] = [];
  public readonly architectures: Architecture[] = [];
  /** What was done, a line each. */
  public readonly steps: string[] = [];
  private count = 0;
  private readonly planner: Planner;
  private readonly shared = new Map<string, unknown>();

  public constructor(
    public readonly choose: Choices,
    public readonly major: Major,
  ) {
    this.app = Testing.app({ context: { azurermMajor: major } });
    this.planner = new Planner(choose, { optional: 6, tokens: 2 });
  }

  /** Defines all of it; a problem of any part is thrown. */
  public define(): void {
    const stacks = this.choose.chance(25) ? ['Prod', 'Test'] : ['Prod'];
    stacks.forEach((id) => this.stacks.push(newStack(id, undefined, this.app)));
    if (this.choose.chance(30)) {
      this.step('the providers have a subscription');
      this.stacks.forEach((stack) => {
        (stack.node.findChild('azurerm') as AzurermProvider).subscriptionId = SUBSCRIPTIONS[0];
      });
    }
    const count = 1 + this.choose.index(3);
    for (let turn = 0; turn < count; turn++) this.addArchitecture();
    const extras = this.choose.index(4);
    for (let turn = 0; turn < extras; turn++) change(this, this.among(EXTRAS));
  }

  public step(text: string): void {
    this.steps.push(text);
  }

  public among<T>(all: readonly T[]): T {
    return all[this.choose.index(all.length)];
  }

  public next(): number {
    return (this.count += 1);
  }

  /** One thing for all that ask for it, in a stack. */
  public once<T>(name: string, stack: TerraformStack, make: () => T): T {
    const key = `${stack.node.id}/${name}`;
    if (!this.shared.has(key)) this.shared.set(key, make());
    return this.shared.get(key) as T;
  }

  public alias(stack: TerraformStack): TerraformProvider {
    const config = { alias: 'hub', subscriptionId: SUBSCRIPTIONS[1], features: [{}] };
    return this.once('alias', stack, () => new AzurermProvider(stack, 'hub', config));
  }

  /** A text that only Terraform knows, or a number of that kind within a text. */
  public token(stack: TerraformStack): string {
    const text = this.once('text', stack, () => new TerraformVariable(stack, 'text', { type: 'string' }));
    const number = this.once('number', stack, () => new TerraformVariable(stack, 'number', { type: 'number' }));
    return this.among([text.stringValue, `a-${text.stringValue}`, `a-${number.numberValue}`, `${number.numberValue}x`]);
  }

  public group(stack: TerraformStack, provider?: TerraformProvider): core.IResourceGroup {
    const name = provider ? 'rg-hub' : 'rg-shared';
    const props = { name, location: 'centralus', provider };
    return this.once(name, stack, () => new core.ResourceGroup(stack, name, props));
  }

  /** A network with two subnets, which several architectures may join. */
  public network(stack: TerraformStack, name: string, provider?: TerraformProvider) {
    return this.once(`${name}${provider ? '-hub' : ''}`, stack, () => {
      const scope = new Construct(stack, `Net-${name}${provider ? '-hub' : ''}`);
      const props = { name, resourceGroup: this.group(stack, provider), addressSpace: ['10.50.0.0/16'], provider };
      const virtualNetwork = new network.VirtualNetwork(scope, 'Network', props);
      const group = new network.NetworkSecurityGroup(scope, 'Nsg', {
        name: `nsg-${name}`,
        resourceGroup: this.group(stack, provider),
      });
      const integrationSubnet = virtualNetwork.addSubnet('Apps', {
        name: 'apps',
        addressRange: network.AddressRange.cidr('10.50.0.0/24'),
        delegation: network.SubnetDelegation.WEB_SERVER_FARMS,
        networkSecurityGroup: group,
      });
      const privateEndpointSubnet = virtualNetwork.addSubnet('Endpoints', {
        name: 'endpoints',
        addressRange: network.AddressRange.cidr('10.50.1.0/24'),
        networkSecurityGroup: group,
      });
      return { virtualNetwork, integrationSubnet, privateEndpointSubnet };
    });
  }

  public zone(stack: TerraformStack, provider?: TerraformProvider): dns.PrivateDnsZone {
    return this.once(`zone${provider ? '-hub' : ''}`, stack, () => {
      const resourceGroup = this.group(stack, provider);
      const zoneName = 'privatelink.service.signalr.net';
      return new dns.PrivateDnsZone(stack, `Zone${provider ? 'Hub' : ''}`, { zoneName, resourceGroup, provider });
    });
  }

  /** An architecture with a few random props, and some that it shares with others. */
  private addArchitecture(): void {
    const stack = this.among(this.stacks);
    const isServerless = this.choose.chance(40);
    const struct = isServerless ? 'SecureServerlessSignalRProps' : 'SecureSignalRAppProps';
    const plan = this.planner.fields(struct, 0);
    const scope = this.choose.chance(20) ? new Construct(stack, `Team${this.next()}`) : stack;
    const id = `Chat${this.next()}`;
    const { props, text } = this.sharedProps(stack, isServerless, new Map(plan.entries));
    const random = new Fields(plan.entries.filter(([name]) => !(name in props)));
    this.step(`new ${struct.slice(0, -5)}(${scope.node.path}, '${id}', { ...${shown(random)}, ${text.join(', ')} })`);
    const built = new Builder(stack).build(random);
    const type = isServerless ? SecureServerlessSignalR : SecureSignalRApp;
    this.architectures.push(new type(scope, id, { ...built, ...props }));
  }

  private sharedProps(stack: TerraformStack, isServerless: boolean, given: ReadonlyMap<string, Plan>) {
    const provider = this.choose.chance(15) ? this.alias(stack) : undefined;
    // Most estates are of one place, which all parts have to fit.
    const props: Record<string, unknown> = { location: 'centralus' };
    const text = ["location: 'centralus'"];
    const set = (name: string, shownAs: string, value: unknown) => {
      props[name] = value;
      text.push(`${name}: ${shownAs}`);
    };
    if (this.choose.chance(85)) {
      const workload = `chat${this.next()}`;
      set('workload', workload, workload);
    }
    if (provider) set('provider', 'hub', provider);
    if (this.choose.chance(25)) set('resourceGroup', 'shared', this.group(stack, provider));
    if (this.choose.chance(40)) {
      const name = this.among(['vnet-a', 'vnet-b']);
      set('network', `existing ${name}`, AppNetwork.existing(this.network(stack, name, provider)));
    }
    if (this.choose.chance(40)) {
      const zone = this.zone(stack, this.choose.chance(80) ? provider : this.alias(stack));
      const { DnsIntegration } = privatelink;
      set('dns', 'shared zone', isServerless ? AppDns.zones(zone) : DnsIntegration.zone(zone));
    } else if (given.has('dns') && this.choose.chance(50)) {
      set('dns', 'default', undefined);
    }
    if (this.choose.chance(20)) set('tags', 'a token', { team: this.token(stack), env: 'prod' });
    if (this.choose.chance(8)) set('environment', 'a token', this.token(stack));
    if (this.choose.chance(8)) {
      const origin = `https://${this.token(stack)}.example.com`;
      set('allowedOrigins', Token.isUnresolved(origin) ? 'a token' : origin, [origin]);
    }
    return { props, text };
  }
}
