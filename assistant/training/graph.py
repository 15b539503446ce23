# pyright: basic
"""The scorer's ONNX graph, built from its weights node by node; no framework, so what runs is what is written here."""

from __future__ import annotations

import numpy as np
from onnx import ModelProto, TensorProto, checker, helper, numpy_helper

from assistant.memory.attention import ScorerWeights, occlusion_masks

OPSET = 17
IR_VERSION = 8


def scorer_graph(weights: ScorerWeights) -> ModelProto:
    """A graph with input `features` (n, k) and outputs `logits` (n,), `weights` (n,), `contributions` (n, groups).

    With an encoder of dimension d > 0 there are also `focus` (1, d) and `passages` (n, d). All heads and all
    occlusions are computed in one pass: the inputs are multiplied with one mask for each group left out.
    """
    heads, hidden, width = weights.projection.shape
    dimension, features = weights.dimension, width - 2 * weights.dimension
    masks = occlusion_masks(dimension)  # (1 + groups, width)
    groups = len(masks) - 1
    constants = {
        "masks": masks[:, None, :],
        "projection": weights.projection.reshape(heads * hidden, width).T,
        "bias": weights.bias.reshape(heads * hidden),
        "value": weights.value.reshape(heads * hidden, 1),
        "all": np.array([0], np.int64),
        "rest": np.array([1], np.int64),
        "end": np.array([1 + groups], np.int64),
        "last": np.array([2], np.int64),
        "first": np.array([0], np.int64),
    }
    inputs = [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["n", features])]
    nodes, pairs = [], "features"
    if dimension:
        inputs.append(helper.make_tensor_value_info("focus", TensorProto.FLOAT, [1, dimension]))
        inputs.append(helper.make_tensor_value_info("passages", TensorProto.FLOAT, ["n", dimension]))
        nodes += [
            helper.make_node("Shape", ["passages"], ["like_passages"]),
            helper.make_node("Expand", ["focus", "like_passages"], ["focus_each"]),
            helper.make_node("Concat", ["focus_each", "passages", "features"], ["pairs"], axis=1),
        ]
        pairs = "pairs"
    nodes += [
        helper.make_node("Mul", [pairs, "masks"], ["masked"]),  # (1 + groups, n, width)
        helper.make_node("MatMul", ["masked", "projection"], ["projected"]),
        helper.make_node("Add", ["projected", "bias"], ["biased"]),
        helper.make_node("Relu", ["biased"], ["hidden"]),  # (1 + groups, n, heads * hidden)
        helper.make_node("MatMul", ["hidden", "value"], ["column"]),  # vᵀ of every head, summed over heads
        helper.make_node("Squeeze", ["column", "last"], ["energies"]),  # (1 + groups, n)
        helper.make_node("Slice", ["energies", "all", "rest", "first"], ["whole"]),
        helper.make_node("Slice", ["energies", "rest", "end", "first"], ["occluded"]),
        helper.make_node("Squeeze", ["whole", "first"], ["logits"]),
        helper.make_node("Softmax", ["logits"], ["weights"], axis=0),
        helper.make_node("Sub", ["whole", "occluded"], ["lost"]),
        helper.make_node("Transpose", ["lost"], ["contributions"], perm=[1, 0]),
    ]
    outputs = [
        helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["n"]),
        helper.make_tensor_value_info("weights", TensorProto.FLOAT, ["n"]),
        helper.make_tensor_value_info("contributions", TensorProto.FLOAT, ["n", groups]),
    ]
    tensors = [numpy_helper.from_array(np.ascontiguousarray(value), name) for name, value in constants.items()]
    graph = helper.make_graph(nodes, "scorer", inputs, outputs, tensors)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
    checker.check_model(model, full_check=True)
    return model
