import { Answer } from './answer';
import { givenAt } from './private/own/given';
import { Reading } from './private/own/reading';
import { ResourceValue } from './resource-value';
import { checkInput } from '../core/internal/input/check-input';
import { ModelResource } from '../model/model-resource';

/** A resource as Terraform will read it, overrides included, from a construct or written by hand. */
export class JudgedResource {
  /** @internal */
  public static _of(
    resource: ModelResource,
    reading: Reading,
    suffix: string = ` of ${resource.path}`,
  ): JudgedResource {
    return new JudgedResource(resource, reading, suffix);
  }

  private constructor(
    private readonly resource: ModelResource,
    private readonly reading: Reading,
    private readonly suffix: string,
  ) {}

  /** Path by which reports name it; that of its construct. */
  public get path(): string {
    return this.resource.path;
  }

  /** Type in Terraform, such as `azurerm_signalr_service`. */
  public get type(): string {
    return this.resource.type;
  }

  /**
   * Name of the resource in messages: its name in Azure, or its name in the configuration where the former is not
   * known.
   */
  public get title(): string {
    return this.resource.name ?? this.resource.label;
  }

  /** Reports whether the resource exists, and once: `count` or `for_each` may be known only when Terraform runs. */
  public get isThere(): Answer {
    return Answer._of(this.resource.presence, this.reading);
  }

  /**
   * Reads the value of an attribute or a block.
   *
   * @param path names as the provider has them, with dots between them, such as `sku.name`; of several blocks of a name the
   * first is meant, and `elements` has all
   */
  public at(path: string): ResourceValue {
    checkInput('compliance.JudgedResource.at', arguments);
    return ResourceValue._of(givenAt(this.resource, path, this.suffix), this.reading);
  }

  /** @internal */
  public get _resource(): ModelResource {
    return this.resource;
  }
}
