import Ajv from 'ajv';
import { readFileSync } from 'fs';
import { join } from 'path';
import { PIPELINE, readCi, stage } from '../support/pipelines';

const TEXT = readCi('azure-pipelines.yml');
const [tests, diff, deploy] = ['test', 'diff', 'deploy'].map(stage);
const azureCli = ({ steps }: typeof diff) => steps.find(({ task }) => task === 'AzureCLI@2')!;
const bash = ({ steps }: typeof diff): string[] => steps.flatMap((step) => step.bash ?? []);

test('the schema of Azure Pipelines has nothing against the pipeline', () => {
  const file = join(__dirname, '..', 'fixtures', 'azure-pipelines-1.206.0-schema.json');
  // Its patterns are older than the flag that ajv sets, and it has texts beside booleans and numbers.
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, coerceTypes: true });
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
  validate(structuredClone(PIPELINE));
  expect(validate.errors ?? []).toEqual([]);
});

describe('signing in', () => {
  test('needs no secret', () => {
    expect(TEXT).not.toMatch(/secret|password|servicePrincipalKey|access_key|sas_token/i);
  });

  test.each([
    ['the planner', diff, 'azure-plan'],
    ['the deployer', deploy, 'azure-deploy'],
  ])('is by the service connection, as %s', (_, of, connection) => {
    const { inputs, env } = azureCli(of);
    expect(inputs!.azureSubscription).toBe(connection);
    expect(env).toMatchObject({
      ARM_USE_OIDC: 'true',
      ARM_USE_CLI: 'false',
      SYSTEM_ACCESSTOKEN: '$(System.AccessToken)',
      SYSTEM_OIDCREQUESTURI: '$(System.OidcRequestUri)',
    });
    const exported = [...inputs!.inlineScript.matchAll(/^export (ARM_\w+)="\$(\w+)"$/gm)].map(([, ...pair]) => pair);
    expect(Object.fromEntries(exported)).toEqual({
      ARM_CLIENT_ID: 'AZURESUBSCRIPTION_CLIENT_ID',
      ARM_TENANT_ID: 'AZURESUBSCRIPTION_TENANT_ID',
      ARM_ADO_PIPELINE_SERVICE_CONNECTION_ID: 'AZURESUBSCRIPTION_SERVICE_CONNECTION_ID',
    });
  });

  test('gives the token of the job to no other step', () => {
    const withToken = PIPELINE.stages.flatMap(({ stage: name }) =>
      stage(name).steps.filter((step) => JSON.stringify(step.env ?? {}).includes('System.AccessToken')),
    );
    expect(withToken).toEqual([azureCli(diff), azureCli(deploy)]);
  });
});

describe('what runs', () => {
  test('on a pull request are tests and a plan, which neither locks nor changes anything', () => {
    expect(bash(tests)).toEqual(['npm ci --ignore-scripts', 'npx --no cdktf synth', 'npm test']);
    expect(azureCli(diff).inputs!.inlineScript).toContain('\nnpx --no cdktf diff "$STACK" --no-color\n');
    expect(azureCli(diff).env!.TF_CLI_ARGS_plan).toBe('-lock=false');
    expect(azureCli(deploy).env).not.toHaveProperty('TF_CLI_ARGS_plan');
  });

  test('on a pull request of a fork are only tests', () => {
    expect(tests.condition).toBeUndefined();
    expect(diff.condition).toBe("and(succeeded(), ne(variables['System.PullRequest.IsFork'], 'True'))");
  });

  test('is a deployment only of main, after the plan, in an environment, one at a time', () => {
    const deploying = PIPELINE.stages.filter(({ jobs }) =>
      /\b(cdktf deploy|apply|destroy)\b/.test(JSON.stringify(jobs)),
    );
    expect(deploying.map((each) => each.stage)).toEqual(['deploy']);
    expect(deploy).toMatchObject({
      dependsOn: 'diff',
      condition:
        "and(succeeded(), ne(variables['Build.Reason'], 'PullRequest'), eq(variables['Build.SourceBranch'], 'refs/heads/main'))",
      lockBehavior: 'runLatest',
      job: { environment: 'production' },
    });
  });

  test('is a Terraform whose archive is what it was', () => {
    [diff, deploy].forEach((each) => {
      const [install] = bash(each);
      expect(install).toContain('echo "$TERRAFORM_SHA256  $archive" | sha256sum --check');
      expect(install.indexOf('sha256sum')).toBeLessThan(install.indexOf('unzip'));
    });
    expect(PIPELINE.variables.TERRAFORM_SHA256).toMatch(/^[0-9a-f]{64}$/);
  });
});

test('keeps only the compliance report, under the name that the SARIF extension reads', () => {
  const kept = PIPELINE.stages.flatMap(({ stage: name }) =>
    stage(name).steps.filter(({ task }) => task?.startsWith('Publish')),
  );
  expect(kept).toEqual([
    {
      task: 'PublishBuildArtifacts@1',
      condition: 'succeededOrFailed()',
      inputs: {
        PathtoPublish: '$(System.DefaultWorkingDirectory)/cdktf.out/compliance.sarif',
        ArtifactName: 'CodeAnalysisLogs',
      },
    },
  ]);
});
