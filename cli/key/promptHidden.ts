/** A question on the terminal whose answer is not shown. Null where no person is at the terminal. */
export async function promptHidden(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY || !stderr.isTTY) return null;
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  let typed = '';
  try {
    for await (const part of stdin) {
      for (const character of String(part)) {
        if (character === '\r' || character === '\n') return typed;
        // Ctrl-C and Ctrl-D: raw mode leaves them to us.
        if (character === '\u0003' || character === '\u0004') return null;
        if (character === '\u007f' || character === '\b') typed = [...typed].slice(0, -1).join('');
        else if (character >= ' ') typed += character;
      }
    }
    return null;
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write('\n');
  }
}
