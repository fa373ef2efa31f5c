import type { GraphModel } from '@tensorflow/tfjs-converter';
import type { TfjsInside } from './tfjsInside.ts';

interface GraphNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
}

/** Nodes that give nothing of pictures. */
const still = new Set(['Const', 'Placeholder', 'NoOp', 'VariableV2', 'VarHandleOp']);

/** The nodes of a graph that its outputs come from, and what they give. */
export function graphInside(model: GraphModel, topology: object): TfjsInside {
  const nodes = 'node' in topology ? (topology.node as readonly GraphNode[]) : [];
  const names = inOrder(
    nodes,
    model.outputs.map(({ name }) => name),
  );
  return {
    names,
    async run(pictures, wanted) {
      if (wanted.length === 0) return [];
      const said = dynamic(nodes)
        ? await model.executeAsync(pictures, [...wanted])
        : model.execute(pictures, [...wanted]);
      return Array.isArray(said) ? said : [said];
    },
  };
}

/** Each behind those that it needs. */
function inOrder(nodes: readonly GraphNode[], outputs: readonly string[]): readonly string[] {
  const byName = new Map(nodes.map(node => [node.name, node]));
  const seen = new Set<string>();
  const order: string[] = [];
  const visit = (name: string) => {
    const node = byName.get(nodeName(name));
    if (node === undefined || seen.has(node.name)) return;
    seen.add(node.name);
    for (const input of node.input ?? []) visit(input);
    if (!still.has(node.op)) order.push(node.name);
  };
  for (const output of outputs) visit(output);
  return order;
}

/** `^a` waits for a, `a:1` is its second output. */
const nodeName = (name: string): string => name.replace(/^\^/, '').replace(/:\d+$/, '');

/** tfjs computes loops and branches only asynchronously. */
function dynamic(nodes: readonly GraphNode[]): boolean {
  return nodes.some(({ op }) => /^(?:Switch|Merge|Enter|Exit|LoopCond|(?:Stateless)?(?:While|If))$/.test(op));
}
