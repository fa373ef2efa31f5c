import type { Home } from '../home.ts';
import { type Exit, exits } from './exit.ts';
import { commandHelp } from './help.ts';
import { flag, type Given, type Options, readArguments } from './options.ts';
import type { Terminal } from './terminal.ts';

/** What a command says of itself, and does. */
export interface CommandText<O extends Options> {
  /** As it is called: `protect`, `trace probes`. */
  readonly name: string;
  /** One line, for the list of commands. */
  readonly about: string;
  /** What stands after the name, a line for each way to call it. */
  readonly usage: readonly string[];
  readonly options: O;
  /** What a person should know who has never used it; after the options in its help. Lines as they are printed. */
  readonly teaches: string;
  run(given: Given<O>, terminal: Terminal, home: Home): Promise<Exit>;
}

export interface Command {
  readonly name: string;
  readonly about: string;
  /** `--help`, and no arguments at all, print what there is to know. @throws Refusal */
  run(args: readonly string[], terminal: Terminal, home: Home): Promise<Exit>;
}

/** A command whose options are read and whose help is written here, so that all of them do it the same way. */
export function command<O extends Options>(text: CommandText<O>): Command {
  const help = () => commandHelp({ ...text, options: { ...text.options, help: flag('this text') } });
  return {
    name: text.name,
    about: text.about,
    async run(args, terminal, home) {
      if (args.length > 0 && !args.includes('--help'))
        return text.run(readArguments(args, text.options), terminal, home);
      terminal.print(help());
      return exits.done;
    },
  };
}
