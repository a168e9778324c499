import { TerraformStack } from 'cdktf';
import { Estate, OriginOf, originsOf, REQUEST_TYPES, RequestTypeName } from './estate';
import { WrittenPlan } from './files/to-plan';
import { contradictions } from './rules';
import { follow, followUpstream, Outcome, verdictOf } from './walker';
import { Seen } from './worlds';
import { judgeModel } from '../../../src/compliance/internal/baseline';
import { ConnectivityPath, ConnectivityReport, Origin, Verdict } from '../../../src/connectivity';
import { analysisOf } from '../../../src/connectivity/internal/analysis';
import { TerraformModel } from '../../../src/model/terraform-model';
import { RequestType } from '../../../src/signalr';

/** What files say of one question. */
export interface FileComparison {
  readonly origin: OriginOf | { readonly kind: 'service' };
  readonly type: RequestTypeName | 'Upstream';
  readonly oracle: Seen<Outcome>;
  /** Verdict of the construct tree. */
  readonly tree?: Verdict;
  readonly file?: ConnectivityPath;
  /** Why the file is wrong; `undefined` where it is right. */
  readonly fault?: string;
}

/** An estate in which variables and subscriptions have turned out, and of servers only the addresses are left. */
export function settled(estate: Estate, isOn: boolean, known: Partial<Estate['known']>): Estate {
  const addresses = new Map(
    estate.resolvers.flatMap(({ inbound }) => inbound.map(({ key, address }) => [key, address])),
  );
  const text = JSON.stringify(estate)
    .replace(/\{"(?:countOf|forEachOf)":"\w+"\}/g, `{"count":${Number(isOn)}}`)
    .replace(/\{"inbound":"(\w+)"\}/g, (_, key: string) => `"${addresses.get(key)}"`);
  const copy = JSON.parse(text) as Estate;
  return { ...copy, known: { ...copy.known, ...known } };
}

/**
 * Every question that an estate raises, with what the tree, a file and the oracle say.
 *
 * @param hidden what a plan leaves out; nothing of a state, which has to decide whatever the oracle decides
 */
export function compareFile(
  estate: Estate,
  stack: TerraformStack,
  model: TerraformModel,
  hidden?: WrittenPlan['hidden'],
): FileComparison[] {
  const report = ConnectivityReport.of(stack);
  const analysis = analysisOf(model);
  const data = analysis.report(analysis.services.all);
  const pathOf = (key: string) => model.all.find(({ place }) => keyIn(place.address) === key)?.path;
  const chat = pathOf(estate.service.key);
  const hiddenFor = (origin: OriginOf) =>
    (hidden ?? []).filter(({ resource, attribute }) =>
      attribute === 'app_settings' ? 'key' in origin && resource.key === origin.key : true,
    );
  const isUpstream = ({ requestType }: ConnectivityPath) => requestType === 'Upstream';
  const upstream = () => {
    const oracle = followUpstream(estate);
    const tree = report.data.paths.find(isUpstream)?.verdict;
    const file = data.paths.find(isUpstream);
    const isHidden = (hidden ?? []).some(({ resource }) => resource.key === estate.service.key);
    const fault = faultOf(oracle, tree, file, hidden !== undefined, isHidden);
    return { origin: { kind: 'service' }, type: 'Upstream', oracle, tree, file, fault } as const;
  };
  const requests = originsOf(estate).flatMap((origin) => {
    if (origin.kind === 'endpoint' && !isThere(estate, origin.key)) return [];
    const path = 'key' in origin ? pathOf(origin.key) : 'internet';
    const place = data.origins.find(({ id, hosts }) => path !== undefined && [id, ...hosts].includes(path));
    return REQUEST_TYPES.map((type): FileComparison => {
      const oracle = follow(estate, origin, type);
      const tree = treeVerdict(report, stack, estate, origin, type);
      const file = data.paths.find(
        (each) => each.service === chat && each.origin === place?.id && each.requestType === (type as string),
      );
      const isHidden = hiddenFor(origin).length > 0;
      return { origin, type, oracle, tree, file, fault: faultOf(oracle, tree, file, hidden !== undefined, isHidden) };
    });
  });
  return estate.service.upstream ? [...requests, upstream()] : requests;
}

/** What rules say of a file against what the oracle proves, by the names that a tree has. */
export function contradictionsOf(estate: Estate, model: TerraformModel): string[] {
  const named = (text: string) => text.replace(ADDRESS, 'Prod/$1');
  const findings = judgeModel(model, { fileOf: () => '' }).findings.map((finding) => ({
    ...finding,
    path: named(finding.path),
    id: finding.id === undefined ? undefined : named(finding.id),
  }));
  return contradictions(estate, findings);
}

/** A resource, in a module or not, with the key of its instance. */
const ADDRESS = /(?:file-\d\/)?(?:module\.\w+\.)?azurerm_\w+\.(\w+)(?:\[[^\]]*\])?/g;

/** One comparison in a line. */
export function lineOf({ origin, type, oracle, tree, file, fault }: FileComparison): string {
  const from = 'key' in origin ? origin.key : origin.kind;
  const [first] = oracle.results;
  const said = file ? `${file.verdict} (${file.code}: ${file.reason})` : 'nothing';
  const proof = `${verdictOf(oracle) ?? 'open'} (${first?.stage}: ${first?.reason})`;
  return `${fault}: ${type} from ${from}: file ${said}, tree ${tree ?? 'nothing'}, oracle ${proof}`;
}

function faultOf(
  oracle: Seen<Outcome>,
  tree: Verdict | undefined,
  file: ConnectivityPath | undefined,
  isPlan: boolean,
  isHidden: boolean,
): string | undefined {
  // Azure would refuse the estate.
  if (oracle.results.length === 0) return undefined;
  if (!file) return 'not asked';
  if (file.verdict !== Verdict.UNKNOWN) {
    return file.verdict.toString() === verdictOf(oracle) ? undefined : 'wrong';
  }
  if (tree !== undefined && tree !== Verdict.UNKNOWN) return isHidden ? undefined : 'less than the tree';
  const isDecided = verdictOf(oracle) !== undefined && oracle.untold.length === 0 && oracle.subtle.length === 0;
  return isDecided && !isPlan ? 'unknown though decided' : undefined;
}

function treeVerdict(
  report: ConnectivityReport,
  stack: TerraformStack,
  estate: Estate,
  origin: OriginOf,
  type: RequestTypeName,
): Verdict | undefined {
  const place = origin.kind === 'internet' ? Origin.internet() : Origin.of(stack.node.findChild(origin.key));
  try {
    return report.path(place, stack.node.findChild(estate.service.key), type as RequestType).verdict;
  } catch {
    return undefined;
  }
}

function isThere({ endpoints }: Estate, key: string): boolean {
  const { repeat } = endpoints.find((endpoint) => endpoint.key === key)!;
  return !(repeat && 'count' in repeat && repeat.count === 0);
}

/** Terraform's name of a resource in an address. */
function keyIn(address: string): string | undefined {
  return /(?:^|\.)azurerm_\w+\.(\w+)(?:\[|$)/.exec(address)?.[1];
}
