// Leading zeros are rejected, as Terraform and Azure do: some readers take such numbers for octal ones.
const CIDR = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\/(0|[1-9]\d?)$/;

/** Reports whether a text is one IPv4 address, such as `10.0.0.4`. */
export function isIpv4Address(text: string): boolean {
  return typeof Ipv4Cidr.parse(`${text}/32`) !== 'string';
}

/** A block of IPv4 addresses: `base` is the first address as a number, the block holds 2^(32 - prefixLength). */
export class Ipv4Cidr {
  /** Reads `a.b.c.d/n`, or reports in a sentence what is wrong with it. */
  public static parse(text: string): Ipv4Cidr | string {
    const match = CIDR.exec(text);
    const [a, b, c, d, prefixLength] = (match?.slice(1) ?? []).map(Number);
    if (!match || [a, b, c, d].some((octet) => octet > 255) || prefixLength > 32) {
      return `"${text}" is not an IPv4 range; use one such as 10.0.0.0/24`;
    }
    const address = ((a * 256 + b) * 256 + c) * 256 + d;
    const block = Ipv4Cidr.containing(address, prefixLength);
    return block.base === address ? block : `"${text}" has host bits set; use ${block}`;
  }

  /** The block of the given length in which an address lies. */
  public static containing(address: number, prefixLength: number): Ipv4Cidr {
    const size = 2 ** (32 - prefixLength);
    return new Ipv4Cidr(Math.floor(address / size) * size, prefixLength);
  }

  private constructor(
    public readonly base: number,
    public readonly prefixLength: number,
  ) {}

  /** Number of addresses in the block. */
  public get size(): number {
    return 2 ** (32 - this.prefixLength);
  }

  /** The first address after the block. */
  public get end(): number {
    return this.base + this.size;
  }

  public contains(other: Ipv4Cidr): boolean {
    return this.base <= other.base && other.end <= this.end;
  }

  public overlaps(other: Ipv4Cidr): boolean {
    return this.base < other.end && other.base < this.end;
  }

  public toString(): string {
    const octets = [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(this.base / unit) % 256);
    return `${octets.join('.')}/${this.prefixLength}`;
  }
}
