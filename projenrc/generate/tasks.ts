import { cdk } from 'projen';

/** The tasks that write what is made of the rules, and compare what rules cite with its sources. */
export function addRuleTasks(project: cdk.JsiiProject): void {
  const rules = project.addTask('rules', {
    description: 'Writes RULES.md and what the command has of code and documents; a test fails where one is old',
    exec: 'ts-node --project tsconfig.dev.json projenrc/generate/rules.ts',
  });
  rules.exec('ts-node -T --project tsconfig.dev.json projenrc/generate/check-files.ts');
  rules.exec('ts-node -T --project tsconfig.dev.json projenrc/generate/check-outputs.ts');
  rules.exec('ts-node -T --project tsconfig.dev.json projenrc/generate/input-shapes.ts');
  rules.exec('ts-node -T --project tsconfig.dev.json projenrc/moves/write.ts');

  project.addTask('citations', {
    description:
      'Compares names and versions of what rules cite with git copies of Azure/azure-policy and bridgecrewio/checkov; --write takes them over',
    exec: 'ts-node -T --project tsconfig.dev.json projenrc/generate/citations.ts',
    receiveArgs: true,
  });
}
