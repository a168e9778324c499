import { TerraformVariable } from 'cdktf';
import * as fc from 'fast-check';
import { workspaceNameFrom, workspaceNameProblems } from '../../src/observability/private/workspace-name';
import { newStack } from '../support/synth';

describe('the name of a workspace that is made for a resource', () => {
  test.each([
    ['log-chat', 'log-chat'],
    ['log-a--b', 'log-a--b'],
    ['log-My_Service.1', 'log-My-Service-1'],
    ['log-chat-', 'log-chat'],
  ])('is, of %s, %s', (text, name) => {
    expect(workspaceNameFrom(text)).toBe(name);
  });

  test('ends in a hash where it would be too long or too short', () => {
    expect(workspaceNameFrom(`log-${'s'.repeat(60)}`)).toMatch(/^log-s{52}-[0-9a-f]{6}$/);
    expect(workspaceNameFrom('log-Ä')).toMatch(/^log-[0-9a-f]{6}$/);
    expect(workspaceNameFrom('log-Ä')).not.toBe(workspaceNameFrom('log-Ö'));
  });

  test('is one that Azure takes, whatever the resource is called', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(workspaceNameProblems(workspaceNameFrom(`log-${text}`))).toEqual([]);
      }),
    );
  });

  test('is not judged where only Terraform knows it', () => {
    const text = `log-${new TerraformVariable(newStack(), 'name', {}).stringValue}`;
    expect(workspaceNameFrom(text)).toBe(text);
    expect(workspaceNameProblems(text)).toEqual([]);
  });
});
