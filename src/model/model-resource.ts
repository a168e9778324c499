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

/** The arguments by which Terraform repeats a resource, or leaves it out. */
const REPETITION = ['count', 'for_each'];

const GROUP_IN_ID = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/${}]+)\//i;

/** Where a resource stands. */
export interface Place {
  readonly kind: ElementKind;
  /** Type in Terraform, such as `azurerm_subnet`; `output` for outputs, `backend` for where a stack keeps its state. */
  readonly type: string;
  /** `TYPE.ID` or `data.TYPE.ID` within its stack; `terraform.backend` for its backend. */
  readonly address: string;
  /** Path of its stack. */
  readonly stack: string;
  /** Whether no construct defines it, but an override of the stack. */
  readonly isOverride?: boolean;
}

/** A resource, data source, output or backend as it will stand in the JSON, overrides included; whoever defined it. */
export class ModelResource extends ModelBlock<ModelResource> {
  /** Path of the construct; what only an override of the stack defines has its address below the path of the stack. */
  public readonly path: string;

  private given?: string[];

  public constructor(
    /** The construct that defines it, or the stack. */
    public readonly construct: IConstruct,
    /** Where it stands. */
    public readonly place: Place,
    private readonly ownBody: Body,
    source: IReferenceSource<ModelResource>,
  ) {
    super(ownBody, source);
    const { path } = construct.node;
    this.path = place.isOverride ? `${path}/${place.address}` : path;
  }

  /** Names of all attributes and blocks that are given. */
  public get names(): string[] {
    return (this.given ??= this.ownBody.names);
  }

  /** Type in Terraform, such as `azurerm_subnet`. */
  public get type(): string {
    return this.place.type;
  }

  /** Whether Terraform creates it, rather than looks it up. */
  public get isManaged(): boolean {
    return this.place.kind === ElementKind.RESOURCE;
  }

  /** Whether it is told to be there not even once. */
  public get isOmitted(): boolean {
    if (!this.hasRepetition) return false;
    return this.at('count').is(0) || (!this.at('for_each').isAbsent && this.at('for_each').entries?.length === 0);
  }

  /** Whether it may be there several times, or not at all: Terraform repeats it, or leaves it out, as values tell. */
  public get isRepeated(): boolean {
    if (!this.hasRepetition) return false;
    return (!this.at('count').isAbsent && !this.at('count').is(1)) || !this.at('for_each').isAbsent;
  }

  /** Also what tells how often it is there is asked of each resource. */
  public wasAsked(name: string): boolean {
    return this.given !== undefined || REPETITION.includes(name) || super.wasAsked(name);
  }

  /** Name in Azure, where it is known. */
  public get name(): string | undefined {
    return this.at('name').knownText;
  }

  /** Name of its resource group, where it is known. */
  public get group(): string | undefined {
    return this.at('resource_group_name').knownText ?? this.groupOfZone;
  }

  /** Whether anything is given that may repeat it, which is asked most often, and is so for almost none. */
  private get hasRepetition(): boolean {
    return REPETITION.some((name) => this.isGiven(name));
  }

  /** azurerm 5 tells where a link or record of a private DNS zone lies by the id of the zone. */
  private get groupOfZone(): string | undefined {
    const zone = this.at('private_dns_zone_id');
    return zone.resource?.group ?? GROUP_IN_ID.exec(zone.text)?.[1];
  }
}
