import { IConstruct } from 'constructs';

/** Names that are newer than this library, which the construct context lists under a key. */
export function namesInContext({ node }: IConstruct, key: string): string[] {
  const given: unknown = node.tryGetContext(key);
  return Array.isArray(given) ? given.map(String) : [];
}
