import { AnnotationMetadataEntryType, Annotations } from 'cdktf';
import { IConstruct } from 'constructs';

/** Warns of something at a construct, unless it bears this warning already: a stack may be validated more than once. */
export function warnOnce(construct: IConstruct, message: string): void {
  const isThere = construct.node.metadata.some(
    ({ type, data }) => type === AnnotationMetadataEntryType.WARN && data === message,
  );
  if (!isThere) Annotations.of(construct).addWarning(message);
}
