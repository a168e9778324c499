import { App, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { findingKey } from './acknowledgement-book';
import { hasAcknowledgements, ScopedAcknowledgement } from './acknowledgements';
import { attachmentsOf, checkOptions, formatsOf } from './attachments';
import { constructAt, stackAbove, stacksWithin } from './constructs';
import { Evaluation, sentence } from './evaluation';
import { stopsRefusedPath } from './path-causes';
import { writeReports } from './report-files';
import { evaluateScope } from './scope-evaluation';
import { Attachment } from './settings';
import { oneLine } from '../../core/internal/one-line';
import { registry } from '../../core/internal/registry';
import { Violations } from '../../core/internal/violations';
import { hasAspects } from '../../engine/synth-run';
import { validateAlways } from '../../engine/synth-validation';
import { warn, warnOnce } from '../../engine/warn';
import { ConstructModel } from '../../model/construct-model';
import { sharedModel, shareModel } from '../../model/synth-model';
import { AcknowledgementState } from '../acknowledgement-status';
import { ComplianceFinding } from '../compliance-finding';
import { ComplianceStatus } from '../compliance-status';
import { Severity } from '../severity';

const HELD = 'stacks held to the security baseline';
const JUDGED = 'stacks judged in this run of synth';

/** Holds a construct and all below it to rules whenever cdktf synthesizes. */
export function attach(scope: IConstruct, attachment: Attachment): void {
  checkOptions(scope, attachment.options);
  const own = stackAbove(scope);
  const stacks = [...(own ? [own] : []), ...stacksWithin(scope)];
  if (stacks.length === 0) refuseSkippedValidation(scope);
  attachmentsOf(scope).set(scope.node.path, attachment);
  stacks.forEach(hold);
  const held = registry<boolean>(scope, HELD);
  const { root } = scope.node;
  if (held.has('')) return;
  held.set('', true);
  root.node.addValidation({ validate: () => (held.size > 1 ? [] : judgeTree(root, root)) });
}

/** Nothing of cdktf would run that could look for stacks which are still to come. */
function refuseSkippedValidation(scope: IConstruct): void {
  const { root } = scope.node;
  if (!App.isApp(root) || !root.skipValidation) return;
  new Violations(scope).refuse(
    'compliance/no-stack',
    'the app has skipValidation and there is no stack here yet, so stacks that are defined later would not be judged; attach the baseline after the first stack is defined',
  );
}

function hold(stack: TerraformStack): void {
  const held = registry<boolean>(stack, HELD);
  if (held.has(stack.node.path)) return;
  held.set(stack.node.path, true);
  shareModel(stack);
  validateAlways(stack, (pathsAreChecked) => judgeStack(stack, pathsAreChecked));
}

/**
 * Problems of a stack; at the last one, with the whole tree, where that may show more than its stacks did: then all
 * aspects have run, so that what a stack does to another is seen, and acknowledgements that nothing needs are known.
 *
 * @param pathsAreChecked whether the checks of private paths run too, and report what stops a path
 */
function judgeStack(stack: TerraformStack, pathsAreChecked = true): string[] {
  const { root } = stack.node;
  const { stacks } = modelFor(stack);
  // One of what is held is the app.
  if (registry<boolean>(root, HELD).size <= stacks.length) stacks.forEach(hold);
  const judged = registry<boolean>(root, JUDGED);
  judged.set(stack.node.path, true);
  if (stack !== stacks[stacks.length - 1]) return judgeTree(stack, stack, pathsAreChecked);
  const isComplete = judged.size === stacks.length;
  judged.clear();
  return judgeTree(isComplete && !needsWholeTree(stack) ? stack : root, stack, pathsAreChecked);
}

function needsWholeTree(stack: TerraformStack): boolean {
  return formatsOf(stack).length > 0 || hasAcknowledgements(stack) || hasAspects(stack);
}

function judgeTree(scope: IConstruct, current: IConstruct, pathsAreChecked = true): string[] {
  const model = modelFor(current);
  const evaluation = evaluateScope(scope, model);
  const { root } = scope.node;
  const found = evaluation.judgements.filter(({ effect }) => effect === Severity.ERROR).map(({ finding }) => finding);
  // The answer needs every path of the tree, so it is asked for only where a rule fails.
  const isReported = pathsAreChecked && found.length > 0 ? stopsRefusedPath(root, model) : () => false;
  const errors = found
    .filter((finding) => !isReported(finding))
    .map((finding) => `${oneLine(finding.path)}: ${messageOf(finding)}`);
  warnOfFindings(evaluation, current);
  // After errors cdktf stops, so that this is the only chance to tell all of them.
  if (scope === root) writeReports(root, evaluation);
  else if (errors.length > 0) writeReports(root, evaluateScope(root, model));
  return errors;
}

function modelFor(current: IConstruct) {
  return TerraformStack.isStack(current) ? sharedModel(current) : ConstructModel.of(current);
}

function warnOfFindings(
  { judgements, acknowledgements }: Evaluation<ScopedAcknowledgement>,
  current: IConstruct,
): void {
  for (const judgement of judgements) {
    if (judgement.effect === Severity.WARNING) {
      warnOnce(constructAt(current.node.root, judgement.path), messageOf(judgement.finding));
    }
  }
  for (const { entry, status } of acknowledgements) {
    if (status.state !== AcknowledgementState.UNUSED) continue;
    const message = `nothing at or below ${status.path || 'the app'} violates ${status.rule}; remove the acknowledgement`;
    // cdktf shows no warnings of the app.
    warn(stackAbove(entry.scope) ? entry.scope : current, 'compliance/unused-acknowledgement', message);
  }
}

/** Message of an error or a warning on a finding. */
function messageOf({ rule, id, status, reason, fix }: ComplianceFinding): string {
  const key = `[${findingKey(rule, id)}]`;
  const text = status === ComplianceStatus.UNKNOWN ? `Not known at synth: ${reason}` : `${reason} ${sentence(fix)}`;
  return oneLine(`${key} ${text}`);
}
