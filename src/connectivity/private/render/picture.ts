import { Verdict } from '../../verdict';

/** Kind of a frame. */
export type FrameKind = 'outside' | 'network' | 'subnet' | 'azure';

/** Kind of a box. */
export type BoxKind = 'origin' | 'app' | 'endpoint' | 'service' | 'nothing';

/** A box. */
export interface PictureBox {
  readonly id: string;
  readonly kind: BoxKind;
  /** Kind in words, such as `private endpoint`. */
  readonly caption: string;
  /** Short name. */
  readonly title: string;
  /** Further lines, such as the apps of a subnet. */
  readonly details: readonly string[];
  /** Path or id in full. */
  readonly key: string;
}

/** A frame around boxes and other frames. */
export interface PictureFrame {
  readonly id: string;
  readonly kind: FrameKind;
  readonly title: string;
  readonly note: string;
  readonly frames: PictureFrame[];
  readonly boxes: PictureBox[];
}

/** An arrow for all paths with the same ends, way and verdict. */
export interface PictureArrow {
  readonly id: string;
  /** Ids of boxes. */
  readonly from: string;
  readonly to: string;
  readonly verdict: Verdict;
  /** Indexes of the data's paths; those of the label come first. */
  readonly paths: readonly number[];
  /** The label; on the way from an endpoint to its service without what the arrows to the endpoint have shown. */
  readonly requestTypes: readonly string[];
}

/** Boxes, frames and arrows, before anything is laid out. */
export interface Picture {
  readonly frames: readonly PictureFrame[];
  readonly arrows: readonly PictureArrow[];
}

/** A frame with all frames inside of it, outer ones first. */
export function framesIn(frame: PictureFrame): PictureFrame[] {
  return [frame, ...frame.frames.flatMap(framesIn)];
}

/** The boxes of a frame and of all frames inside of it. */
export function boxesIn(frame: PictureFrame): PictureBox[] {
  return framesIn(frame).flatMap(({ boxes }) => boxes);
}
