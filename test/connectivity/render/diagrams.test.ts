import { OriginKind, Verdict } from '../../../src/connectivity';
import { renderDot, renderMermaid } from '../../../src/connectivity/private/render';
import { hubAndSpoke, mainExample, nothing, serverless, unknownNames } from '../../support/connectivity-data';

const MERMAID = `flowchart LR
  subgraph f1["Internet"]
    b2["internet<br/>anyone"]
  end
  subgraph f3["vnet-chat-prod"]
    subgraph f4["snet-app (10.0.0.0/26)"]
      b3["apps of snet-app<br/>callers<br/>WebApp"]
    end
    subgraph f5["snet-endpoints (10.0.0.64/27)"]
      b4["PrivateEndpoint<br/>private endpoint"]
    end
  end
  subgraph f6["Azure services"]
    b1["sigr-chat-prod<br/>SignalR service"]
  end
  b2 -->|"✗ ServerConnection, RESTAPI, Trace"| b1
  b2 -->|"✓ ClientConnection"| b1
  b3 -->|"✓ ServerConnection, RESTAPI"| b4
  b3 -->|"✗ ClientConnection, Trace"| b4
  b4 -->|"✓ ServerConnection, RESTAPI"| b1
  b4 -->|"✗ ClientConnection, Trace"| b1
  linkStyle 1,2,4 stroke:#1a7f37,stroke-width:2px
  linkStyle 0,3,5 stroke:#b42318,stroke-width:2px,stroke-dasharray:6 4
`;

const DOT = `digraph connectivity {
  graph [rankdir=LR, fontname="Helvetica", fontsize=12, style=rounded, color="#8c959f", ranksep=1]
  node [shape=box, style=rounded, fontname="Helvetica", fontsize=11]
  edge [fontname="Helvetica", fontsize=10]
  subgraph cluster_f1 {
    label="Internet"
    b2 [label="internet\\nanyone", tooltip="internet"]
  }
  subgraph cluster_f3 {
    label="vnet-chat-prod"
    subgraph cluster_f4 {
      label="snet-app\\n10.0.0.0/26"
      b3 [label="apps of snet-app\\ncallers\\nWebApp", tooltip="Prod/Chat/Network/AppSubnet/Resource"]
    }
    subgraph cluster_f5 {
      label="snet-endpoints\\n10.0.0.64/27"
      b4 [label="PrivateEndpoint\\nprivate endpoint", tooltip="Prod/Chat/SignalR/PrivateEndpoint/Resource"]
    }
  }
  subgraph cluster_f6 {
    label="Azure services"
    b1 [label="sigr-chat-prod\\nSignalR service", tooltip="Prod/Chat/SignalR/Resource"]
  }
  b2 -> b1 [label="✗\\nServerConnection\\nRESTAPI\\nTrace", color="#b42318", fontcolor="#b42318", style=dashed]
  b2 -> b1 [label="✓\\nClientConnection", color="#1a7f37", fontcolor="#1a7f37", style=solid]
  b3 -> b4 [label="✓\\nServerConnection\\nRESTAPI", color="#1a7f37", fontcolor="#1a7f37", style=solid]
  b3 -> b4 [label="✗\\nClientConnection\\nTrace", color="#b42318", fontcolor="#b42318", style=dashed]
  b4 -> b1 [label="✓\\nServerConnection\\nRESTAPI", color="#1a7f37", fontcolor="#1a7f37", style=solid]
  b4 -> b1 [label="✗\\nClientConnection\\nTrace", color="#b42318", fontcolor="#b42318", style=dashed]
}
`;

const lines = (text: string) => text.split('\n').map((line) => line.trim());

describe('Mermaid', () => {
  test('of the main example', () => expect(renderMermaid(mainExample)).toBe(MERMAID));
  test('of nothing', () => expect(renderMermaid(nothing)).toBe('flowchart LR\n'));

  test('draws what is not known grey and dotted, straight to the service', () => {
    const text = renderMermaid(unknownNames);
    expect(text).toContain('b3 -->|"? ServerConnection, ClientConnection, RESTAPI, Trace"| b1\n');
    expect(text).toContain('  linkStyle 2,3 stroke:#57606a,stroke-width:2px,stroke-dasharray:2 4\n');
  });

  test('draws what a service calls from the service, over its shared private link', () => {
    expect(lines(renderMermaid(serverless))).toEqual(
      expect.arrayContaining([
        'b1["sigr-chat-prod<br/>SignalR service"]',
        'b2["func-chat-prod<br/>linux function app"]',
        'b5["FunctionsLink<br/>shared private link"]',
        'b1 -->|"✓ Upstream"| b5',
        'b5 -->|"✓"| b2',
      ]),
    );
  });

  test('draws apps that no origin names in their subnet', () => {
    expect(lines(renderMermaid(serverless))).toContain('b4["Functions<br/>app"]');
  });

  test('names the peers of networks, and endpoints by what tells them apart', () => {
    const found = lines(renderMermaid(hubAndSpoke));
    expect(found).toContain('subgraph f3["vnet-hub (peered with vnet-spoke)"]');
    expect(found.filter((line) => line.includes('private endpoint'))).toEqual([
      'b7["Orders/PrivateEndpoint<br/>private endpoint"]',
      'b8["News/PrivateEndpoint<br/>private endpoint"]',
    ]);
    expect(found.filter((line) => line.startsWith('subgraph f2'))).toEqual(['subgraph f2["On-premises"]']);
  });

  test('says of a network that it holds nothing, and of a peer that is not in the configuration its id', () => {
    const networks = [{ id: 'Hub', name: 'vnet-hub', subnets: [], peers: ['/x/vnet-far'] }];
    expect(lines(renderMermaid({ ...nothing, networks })).slice(1, 4)).toEqual([
      'subgraph f3["vnet-hub (peered with /x/vnet-far)"]',
      'b1["no apps, no endpoints<br/>virtual network"]',
      'end',
    ]);
  });

  test('leaves subnets out that hold nothing', () => {
    const [network] = mainExample.networks;
    const empty = { id: 'Empty', name: 'snet-empty', addressPrefixes: [], hosts: [], privateEndpoints: [] };
    const networks = [{ ...network, subnets: [...network.subnets, empty] }];
    expect(renderMermaid({ ...mainExample, networks })).not.toContain('snet-empty');
  });

  test('draws an endpoint that is in no subnet of the report, and an origin in no network, with the services', () => {
    const origin = { id: 'Far', kind: OriginKind.SUBNET, name: 'far apps', hosts: [] };
    const path = { ...mainExample.paths[4], origin: 'Far', verdict: Verdict.ALLOWED, via: 'Far/Endpoint' };
    const data = { ...nothing, services: mainExample.services, origins: [origin], paths: [path] };
    expect(lines(renderMermaid(data)).slice(1, -1)).toEqual([
      'subgraph f3["Azure services"]',
      'b1["sigr-chat-prod<br/>SignalR service"]',
      'b2["far apps<br/>callers"]',
      'b3["Endpoint<br/>private endpoint"]',
      'end',
      'b2 -->|"✓ ServerConnection"| b3',
      'b3 -->|"✓"| b1',
      'linkStyle 0,1 stroke:#1a7f37,stroke-width:2px',
    ]);
  });
});

describe('Graphviz', () => {
  test('of the main example', () => expect(renderDot(mainExample)).toBe(DOT));

  test('draws what is not known grey and dotted', () => {
    expect(renderDot(unknownNames)).toContain('Trace", color="#57606a", fontcolor="#57606a", style=dotted]');
  });
});
