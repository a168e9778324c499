import { Estate } from '../../src/check/private/reading/estate';
import { judgeModel } from '../../src/compliance/internal/baseline';
import { TerraformModel } from '../../src/model/terraform-model';
import { newApp } from '../support/app';
import { synth } from '../support/synth';
import { estateOfJson, terraformJson } from '../support/terraform-files';

const ASSIGNMENT = 'azurerm_role_assignment';
const SERVICE = 'azurerm_signalr_service.Chat_SignalR_6DF1DBFB';
const APP_SERVER = 'providers/Microsoft.Authorization/roleDefinitions/420fcaa2-552c-430f-98ca-3264be4806c7';
const LISTED = 'lists the role for another team, which may have assigned it or not.';

/** What IAM1 says of the one app. */
function verdictOn(model: TerraformModel): string[] {
  const { findings } = judgeModel(model, { today: '2026-01-01', fileOf: () => '' });
  return findings.filter(({ rule }) => rule === 'IAM1').map(({ status, reason }) => `${status}: ${reason}`);
}

const isOther = ({ type }: { type: string }) => type !== ASSIGNMENT;

/** The plan of the quick start without its assignment, with an output as Terraform writes it. */
function planWith(expression: object): object {
  const plan = terraformJson('quick-start/plan.json');
  const { planned_values: planned, configuration } = plan;
  planned.root_module.resources = planned.root_module.resources.filter(isOther);
  plan.resource_changes = plan.resource_changes.filter(isOther);
  configuration.root_module.resources = configuration.root_module.resources.filter(isOther);
  planned.outputs['Chat-expected-roles'] = { sensitive: false };
  configuration.root_module.outputs['Chat-expected-roles'] = { expression };
  return plan;
}

describe('roles that another team is to assign', () => {
  test('are read in a synthesized folder', () => {
    const { stack } = newApp({ roleAssignments: false });
    const text = JSON.stringify(synth(stack));
    const { after } = Estate.of([{ name: 'cdktf.out/stacks/prod/cdk.tf.json', text }]);
    expect(verdictOn(after)).toEqual([expect.stringMatching(/^unknown: .*Chat-expected-roles lists the role/)]);
  });

  test('may be any in a plan that shows no list', () => {
    const expression = { references: [`${SERVICE}.id`, SERVICE] };
    expect(verdictOn(estateOfJson(planWith(expression)).after)).toEqual([
      'unknown: which roles output.Chat-expected-roles lists for another team is only known when Terraform runs.',
    ]);
  });

  test('are read in a state', () => {
    const state = terraformJson('quick-start/state.json');
    const { resources } = state.values.root_module;
    const { values } = resources.find((each: { type: string }) => !isOther(each));
    const { scope, principal_id, principal_type } = values;
    const subscription = scope.split('/').slice(0, 3).join('/');
    state.values.root_module.resources = resources.filter(isOther);
    state.values.outputs['Chat-expected-roles'] = {
      sensitive: false,
      value: [{ role_definition_id: `${subscription}/${APP_SERVER}`, scope, principal_id, principal_type }],
    };
    expect(verdictOn(estateOfJson(state).after)).toEqual([`unknown: output.Chat-expected-roles ${LISTED}`]);
  });
});
