import { IConstruct } from 'constructs';
import { PathCheck } from '../../connectivity/internal/path-check';
import { ConstructModel } from '../../model/construct-model';
import { ComplianceFinding } from '../compliance-finding';

/** The rules that find what also stops a path, with the code of that path. */
const CODES: Readonly<Record<string, string>> = {
  APP1: 'network/no-subnet',
  DNS2: 'dns/not-linked',
  NAC5: 'nac/server-unreachable',
  PE1: 'nac/server-unreachable',
};

/**
 * Reports whether a finding is the cause of a path that a check rejects. Synth reports such a cause once, as the path,
 * which
 * says what does not work; the compliance report has both.
 */
export function stopsRefusedPath(root: IConstruct, model: ConstructModel): (finding: ComplianceFinding) => boolean {
  let refusals: ReturnType<typeof PathCheck.refusals> | undefined;
  return ({ rule, path, id }) => {
    const code = CODES[rule];
    if (!code) return false;
    refusals ??= PathCheck.refusals(root, model);
    // The id of a finding may name another resource, as in `Network::Prod/Chat/VirtualNetwork/Resource`.
    const other = id?.split('::')[1];
    const keys = other?.includes('/') ? [path, other] : [path];
    return refusals.some((refusal) => refusal.code === code && keys.every((key) => refusal.resources.has(key)));
  };
}
