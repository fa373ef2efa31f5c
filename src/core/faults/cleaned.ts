/** What stands in a message where something was taken out. */
const gap = '[…]';

/** Shorter words are taken out only where they stand alone, or "a" would empty every message. */
const leastInside = 4;

const files =
  /[^\s"'“”‘’`(),;]+\.(?:avif|bin|bmp|csv|gif|hei[cf]|jpe?g|jfif|json|keras|onnx|pdf|png|tiff?|txt|webp|zip)\b/gi;
const addresses = /\b(?:blob|data|file|https?):[^\s"'“”‘’`()]+/gi;
/** Digests, keys and what is made of them. */
const digits = /\b(?:[0-9a-f]{16,}|[A-Za-z0-9+/_-]{40,}=*)/gi;

/**
 * A message without what strangers must not read: addresses, names of files, long runs of digits, and the words given.
 *
 * @param words names and secrets, as they are
 */
export function cleaned(message: string, words: Iterable<string>): string {
  const forms = new Set(
    [...words].flatMap(word => [word, word.trim(), word.normalize('NFC'), word.normalize('NFD')]),
  );
  const longestFirst = [...forms].filter(word => word !== '').sort((a, b) => b.length - a.length);
  const known = longestFirst.reduce(
    (text, word) => (text.includes(word) ? text.replace(alone(word), gap) : text),
    message,
  );
  return known.replace(addresses, gap).replace(files, gap).replace(digits, gap);
}

function alone(word: string): RegExp {
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    word.length < leastInside ? `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])` : literal,
    'gu',
  );
}

/** `    at name (address:line:column)`, as V8 writes a frame. */
const v8 = /^\s*at (?:(.+?) \()?(?:.*?[/\\])?([^/\\]*):(\w+(?::\d+)?)\)?$/;
/** `name@address:line:column`, as the others do. */
const gecko = /^([^@]*)@(?:.*?[/\\])?([^/\\]*):(\d+:\d+)$/;

/**
 * The frames of a stack: function, script without host and folder, line and column. Nothing else of it is kept.
 *
 * @param message the error's, with which some browsers begin the stack
 */
export function framesOf(stack: string, message: string): readonly string[] {
  const at = message === '' ? -1 : stack.indexOf(message);
  const lines = stack.slice(at < 0 ? 0 : at + message.length).split('\n');
  return lines.flatMap(line => {
    const [, name = '', script, place] = v8.exec(line) ?? gecko.exec(line) ?? [];
    if (script === undefined) return [];
    const where = cleaned(`${script}:${place}`, []);
    return [name === '' ? where : `${name} (${where})`];
  });
}
