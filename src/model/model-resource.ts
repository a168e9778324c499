import { IBody } from './body';
import { ModelBlock } from './model-block';
import { Place, ElementKind } from './model-source';
import { IReferenceSource } from './model-value';
import { Certainty } from '../core/internal/certainty';

const GROUP_IN_ID = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/${}]+)\//i;

/** Properties of a resource as a part of a model. */
export interface ModelResourceProps {
  readonly place: Place;
  /** Path by which reports name it, with its key in brackets where it is one of several instances. */
  readonly path: string;
  /** Label where Azure's name is not known. */
  readonly label: string;
  readonly body: IBody;
  /** Names of all attributes and blocks that are given. */
  readonly names: () => string[];
  /** Reports whether the resource exists, exactly once. */
  readonly presence: Certainty;
}

/** A resource, data source, output, backend or provider as Terraform will read it; of several instances each is one. */
export class ModelResource extends ModelBlock<ModelResource> {
  private given?: string[];

  public constructor(
    private readonly props: ModelResourceProps,
    source: IReferenceSource<ModelResource>,
  ) {
    super(props.body, source);
  }

  /** Place of the resource. */
  public get place(): Place {
    return this.props.place;
  }

  /** Path by which reports and messages name it. */
  public get path(): string {
    return this.props.path;
  }

  /** Label where Azure's name is not known. */
  public get label(): string {
    return this.props.label;
  }

  /** Names of all attributes and blocks that are given. */
  public get names(): string[] {
    return (this.given ??= this.props.names());
  }

  /** Type in Terraform, such as `azurerm_subnet`. */
  public get type(): string {
    return this.place.type;
  }

  /** Reports whether Terraform creates it, rather than looks it up. */
  public get isManaged(): boolean {
    return this.place.kind === ElementKind.RESOURCE;
  }

  /**
   * Reports whether the resource exists exactly once: values may decide that it exists several times, or not at all.
   */
  public get presence(): Certainty {
    return this.props.presence;
  }

  /** Reports whether it may be there several times, or not at all. */
  public get isRepeated(): boolean {
    return this.presence.isMaybe;
  }

  public wasAsked(name: string): boolean {
    return this.given !== undefined || super.wasAsked(name);
  }

  /** Name in Azure, where it is known. */
  public get name(): string | undefined {
    return this.at('name').knownText;
  }

  /** Name of its resource group, where it is known. */
  public get group(): string | undefined {
    return this.at('resource_group_name').knownText ?? this.groupOfZone;
  }

  /** azurerm 5 names the zone of a link or record by the zone's id. */
  private get groupOfZone(): string | undefined {
    const zone = this.at('private_dns_zone_id');
    return zone.resource?.group ?? GROUP_IN_ID.exec(zone.text)?.[1];
  }
}
