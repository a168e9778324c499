/**
 * When a code is reported, if it is not an error where the construct is defined:
 *
 * - `synth`: an error of the validation of the stack
 * - `warning`: an annotation
 * - `report`: a verdict of the connectivity report
 */
export type Mark = 'synth' | 'warning' | 'report';

/** What a code means, what to do (`-` where nothing is), and its marks; in Markdown. */
export type CodeRow = readonly [means: string, advice: string, ...marks: Mark[]];

/** Codes with their rows. */
export type CodeRows = Readonly<Record<string, CodeRow>>;
