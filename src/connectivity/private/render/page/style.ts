/** The look of the page around the pictures. */
export const PAGE_STYLE = `html { scroll-padding-top: 1rem; }
code { font: .875em/1.4 ui-monospace, SFMono-Regular, Consolas, "DejaVu Sans Mono", monospace; }
.counts { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0 0; padding: 0; list-style: none; }
.counts li { flex: 0 1 13rem; padding: .5rem 1rem; border: 1px solid var(--rule); border-left: 4px solid var(--verdict); border-radius: 8px; }
.counts b { font-size: 1.5rem; font-variant-numeric: tabular-nums; }
.counts .muted { display: flex; align-items: center; gap: .5rem; font-size: .875rem; }
.first { margin: 0; }
.first dt { margin-top: .5rem; font-weight: 600; color: var(--verdict); }
.first dd { margin: 0 0 0 1.25rem; }
.contents { columns: 16rem; margin: 1rem 0; padding: 0; list-style: none; }
.contents li { padding: .125rem 0; break-inside: avoid; }
.filters {
  display: flex; flex-wrap: wrap; align-items: end; gap: .5rem 1rem;
  margin-top: 2rem; padding: .75rem 1rem; font-size: .875rem; background: var(--plate); border: 1px solid var(--rule); border-radius: 12px;
}
.filters label { display: grid; gap: .125rem; max-width: min(18rem, 100%); color: var(--muted); }
.filters :is(select, input, button), .copy { font: inherit; color: var(--text); background: var(--page); border: 1px solid var(--frame); border-radius: 6px; }
.filters :is(select, input, button) { min-height: 2.25rem; min-width: 0; padding: .25rem .5rem; }
.filters ::placeholder { color: var(--muted); opacity: 1; }
.filters button, .copy { cursor: pointer; }
#status { min-height: 1.5rem; margin: .5rem 0 0; font-size: .875rem; }
section.service h2 { padding-top: 1rem; border-top: 1px solid var(--rule); }
.endpoints { margin: .25rem 0; padding: 0; list-style: none; }
.report, .overview { position: relative; }
.report { margin-top: 1rem; }
.report > .skip:focus { left: 1rem; top: .5rem; }
.reasons { min-height: 8.5rem; margin-top: .75rem; padding: .75rem 1rem; background: var(--plate); border: 1px solid var(--rule); border-radius: 12px; }
.reason p { max-width: none; }
.reason { display: none; border-left: 4px solid var(--verdict); padding-left: .75rem; }
.reason + .reason { margin-top: .5rem; }
.report:has(.picture a:is(:hover, :focus), .line:hover) .hint { display: none; }
.picture .out { opacity: .2; }
.anchor { color: inherit; text-decoration: none; }
.anchor::after { content: " #" / ""; color: var(--link); opacity: 0; }
.anchor:is(:hover, :focus-visible) { text-decoration: underline; }
.anchor:is(:hover, :focus-visible)::after { opacity: 1; }
table:has(.call) { table-layout: fixed; }
.call + .call { margin-top: .5rem; }
:is(.call, tr):target, .call:has(:target) { background: var(--mark); }
:is(.call, tr):target, .call:has(:target) { outline: 2px solid var(--link); outline-offset: 3px; }
.copy { float: right; min-height: 1.5rem; margin: 0 0 .25rem .5rem; padding: 0 .5rem; font-size: .75rem; opacity: 0; }
:is(td:hover, .call:focus-within) .copy { opacity: 1; }
.note { margin: -1rem 0 1.5rem; font-size: .875rem; }
.tables:focus { outline: none; }
@media (hover: none) { .copy { opacity: 1; } }
@media (max-width: 40rem) {
  .counts { gap: .5rem; }
  .counts li { flex: 1 1 6.5rem; padding: .25rem .5rem; }
  .filters label { flex: 1 1 9rem; }
}
@media screen and (min-width: 60rem) and (min-height: 40rem) {
  html:has(.filters:not([hidden])) { scroll-padding-top: 6.5rem; }
  .filters { position: sticky; top: .5rem; z-index: 1; }
}
@media print {
  .filters, .reasons, .copy, .contents, html:not(.filtered) #status { display: none; }
  .anchor::after { content: none; }
  .counts { margin-top: .5rem; }
  .counts li { padding: .125rem .75rem; }
  .first dt { margin-top: .25rem; }
  .picture { max-height: none; padding: 0; border: 0; break-inside: avoid; }
  .picture svg { max-width: 100%; height: auto; max-height: 150mm; }
  section.service { break-before: page; }
  #services > section.service:first-child { break-before: auto; }
  #services > section.service:first-child .picture svg { max-height: 85mm; }
  .overview { break-before: page; }
  section.service h2 { border: 0; padding: 0; }
  :is(.call, tr):target, .call:has(:target) { background: none; outline: none; }
}
`;
