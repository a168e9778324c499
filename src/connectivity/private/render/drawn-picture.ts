import { Size } from './rectangle';
import { Markup } from '../../../page/markup';

/** A line of a picture, for the rules by which pointing at it shows reasons. */
export interface DrawnArrow {
  /** Id in the page. */
  readonly id: string;
  /** Indexes of the data's paths that take this line. */
  readonly paths: readonly number[];
}

/** A picture as it stands in a page. */
export interface DrawnPicture extends Size {
  /** `picture-1` and so on, in the order of the services, and `overview`. */
  readonly id: string;
  /** Name of the service in Azure, or `Overview`. */
  readonly title: string;
  /** Key of the service in the data; absent for the overview. */
  readonly service?: string;
  /** The picture for windows of 900 pixels and more: an `svg` of the class `wide`. Only its links have the ids `pN`. */
  readonly svg: Markup;
  /** The same below 900 pixels: an `svg` of the class `narrow`, whose links have no ids. */
  readonly narrowSvg: Markup;
  readonly arrows: readonly DrawnArrow[];
}
