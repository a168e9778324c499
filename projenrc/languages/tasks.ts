import { cdk } from 'projen';

/** Adds the test of the packages in other languages, and has each of them built in an empty folder. */
export function addLanguageTasks(project: cdk.JsiiProject): void {
  // What checks a package in Python takes every file of the folder for a part of it, also the sources of another command.
  for (const language of ['python', 'java', 'dotnet', 'go']) {
    project.tasks.tryFind(`package:${language}`)!.prependExec(`rm -rf dist/${language}`);
  }
  const test = project.addTask('test:languages', {
    description:
      'Installs the package into a Python, a Java and a Go project, runs the quick start there, compares JSON',
  });
  test.spawn(project.compileTask);
  test.exec('ts-node -T --project projenrc/tsconfig.json projenrc/languages/run/main.ts', { receiveArgs: true });
}
