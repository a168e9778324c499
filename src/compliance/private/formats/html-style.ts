import { FOLD_STYLE } from '../../../page/fold';
import { TONE_STYLE } from '../../../page/tone';

/** The look of a compliance report. */
export const STYLE = `${TONE_STYLE}${FOLD_STYLE}thead th, td .verdict, td .whole { overflow-wrap: normal; }
.overview { display: grid; gap: 1rem 3rem; align-items: start; margin: 1.25rem 0 2rem; }
.overview .lead { margin: 0 0 .5rem; font-size: 1.2rem; line-height: 1.4; }
.overview > *, .findings > li, .findings > li > * { min-width: 0; }
.counts { margin: 0; min-width: 0; font-variant-numeric: tabular-nums; }
.counts th, .counts td { min-width: 0; padding: .3rem .6rem; overflow-wrap: normal; }
.counts caption { padding-top: 0; }
.counts td, .counts thead th + th { text-align: right; }
.counts .some { font-weight: 600; color: var(--verdict); }
.contents { margin: .75rem 0 0; padding: 0; list-style: none; columns: 2; column-gap: 2rem; }
.contents li { padding: .15rem 0; break-inside: avoid; }
.findings { margin: .75rem 0; padding: 0; list-style: none; }
.findings > li {
  display: grid;
  gap: .25rem 2rem;
  margin: .75rem 0;
  padding: .75rem 1rem;
  border: 1px solid var(--rule);
  border-left: 4px solid var(--verdict);
  border-radius: 6px;
}
.findings h3 { margin: 0; font-size: 1rem; line-height: 1.5; }
.findings p { max-width: none; }
.findings .small { font-size: .875rem; }
.policy { display: block; }
.origin { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--rule); font-size: .875rem; }
@media (min-width: 60rem) {
  .overview { grid-template-columns: minmax(0, 1fr) auto; }
  .findings > li { grid-template-columns: minmax(0, 22rem) minmax(0, 1fr); }
}
@media (max-width: 40rem) { .counts { font-size: .875rem; } .counts th, .counts td { padding: .3rem .4rem; } }
@media print {
  .contents { display: none; }
  .findings > li { break-inside: avoid; }
  h2 { margin-top: 1.5rem; }
}
`;
