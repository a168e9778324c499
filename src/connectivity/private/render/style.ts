/** The look of pictures, wherever they stand. */
export const PICTURE_STYLE = `svg.wide, svg.narrow { display: block; font-size: 13px; }
svg.narrow { display: none; }
svg text { fill: var(--text); unicode-bidi: isolate; }
svg .title { font-weight: 600; }
svg .caption, svg .detail { font-size: 12px; fill: var(--muted); }
.frame > rect { stroke: var(--frame); stroke-width: 1; fill: none; }
.frame.place > rect { fill: var(--azure); stroke-dasharray: 8 4; }
.frame.outside > rect { fill: var(--outside); }
.frame.network > rect { fill: var(--network); }
.frame.subnet > rect { fill: var(--subnet); stroke-dasharray: 3 3; }
.box > rect { fill: var(--box); stroke: var(--text); stroke-width: 1.25; }
.box.endpoint > rect, .box.service > rect { stroke-width: 2; }
.box.anybody > rect { stroke-dasharray: 4 3; stroke: var(--muted); }
.line path { fill: none; stroke: var(--verdict); stroke-width: 2; }
.line .route { stroke-dasharray: var(--dashes, none); }
.line .head { fill: var(--verdict); stroke: none; }
.line .cross { stroke-width: 2.5; stroke-linecap: round; }
.line .target { stroke: transparent; stroke-width: 12; }
.line:hover .route { stroke-width: 4; }
.label .plate { fill: var(--page); stroke: var(--frame); stroke-width: 1; }
.word { font-size: 12px; font-weight: 600; fill: var(--verdict); }
.chip text { font-size: 12px; fill: var(--verdict); }
.chip rect { fill: var(--page); stroke: var(--verdict); stroke-width: 1; stroke-dasharray: var(--chip-dashes, none); }
.chip.denied { --chip-dashes: 4 3; }
.chip.unknown { --chip-dashes: 1.5 2.5; }
`;

/** The look of pictures in the page, and of what belongs to them, apart from the rules that show reasons. */
export const STYLE = `${PICTURE_STYLE}.picture { border: 1px solid var(--rule); border-radius: 12px; padding: .5rem; margin: .5rem 0 1rem; }
.picture svg { margin: 0 auto; }
.label a { outline: none; }
.label a:is(:hover, :focus) text { text-decoration: underline; text-underline-offset: 3px; }
.label a:hover rect { fill: var(--mark); }
.label a:focus-visible rect { fill: var(--mark); stroke: var(--link); stroke-width: 2.5; }
@media screen and (max-width: 900px) {
  svg.wide { display: none; }
  svg.narrow { display: block; max-width: 100%; height: auto; }
}
`;
