/** Look of all pages. */
export const STYLE = `:root {
  color-scheme: light dark;
  --page: #ffffff;
  --text: #1f2328;
  --muted: #57606a;
  --rule: #d0d7de;
  --plate: #f6f8fa;
  --outside: #f6f8fa;
  --network: #f0f6ff;
  --subnet: #ffffff;
  --azure: #f3f0ff;
  --frame: #8c959f;
  --box: #ffffff;
  --link: #0550ae;
  --allowed: #116329;
  --denied: #a40e26;
  --unknown: #57606a;
  --mark: #fff3c4;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117;
    --text: #e6edf3;
    --muted: #9da7b3;
    --rule: #30363d;
    --plate: #161b22;
    --outside: #161b22;
    --network: #111d2e;
    --subnet: #0d1117;
    --azure: #1b1730;
    --frame: #6e7681;
    --box: #0d1117;
    --link: #79c0ff;
    --allowed: #56d364;
    --denied: #ff7b72;
    --unknown: #adb6c0;
    --mark: #3a3000;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  padding: 1.5rem;
  max-width: 90rem;
  background: var(--page);
  color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1 { margin: 0 0 .25rem; font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.3rem; line-height: 1.3; }
p { margin: .25rem 0; max-width: 70ch; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.muted { color: var(--muted); }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--page); z-index: 2; }
.allowed { --verdict: var(--allowed); }
.denied { --verdict: var(--denied); --dashes: 7 5; }
.unknown { --verdict: var(--unknown); --dashes: 2 4; }
.verdict { color: var(--verdict); font-weight: 600; }
.scroll { overflow: auto; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; }
caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border: 1px solid var(--rule); }
thead th { background: var(--plate); }
td p { font-size: .875rem; }
td ol { margin: 0; padding-left: 1.25rem; }
@media print, (min-width: 60rem) { td ol { min-width: 24rem; } }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); font-size: .875rem; }
footer h2 { margin-top: 1rem; font-size: 1rem; }
.provenance { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .5rem 1.5rem; margin: 0; }
.provenance dt { color: var(--muted); }
.provenance dd { margin: 0; }
[hidden] { display: none !important; }
@media screen and (max-width: 60rem) {
  .cards, .cards :is(caption, tbody) { display: block; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .cards tbody tr { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); margin: 0 0 1rem; border: 1px solid var(--rule); border-radius: 8px; overflow: hidden; }
  .cards tbody :is(th, td) { border: 0; }
  .cards tbody th { grid-column: 1 / -1; background: var(--plate); }
  .cards tbody td { border-top: 1px solid var(--rule); }
  .cards tbody td::before { content: attr(data-label) / ""; display: block; font-size: .875rem; font-weight: 600; color: var(--muted); }
  .cards tbody td:empty { display: none; }
}
@media (max-width: 40rem) {
  body { padding: 1rem; }
  .cards tbody tr { grid-template-columns: minmax(0, 1fr); }
}
@media (forced-colors: active) {
  :root { --allowed: CanvasText; --denied: CanvasText; --unknown: CanvasText; --box: Canvas; --mark: Canvas; }
}
@media print {
  @page {
    size: A4 landscape;
    margin: 12mm 12mm 15mm;
    @bottom-right { content: "page " counter(page) " of " counter(pages); font: 9pt system-ui, "DejaVu Sans", sans-serif; color: #57606a; }
  }
  :root { color-scheme: light; }
  html { font-size: 12.5px; }
  body { padding: 0; max-width: none; }
  h2 { margin-top: 1.25rem; }
  .skip { display: none; }
  .scroll { overflow: visible; }
  th, td { padding: .25rem .5rem; }
  thead { display: table-header-group; }
  tr, h1, h2, caption { break-inside: avoid; }
  h1, h2, caption, thead { break-after: avoid; }
  tbody tr:first-child { break-before: avoid; }
  footer { margin-top: 1rem; break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
`;
