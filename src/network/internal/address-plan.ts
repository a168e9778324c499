import { isIPv6 } from 'net';
import { Token } from 'cdktf';
import type { Code } from '../../core/internal/codes/codes';
import { Ipv4Cidr } from '../../core/internal/ipv4-cidr';
import { isKnown, Problem, withCode } from '../../core/internal/violations';

/** Azure's limits for the prefix length of a virtual network or subnet. */
const WIDEST_PREFIX = 8;
const NARROWEST_PREFIX = 29;

/** Request of a subnet: a fixed block, or the first free block of a length. */
export interface AddressRequest {
  readonly cidr?: string;
  readonly prefixLength?: number;
}

/** The block that a subnet got, or why it got none. */
export interface AddressGrant {
  readonly cidr?: string;
  readonly problems: Problem[];
}

interface Taken {
  readonly name: string;
  readonly block: Ipv4Cidr;
  /** Reports whether the subnet still exists. */
  readonly isThere: () => boolean;
}

/**
 * Hands out the addresses of one virtual network.
 *
 * Subnets are served in the order in which they are declared, each from the lowest free block that fits:
 *
 *     10.0.0.0/24   |  app /26  |  endpoints /27  |  free /27  |      free /25      |
 *                   0          64                96          128                  256
 *
 * so a subnet that is appended never moves an earlier one.
 */
export class AddressPlan {
  private readonly all: Taken[] = [];

  /** @param space the ranges of the network; `undefined` when they are not known at synth */
  public constructor(private space?: readonly Ipv4Cidr[]) {}

  /** Learns the ranges of the network, where they were not known before. */
  public learnSpace(space: readonly Ipv4Cidr[] | undefined): void {
    this.space = this.space ?? space;
  }

  /** Finds what is asked for, and takes it for a subnet. */
  public request(name: string, request: AddressRequest): AddressGrant {
    const found = this.find(request);
    if (found.cidr === undefined) return found;
    const problems = this.claim(name, found.cidr);
    return problems.length > 0 ? { problems } : { cidr: found.cidr, problems };
  }

  /** Takes a range for a subnet, which may be removed later. */
  public claim(name: string, cidr: string, isThere: () => boolean = () => true): Problem[] {
    if (!isKnown(cidr)) return [];
    const block = Ipv4Cidr.parse(cidr);
    if (typeof block === 'string') return [{ code: 'network/cidr', message: block }];
    const problems = [...prefixLengthProblems(block.prefixLength, cidr), ...this.placementProblems(block)];
    if (problems.length === 0) this.all.push({ name, block, isThere });
    return problems;
  }

  /** Finds a range without taking it. */
  public find(request: AddressRequest): AddressGrant {
    if (request.cidr !== undefined) return { cidr: request.cidr, problems: [] };
    const prefixLength = request.prefixLength!;
    const problems = prefixLengthProblems(prefixLength, `/${prefixLength}`);
    if (problems.length > 0) return { problems };
    if (!this.space) {
      return refuse(
        'network/address-space-unknown',
        `no /${prefixLength} can be chosen, because the address space is not known at synth; give the address space as plain text, or give the subnet AddressRange.cidr(...)`,
      );
    }
    const block = this.space.map((range) => this.firstFree(range, prefixLength)).find((free) => free);
    if (!block) {
      return refuse(
        'network/address-space-exhausted',
        `no room for a /${prefixLength} in ${this.space.join(', ')}, which has ${this.taken.length} subnets already; widen the address space or shrink a subnet`,
      );
    }
    return { cidr: block.toString(), problems };
  }

  private get taken(): Taken[] {
    return this.all.filter(({ isThere }) => isThere());
  }

  private placementProblems(block: Ipv4Cidr): Problem[] {
    const overlaps = this.taken
      .filter((other) => other.block.overlaps(block))
      .map(
        (other) =>
          `${block} overlaps ${other.block} of subnet ${other.name}; choose another range, or declare fixed ranges before automatic ones`,
      );
    const problems = withCode('network/subnet-overlap', overlaps);
    if (this.space && !this.space.some((range) => range.contains(block))) {
      problems.push({
        code: 'network/subnet-outside',
        message: `${block} is outside the address space ${this.space.join(', ')}; choose a range inside it`,
      });
    }
    return problems;
  }

  private firstFree(range: Ipv4Cidr, prefixLength: number): Ipv4Cidr | undefined {
    const size = 2 ** (32 - prefixLength);
    let block = Ipv4Cidr.containing(range.base, prefixLength);
    if (block.base < range.base) return undefined;
    while (block.end <= range.end) {
      const candidate = block;
      const obstacle = this.taken.find((other) => other.block.overlaps(candidate));
      if (!obstacle) return candidate;
      block = Ipv4Cidr.containing(Math.ceil(obstacle.block.end / size) * size, prefixLength);
    }
    return undefined;
  }
}

/** Reads the ranges of a virtual network; `undefined` where one of them is not known at synth. */
export function parseAddressSpace(space: readonly string[]): { ranges?: Ipv4Cidr[]; problems: Problem[] } {
  if (space.length === 0) {
    return { problems: [{ code: 'network/cidr', message: 'the address space is empty; give at least one range' }] };
  }
  if (!space.every(isKnown)) return { problems: [] };
  const parsed = space.map((text) => Ipv4Cidr.parse(text));
  const ranges = parsed.filter((range) => typeof range !== 'string');
  const malformed = parsed.filter((range) => typeof range === 'string');
  const problems = [
    ...withCode('network/cidr', malformed),
    ...ranges.flatMap((range) => prefixLengthProblems(range.prefixLength, range.toString())),
    ...ranges.flatMap(reservedProblems),
    ...ranges.flatMap((range, index) =>
      ranges
        .slice(index + 1)
        .filter((other) => range.overlaps(other))
        .flatMap((other) =>
          withCode('network/address-space-overlap', [`${range} and ${other} overlap; give ranges that do not overlap`]),
        ),
    ),
  ];
  return problems.length > 0 ? { problems } : { ranges, problems };
}

/**
 * Problems with the ranges of an existing network, which may have IPv6 ranges as well; those are not judged further.
 */
export function existingSpaceProblems(space: readonly string[]): Problem[] {
  const ipv4 = space.filter((range) => !isIpv6Range(range));
  return ipv4.length === 0 && space.length > 0 ? [] : parseAddressSpace(ipv4).problems;
}

function isIpv6Range(text: string): boolean {
  const [address, prefixLength, ...rest] = text.split('/');
  return isIPv6(address) && /^\d{1,3}$/.test(prefixLength) && Number(prefixLength) <= 128 && rest.length === 0;
}

/** Ranges that Azure rejects: https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq */
const RESERVED_RANGES = ['224.0.0.0/4', '255.255.255.255/32', '127.0.0.0/8', '169.254.0.0/16', '168.63.129.16/32'];

function reservedProblems(range: Ipv4Cidr): Problem[] {
  const reserved = RESERVED_RANGES.find((text) => range.overlaps(Ipv4Cidr.parse(text) as Ipv4Cidr));
  if (!reserved) return [];
  return [
    { code: 'network/cidr', message: `${range} overlaps ${reserved}, which Azure reserves; use a private range` },
  ];
}

function prefixLengthProblems(prefixLength: number, given: string): Problem[] {
  if (Token.isUnresolved(prefixLength)) {
    const unknown =
      'a prefix length is only known when Terraform runs, but addresses are chosen at synth; give it as a number';
    return [{ code: 'network/cidr', message: unknown }];
  }
  if (Number.isInteger(prefixLength) && prefixLength >= WIDEST_PREFIX && prefixLength <= NARROWEST_PREFIX) return [];
  const message = `${given} given; use a prefix length from /${WIDEST_PREFIX} to /${NARROWEST_PREFIX}`;
  return [{ code: 'network/cidr', message }];
}

function refuse(code: Code, message: string): AddressGrant {
  return { problems: [{ code, message }] };
}
