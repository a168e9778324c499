import { Adopted, Adoption } from './adoption';
import { Replacement } from './differences';
import { Files } from './files';
import { addTo } from '../../../core/internal/add-to';
import { counted, Entry, Result, Section } from '../result';

/** Options of constructs, and the ends of roles in an architecture, for names that exist. */
const NAMES = new Map([
  ['private_service_connection.name', ['connectionName', 'privateEndpointConnection']],
  ['custom_network_interface_name', ['networkInterfaceName', 'privateEndpointNetworkInterface']],
]);
const IP_CONFIGURATION = 'ip_configuration.name';

/** Result of an adoption; decisions for a person come first. */
export function adoptResult(
  { adopted, undecided, created, left, blocks }: Adoption,
  files: Files,
  folder: string,
): Result {
  const of = (read: (each: Adopted) => readonly Replacement[]) =>
    adopted.flatMap((each) => read(each).map((replacement) => replacementEntry(each, replacement)));
  const replaced = adopted.filter(({ differences }) => differences.replacements.length > 0);
  const others = new Map<string, string[]>();
  [...left, ...blocks].forEach(({ type, address, values }) =>
    addTo(others, type, typeof values.name === 'string' ? values.name : address),
  );
  const sections: Section[] = [
    {
      id: 'replaced',
      title: 'Terraform would replace',
      columns: ['attribute', 'resource', 'why'],
      entries: of(({ differences }) => differences.replacements),
      level: 'violated',
    },
    {
      id: 'undecided',
      title: 'Not known to be in the state',
      columns: ['type', 'resource', 'what decides'],
      entries: undecided.map(({ resource, because }) => ({
        code: resource.type,
        subject: resource.path,
        message: because,
        advice: 'write the import block yourself, or give the value so that synth knows it',
      })),
      level: 'unknown',
    },
    {
      id: 'open',
      title: 'Only the plan says whether Terraform replaces',
      columns: ['attribute', 'resource', 'why'],
      entries: of(({ differences }) => differences.open),
      level: 'unknown',
    },
    {
      id: 'created',
      title: 'The stack creates',
      columns: ['type', 'resource', 'note'],
      entries: created.map((resource) => ({
        code: resource.type,
        subject: resource.path,
        message: similarIn(others.get(resource.type)),
      })),
      isBrief: true,
    },
    {
      id: 'left',
      title: 'Left over in the state, and in Azure',
      columns: ['type', 'resource', 'id'],
      entries: left.map(({ type, address, id = '' }) => ({ code: type, subject: address, message: id })),
      isBrief: true,
    },
    {
      id: 'changed',
      title: 'Terraform changes in place',
      columns: ['type', 'resource', 'attributes'],
      entries: adopted
        .filter(({ differences }) => differences.changed.length > 0)
        .map((each) => entryOf(each, each.differences.changed.join(', '))),
      isBrief: true,
    },
    {
      id: 'adopted',
      title: 'Taken over',
      columns: ['type', 'resource', 'in the state'],
      entries: adopted
        .filter((each) => !replaced.includes(each))
        .map((each) => entryOf(each, `${each.state.isPart ? 'a block of ' : ''}${each.state.address}`)),
      isBrief: true,
    },
  ];
  const holds = sections.every(({ level, entries }) => level === undefined || entries.length === 0);
  const whole = adopted.filter(({ state }) => !state.isPart);
  const parts = adopted.length - whole.length;
  const counts = [
    `takes over ${whole.filter((each) => !replaced.includes(each)).length} of ${counted(whole.length + left.length, 'resource')} of the state`,
    ...(parts === 0 ? [] : [`and ${counted(parts, 'block')} of these`]),
    ...some(replaced.length, 'would be replaced'),
    ...some(undecided.length, 'not known'),
    ...some(created.length, 'created'),
    ...some(left.length, 'left over'),
  ];
  return {
    command: 'adopt',
    holds,
    summary: `${holds ? 'Holds' : 'Does not hold'}: ${counts.join(', ')}.`,
    failOn: 'unknown',
    sections,
    notes: [...unknownTypes(adopted), ...[...files.keys()].map((file) => `Wrote ${folder}/${file}`)],
  };
}

function replacementEntry(each: Adopted, { attribute, because, before }: Replacement): Entry {
  return { ...entryOf(each, because), code: attribute, advice: adviceOf(attribute, before) };
}

function entryOf({ resource }: Adopted, message: string): Entry {
  return { code: resource.type, subject: resource.path, message };
}

function adviceOf(attribute: string, before: string | undefined): string {
  const names = NAMES.get(attribute);
  if (before !== undefined && names) {
    const [option, role] = names;
    const text = JSON.stringify(before);
    return `give ${option}: ${text} to the endpoint, or name its role in an architecture, such as Naming.of({ ${role}: ${text} })`;
  }
  if (before !== undefined && attribute === IP_CONFIGURATION) {
    return `give ipConfigurationName: ${JSON.stringify(before)} to the endpoint`;
  }
  return 'give the stack the value of the state, or take the comment signs off the block and accept the replacement';
}

/** Resources of a type in the state, where a resource may be one of these under another name. */
function similarIn(names: readonly string[] | undefined): string {
  if (!names) return '';
  return `the state has others of the type: ${names.join(', ')}; give the name of one to take it over`;
}

function unknownTypes(adopted: readonly Adopted[]): string[] {
  const types = new Set(adopted.filter(({ differences }) => !differences.isKnown).map(({ state }) => state.type));
  if (types.size === 0) return [];
  return [`What replaces ${[...types].sort().join(', ')} is not known here; read the plan.`];
}

function some(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count} ${what}`];
}
