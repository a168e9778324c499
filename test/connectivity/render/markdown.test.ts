import { renderMarkdown } from '../../../src/connectivity/private/render';
import { hubAndSpoke, mainExample, nothing, serverless } from '../../support/connectivity-data';

const MAIN = `# Connectivity

1 service, 3 origins, 12 paths: 5 allowed, 7 denied, 0 unknown.

## sigr-chat-prod

Prod/Chat/SignalR/Resource (SignalR service)

| From                                                  | ServerConnection                 | ClientConnection                  | RESTAPI                          | Trace                            |
| ----------------------------------------------------- | -------------------------------- | --------------------------------- | -------------------------------- | -------------------------------- |
| internet                                              | ✗ denied via public endpoint (1) | ✓ allowed via public endpoint (2) | ✗ denied via public endpoint (3) | ✗ denied via public endpoint (4) |
| apps of snet-app                                      | ✓ allowed via pep-chat-prod (5)  | ✗ denied via pep-chat-prod (6)    | ✓ allowed via pep-chat-prod (7)  | ✗ denied via pep-chat-prod (8)   |
| anything else that reaches the endpoint pep-chat-prod | ✓ allowed via pep-chat-prod (5)  | ✗ denied via pep-chat-prod (6)    | ✓ allowed via pep-chat-prod (7)  | ✗ denied via pep-chat-prod (8)   |

### Name resolution

| From                                                  | Leads to               | Steps                                                                                                   | Because                                                                          |
| ----------------------------------------------------- | ---------------------- | ------------------------------------------------------------------------------------------------------- | -------------------------------------------------------------------------------- |
| internet                                              | public                 | sigr-chat-prod.service.signalr.net                                                                      | No private zone stands between the internet and the public name.                 |
| apps of snet-app                                      | private: pep-chat-prod | sigr-chat-prod.service.signalr.net → CNAME sigr-chat-prod.privatelink.service.signalr.net → A 10.0.0.68 | A zone privatelink.service.signalr.net with the record is linked to the network. |
| anything else that reaches the endpoint pep-chat-prod | private: pep-chat-prod | sigr-chat-prod.service.signalr.net → CNAME sigr-chat-prod.privatelink.service.signalr.net → A 10.0.0.68 | A zone privatelink.service.signalr.net with the record is linked to the network. |

### Reasons

1. nac/denied: The allow list of the public network does not allow ServerConnection.
2. nac/allowed: The allow list of the public network allows ClientConnection.
3. nac/denied: The allow list of the public network does not allow RESTAPI.
4. nac/denied: The allow list of the public network does not allow Trace.
5. nac/allowed: The allow list of the private endpoint allows ServerConnection.
6. nac/denied: The allow list of the private endpoint does not allow ClientConnection.
7. nac/allowed: The allow list of the private endpoint allows RESTAPI.
8. nac/denied: The allow list of the private endpoint does not allow Trace.

### Endpoints

- pep-chat-prod: Prod/Chat/SignalR/PrivateEndpoint/Resource
`;

/** The rows of the first table, their cells without padding. */
const rows = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

describe('Markdown', () => {
  test('of the main example', () => expect(renderMarkdown(mainExample)).toBe(MAIN));

  test('tells each service in a section of its own', () => {
    const text = renderMarkdown(serverless);
    expect(text.match(/^## .*/gm)).toEqual(['## sigr-chat-prod', '## func-chat-prod']);
    expect(rows(text)).toContainEqual(['', 'sigr-chat-prod', '✓ allowed via FunctionsLink (1)', '']);
  });

  test('tells the code of a resolution that went wrong, and no way where there is none', () => {
    const text = renderMarkdown(hubAndSpoke);
    expect(text).toContain('dns/no-record: The zone is linked to the network and has no record of the service.');
    expect(rows(text)).toContainEqual(['', 'apps of snet-jump', ...Array(4).fill('✗ denied (9)'), '']);
  });

  test('has no matrix for a service that nothing calls', () => {
    const text = renderMarkdown({ ...nothing, services: mainExample.services });
    expect(text).toContain('Prod/Chat/SignalR/Resource (SignalR service)\n\nNothing calls it.\n');
  });

  test('has no list of endpoints where paths are public', () => {
    const paths = mainExample.paths.filter(({ origin }) => origin === 'internet');
    expect(renderMarkdown({ ...mainExample, paths })).not.toContain('### Endpoints');
  });

  test('leaves a cell empty that no path is for, and names each of several paths in one', () => {
    const [first, second] = mainExample.paths;
    const twice = { ...first, via: 'Other/Endpoint', verdict: second.verdict };
    const elsewhere = { ...second, origin: mainExample.origins[1].id };
    expect(rows(renderMarkdown({ ...mainExample, paths: [first, twice, elsewhere] })).slice(2, 4)).toEqual([
      ['', 'internet', '✗ denied via public endpoint (1); ✓ allowed via Endpoint (1)', '', ''],
      ['', 'apps of snet-app', '', '✓ allowed via public endpoint (2)', ''],
    ]);
  });

  test('aligns columns by what a terminal shows', () => {
    const origins = mainExample.origins.map((origin, index) => ({ ...origin, name: ['日本', 'é', '👩‍👩‍👧'][index] }));
    const [wide, combined] = renderMarkdown({ ...mainExample, origins })
      .split('\n')
      .filter((line) => /^\| (日本|é)/.test(line));
    expect(wide).toMatch(/^\| 日本   /);
    expect(combined).toMatch(/^\| é      /);
  });

  test('adds the key to names that are not unique', () => {
    const origins = mainExample.origins.map((origin) => ({ ...origin, name: 'same' }));
    const text = renderMarkdown({ ...mainExample, origins });
    expect(text).toContain('| same (internet) ');
    expect(text).toContain('| same (Prod/Chat/Network/AppSubnet/Resource) ');
  });
});
