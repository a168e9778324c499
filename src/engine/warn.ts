import { AnnotationMetadataEntryType, Annotations } from 'cdktf';
import { IConstruct } from 'constructs';
import type { Code } from '../core/internal/codes/codes';
import { withoutPath } from '../core/internal/violations';

/** Warns of something at a construct, unless it bears this warning already: a stack may be validated more than once. */
export function warnOnce(construct: IConstruct, message: string): void {
  const isThere = construct.node.metadata.some(
    ({ type, data }) => type === AnnotationMetadataEntryType.WARN && data === message,
  );
  if (!isThere) Annotations.of(construct).addWarning(message);
}

/** Warns of a problem at a construct, unless it bears this warning already. */
export function warn(construct: IConstruct, code: Code, message: string): void {
  warnOnce(construct, withoutPath({ code, message }));
}
