import { Testing } from 'cdktf';
import { canonical } from '../../bench/canonical';
import { PlainChatStack } from '../../bench/plain-twin';
import { ChatStack } from '../../examples/quick-start/main';
import { synth } from '../support/synth';

const example = () => synth(new ChatStack(Testing.app(), 'quick-start'));
const twin = () => synth(new PlainChatStack(Testing.app(), 'quick-start'));

describe('the twin of the main example, written by hand', () => {
  test('gives the same 24 resources and 3 outputs', () => {
    expect(canonical(twin())).toEqual(canonical(example()));
    expect(canonical(twin())).toHaveLength(24 + 3);
  });

  test('would be told apart by an attribute, by a reference and by an edge', () => {
    const changes: [string, string][] = [
      ['"https_only":true', '"https_only":false'],
      ['azurerm_subnet.endpoint-subnet.id', 'azurerm_subnet.app-subnet.id'],
      ['"azurerm_role_assignment.role"', '"azurerm_resource_group.group"'],
    ];
    changes.forEach(([from, to]) => {
      const text = JSON.stringify(twin());
      expect(text).toContain(from);
      expect(canonical(JSON.parse(text.replace(from, to)))).not.toEqual(canonical(example()));
    });
  });
});
