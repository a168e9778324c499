// The package declares itself as an ES module, so TypeScript refuses `require` of it, although it ships CommonJS too.
declare module '@dagrejs/dagre' {
  export interface Point {
    readonly x: number;
    readonly y: number;
  }

  export interface NodeLabel {
    readonly width?: number;
    readonly height?: number;
    readonly x?: number;
    readonly y?: number;
  }

  export interface EdgeLabel {
    readonly width: number;
    readonly height: number;
    readonly labelpos: 'c';
    readonly minlen: number;
    readonly x?: number;
    readonly y?: number;
    readonly points?: Point[];
  }

  export class Graph {
    public constructor(options: { readonly compound: boolean; readonly multigraph: boolean });
    public setGraph(label: Readonly<Record<string, string | number>>): void;
    public setNode(id: string, label: NodeLabel): void;
    public setParent(id: string, parent: string): void;
    public setEdge(from: string, to: string, label: EdgeLabel, name: string): void;
    public node(id: string): Required<NodeLabel>;
    public edge(from: string, to: string, name: string): Required<EdgeLabel>;
  }

  export function layout(graph: Graph): void;
}
