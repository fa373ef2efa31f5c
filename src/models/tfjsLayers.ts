import type { Tensor } from '@tensorflow/tfjs-core';
import { type LayersModel, model as modelOf, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { TfjsInside } from './tfjsInside.ts';

/** The layers of a model, and what they give. A model inside it counts as one layer. */
export function layersInside(model: LayersModel): TfjsInside {
  const outputs = new Map<string, SymbolicTensor>();
  for (const layer of model.layers) {
    const uses = layer.inboundNodes.length;
    if (layer.getClassName() === 'InputLayer' || uses === 0) continue;
    // A model inside has one use of its own, before that in this one.
    const output = layer.getOutputAt(uses - 1);
    if (!Array.isArray(output)) outputs.set(layer.name, output);
  }
  return {
    names: [...outputs.keys()],
    async run(pictures, names) {
      const wanted = names.flatMap(name => outputs.get(name) ?? []);
      if (wanted.length === 0) return [];
      // Shares its weights with the model, and so is not disposed by itself.
      const said = modelOf({ inputs: model.inputs, outputs: wanted }).predictOnBatch(pictures);
      return Array.isArray(said) ? said : [said as Tensor];
    },
  };
}
