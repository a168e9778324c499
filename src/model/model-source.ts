import { IElementBody } from './body';

/** Kinds of elements of a configuration. */
export enum ElementKind {
  RESOURCE = 'resource',
  DATA_SOURCE = 'data',
  OUTPUT = 'output',
  BACKEND = 'backend',
  PROVIDER = 'provider',
}

/** Place of an element. */
export interface Place {
  readonly kind: ElementKind;
  /** Type in Terraform, such as `azurerm_subnet`; `output` for outputs, `backend` for where a state is kept. */
  readonly type: string;
  /** `TYPE.ID` or `data.TYPE.ID`; `terraform.backend`; `azurerm` or `azurerm.ALIAS` for a provider. */
  readonly address: string;
  /** Path of the part, such as a stack, within which addresses are unique. */
  readonly stack: string;
}

/** One resource, data source, output, backend or provider of a configuration, as Terraform will read it. */
export interface IModelElement {
  readonly place: Place;
  /** Path by which reports and messages name it. */
  readonly path: string;
  /** Label where Azure's name is not known. */
  readonly label: string;
  readonly body: IElementBody;
}

/** Source of a configuration's elements: constructs, a plan or a state. */
export interface IModelSource {
  /** All elements, in the order of their definition. */
  readonly elements: readonly IModelElement[];
}
