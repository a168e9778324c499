/** Format of a report. */
export enum ConnectivityFormat {
  /** `connectivity.json`. */
  JSON = 'json',

  /** `connectivity.md`. */
  MARKDOWN = 'md',

  /** `connectivity.mmd`. */
  MERMAID = 'mmd',

  /** `connectivity.dot`. */
  GRAPHVIZ = 'dot',

  /** `connectivity.html`, one page that loads nothing from elsewhere. */
  HTML = 'html',

  /** `connectivity.svg`, the pictures of the page in a file of their own. */
  SVG = 'svg',
}
