import { cdk, Task } from 'projen';

const WRITE = 'ts-node -T --project projenrc/tsconfig.json projenrc/api/write.ts';

/** Adds the tasks of the API reference, and returns the one that compares it with the compiled library. */
export function addApiTasks(project: cdk.JsiiProject): Task {
  const docgen = project.addTask('docgen', {
    description: 'Writes the pages of docs/api from the compiled library, below what people wrote on top of each',
    exec: WRITE,
  });
  project.postCompileTask.spawn(docgen);
  project.gitattributes.addAttributes('/docs/api/*.md', 'linguist-generated');
  return project.addTask('docgen:check', {
    description: 'Fails when the pages of docs/api are not those of the compiled library',
    exec: `${WRITE} typescript dist/docs/api/typescript && git diff --no-index --exit-code docs/api dist/docs/api/typescript`,
  });
}

/** Adds the task that makes the documents a site. */
export function addSiteTask(project: cdk.JsiiProject): void {
  const site = project.addTask('site', {
    description:
      'Makes the documents a site with search in dist/site, with the API in all languages and the reports of the examples',
  });
  site.spawn(project.compileTask);
  site.exec('ts-node -T --project tsconfig.dev.json projenrc/site/make.ts');
}
