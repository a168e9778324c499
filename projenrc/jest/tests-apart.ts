import { JsonFile, Project } from 'projen';

/** Tests that need more than Node.js, each with a command of its own; `npm test` needs none of it. */
const APART = {
  browser: 'Tests the page of the connectivity report in headless Chromium (CHROMIUM_PATH, or /usr/bin/chromium)',
  newcomer: 'Does what README.md says of a first project in empty folders, on both engines; needs the npm registry',
  site: 'Checks every link of the site that npm run site made, and looks at it in Chromium without a network',
  terraform: 'Validates the blocks of an adoption with the terraform in PATH',
};

/** Adds a configuration of jest and a task for each of them. */
export function addTestsApart(project: Project, transform: Readonly<Record<string, string>>): void {
  Object.entries(APART).forEach(([name, description]) => {
    const file = `jest.${name}.config.json`;
    const testMatch = [`<rootDir>/test/${name}/**/*.${name}.ts`];
    const modulePathIgnorePatterns = ['<rootDir>/dist/'];
    new JsonFile(project, file, { obj: { testMatch, transform, testTimeout: 60000, modulePathIgnorePatterns } });
    project.addTask(`test:${name}`, { description, exec: `jest --ci --config ${file}`, receiveArgs: true });
  });
}
