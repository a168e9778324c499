import { FOLD_STYLE } from '../../../page/fold';
import { TONE_STYLE } from '../../../page/tone';

/** The look of the page of a diff. */
export const STYLE = `${TONE_STYLE}${FOLD_STYLE}thead th, td .verdict, td .whole { overflow-wrap: normal; }
.lead { margin: 1.25rem 0 .75rem; font-size: 1.2rem; line-height: 1.4; }
.given { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .15rem 1.25rem; margin: .75rem 0; }
.given dt { color: var(--muted); }
.given dd { margin: 0; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1.05rem; line-height: 1.4; }
.pairs { margin: .5rem 0; padding: 0; list-style: none; }
.pairs h3, .pairs h4 { margin: 0 0 .5rem; font-size: 1rem; line-height: 1.5; }
.pairs > li {
  margin: .75rem 0;
  padding: .75rem 1rem;
  border: 1px solid var(--rule);
  border-left: 4px solid var(--tone);
  border-radius: 6px;
}
.pairs > li.fails { --tone: var(--denied); }
.pairs > li.warns { --tone: var(--warns); }
.pairs > li.noted, .pairs > li.unknown { --tone: var(--muted); }
.pairs > li.holds { --tone: var(--allowed); }
.sides { display: grid; gap: .75rem; }
.side { min-width: 0; padding: .5rem .75rem; background: var(--plate); border-radius: 6px; }
.side.before { color: var(--muted); }
.side p { max-width: none; }
.side .label, .small { color: var(--muted); font-size: .875rem; font-weight: 400; }
.side .label { margin: 0; }
.finding + .finding { margin-top: .5rem; }
@media (min-width: 900px) { .sides { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
@media print {
  .pairs > li { break-inside: avoid; }
  h3, h4 { break-after: avoid; }
  h2 { margin-top: 1.5rem; }
}
`;
