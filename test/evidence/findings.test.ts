import { factsIn, packOf } from './support/pack';
import { SecurityProfile } from '../../src/compliance';
import { judgeModel } from '../../src/compliance/internal/baseline';
import { estate } from '../check/support/estates';
import { modelOf } from '../check/support/json-source';

const WHERE = 'azurerm_signalr_service.chat';

/** A report with an acknowledgement that accepts keys, one that nothing needs, and one that has expired. */
function reportOf() {
  const model = modelOf(estate({ localAuth: true }));
  const given = (rule: string, more: object = {}, isCovered = true) => ({
    path: WHERE,
    name: 'accept.yaml:2',
    acknowledgement: { rule, reason: 'The pilot still uses keys.', ...more },
    closeness: ({ path }: { path: string }) => (isCovered && path === WHERE ? 1 : undefined),
  });
  return judgeModel(model, {
    today: '2026-11-30',
    fileOf: () => 'main.tf',
    acknowledgements: [
      given('SIG6'),
      given('SIG2', { owner: 'team-chat', ticket: 'CHAT-17', expires: '2027-01-31' }),
      given('LOG1', { expires: '2026-01-31' }),
    ],
  });
}

describe('acknowledgements.json', () => {
  test('has each acknowledgement with reason and owner, and what it accepts', () => {
    const compliance = reportOf();
    const { acknowledgements, accepted } = factsIn(estate(), 'acknowledgements.json', { compliance });
    expect(acknowledgements).toEqual([
      {
        path: WHERE,
        rule: 'LOG1',
        reason: 'The pilot still uses keys.',
        expires: '2026-01-31',
        state: 'expired',
        findings: 1,
      },
      {
        path: WHERE,
        rule: 'SIG2',
        reason: 'The pilot still uses keys.',
        expires: '2027-01-31',
        ticket: 'CHAT-17',
        owner: 'team-chat',
        state: 'used',
        findings: 1,
      },
      { path: WHERE, rule: 'SIG6', reason: 'The pilot still uses keys.', state: 'unused', findings: 0 },
    ]);
    expect(accepted).toEqual([
      {
        finding: 'SIG2',
        path: WHERE,
        severity: 'error',
        found: 'local_auth_enabled is true.',
        reason: 'The pilot still uses keys.',
        owner: 'team-chat',
        ticket: 'CHAT-17',
        expires: '2027-01-31',
      },
    ]);
  });

  test('is empty where nothing is accepted', () => {
    expect(factsIn(estate(), 'acknowledgements.json')).toEqual({ acknowledgements: [], accepted: [] });
  });
});

describe('controls.json', () => {
  const controlsOf = (more = {}) => factsIn(estate(), 'controls.json', more).controls;
  const found = (controls: any[], control: string, feature: string) =>
    controls.find((each) => each.control === control && each.feature.startsWith(feature));

  test('has each control of the report, and the rules and resources that satisfy it', () => {
    const report = JSON.parse(packOf(estate()).get('compliance.json')!);
    const controls = controlsOf();
    expect(controls.map(({ satisfiedBy, ...control }: any) => control)).toEqual(report.controls);
    expect(found(controls, 'IM-1', 'Local')).toMatchObject({
      outcome: 'satisfied',
      satisfiedBy: [{ rule: 'SIG2', resources: [WHERE] }],
    });
    expect(
      controls.filter(({ outcome, satisfiedBy }: any) => satisfiedBy.length > 0 !== outcome.startsWith('satisfied')),
    ).toEqual([]);
  });

  test('names nothing that satisfies a control which is accepted, violated or not asked for', () => {
    const compliance = reportOf();
    expect(found(controlsOf({ compliance }), 'IM-1', 'Local')).toMatchObject({
      outcome: 'acknowledged',
      satisfiedBy: [],
      decisions: [{ rule: 'SIG2', status: 'acknowledged', resources: [WHERE] }],
    });
    const isolated = judgeModel(modelOf(estate()), { profile: SecurityProfile.ISOLATED, fileOf: () => 'main.tf' });
    expect(found(controlsOf({ compliance: isolated }), 'NS-2', 'Disable')).toMatchObject({
      outcome: 'violated',
      satisfiedBy: [],
    });
  });
});
