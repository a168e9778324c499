export { renderDot } from './dot';
export { renderHtml } from './html';
export { renderJson } from './json';
export { renderMarkdown } from './markdown';
export { renderMermaid } from './mermaid';
