import { ref, TerraformStack, Token } from 'cdktf';

/** Common parts of cdktf's resources and data sources, with what it keeps of their address. */
interface Addressed {
  readonly terraformResourceType: string;
  readonly cdktfStack: TerraformStack;
  readonly friendlyUniqueId: string;
  readonly forEach?: unknown;
  _friendlyUniqueId?: string;
  _movedById?: { to: string; from: string };
  overrideLogicalId(id: string): void;
  resetOverrideLogicalId(): void;
}

/**
 * Lets `overrideLogicalId` of a resource or data source also change the references that were read before. cdktf keeps
 * the address as it was when an attribute was first read, and ignores overrides from then on; the constructs here read
 * attributes in their constructors.
 */
export function nameLate(element: object, isData: boolean): void {
  const named = element as Addressed;
  const { overrideLogicalId, resetOverrideLogicalId } = named;
  const address = () => `${isData ? 'data.' : ''}${named.terraformResourceType}.${named.friendlyUniqueId}`;
  let fqn: string | undefined;
  Object.defineProperties(element, {
    fqn: { get: () => (fqn ??= Token.asString(lateReference(named, address))) },
    interpolationForAttribute: {
      value: (attribute: string) => {
        const path = `${named.forEach ? '.*' : ''}.${attribute}`;
        return lateReference(named, () => `${address()}${path}`);
      },
    },
    overrideLogicalId: { value: (id: string) => rename(named, address, () => overrideLogicalId.call(named, id)) },
    resetOverrideLogicalId: { value: () => rename(named, address, () => resetOverrideLogicalId.call(named)) },
  });
}

function lateReference({ cdktfStack }: Addressed, identifier: () => string) {
  return Object.defineProperty(ref('', cdktfStack), 'identifier', { get: identifier });
}

function rename(named: Addressed, address: () => string, change: () => void): void {
  const before = address();
  change();
  named._friendlyUniqueId = undefined;
  if (named._movedById?.to === before) named._movedById.to = address();
}
