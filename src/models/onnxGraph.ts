import { joinedBytes } from '../core/joinedBytes.ts';

/**
 * As much of an ONNX file (onnx.proto, protobuf) as is needed to look inside a network: what its nodes give, and the
 * same network with some of that among its outputs, for onnxruntime gives only outputs.
 */

type Bytes = Uint8Array<ArrayBuffer>;

/** Field numbers of onnx.proto. */
const fields = {
  model: { graph: 7 },
  graph: { node: 1, output: 12 },
  node: { output: 2, kind: 4 },
  valueInfo: { name: 1 },
} as const;

/** Kinds that give no numbers of pictures: what is the same for all, and lists of tensors. */
const others = /^(?:Constant|ConstantOfShape|Shape|Size|.*Sequence.*|Optional.*|ZipMap)$/;

/** Names of what the nodes of its graph give, in their order, in which each follows those that it needs. */
export function nodeOutputs(model: Bytes): readonly string[] {
  return partsOf(model, fields.model.graph).flatMap(graph =>
    partsOf(graph, fields.graph.node).flatMap(node => {
      const [kind] = partsOf(node, fields.node.kind).map(textOf);
      if (kind === undefined || others.test(kind)) return [];
      return partsOf(node, fields.node.output)
        .map(textOf)
        .filter(name => name !== '');
    }),
  );
}

/**
 * The same model with these among its outputs. Protobuf joins a field that stands twice, so a second graph at the end,
 * with nothing but outputs, says it all.
 */
export function withOutputs(model: Bytes, names: readonly string[]): Bytes {
  const there = new Set(
    partsOf(model, fields.model.graph).flatMap(graph =>
      partsOf(graph, fields.graph.output).flatMap(value => partsOf(value, fields.valueInfo.name).map(textOf)),
    ),
  );
  const added = names
    .filter(name => !there.has(name))
    .map(name => {
      const text = new TextEncoder().encode(name);
      return part(fields.graph.output, part(fields.valueInfo.name, text));
    });
  return added.length === 0 ? model : joinedBytes([model, part(fields.model.graph, joinedBytes(added))]);
}

const textOf = (bytes: Bytes): string => new TextDecoder().decode(bytes);

/** What stands in a message under a field of bytes, as often as it stands there. */
function partsOf(message: Bytes, wanted: number): readonly Bytes[] {
  const found: Bytes[] = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let power = 1; ; power *= 128) {
      const byte = message[at++];
      if (byte === undefined) throw new Error('The ONNX file ends too early.');
      value += (byte & 127) * power;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = varint();
    const wire = tag % 8;
    if (wire === 0) varint();
    else if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else if (wire === 2) {
      const length = varint();
      if (Math.floor(tag / 8) === wanted) found.push(message.subarray(at, at + length));
      at += length;
    } else throw new Error('This is no ONNX file.');
  }
  return found;
}

function part(field: number, content: Uint8Array): Bytes {
  return joinedBytes([Uint8Array.from([...varintOf(field * 8 + 2), ...varintOf(content.length)]), content]);
}

function varintOf(value: number): readonly number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varintOf(Math.floor(value / 128))];
}
