import { readFileSync } from 'fs';
import { defineConfig } from 'vitepress';

const REPOSITORY = 'https://github.com/cdktf-azure-secure-signalr/cdktf-azure-secure-signalr';

/** The anchor that GitHub gives a heading. */
const slugify = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

/** Keeps expressions of workflows, such as `${{ github.sha }}`, as texts: a page is a template of Vue. */
function withoutTemplates(rules, name) {
  const render = rules[name];
  rules[name] = (...args) => render(...args).replaceAll('{{', '&#123;&#123;');
}

export default defineConfig({
  title: 'Secure SignalR',
  description: 'CDKTF constructs for Azure SignalR Service whose server traffic never crosses the public internet',
  lang: 'en',
  // Where the site is served below a path, such as GitHub Pages of a repository.
  base: process.env.SITE_BASE ?? '/',
  outDir: '../site',
  // The commit decides about what is written, and nothing else.
  lastUpdated: false,
  // A link to a page that is missing fails the build; origins of developers are texts.
  ignoreDeadLinks: 'localhostLinks',
  markdown: {
    // Braces in headings are texts here.
    attrs: { disable: true },
    config: (md) => ['text', 'code_inline'].forEach((rule) => withoutTemplates(md.renderer.rules, rule)),
    anchor: { slugify },
    toc: { slugify },
  },
  themeConfig: {
    search: { provider: 'local' },
    sidebar: JSON.parse(readFileSync(new URL('./sidebar.json', import.meta.url), 'utf8')),
    outline: [2, 3],
    nav: [
      { text: 'How to', link: '/docs/#how-to' },
      { text: 'API', link: '/docs/api/' },
      { text: 'Rules', link: '/RULES' },
      { text: 'Codes', link: '/docs/errors' },
      { text: 'Examples', link: '/examples/' },
    ],
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
  },
  vite: { build: { chunkSizeWarningLimit: 5000 } },
});
