import { parse } from '@cdktf/hcl2json';
import { adoptingStack } from './support/adopting-stack';
import { adoptionOf, importsIn, movedIn, removedIn } from './support/adoption';
import { terraformJson } from '../support/terraform-files';

const state = terraformJson('hcl-modules/state.json');

/** What HashiCorp's parser reads: each block of a type, with its arguments. */
async function blocksIn(text: string): Promise<Record<string, any[]>> {
  return parse('adopt.tf', text) as Promise<Record<string, any[]>>;
}

const reference = (address: string) => `\${${address}}`;
const removed = (text: string) =>
  removedIn(text).map((from) => ({ from: reference(from), lifecycle: [{ destroy: false }] }));

describe('the files of an adoption, read by a parser of HCL,', () => {
  test('have import blocks for the stack, and removed blocks for the other configuration, and nothing else', async () => {
    const { written } = await adoptionOf(state, adoptingStack());
    const { 'Chat/import.tf': imports, 'removed.tf': forgotten } = written;
    const given = Object.entries(importsIn(imports)).map(([to, id]) => ({ to: reference(to), id }));
    expect(given).toHaveLength(18);
    expect(await blocksIn(imports)).toEqual({ import: given });
    expect(removed(forgotten)).toHaveLength(14);
    expect(await blocksIn(forgotten)).toEqual({ removed: removed(forgotten) });
  });

  test('have moved and removed blocks for a stack that takes over the state', async () => {
    const half = adoptingStack();
    delete half.resource.azurerm_signalr_service_network_acl;
    delete half.resource.azurerm_network_security_group;
    const { written } = await adoptionOf(state, half, '--same-state');
    const text = written['Chat/moved.tf'];
    const moved = Object.entries(movedIn(text)).map(([from, to]) => ({ from: reference(from), to: reference(to) }));
    const { moved: readMoved, removed: readRemoved, import: readImports = [] } = await blocksIn(text);
    expect(moved.length).toBeGreaterThan(10);
    expect(readMoved).toEqual(moved);
    expect(removed(text).length).toBeGreaterThan(0);
    expect(readRemoved).toEqual(removed(text));
    expect(readImports).toHaveLength(Object.keys(importsIn(text)).length);
  });
});
