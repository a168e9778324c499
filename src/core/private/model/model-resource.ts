import { IConstruct } from 'constructs';
import { Body } from './body';
import { ModelBlock } from './model-block';
import { IReferenceSource } from './model-value';

/** What a construct adds to a stack. */
export enum ElementKind {
  RESOURCE = 'resource',
  DATA_SOURCE = 'data',
  OUTPUT = 'output',
  BACKEND = 'backend',
}

/** Where a resource stands. */
export interface Place {
  readonly kind: ElementKind;
  /** Type in Terraform, such as `azurerm_subnet`; `output` for outputs, `backend` for where a stack keeps its state. */
  readonly type: string;
  /** `TYPE.ID` or `data.TYPE.ID` within its stack; `terraform.backend` for its backend. */
  readonly address: string;
  /** Path of its stack. */
  readonly stack: string;
}

/** A resource, data source, output or backend as it will stand in the JSON, overrides included; whoever defined it. */
export class ModelResource extends ModelBlock<ModelResource> {
  public constructor(
    /** The construct that defines it. */
    public readonly construct: IConstruct,
    /** Where it stands. */
    public readonly place: Place,
    body: Body,
    source: IReferenceSource<ModelResource>,
  ) {
    super(body, source);
  }

  /** Type in Terraform, such as `azurerm_subnet`. */
  public get type(): string {
    return this.place.type;
  }

  /** Path of the construct. */
  public get path(): string {
    return this.construct.node.path;
  }

  /** Whether Terraform creates it, rather than looks it up. */
  public get isManaged(): boolean {
    return this.place.kind === ElementKind.RESOURCE;
  }

  /** Name in Azure, where it is known. */
  public get name(): string | undefined {
    return this.at('name').knownText;
  }

  /** Name of its resource group, where it is known. */
  public get group(): string | undefined {
    return this.at('resource_group_name').knownText;
  }
}
