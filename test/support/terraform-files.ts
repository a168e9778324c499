import { readFileSync } from 'fs';
import { join } from 'path';
import { Input } from '../../src/check/private/estate';
import { Estate } from '../../src/check/private/reading/estate';
import { ConnectivityPath } from '../../src/connectivity';
import { Analysis } from '../../src/connectivity/internal/analysis';
import { TerraformModel } from '../../src/model/terraform-model';

const FIXTURES = join(__dirname, '..', 'fixtures', 'terraform');

/** A file that Terraform wrote, such as `hcl-modules/plan.json`, by its name below the fixtures. */
export function terraformFile(name: string): Input {
  return { name, text: readFileSync(join(FIXTURES, name), 'utf8') };
}

/** Its JSON, to change and write again. */
export function terraformJson(name: string): any {
  return JSON.parse(terraformFile(name).text);
}

/** What files define together. */
export function estateOfFiles(...names: string[]): Estate {
  return Estate.of(names.map(terraformFile));
}

/** What a plan or state defines that is given as JSON. */
export function estateOfJson(...documents: object[]): Estate {
  return Estate.of(documents.map((json, index) => ({ name: `file-${index}.json`, text: JSON.stringify(json) })));
}

/** All paths to the SignalR services of a model. */
export function pathsOf(model: TerraformModel): ConnectivityPath[] {
  const analysis = new Analysis(model);
  return analysis.report(analysis.services.all).paths;
}

/** A line for each path of a request type: where it comes from, the verdict, the way and the code. */
export function linesOf(model: TerraformModel, requestType: string = 'ServerConnection'): string[] {
  return pathsOf(model)
    .filter((path) => path.requestType === requestType)
    .map(({ origin, verdict, via, code }) => [origin, verdict, via, code].filter((part) => part !== '').join(' | '));
}
