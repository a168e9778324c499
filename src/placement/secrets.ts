import { TerraformResource, TerraformStack } from 'cdktf';
import { IConstruct } from 'constructs';
import { withLocals } from './private/locals';
import { HostSettings } from '../core/internal/host-settings';
import { isExcepted, plainSecretProblems, secretProblem } from '../core/internal/secret-settings';
import { secretTagProblems } from '../core/internal/tags';
import { Problem } from '../core/internal/violations';
import { warn } from '../engine/warn';
import { ModelBlock } from '../model/model-block';
import { ModelResource } from '../model/model-resource';
import { sharedModel } from '../model/synth-model';
import { settingsOf } from '../topology/apps/settings';
import { Value } from '../topology/values';
import { secretAttributesIn, wholeResourcesIn } from '../topology/vault/secret-attributes';
import { sensitiveOf } from '../topology/vault/sensitive-attributes';

const COMMAND = 'site_config.app_command_line';

type Exceptions = Readonly<Record<string, string>>;

/**
 * Reports secrets of an app or slot that the JSON would show, wherever they come from: by form, by name, or by
 * reference. Warns of exceptions that nothing needs.
 */
export function secretProblems(resource: TerraformResource, own: HostSettings, notSecret: Exceptions = {}): Problem[] {
  const apps = sharedModel(resource).instancesOf(resource);
  const secrets = apps.flatMap((app) => [...secretSettings(app, own, resource), ...secretAttributes(app, resource)]);
  const needed = secrets.filter(({ name }) => isExcepted(name, notSecret));
  const isNeeded = (name: string) => needed.some((secret) => isExcepted(secret.name, { [name]: '' }));
  for (const name of Object.keys(notSecret).filter((each) => !isNeeded(each))) {
    const message = `no setting ${name} looks like a secret; remove the reason from notSecret`;
    warn(resource, 'appservice/not-secret-unused', message);
  }
  const problems = secrets.filter((secret) => !needed.includes(secret)).map(({ problem }) => problem);
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

/** Reports settings of an app outside of the configuration that refer to a secret. */
export function secretReferenceProblems(app: IConstruct, own: HostSettings): Problem[] {
  const model = sharedModel(app);
  return Object.entries(own.values)
    .filter(([name]) => own.ownerOf(name) === undefined)
    .flatMap(([name, value]) => referenceProblems(model.read(app, value), `app setting ${name}`, app));
}

interface Secret {
  readonly name: string;
  readonly problem: Problem;
}

function secretSettings(app: ModelResource, own: HostSettings, scope: IConstruct): Secret[] {
  return (settingsOf(app) ?? [])
    .filter(({ name }) => own.ownerOf(name) === undefined)
    .flatMap(({ name, value, isConnectionString }) =>
      secretsIn(name, value, `${isConnectionString ? 'connection string' : 'app setting'} ${name}`, scope),
    );
}

function secretsIn(name: string, value: Value, called: string, scope: IConstruct): Secret[] {
  const texts = typeof value.json === 'string' ? [withLocals(value.json, TerraformStack.of(scope)), value.text] : [];
  const plain = texts.flatMap((text) => plainSecretProblems(name, text, called));
  return [...plain.slice(0, 1), ...referenceProblems(value, called, scope)].map((problem) => ({ name, problem }));
}

/**
 * Attributes of the app itself that azurerm marks as sensitive, such as the password of a registry, its command and
 * tags.
 */
function secretAttributes(app: ModelResource, scope: IConstruct): Secret[] {
  const attributes = sensitiveOf(app.type).filter(
    (path) => path !== 'site_credential' && !path.startsWith('connection_string'),
  );
  const marked = attributes.flatMap((path) =>
    valuesAt(app, path).flatMap((value) => {
      const isPlain = value.knownText !== undefined && value.knownText !== '' && value.json === value.knownText;
      const plain = isPlain ? [secretProblem(`${path} is given as plain text`)] : referenceProblems(value, path, scope);
      return plain.map((problem) => ({ name: path, problem }));
    }),
  );
  const command = secretsIn('startupCommand', app.at(COMMAND), COMMAND, scope);
  const tags = (app.at('tags').entries ?? []).flatMap(([name, value]) =>
    [...secretTagProblems({ [name]: value.text }), ...referenceProblems(value, `tag ${name}`, scope)].map(
      (problem) => ({ name, problem }),
    ),
  );
  return [...marked, ...command, ...tags];
}

/** The values of an attribute, one of each block on the path. */
function valuesAt(block: ModelBlock<ModelResource>, path: string): Value[] {
  const [name, ...rest] = path.split('.');
  if (rest.length === 0) return [block.at(name)];
  return (block.blocks(name) ?? []).flatMap((inner) => valuesAt(inner, rest.join('.')));
}

function referenceProblems({ json }: Value, called: string, scope: IConstruct): Problem[] {
  if (typeof json !== 'string' || !json.includes('${')) return [];
  const text = withLocals(json, TerraformStack.of(scope));
  const shown = [...secretAttributesIn(text), ...wholeResourcesIn(text).secret.map((type) => `all of ${type}`)];
  if (shown.length === 0) return [];
  return [secretProblem(`${called} shows ${shown.join(' and ')}, which is a secret`)];
}
