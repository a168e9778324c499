import table from './cited.json';
import { controlIds } from './evaluation';
import { Rule } from './rule';

/** Name of a policy or a check by its owner. */
export interface Citation {
  readonly name: string;
  /** Of a policy; checks of Checkov have none. */
  readonly version?: string;
}

/** Content that was read of a public repository, and the day. */
export interface CitedSource {
  /** Owner and name on GitHub. */
  readonly repository: string;
  /** The commit that it was read from. */
  readonly commit: string;
  /** Day of that commit. */
  readonly committed: string;
  /** Day that it was read. */
  readonly read: string;
  readonly entries: Readonly<Record<string, Citation>>;
}

/** By the kind of controls of a rule. */
export type Citations = Readonly<Record<'policies' | 'checkov', CitedSource>>;

/**
 * Citations of the rules and policies of this library; `npm run citations` compares it with its sources, and writes it.
 */
export const CITATIONS: Citations = table;

/** Citations of a rule that are known by name, in the order of its controls. */
export function citedBy({ controls }: Rule, citations: Citations = CITATIONS): (Citation & { readonly id: string })[] {
  const known = { ...citations.policies.entries, ...citations.checkov.entries };
  return controlIds(controls).flatMap((id) => (known[id] ? [{ id, ...known[id] }] : []));
}

/** A built-in definition of Azure Policy, by what Azure calls it. */
export interface NamedPolicy {
  readonly id: string;
  /** The id where the name is not known. */
  readonly name: string;
  readonly version?: string;
  /** Address in the Azure portal. */
  readonly link: string;
}

/** Name of a policy in Azure, and its address in the portal. */
export function policyOf(id: string, citations: Citations = CITATIONS): NamedPolicy {
  const { name = id, version } = citations.policies.entries[id] ?? {};
  const definition = encodeURIComponent(`/providers/Microsoft.Authorization/policyDefinitions/${id}`);
  const link = `https://portal.azure.com/#blade/Microsoft_Azure_Policy/PolicyDetailBlade/definitionId/${definition}`;
  return { id, name, version, link };
}
