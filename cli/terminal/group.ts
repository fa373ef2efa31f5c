import type { Command } from './command.ts';
import { exits } from './exit.ts';
import { columns } from './help.ts';
import { refuse } from './refusal.ts';

interface GroupText {
  readonly name: string;
  readonly about: string;
  readonly teaches: string;
  /** Each is called by the last word of its name. */
  readonly commands: readonly Command[];
}

const lastWord = ({ name }: Command) => name.slice(name.lastIndexOf(' ') + 1);

/** A command that has commands of its own. */
export function group({ name, about, teaches, commands }: GroupText): Command {
  const help = () =>
    [
      about,
      columns(commands.map(each => [`keyveil ${each.name}`, each.about])),
      `Each has a --help of its own.`,
      teaches.trim(),
    ].join('\n\n');
  return {
    name,
    about,
    async run([first, ...rest], terminal, home) {
      const found = commands.find(each => lastWord(each) === first);
      if (found !== undefined) return found.run(rest, terminal, home);
      if (first !== undefined && first !== '--help')
        refuse(`There is no ${name} ${first}; one of ${commands.map(lastWord).join(', ')}.`);
      terminal.print(help());
      return exits.done;
    },
  };
}
