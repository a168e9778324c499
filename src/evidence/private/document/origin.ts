import { textTable } from './text-table';
import { Markup, markup } from '../../../page/markup';
import { InputRecord, ProviderRecord } from '../../internal/input-record';
import { ProvenanceFacts } from '../provenance-facts';

/** Origin of the pack, by which a reader finds the same input and the same versions. */
export function originSection({ library, commit, pipeline, time, inputs }: ProvenanceFacts): Markup {
  const given: [string, string | undefined][] = [
    ['Library', [library.name, library.version].filter(Boolean).join(' ')],
    ['Commit', commit],
    ['Pipeline', pipeline],
    ['Time', time],
  ];
  const rows = given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return markup`<section>
<h2>Provenance</h2>
${textTable('Provenance', ['What', 'Value'], rows, '')}${textTable(
    'Inputs',
    ['File', 'For', 'SHA-256', 'Versions'],
    inputs.map((input) => [input.name, input.use, input.sha256, versionsOf(input)]),
    'No file was read: the configuration stood in memory.',
  )}</section>
`;
}

function versionsOf({ terraform, requiredTerraform, synthesizer, providers = [] }: InputRecord): string[] {
  const versions: [string, string | undefined][] = [
    ['Terraform', terraform],
    ['Terraform required', requiredTerraform],
    ['synthesized with CDK', synthesizer],
  ];
  return [
    ...versions.flatMap(([name, version]) => (version === undefined ? [] : `${name} ${version}`)),
    ...providers.map(providerText),
  ];
}

function providerText({ name, source, constraint, version }: ProviderRecord): string {
  const texts = [
    source === undefined ? name : `${name} (${source})`,
    constraint && `required ${constraint}`,
    version && `locked ${version}`,
  ];
  return texts.filter(Boolean).join(', ');
}
