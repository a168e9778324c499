import { Fn } from 'cdktf';
import { PlanSku } from '../../src/appservice';

/** What a size can do, one letter each: see the test. */
function capabilities(name: string): string {
  const sku = PlanSku.of(name);
  const letters: [string, boolean][] = [
    ['W', sku.hostsWebApps],
    ['L', sku.canStayLoaded],
    ['N', sku.canJoinSubnet],
    ['E', sku.takesPrivateEndpoints],
    ['S', sku.hasSlots],
    ['Z', sku.canBalanceZones],
    ['e', sku.isElastic],
    ['c', sku.isConsumption],
    ['f', sku.isFlex],
  ];
  return letters.map(([letter, has]) => (has ? letter : '-')).join('');
}

describe('PlanSku', () => {
  // Web apps, loaded, network, endpoints, slots, zones; elastic, consumption, flex.
  test.each([
    ['F1', 'W--------'],
    ['D1', 'W--------'],
    ['SHARED', 'W--------'],
    ['B1', 'WLNE-----'],
    ['B3', 'WLNE-----'],
    ['S1', 'WLNES----'],
    ['P1v2', 'WLNESZ---'],
    ['P0v3', 'WLNESZ---'],
    ['P5mv3', 'WLNESZ---'],
    ['P1mv4', 'WLNESZ---'],
    ['I1', 'WL--SZ---'],
    ['I1v2', 'WL-ESZ---'],
    ['I6v2', 'WL-ESZ---'],
    ['I5mv2', 'WL-ESZ---'],
    ['Y1', '----S--c-'],
    ['FC1', '--NE-Z--f'],
    ['EP1', '--NESZe--'],
    ['WS3', '--NESZe--'],
  ])('%s: %s', (name, expected) => {
    expect(capabilities(name)).toBe(expected);
    expect(PlanSku.of(name)._problems()).toEqual([]);
  });

  test.each(['P0V3', 'P1', 'B4', 'P0v2', 'P0mv3', 'I6mv2', 'EP4', ''])('does not know "%s"', (name) => {
    expect(PlanSku.of(name)._problems()).toEqual([
      {
        code: 'appservice/plan-sku',
        message: `"${name}" is not a plan size; use one such as B1, P0v3 or P1mv3, in this letter case`,
      },
    ]);
  });

  test('is not judged where it is only known when Terraform runs', () => {
    const name = Fn.lower('sku');
    expect(capabilities(name)).toBe('WLNESZ---');
    expect(PlanSku.of(name)._problems()).toEqual([]);
  });
});
