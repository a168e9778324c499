import { join, relative, resolve, sep } from 'path';
import { Input } from './estate';
import { Io } from './io';
import { labelsOf } from './reading/labels';
import { recordedName } from './recorded-name';
import { ModelResource } from '../../model/model-resource';

/** Place of a resource in a file. */
export interface SourcePlace {
  /** Path of the file, from the root of the repository or the current folder. */
  readonly file: string;
  readonly line?: number;
}

/** A block of a Terraform file that has an address: `resource "TYPE" "NAME"`, `module "NAME"`. */
const BLOCK = /^[ \t]*(resource|data|output|module)[ \t]+"([^"\n]+)"(?:[ \t]+"([^"\n]+)")?/gm;
const SOURCE = /^[ \t]*source[ \t]*=[ \t]*"(\.{1,2}\/[^"\n]*)"/m;
/** Keys of instances, in which any character may stand. */
const KEYS = /\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g;

/** The blocks in one folder of Terraform files. */
interface Module {
  readonly places: ReadonlyMap<string, SourcePlace>;
  /** Folders of local modules by name. */
  readonly modules: ReadonlyMap<string, string>;
}

/** Finds resources in Terraform files, and otherwise in the file that was read. */
export class SourcePlaces {
  private readonly modules = new Map<string, Module | undefined>();
  private readonly known = new Map<ModelResource, SourcePlace>();
  private readonly files: ReadonlyMap<string, string>;
  private readonly base: string;

  public constructor(
    private readonly io: Io,
    inputs: readonly Input[],
    private readonly sources?: ReadonlyMap<string, string>,
    /** Folder of the root module. */
    private readonly root: string = io.cwd,
  ) {
    const names = inputs.map(({ name }) => name);
    this.files = new Map(labelsOf(names).map((label, index) => [label, names[index]]));
    this.base = io.env.GITHUB_WORKSPACE ?? io.cwd;
  }

  /** Place of a resource in a file. */
  public of(resource: ModelResource): SourcePlace {
    const known = this.known.get(resource) ?? this.find(resource);
    this.known.set(resource, known);
    return known;
  }

  /** The file that a resource stands in, as reports name it. */
  public fileOf(resource: ModelResource): string {
    return recordedName(this.of(resource).file, this.io.cwd);
  }

  private find({ place: { address, stack } }: ModelResource): SourcePlace {
    const parts = address.replace(KEYS, '').split('.');
    let folder: string | undefined = resolve(this.io.cwd, this.root);
    for (let path = ''; parts[0] === 'module' && folder !== undefined; parts.splice(0, 2)) {
      path = [path, 'module', parts[1]].filter(Boolean).join('.');
      folder = this.folderOf(folder, parts[1], path);
    }
    const found = folder === undefined ? undefined : this.moduleIn(folder)?.places.get(parts.join('.'));
    return found ?? { file: this.inputOf(stack) };
  }

  private folderOf(parent: string, name: string, path: string): string | undefined {
    const given = this.sources?.get(path);
    if (given !== undefined) return resolve(this.io.cwd, this.root, given);
    const source = this.moduleIn(parent)?.modules.get(name);
    return source === undefined ? undefined : resolve(parent, source);
  }

  private moduleIn(folder: string): Module | undefined {
    if (!this.modules.has(folder)) this.modules.set(folder, this.read(folder));
    return this.modules.get(folder);
  }

  private read(folder: string): Module | undefined {
    const files = (this.io.readFolder(folder) ?? []).filter((name) => name.endsWith('.tf')).sort();
    const places = new Map<string, SourcePlace>();
    const modules = new Map<string, string>();
    for (const name of files) {
      const text = this.textOf(join(folder, name));
      const file = this.shown(join(folder, name));
      let [line, from] = [1, 0];
      for (const { index, 0: head, 1: kind, 2: type, 3: id } of text.matchAll(BLOCK)) {
        line += text.slice(from, index).split('\n').length - 1;
        from = index;
        const address = [...(kind === 'resource' ? [] : [kind]), type, ...(id === undefined ? [] : [id])].join('.');
        places.set(address, { file, line });
        if (kind !== 'module') continue;
        const end = text.indexOf('\n}', index);
        const source = SOURCE.exec(text.slice(index + head.length, end < 0 ? undefined : end))?.[1];
        if (source !== undefined) modules.set(type, source);
      }
    }
    return { places, modules };
  }

  private textOf(file: string): string {
    try {
      return new TextDecoder().decode(this.io.readFile(file));
    } catch {
      // A place is a help; without it the finding names the file that was read.
      return '';
    }
  }

  private inputOf(label: string): string {
    const [first = label] = this.files.values();
    return this.files.get(label) ?? first;
  }

  private shown(file: string): string {
    const path = relative(this.base, file).split(sep).join('/');
    return path.startsWith('../') ? file : path;
  }
}
