import { bodyOfBlock, IBody } from './body';
import { IReferenceSource, ModelValue } from './model-value';

/** A block of a resource, or the resource itself. */
export class ModelBlock<T> {
  private readonly values = new Map<string, ModelValue<T>>();
  private nested?: Map<string, ModelBlock<T>[] | undefined>;

  public constructor(
    private readonly body: IBody,
    protected readonly source: IReferenceSource<T>,
  ) {}

  /**
   * Returns the value of an attribute; in a block within this one by a path such as
   * `site_config.vnet_route_all_enabled`, where the first of several blocks counts.
   */
  public at(path: string): ModelValue<T> {
    const known = this.values.get(path);
    if (known) return known;
    const value = this.read(path);
    this.values.set(path, value);
    return value;
  }

  /** The blocks of a name; none where it is not given, `undefined` where only Terraform will know how many. */
  public blocks(name: string): ModelBlock<T>[] | undefined {
    this.nested ??= new Map();
    if (!this.nested.has(name)) this.nested.set(name, this.blocksOf(name));
    return this.nested.get(name);
  }

  /** Reports whether anything was asked about an attribute, or about the blocks of a name. */
  public wasAsked(name: string): boolean {
    if (this.values.has(name)) return true;
    // Whether blocks are dynamic is asked with each name of blocks.
    return this.nested !== undefined && (name === 'dynamic' || this.nested.has(name));
  }

  protected isGiven(name: string): boolean {
    return this.body.get(name) !== undefined;
  }

  private blocksOf(name: string): ModelBlock<T>[] | undefined {
    const given = this.body.get(name);
    const dynamic = this.body.get('dynamic');
    const elements: unknown[] = Array.isArray(given) ? given : [given];
    if (elements.some((element) => typeof element === 'string') || (isObject(dynamic) && name in dynamic)) {
      return undefined;
    }
    return elements.filter(isObject).map((body) => new ModelBlock(bodyOfBlock(body), this.source));
  }

  private read(path: string): ModelValue<T> {
    const dot = path.indexOf('.');
    if (dot < 0) return this.source.value(this.body.get(path));
    const name = path.slice(0, dot);
    const blocks = this.blocks(name);
    if (blocks) return blocks[0]?.at(path.slice(dot + 1)) ?? this.source.value(undefined);
    return this.source.value('${dynamic}');
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
