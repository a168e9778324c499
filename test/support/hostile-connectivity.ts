import { paths, PUBLIC } from './connectivity-data';
import { ConnectivityData, OriginKind, ResolutionKind, Verdict } from '../../src/connectivity';

/** Text that breaks out of careless writers. */
export const HOSTILE = {
  script: '<script>alert("1")</script>',
  quotes: `a"b'c\`d`,
  pipes: 'a|b||c\nd\r\n| e |',
  template: '${x} %%{init: {"theme":"dark"}}%% {{y}} $$z$$',
  backslash: 'back\\slash\\N\\',
  entities: '&lt;b&gt; &#35; #quot; #35;',
  markdown: '# *a* _b_ [c](http://d) ![e](f) ~~g~~ www.h.example',
  comment: '--> <!-- ]]> */ // %% end',
  long: `Prod/${'VeryLongSegment/'.repeat(12)}${'x'.repeat(120)}`,
  rightToLeft: 'שרת‮txt.exe‬ خادم',
  emoji: '👩‍👩‍👧 日本語 ｻｰﾊﾞ',
} as const;

/** The main example with hostile names in every place that users fill. */
export const hostileNames: ConnectivityData = {
  networks: [
    {
      id: HOSTILE.comment,
      name: HOSTILE.markdown,
      subnets: [
        {
          id: HOSTILE.script,
          name: HOSTILE.quotes,
          addressPrefixes: [HOSTILE.entities],
          hosts: [HOSTILE.long, HOSTILE.emoji],
          privateEndpoints: [HOSTILE.pipes],
        },
      ],
      peers: [HOSTILE.template],
    },
  ],
  services: [{ id: HOSTILE.long, name: HOSTILE.long, type: HOSTILE.rightToLeft, privateEndpoints: [HOSTILE.pipes] }],
  origins: [
    { id: 'internet', kind: OriginKind.INTERNET, name: HOSTILE.template, hosts: [] },
    {
      id: HOSTILE.script,
      kind: OriginKind.SUBNET,
      name: HOSTILE.rightToLeft,
      network: HOSTILE.comment,
      hosts: [HOSTILE.long, HOSTILE.emoji],
    },
  ],
  paths: [
    ...paths(
      HOSTILE.long,
      'internet',
      PUBLIC,
      {
        kind: ResolutionKind.UNKNOWN,
        chain: [HOSTILE.script, HOSTILE.pipes],
        reason: HOSTILE.quotes,
        code: HOSTILE.pipes,
      },
      [[HOSTILE.backslash, Verdict.UNKNOWN, HOSTILE.script, HOSTILE.markdown]],
    ),
    ...paths(
      HOSTILE.long,
      HOSTILE.script,
      HOSTILE.pipes,
      {
        kind: ResolutionKind.PRIVATE,
        chain: [HOSTILE.entities],
        reason: HOSTILE.template,
        privateEndpoint: HOSTILE.pipes,
      },
      [
        [HOSTILE.entities, Verdict.ALLOWED, HOSTILE.comment, HOSTILE.quotes],
        [HOSTILE.emoji, Verdict.DENIED, HOSTILE.rightToLeft, HOSTILE.long],
      ],
    ),
  ],
};
