/** The look of the diagram and of what belongs to it, apart from the rules that show reasons. */
export const STYLE = `.picture { border: 1px solid var(--rule); border-radius: 12px; padding: .5rem; max-height: max(24rem, 100vh - 13rem); }
svg { display: block; font-size: 13px; }
.picture svg { margin: 0 auto; }
svg text { fill: var(--text); unicode-bidi: isolate; }
svg .title { font-weight: 600; }
svg .caption, svg .detail { font-size: 12px; fill: var(--muted); }
.frame > rect { stroke: var(--frame); stroke-width: 1; }
.frame.outside > rect { fill: var(--outside); }
.frame.network > rect { fill: var(--network); }
.frame.subnet > rect { fill: var(--subnet); stroke-dasharray: 3 3; }
.frame.azure > rect { fill: var(--azure); }
.box > rect { fill: var(--box); stroke: var(--text); stroke-width: 1.25; }
.box.endpoint > rect { stroke-width: 2.5; }
.box.nothing > rect { stroke: none; fill: none; }
.line path { fill: none; stroke: var(--verdict); stroke-width: 2; stroke-dasharray: var(--dashes, none); }
.line .head { fill: var(--verdict); stroke: none; }
.line .target { stroke: transparent; stroke-width: 14; stroke-dasharray: none; }
.line:hover path:not(.target) { stroke-width: 4; }
.label .plate { fill: var(--page); stroke: var(--verdict); stroke-width: 1; }
.label text { fill: var(--verdict); }
.path rect { fill: transparent; }
.path { outline: none; }
.path:is(:hover, :focus) text { text-decoration: underline; text-underline-offset: 3px; }
.path:hover rect { fill: var(--mark); }
.path:focus-visible rect { fill: var(--mark); stroke: var(--link); stroke-width: 2.5; }
@media print {
  .picture { max-height: none; }
  .picture svg { max-width: 100%; height: auto; max-height: 165mm; }
}
`;
