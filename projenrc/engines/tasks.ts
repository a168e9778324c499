import { cdk } from 'projen';

const EDITION = { cwd: 'dist/cdktn' };
const SCRIPT = 'ts-node -T --project projenrc/tsconfig.json projenrc/engines';
const RELEASE = 'ts-node -T --project projenrc/tsconfig.json projenrc/release';

/** The tasks that make and test the edition for CDK Terrain. */
export function addEngineTasks(project: cdk.JsiiProject): void {
  const edition = project.addTask('cdktn', {
    description: 'Makes the edition for CDK Terrain in dist/cdktn, from the same source, and compiles it',
  });
  edition.exec(`${SCRIPT}/make.ts`);
  edition.exec('projen compile', EDITION);
  edition.exec('projen docgen', EDITION);
  edition.exec('projen languages', EDITION);

  const starter = project.addTask('starter', {
    description: 'Makes a project to start from for each engine in dist/starter, with the library packed beside it',
  });
  starter.spawn(project.compileTask);
  starter.exec(`${SCRIPT}/make.ts`);
  starter.exec('projen compile', EDITION);
  starter.exec(`${RELEASE}/starter.ts dist/starter/cdktf`);
  starter.exec(`${RELEASE}/starter.ts ../starter/cdktn`, EDITION);

  const tests = project.addTask('test:cdktn', {
    description: 'Makes the edition for CDK Terrain, and checks types and runs all tests there',
  });
  tests.spawn(edition);
  tests.exec('projen typecheck', EDITION);
  tests.exec('jest --ci --coverage=false', { ...EDITION, receiveArgs: true });

  const tarballs = project.addTask('test:tarball', {
    description: 'Installs both editions into empty projects, synthesizes the examples there, and compares the JSON',
  });
  tarballs.spawn(project.compileTask);
  tarballs.spawn(edition);
  tarballs.exec(`${SCRIPT}/tarballs.ts`);
}
