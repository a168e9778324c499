import { App } from 'cdktf';
import { IConstruct } from 'constructs';
import { acknowledgementsOf, ScopedAcknowledgement } from './acknowledgements';
import { attachmentsOf } from './attachments';
import { Evaluation, evaluate } from './evaluation';
import { ownRule } from './own/own-rule';
import { within } from './paths';
import { Attachment, SettingsLookup } from './settings';
import { ModelResource } from '../../model/model-resource';
import { TerraformModel } from '../../model/terraform-model';

/**
 * Judges each resource at and below a construct once, by what the nearest attachment asks.
 *
 * @param asked counts for `scope` before what is attached to it
 */
export function evaluateScope(
  scope: IConstruct,
  model: TerraformModel,
  asked?: Attachment,
): Evaluation<ScopedAcknowledgement> {
  const { path, root } = scope.node;
  const attachments = attachmentsOf(scope);
  const fileName = App.isApp(root) && root.hclOutput ? 'cdk.tf' : 'cdk.tf.json';
  return evaluate(model, {
    isJudged: within(path),
    settings: new SettingsLookup(attachments, asked, path),
    book: acknowledgementsOf(scope),
    fileOf: ({ place }: ModelResource) => `stacks/${place.stack.split('/').pop()}/${fileName}`,
    rules: () =>
      [...attachments.values(), ...(asked ? [asked] : [])].flatMap(({ rules, options }) => [
        rules,
        (options.rules ?? []).map(ownRule),
      ]),
  });
}
