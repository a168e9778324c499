import * as fc from 'fast-check';
import { Party, privateParty } from '../../../src/connectivity/private/network/party';
import { decideByRules } from '../../../src/connectivity/private/network/security-rule';
import { HTTPS } from '../../../src/connectivity/private/network/traffic';
import { Certainty } from '../../../src/core/internal/certainty';
import { bodyOfBlock } from '../../../src/model/body';
import { ConstructModel } from '../../../src/model/construct-model';
import { ModelBlock } from '../../../src/model/model-block';
import { References } from '../../../src/model/references';
import { rangeOf } from '../../../src/topology/network/addresses';
import { Lookup } from '../../../src/topology/network/lookup';
import { newStack } from '../../support/synth';

const TOKEN = '${var.x}';
type Attributes = Record<string, unknown>;

describe('of random rules', () => {
  const ends = [
    '*',
    '10.0.1.0/30',
    '10.0.1.0/31',
    '10.0.1.2',
    '10.0.2.0/30',
    '10.0.2.1',
    '10.0.0.0/16',
    'VirtualNetwork',
  ];
  const others = ['Internet', 'AzureSignalR', '::/0', '10.9.0.0/16'];
  const prefix = fc.constantFrom(...ends, ...others);
  const randomRule = fc.record({
    name: fc.constant('Rule'),
    access: fc.constantFrom('Allow', 'Deny'),
    direction: fc.constantFrom('Inbound', 'Outbound'),
    protocol: fc.constantFrom('Tcp', 'Udp', '*'),
    source_port_range: fc.constant('*'),
    destination_port_range: fc.constantFrom('443', '80', '*', '400-500', '444-500'),
    source_address_prefix: prefix,
    destination_address_prefix: prefix,
  });
  const randomRules = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 100, max: 4000 }), randomRule), {
      selector: ([priority]) => priority,
      maxLength: 8,
    })
    .map((pairs) => pairs.map(([priority, body]) => ({ ...body, priority })));
  const nothing = new References(() => undefined);
  const groups = new Lookup(ConstructModel.of(newStack()), 'azurerm_application_security_group');

  function party(prefixText: string): Party {
    return privateParty(prefixText, [rangeOf(prefixText)!], Certainty.YES, () => Certainty.NO);
  }

  function decide(rules: Attributes[], from: string, to: string) {
    const members = rules.map((body) => ({
      body: new ModelBlock<any>(bodyOfBlock(body), nothing),
      path: 'p',
      isPlaced: true,
    }));
    return decideByRules(members, 'Outbound', { traffic: HTTPS, from: party(from), to: party(to) }, groups, 'group');
  }

  /** Security rules as Azure documents them, for two single addresses of one network. */
  function reference(rules: Attributes[], from: number, to: number): string {
    const matches = (text: string, address: number) => {
      if (text === '*' || text === 'VirtualNetwork') return true;
      const range = rangeOf(text);
      return range !== undefined && range.base <= address && address < range.end;
    };
    const first = [...rules]
      .sort((a, b) => Number(a.priority) - Number(b.priority))
      .find(
        (body) =>
          body.direction === 'Outbound' &&
          body.protocol !== 'Udp' &&
          ['443', '*', '400-500'].includes(String(body.destination_port_range)) &&
          matches(String(body.source_address_prefix), from) &&
          matches(String(body.destination_address_prefix), to),
      );
    return first?.access === 'Deny' ? 'denied' : 'allowed';
  }

  const address = (text: string) => rangeOf(text)!.base;

  test('single addresses are decided as Azure does', () => {
    const near = fc.constantFrom('10.0.1.0', '10.0.1.1', '10.0.1.2', '10.0.1.3');
    const far = fc.constantFrom('10.0.2.0', '10.0.2.1', '10.0.2.2', '10.0.2.3');
    fc.assert(
      fc.property(randomRules, near, far, (rules, from, to) => {
        expect(decide(rules, from, to).verdict).toBe(reference(rules, address(from), address(to)));
      }),
      { numRuns: 500 },
    );
  });

  test('ranges are decided only where that holds for each pair of addresses', () => {
    fc.assert(
      fc.property(randomRules, (rules) => {
        const { verdict } = decide(rules, '10.0.1.0/30', '10.0.2.0/30');
        if (verdict === 'unknown') return;
        for (let from = 0; from < 4; from++) {
          for (let to = 0; to < 4; to++) {
            expect(reference(rules, address('10.0.1.0') + from, address('10.0.2.0') + to)).toBe(verdict);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('one more rule after all others changes nothing that one of them decided', () => {
    fc.assert(
      fc.property(randomRules, randomRule, (rules, last) => {
        const before = decide(rules, '10.0.1.0/30', '10.0.2.0/30');
        fc.pre(before.reason.startsWith('security rule') && before.verdict !== 'unknown');
        expect(decide([...rules, { ...last, priority: 4096 }], '10.0.1.0/30', '10.0.2.0/30')).toEqual(before);
      }),
    );
  });

  test('an unknown instead of a value never makes traffic allowed, and never turns allowed into denied', () => {
    const attribute = fc.constantFrom(
      'access',
      'priority',
      'direction',
      'protocol',
      'destination_port_range',
      'source_address_prefix',
    );
    fc.assert(
      fc.property(randomRules, fc.nat(), attribute, (rules, seed, name) => {
        fc.pre(rules.length > 0);
        const before = decide(rules, '10.0.1.1', '10.0.2.1').verdict;
        const unclear = rules.map((body, index) => (index === seed % rules.length ? { ...body, [name]: TOKEN } : body));
        expect([before, 'unknown']).toContain(decide(unclear, '10.0.1.1', '10.0.2.1').verdict);
      }),
      { numRuns: 500 },
    );
  });

  test('what is allowed in spite of an unknown is allowed whatever the value is', () => {
    fc.assert(
      fc.property(
        randomRules,
        fc.nat(),
        randomRule,
        fc.integer({ min: 100, max: 4000 }),
        (rules, seed, actual, priority) => {
          fc.pre(rules.length > 0);
          const at = seed % rules.length;
          for (const name of Object.keys(rules[at])) {
            const unclear = rules.map((body, index) => (index === at ? { ...body, [name]: TOKEN } : body));
            const { verdict } = decide(unclear, '10.0.1.1', '10.0.2.1');
            const value = { ...actual, priority }[name as keyof typeof actual];
            const clear = rules.map((body, index) => (index === at ? { ...body, [name]: value } : body));
            const isClash = name === 'priority' && rules.some((body) => body.priority === priority);
            if (verdict !== 'unknown' && !isClash) expect(decide(clear, '10.0.1.1', '10.0.2.1').verdict).toBe(verdict);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
