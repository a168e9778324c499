import { Size } from './rectangle';
import { Markup } from '../../../page/markup';

/** An arrow of a drawn picture. */
export interface DrawnArrow {
  /** Id of its element. */
  readonly id: string;
  /** The paths that it stands for. */
  readonly paths: readonly number[];
}

/** A picture, ready for the page. */
export interface DrawnPicture extends Size {
  /** `picture-1` and so on, or `overview`. */
  readonly id: string;
  /** Name of the service in Azure, or `Overview`. */
  readonly title: string;
  /** Id of the service in the data; absent for the overview. */
  readonly service?: string;
  /** The SVG. In the picture of a service each of its paths is a link `<a class="path" id="pN" href="#path-N">`. */
  readonly svg: Markup;
  /** The same for windows below 900 pixels, with links that have no ids; absent where one SVG is for all. */
  readonly narrowSvg?: Markup;
  /** The arrows of the SVG. */
  readonly arrows: readonly DrawnArrow[];
}
