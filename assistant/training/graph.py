# pyright: basic
"""The scorer's ONNX graph, built from its weights node by node; no framework, so what runs is what is written here."""

from __future__ import annotations

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, checker, helper, numpy_helper

from assistant.memory.attention import CLIP, GATE, Need, ScorerWeights, anchor_columns, occlusion_masks
from assistant.memory.features import EVIDENCE

OPSET = 17
IR_VERSION = 8


def scorer_graph(weights: ScorerWeights) -> ModelProto:
    """A graph with input `features` (n, k) and outputs `logits` (n,), `weights` (n,), `contributions` (n, groups).

    All heads and all occlusions are computed in one pass: the inputs are multiplied with one mask for each group left
    out. Shapes in the comments: g = 1 + groups, a anchors, c columns of context, h = heads * hidden.
    """
    nodes = _energies()
    nodes += [
        _node("Slice", ["energies", "zero", "one", "zero"], "whole"),  # (1, n)
        _node("Slice", ["energies", "one", "groups", "zero"], "occluded"),  # (g - 1, n)
        _node("Sub", ["whole", "occluded"], "lost"),
        helper.make_node("Transpose", ["lost"], ["contributions"], perm=[1, 0]),
        _node("Squeeze", ["whole", "zero"], "energy"),
        helper.make_node("Softmax", ["energy"], ["shares"], axis=0),
    ]
    constants = _constants(weights)
    if weights.need is None:
        nodes += [_node("Identity", ["energy"], "logits"), _node("Identity", ["shares"], "weights")]
    else:
        nodes += _need()
        constants |= _need_constants(weights.need)
    groups = len(occlusion_masks()) - 1
    width = len(weights.mean)
    inputs = [
        helper.make_tensor_value_info("features", TensorProto.FLOAT, ["n", width]),
        helper.make_tensor_value_info("masks", TensorProto.FLOAT, ["g", 1, width]),  # has a default: see `OnnxScorer`
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


def _node(operator: str, inputs: list[str], output: str) -> NodeProto:
    return helper.make_node(operator, inputs, [output])


def _energies() -> list[NodeProto]:
    return [
        _node("Mul", ["features", "masks"], "masked"),  # (g, n, k)
        _node("Sub", ["masked", "mean"], "centred"),
        _node("Div", ["centred", "spread"], "scaled"),
        _node("Clip", ["scaled", "low", "high"], "standard"),
        # the context is the same in every row: the first is enough
        _node("Slice", ["standard", "first", "first_end", "first_axes"], "first_row"),  # (1, 1, k)
        _node("Slice", ["first_row", "evidence", "width", "two"], "context"),  # (1, 1, c)
        _node("MatMul", ["context", "gate"], "gate_product"),
        _node("Add", ["gate_product", "gate_bias"], "gate_sum"),
        _node("Tanh", ["gate_sum"], "gate_tanh"),
        _node("Mul", ["gate_tanh", "gate_most"], "gate_log"),
        _node("Exp", ["gate_log"], "gates"),  # (1, 1, a)
        _node("Mul", ["gates", "anchor"], "anchor_weights"),
        helper.make_node("Gather", ["masked", "anchor_columns"], ["anchored"], axis=2),  # (g, n, a)
        _node("Mul", ["anchored", "anchor_weights"], "anchor_parts"),
        helper.make_node("ReduceSum", ["anchor_parts", "two"], ["anchors"], keepdims=0),  # (g, n)
        _node("MatMul", ["standard", "projection"], "projected"),  # (g, n, h)
        _node("Add", ["projected", "bias"], "biased"),
        _node("Tanh", ["biased"], "hidden"),
        _node("MatMul", ["hidden", "value"], "heads"),  # vᵀ of every head, summed over heads
        _node("MatMul", ["standard", "skip"], "skipped"),
        _node("Add", ["heads", "skipped"], "raw_column"),
        _node("Squeeze", ["raw_column", "two"], "raw"),
        _node("Div", ["raw", "bound"], "raw_part"),
        _node("Tanh", ["raw_part"], "bounded_part"),
        _node("Mul", ["bounded_part", "bound"], "correction"),
        _node("Add", ["anchors", "correction"], "energies"),
    ]


def _constants(weights: ScorerWeights) -> dict[str, np.ndarray]:
    heads, hidden, width = weights.projection.shape
    masks = occlusion_masks()
    return {
        "masks": masks[:, None, :],
        "mean": weights.mean,
        "spread": weights.spread,
        "low": np.array(-CLIP, np.float32),
        "high": np.array(CLIP, np.float32),
        "gate": np.ascontiguousarray(weights.gate.T),
        "gate_bias": weights.gate_bias,
        "gate_most": np.array(GATE, np.float32),
        "anchor": weights.anchor,
        "anchor_columns": np.array(anchor_columns(), np.int64),
        "projection": weights.projection.reshape(heads * hidden, width).T,
        "bias": weights.bias.reshape(heads * hidden),
        "value": weights.value.reshape(heads * hidden, 1),
        "skip": weights.skip.reshape(width, 1),
        "bound": np.array(weights.bound, np.float32),
        "first": np.array([0, 0], np.int64),
        "first_end": np.array([1, 1], np.int64),
        "first_axes": np.array([0, 1], np.int64),
        "evidence": np.array([EVIDENCE], np.int64),
        "width": np.array([width], np.int64),
        "zero": np.array([0], np.int64),
        "one": np.array([1], np.int64),
        "two": np.array([2], np.int64),
        "groups": np.array([len(masks)], np.int64),
    }


def _need() -> list[NodeProto]:
    """A from the context, the best energy and the sum of all; then logits and weights."""
    return [
        helper.make_node("ReduceMax", ["energy"], ["best"], axes=[0], keepdims=1),  # (1,)
        helper.make_node("ReduceLogSumExp", ["energy"], ["total"], axes=[0], keepdims=1),
        _node("Sub", ["total", "best"], "spread_out"),
        helper.make_node("Concat", ["best", "spread_out"], ["pair"], axis=0),
        _node("Mul", ["pair", "pair_scale"], "scaled_pair"),
        _node("Squeeze", ["context", "first_axes"], "context_row"),
        helper.make_node("Concat", ["context_row", "scaled_pair"], ["need_inputs"], axis=0),
        _node("MatMul", ["need_inputs", "need_hidden"], "need_product"),
        _node("Add", ["need_product", "need_bias"], "need_sum"),
        _node("Tanh", ["need_sum"], "need_tanh"),
        _node("MatMul", ["need_tanh", "need_value"], "need_raw"),
        _node("Add", ["need_raw", "need_offset"], "need"),  # (1,)
        _node("Sub", ["total", "need"], "shift"),
        _node("Sub", ["energy", "shift"], "logits"),
        _node("Sigmoid", ["need"], "probability"),
        _node("Mul", ["shares", "probability"], "weights"),
    ]


def _need_constants(head: Need) -> dict[str, np.ndarray]:
    return {
        "pair_scale": np.array(1 / CLIP, np.float32),
        "need_hidden": np.ascontiguousarray(head.hidden.T),
        "need_bias": head.bias,
        "need_value": head.value.reshape(-1, 1),
        "need_offset": np.array([head.offset], np.float32),
    }
