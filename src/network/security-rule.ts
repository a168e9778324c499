import { IConstruct } from 'constructs';
import { RuleAddress } from './rule-address';
import { checkInput } from '../core/internal/input/check-input';
import { isPortRange } from '../core/internal/ports';
import { isKnown, Problem } from '../core/internal/violations';

/** Direction of the traffic of a security rule, seen from the subnet. */
export enum RuleDirection {
  /** Into the subnet. */
  INBOUND = 'Inbound',

  /** Out of the subnet. */
  OUTBOUND = 'Outbound',
}

/** Protocols of a security rule. */
export enum RuleProtocol {
  /** Every protocol. */
  ANY = '*',

  /** TCP. */
  TCP = 'Tcp',

  /** UDP. */
  UDP = 'Udp',

  /** ICMP. */
  ICMP = 'Icmp',
}

/** Traffic that a security rule matches. */
export interface SecurityRuleOptions {
  /** Name of the rule, 1 to 80 letters, digits, `-`, `_` or `.`; also the construct id. */
  readonly name: string;

  /** Direction of the traffic, into or out of the subnet. */
  readonly direction: RuleDirection;

  /** 100 to 4096; a lower number wins. Unique for each direction of a group. */
  readonly priority: number;

  /**
   * Protocol.
   *
   * @default RuleProtocol.TCP
   */
  readonly protocol?: RuleProtocol;

  /**
   * Source of the traffic.
   *
   * @default RuleAddress.any()
   */
  readonly source?: RuleAddress;

  /**
   * Destination of the traffic.
   *
   * @default RuleAddress.any()
   */
  readonly destination?: RuleAddress;

  /**
   * Ports of the destination: numbers, ranges as `8000-8080`, or `*` alone.
   *
   * @default - every port
   */
  readonly destinationPorts?: string[];

  /**
   * Purpose of the rule; at most 140 characters.
   *
   * @default - no description
   */
  readonly description?: string;
}

/** A rule of a network security group. */
export class SecurityRule {
  /** A rule that lets traffic pass. */
  public static allow(options: SecurityRuleOptions): SecurityRule {
    checkInput('network.SecurityRule.allow', arguments);
    return new SecurityRule('Allow', options, options.name);
  }

  /** A rule that drops traffic. */
  public static deny(options: SecurityRuleOptions): SecurityRule {
    checkInput('network.SecurityRule.deny', arguments);
    return new SecurityRule('Deny', options, options.name);
  }

  /** Name of the rule. */
  public readonly name: string;

  /** Priority of the rule. */
  public readonly priority: number;

  /** Direction of the rule. */
  public readonly direction: RuleDirection;

  private constructor(
    private readonly access: string,
    private readonly options: SecurityRuleOptions,
    /**
     * Construct id of the rule in its group.
     *
     * @internal
     */
    public readonly _id: string,
  ) {
    this.name = options.name;
    this.priority = options.priority;
    this.direction = options.direction;
  }

  /**
   * The same rule under another name. Its construct keeps its id: Terraform replaces a resource whose name changes, and
   * would otherwise create a second rule of the same priority.
   *
   * @internal
   */
  public _named(name: string): SecurityRule {
    return new SecurityRule(this.access, { ...this.options, name }, this._id);
  }

  /**
   * Reports what Azure would reject in the rule by itself.
   *
   * @internal
   */
  public _problems(scope: IConstruct): Problem[] {
    const { name, priority, description, destinationPorts, source, destination } = this.options;
    const problems: Problem[] = [];
    if (isKnown(name) && !/^[a-zA-Z0-9]([\w.-]{0,78}\w)?$/.test(name)) {
      problems.push({
        code: 'network/rule-name',
        message: `"${name}" is not a rule name; use 1 to 80 letters, digits, dashes, underscores or periods`,
      });
    }
    if (isKnown(priority) && !(Number.isInteger(priority) && priority >= 100 && priority <= 4096)) {
      problems.push({
        code: 'network/rule-priority',
        message: `rule ${name} has priority ${priority}; use a whole number from 100 to 4096`,
      });
    }
    if (isKnown(description) && description.length > 140) {
      problems.push({
        code: 'network/rule-description',
        message: `the description of rule ${name} has ${description.length} characters; use at most 140`,
      });
    }
    const addresses = [source, destination].flatMap((address) => address?._problemsIn(scope) ?? []);
    return [...problems, ...addresses.map((text) => this.addressProblem(text)), ...this.portProblems(destinationPorts)];
  }

  /**
   * The rule in azurerm's form: a singular attribute for one value, a plural one for several, never both.
   *
   * @internal
   */
  public _render() {
    const { source, destination, destinationPorts, protocol, description } = this.options;
    const from = source ?? RuleAddress.any();
    const to = destination ?? RuleAddress.any();
    const ports = destinationPorts ?? ['*'];
    return {
      name: this.name,
      description,
      direction: this.direction,
      access: this.access,
      priority: this.priority,
      protocol: protocol ?? RuleProtocol.TCP,
      sourcePortRange: '*',
      sourceAddressPrefix: single(from._prefixes),
      sourceAddressPrefixes: several(from._prefixes),
      sourceApplicationSecurityGroupIds: atLeast(1, from._groupIds),
      destinationPortRange: single(ports),
      destinationPortRanges: several(ports),
      destinationAddressPrefix: single(to._prefixes),
      destinationAddressPrefixes: several(to._prefixes),
      destinationApplicationSecurityGroupIds: atLeast(1, to._groupIds),
    };
  }

  private addressProblem(text: string): Problem {
    return { code: 'network/rule-address', message: `rule ${this.name}: ${text}` };
  }

  private portProblems(ports: string[] | undefined): Problem[] {
    if (!ports || (ports.length === 1 && ports[0] === '*')) return [];
    const bad = ports.filter((port) => isKnown(port) && !isPortRange(port));
    if (ports.length > 0 && bad.length === 0) return [];
    const given = ports.length === 0 ? 'no port given' : `"${bad.join('", "')}" given as port`;
    const message = `rule ${this.name}: ${given}; use numbers from 0 to 65535, ranges such as 8000-8080, or "*" alone`;
    return [{ code: 'network/rule-address', message }];
  }
}

function single(values: string[]): string | undefined {
  return values.length === 1 ? values[0] : undefined;
}

function several(values: string[]): string[] | undefined {
  return atLeast(2, values);
}

function atLeast(count: number, values: string[]): string[] | undefined {
  return values.length < count ? undefined : values;
}
