import { ResolutionKind, Verdict } from '../../src/connectivity';
import { estateOfFiles, estateOfJson, linesOf, pathsOf, terraformJson } from '../support/terraform-files';

const ENDPOINT = 'module.signalr.azurerm_private_endpoint.this';
const SUBNET = 'module.network.azurerm_subnet.this["app"]';
const WEB = 'module.app["web"].azurerm_linux_web_app.this';
const ADMIN = 'module.app["admin"].azurerm_linux_web_app.this';

describe('the plan that creates an estate of modules', () => {
  const { after, before, notes, missing } = estateOfFiles('hcl-modules/plan.json');

  test('follows ids through modules, variables, outputs and keys', () => {
    expect(linesOf(after)).toEqual([
      'internet | denied | public endpoint | nac/denied',
      `${WEB} | unknown | dns/unknown`,
      `${ENDPOINT} | allowed | ${ENDPOINT} | nac/allowed`,
    ]);
    const link = after.resources('azurerm_private_dns_zone_virtual_network_link')[0].at('virtual_network_id');
    expect(link.json).toBe('${module.network.azurerm_virtual_network.this.id}');
    const groups = after
      .resources('azurerm_subnet_network_security_group_association')
      .map((each) => each.at('subnet_id').json);
    expect(groups).toEqual([
      '${module.network.azurerm_subnet.this["app"].id}',
      '${module.network.azurerm_subnet.this["endpoints"].id}',
    ]);
  });

  test('names the expression that it cannot follow', () => {
    const [path] = pathsOf(after).filter(({ origin }) => origin === WEB);
    expect(path.reason).toContain('module.network.subnet_ids["app"]');
  });

  test('has nothing before, and no notes', () => {
    expect(before!.all).toEqual([]);
    expect(notes).toEqual([]);
    expect(missing).toEqual([]);
  });
});

test('the state after that is decided in full: the app is private, the internet opens no server connection', () => {
  const { after, before } = estateOfFiles('hcl-modules/state.json');
  expect(before).toBeUndefined();
  expect(pathsOf(after).filter(({ verdict }) => verdict === Verdict.UNKNOWN)).toEqual([]);
  expect(linesOf(after)).toEqual([
    'internet | denied | public endpoint | nac/denied',
    `${SUBNET} | allowed | ${ENDPOINT} | nac/allowed`,
    `${ENDPOINT} | allowed | ${ENDPOINT} | nac/allowed`,
  ]);
});

describe('the plan that opens the estate', () => {
  const { after, before } = estateOfFiles('hcl-modules/plan-2.json');

  test('has the state as it was before', () => {
    expect(linesOf(before!)).toEqual(linesOf(estateOfFiles('hcl-modules/state.json').after));
  });

  test('opens ServerConnection to the internet', () => {
    expect(linesOf(after)[0]).toBe('internet | allowed | public endpoint | nac/allowed');
  });

  test('makes the name public for both apps, and denies what the internet may not ask for', () => {
    const paths = pathsOf(after).filter(({ origin }) => origin === SUBNET);
    expect(new Set(paths.map(({ resolution }) => resolution.kind))).toEqual(new Set([ResolutionKind.PUBLIC]));
    expect(paths.map(({ requestType, verdict }) => [requestType, verdict])).toEqual([
      ['ServerConnection', Verdict.ALLOWED],
      ['ClientConnection', Verdict.ALLOWED],
      ['RESTAPI', Verdict.DENIED],
      ['Trace', Verdict.DENIED],
    ]);
  });

  test('says the same as the state after that', () => {
    expect(linesOf(after)).toEqual(linesOf(estateOfFiles('hcl-modules/state-2.json').after));
  });
});

test('an app whose settings nothing decides may ask any DNS server', () => {
  // Without the first app there is no instance whose settings show which keys the expression writes.
  const plan = terraformJson('hcl-modules/plan-2.json');
  plan.resource_changes = plan.resource_changes.filter(({ address }: any) => address !== WEB);
  plan.prior_state.values.root_module.child_modules = plan.prior_state.values.root_module.child_modules.filter(
    ({ address }: any) => !address.includes('web'),
  );
  const { after } = estateOfJson(plan);
  const path = pathsOf(after).find(({ origin, requestType }) => origin === SUBNET && requestType === 'RESTAPI')!;
  expect(path.verdict).toBe(Verdict.UNKNOWN);
  expect(after.resources('azurerm_linux_web_app').map((app) => app.path)).toEqual([ADMIN]);
});
