import { Command, CommanderError, Option } from 'commander';
import { InvalidAcceptFile } from './private/accept/invalid-accept-file';
import { AdoptOptions, Commands, FORMATS, Options, PROFILES } from './private/commands';
import { EstateReader, UnreadableInput } from './private/estate';
import { codeOf, Io } from './private/io';
import { LEVELS, USUAL } from './private/result';
import { oneLine } from '../core/internal/one-line';

/** Exit codes. */
const UNREADABLE = 2;

const EXAMPLES = `
Examples:
  terraform show -json tfplan > plan.json
  secure-signalr check plan.json                        who reaches SignalR once the plan is applied
  secure-signalr check hub.state.json spoke.plan.json   two stacks as one estate
  secure-signalr diff plan.json --format github         what the plan changes, in a pull request
  secure-signalr diff state.json plan.json --accept accept.yaml  with what is accepted and expected
  secure-signalr check cdktf.out --out evidence         what "cdktf synth" wrote; an evidence pack for people and programs
  secure-signalr adopt state.json cdktf.out             blocks with which the stack takes over what the state has
  secure-signalr explain dns/not-linked                 what a code means, and what to do

Exit codes:
  0  holds
  1  does not hold: see --fail-on
  2  could not be read or used`;

/**
 * Runs the command.
 *
 * @param argv what follows the name of the command
 * @param read reads the files into an estate
 * @returns the exit code: 0 holds, 1 does not hold, 2 could not be read or used
 */
export async function run(argv: readonly string[], io: Io, read: EstateReader): Promise<number> {
  let exitCode = 0;
  const program = programOf(io, new Commands(io, read), (code) => (exitCode = code));
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return exitCodeOf(error, io);
  }
}

function programOf(io: Io, commands: Commands, done: (exitCode: number) => void): Command {
  const program = new Command('secure-signalr')
    .description('Proves from Terraform plans, states and synthesized folders who reaches Azure SignalR Service.')
    .version(io.version)
    .exitOverride()
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr, getOutHasColors: () => false, outputError: prefixed })
    .addHelpText('after', EXAMPLES);
  const files = 'a plan or state that "terraform show -json" wrote, a synthesized folder such as cdktf.out, or -';
  withOptions(program.command('check').description('judge several files together'))
    .argument('<file...>', files)
    .action(async (names: string[], options: Options) => done(await commands.check(names, options)));
  withOptions(program.command('diff').description('judge what changes: two files, or a plan alone'))
    .argument('<before>', `${files}; a plan alone holds both sides`)
    .argument('[after]', 'the same afterwards')
    .option('--with <file>', 'a file that joins both sides; may be repeated', (name, all: string[] = []) => [
      ...all,
      name,
    ])
    .action(async (before: string, after: string | undefined, options: Options) =>
      done(await commands.diff(before, after, options)),
    );
  program
    .command('adopt')
    .description('take over what a state has, without recreating it')
    .argument('<state>', 'what "terraform show -json" prints of the state that has the resources, or -')
    .argument('<stack>', 'what is to have them: a synthesized folder such as cdktf.out, or its cdk.tf.json')
    .option('--same-state', 'the stack takes over the state itself: moved in place of import blocks')
    .option('--out <folder>', 'where the blocks are written', 'adopt')
    .addOption(new Option('--format <format>', 'how the answer is written').choices(['text', 'json']).default('text'))
    .action(async (state: string, stack: string, options: AdoptOptions) =>
      done(await commands.adopt(state, stack, options)),
    );
  program
    .command('explain')
    .description('show what a code or a rule means, and what to do')
    .argument('<code>', 'a code such as dns/not-linked, or a rule such as SIG5')
    .action((code: string) => done(commands.explain(code)));
  return program;
}

/** commander begins its messages in a way of its own. */
function prefixed(message: string, write: (text: string) => void): void {
  write(message.replace(/^error: /, 'secure-signalr: '));
}

function withOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--profile <profile>', 'what clients may do: connect over the internet, or not')
        .choices(Object.keys(PROFILES))
        .default('public-clients'),
    )
    .option('--accept <file>', 'YAML file with acknowledgements and expectations')
    .addOption(
      new Option('--fail-on <level>', 'what exit code 1 is for; each level includes the ones before')
        .choices([...LEVELS, 'never'])
        .default(USUAL),
    )
    .option('--out <folder>', 'write an evidence pack with the connectivity and compliance reports there')
    .option('--commit <id>', 'the commit that the files of --out name')
    .option('--pipeline <run>', 'the run that the files of --out name, such as its address')
    .option('--time <time>', 'the time that the files of --out name: ISO 8601 with a time zone')
    .addOption(new Option('--format <format>', 'how the verdict is written').choices(FORMATS).default('text'))
    .option('--root <folder>', 'folder of the Terraform files that findings point to (default: the current folder)');
}

/** Exit code for an error, which is reported in a clear sentence and never as a stack trace. */
function exitCodeOf(error: unknown, io: Io): number {
  // commander has written its message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : UNREADABLE;
  if (error instanceof UnreadableInput || error instanceof InvalidAcceptFile) {
    const lines = error.message.split('\n').map((line) => `secure-signalr: ${oneLine(line)}\n`);
    io.stderr(lines.join(''));
  } else if (codeOf(error) !== undefined) {
    io.stderr(`secure-signalr: ${oneLine((error as Error).message)}\n`);
  } else {
    // The message of a fault may hold values of the files.
    const name = error instanceof Error ? error.name : 'unknown';
    io.stderr(
      `secure-signalr: the files cannot be judged; this is a fault of secure-signalr (${name}), please report it\n`,
    );
  }
  return UNREADABLE;
}
