/**
 * Mark of a code: where it is reported, if not as an error where the construct is defined.
 *
 * - `synth`: an error of the validation of the stack
 * - `warning`: an annotation
 * - `report`: a verdict of the connectivity report
 */
export type Mark = 'synth' | 'warning' | 'report';

/** Meaning of a code, its advice (`-` where no action is needed), and its marks; in Markdown. */
export type CodeRow = readonly [means: string, advice: string, ...marks: Mark[]];

/** Codes with their rows. */
export type CodeRows = Readonly<Record<string, CodeRow>>;
