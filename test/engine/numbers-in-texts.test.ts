import { Fn, TerraformOutput, TerraformVariable, Token } from 'cdktf';
import { withNumbers, withNumbersAsTexts, withNumbersIn } from '../../src/engine/numbers-in-texts';
import { ActionGroup, AlertReceiver } from '../../src/observability';
import { withFinalSlash } from '../../src/vault/private/vault-uri';
import { newGroup, newStack, only, synth } from '../support/synth';

const number = Token.asNumber({ resolve: () => 7, creationStack: [], toString: () => '' });
const resolve = (token: number) => (token === number ? '${var.n}' : 'other');

describe('numbers that only Terraform knows', () => {
  test.each(['-', '.', '1', 'a', ''])('are found in texts behind "%s"', (before) => {
    expect(withNumbers(`x${before}${number}`, resolve)).toBe(`x${before}\${var.n}`);
  });

  test('are found more than once, in keys and lists', () => {
    expect(withNumbersIn({ [`k-${number}`]: [`${number}-${number}`, 1, null, true] }, resolve)).toEqual({
      'k-${var.n}': ['${var.n}-${var.n}', 1, null, true],
    });
  });

  test('are not what looks similar', () => {
    const text = 'app-1.5e+300 -2e+289 e+';
    expect(withNumbers(text, resolve)).toBe(text);
  });
});

describe('a number in a text that a function of Terraform takes', () => {
  const newNumber = (stack = newStack()) => {
    const variable = new TerraformVariable(stack, 'number', { type: 'number' });
    return { stack, given: variable.numberValue };
  };

  test('is written as a template, which cdktf does not do by itself', () => {
    const { stack, given } = newNumber();
    const written = (text: string) => Fn.substr(text, 0, 12);
    new TerraformOutput(stack, 'theirs', { value: written(`ag-${given}`) });
    new TerraformOutput(stack, 'ours', { value: written(withNumbersAsTexts(`ag-${given}`)) });
    const { theirs, ours } = synth(stack).output!;
    expect(theirs.value).not.toContain('${var.number}');
    expect(ours.value).toBe('${substr("ag-${var.number}", 0, 12)}');
  });

  test('is part of the short name of an action group', () => {
    const { stack, resourceGroup } = newGroup();
    const { given } = newNumber(stack);
    const receivers = [AlertReceiver.email('ops', 'ops@example.com')];
    new ActionGroup(stack, 'Alerts', { name: `ag-${given}`, resourceGroup, receivers });
    expect(only(stack, 'azurerm_monitor_action_group')).toMatchObject({
      name: 'ag-${var.number}',
      short_name: '${substr("ag-${var.number}", 0, 12)}',
    });
  });

  test('is part of the address of a secret', () => {
    const { stack, given } = newNumber();
    const vaultUri = `https://kv-${given}.vault.azure.net/`;
    new TerraformOutput(stack, 'uri', { value: withFinalSlash(vaultUri) });
    expect(synth(stack).output!.uri.value).toContain('"https://kv-${var.number}.vault.azure.net/"');
  });
});
