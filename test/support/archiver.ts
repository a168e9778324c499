/**
 * In the place of the package that packs folders for cdktf: nothing here packs one, and loading it takes as long as
 * loading the rest of cdktf, once for each test file.
 */
export default function archiver(): never {
  throw new Error('Tests pack no folders');
}
