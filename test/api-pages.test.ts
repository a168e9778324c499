import { ApiReferenceSchema } from 'jsii-docgen';
import { filesOf, read, withoutDocstrings } from './support/markdown';
import { Assembly, Library } from '../projenrc/api/library';
import { Page } from '../projenrc/api/page';
import { raisedBy } from '../projenrc/api/raised-by';
import { escaped, explanationsOf, linked, paragraphsOf } from '../projenrc/api/texts';
import { SUBMODULES } from '../projenrc/lint/layers';

const explanations = explanationsOf(read('RULES.md'));

const throws = '`dns/not-linked`,\n  `core/tags`';
const ASSEMBLY: Assembly = {
  name: 'lib',
  submodules: { 'lib.net': {} },
  types: {
    'lib.net.IZone': { fqn: 'lib.net.IZone', methods: [{ name: 'addLink', docs: { custom: { throws } } }] },
    'lib.net.Zone': {
      fqn: 'lib.net.Zone',
      base: 'constructs.Construct',
      interfaces: ['lib.net.IZone'],
      initializer: { docs: { custom: { throws: '`core/tags`' } } },
      methods: [{ name: 'addLink' }],
      properties: [{ name: 'zoneId' }],
    },
    'lib.App': { fqn: 'lib.App' },
  },
};
const library = new Library(ASSEMBLY);

describe('the places of a library', () => {
  test('are a page for the root and one for each submodule', () => {
    expect(library.pages).toEqual(['architectures', 'net']);
    expect(library.placeOf('lib.App.property.zone')).toEqual({ page: 'architectures', anchor: 'App.zone' });
    expect(library.placeOf('lib.net.Zone.addLink')).toEqual({ page: 'net', anchor: 'Zone.addLink' });
    expect(library.placeOf('constructs.Construct')).toBeUndefined();
  });

  test('know what others declare, and what an overridden method throws', () => {
    const isForeign = (name: string) => library.isForeign(`lib.net.Zone.${name}`);
    expect(['toString', 'addLink', 'property.zoneId', 'property.node', 'Initializer'].filter(isForeign)).toEqual([
      'toString',
      'property.node',
    ]);
    expect(library.throwsOf('lib.net.Zone.addLink')).toBe('`dns/not-linked`, `core/tags`');
    expect(library.throwsOf('lib.net.Zone.zoneId')).toBeUndefined();
  });

  test('list what raises a code', () => {
    expect(raisedBy(library, explanations).split('\n')).toEqual([
      '## Core: names, regions, tags',
      '',
      '| code | raised by |',
      '|---|---|',
      '| <a id="core/tags"></a>[`core/tags`](../errors.md#core-names-regions-tags) | [IZone.addLink](net.md#IZone.addLink), [new Zone](net.md#Zone.Initializer) |',
      '',
      '## DNS',
      '',
      '| code | raised by |',
      '|---|---|',
      '| <a id="dns/not-linked"></a>[`dns/not-linked`](../errors.md#dns) | [IZone.addLink](net.md#IZone.addLink) |',
      '',
    ]);
  });
});

describe('texts', () => {
  test('link codes and rules, and nothing else', () => {
    expect(linked('see `dns/not-linked`, `SIG5` and `P1V3`', explanations)).toBe(
      'see [`dns/not-linked`](../errors.md#dns), [`SIG5`](../../RULES.md#sig5-signalrcorsrestricted) and `P1V3`',
    );
    expect(linked('[`SIG5`](elsewhere)', explanations)).toBe('[`SIG5`](elsewhere)');
  });

  test('show what looks like HTML or marks as it is written, but for code', () => {
    expect(escaped('a < b * c `a < b * c` d_e')).toBe('a &lt; b \\* c `a < b * c` d\\_e');
  });

  test('join what was cut within a sentence, and name the pages of links', () => {
    expect(paragraphsOf({ summary: 'Yes, where one is;', remarks: 'else no.\n\nMore.' })).toEqual([
      'Yes, where one is; else no.',
      'More.',
    ]);
    expect(paragraphsOf({ links: ['https://learn.microsoft.com/azure/dns'] })).toEqual([
      'See [learn.microsoft.com: dns](https://learn.microsoft.com/azure/dns).',
    ]);
  });
});

describe('a page', () => {
  const entity = (id: string) => {
    const displayName = id.split('.').pop()!;
    const [packageName] = id.split('.');
    return { id, displayName, fqn: id, docs: {}, packageName, packageVersion: '1.0.0' };
  };
  const type = (id: string) => ({ formattingPattern: 'Record<string, %>', types: [{ ...entity(id) }] });
  const method = (id: string) => ({
    ...entity(id),
    parameters: [],
    usage: `import { net } from 'lib'\n\nnet.Zone.${id}()`,
  });
  const types: ApiReferenceSchema = {
    constructs: [
      {
        ...entity('lib.net.Zone'),
        docs: { summary: 'Defines a zone.' },
        interfaces: [entity('constructs.IConstruct'), entity('lib.net.IZone')],
        initializer: { ...method('lib.net.Zone.Initializer'), usage: 'new net.Zone()' },
        instanceMethods: [method('lib.net.Zone.toString'), method('lib.net.Zone.addLink')],
        staticMethods: [method('lib.net.Zone.isConstruct')],
        properties: [
          { ...entity('lib.net.Zone.property.node'), type: type('constructs.Node') },
          { ...entity('lib.net.Zone.property.zoneId'), type: type('lib.App'), docs: { summary: 'Id, `A|B`.' } },
        ],
        constants: [],
      },
    ],
    classes: [],
    structs: [],
    interfaces: [],
    enums: [],
  };

  test('has what the library declares, with types and codes as links', () => {
    expect(new Page('net', types, { library, language: 'typescript', explanations }).render().split('\n')).toEqual([
      '**Constructs:** [Zone](#Zone)',
      '',
      '## Constructs',
      '',
      '<a id="Zone"></a>',
      '',
      '### Zone',
      '',
      'Defines a zone.',
      '',
      'Implements [IZone](#IZone).',
      '',
      '<a id="Zone.Initializer"></a>',
      '',
      '```typescript',
      'new net.Zone()',
      '```',
      '',
      'Throws [`core/tags`](../errors.md#core-names-regions-tags).',
      '',
      '<a id="Zone.addLink"></a>',
      '',
      '#### addLink',
      '',
      '```typescript',
      'net.Zone.lib.net.Zone.addLink()',
      '```',
      '',
      'Throws [`dns/not-linked`](../errors.md#dns), [`core/tags`](../errors.md#core-names-regions-tags).',
      '',
      '| property | type | what |',
      '|---|---|---|',
      '| <a id="Zone.zoneId"></a>`zoneId` | Record&lt;string, [App](architectures.md#App)> | Id, `A\\|B`. |',
      '',
    ]);
  });
});

describe('the pages of the API', () => {
  const names = [...SUBMODULES, 'architectures'];
  const pages = names.map((name) => ({ name, text: read(`docs/api/${name}.md`) }));

  test('are one for each module, and small enough for GitHub to show', () => {
    const files = filesOf('docs/api', '.md').map((file) => file.slice('docs/api/'.length, -'.md'.length));
    expect(files.sort()).toEqual([...names, 'README', 'raised-by'].sort());
    expect(pages.filter(({ text }) => Buffer.byteLength(text) > 500e3)).toEqual([]);
  });

  test.each(pages)('$name begins with what it is for, an example and a table of calls', ({ name, text }) => {
    const above = withoutDocstrings(text);
    const [heading, , purpose] = above.split('\n');
    expect(heading).toBe(`# ${name}`);
    expect(purpose).toMatch(/^[A-Z`]/);
    expect(above).toMatch(/\n```ts\nimport /);
    expect(above).toContain('\n| to | call |\n');
    expect(above.split('\n').length).toBeLessThan(60);
  });

  test('have nothing that every construct has', () => {
    const noise = /^#### (?:toString|with|isConstruct|to_string|is_construct)$|`node` \|/m;
    expect(pages.filter(({ text }) => noise.test(text)).map(({ name }) => name)).toEqual([]);
  });

  test('name in their tables of calls what the module has', () => {
    const wrong = pages.flatMap(({ name, text }) => {
      const calls = [...withoutDocstrings(text).matchAll(/`(?:new )?([A-Z]\w+)(?:\.(\w+))?\b[^`]*`/g)];
      const anchors = calls.map(([, type, member]) => (member ? `${type}.${member}` : type));
      return anchors.filter((anchor) => !text.includes(`id="${anchor}"`)).map((anchor) => `${name}: ${anchor}`);
    });
    expect(wrong).toEqual([]);
  });

  test('have an anchor for each option of the architectures', () => {
    const text = read('docs/api/architectures.md');
    const files = ['secure-signalr-app-props', 'secure-serverless-signalr-props', 'secure-signalr-options'];
    const options = files.flatMap((file) => [
      ...read(`src/architectures/${file}.ts`).matchAll(/^ {2}readonly (\w+)\??:/gm),
    ]);
    expect(options.length).toBeGreaterThan(20);
    const anchors = (option: string) =>
      ['SecureSignalRAppProps', 'SecureServerlessSignalRProps'].map((each) => `id="${each}.${option}"`);
    expect(options.filter(([, option]) => !anchors(option).some((anchor) => text.includes(anchor)))).toEqual([]);
  });
});
