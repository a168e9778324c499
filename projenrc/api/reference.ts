import { ApiReferenceSchema, Documentation, Language } from 'jsii-docgen';
import { Library } from './library';
import { Page } from './page';
import { Explanations } from './texts';

/** The languages of the reference, as they are called in Markdown. */
export const LANGUAGES = ['typescript', 'python', 'java', 'csharp', 'go'] as const;

/** The pages of a compiled library in a language, by their names; people write what stands above each. */
export async function referenceOf(
  folder: string,
  language: (typeof LANGUAGES)[number],
  explanations: Explanations,
): Promise<ReadonlyMap<string, string>> {
  const library = Library.read(folder);
  const documentation = await Documentation.forProject(folder);
  const json = await documentation.toJson({ language: Language.fromString(language), allSubmodules: true });
  const all = json.content.apiReference!;
  return new Map(
    library.pages.map((name) => [
      name,
      new Page(
        name,
        typesOf(all, (id) => library.placeOf(id)?.page === name),
        { library, language, explanations },
      ).render(),
    ]),
  );
}

function typesOf(all: ApiReferenceSchema, isHere: (id: string) => boolean): ApiReferenceSchema {
  const here = <T extends { readonly id: string }>(types: readonly T[]) => types.filter(({ id }) => isHere(id));
  const { constructs, classes, structs, interfaces, enums } = all;
  return {
    constructs: here(constructs),
    classes: here(classes),
    structs: here(structs),
    interfaces: here(interfaces),
    enums: here(enums),
  };
}
