# pyright: basic
"""The encoder's ONNX graph, built node by node: a table of piece vectors, pooled over bags and brought to unit length.

The table is int8 (or float16) with unit rows; what a piece adds to its text is `magnitude` times its row. The table,
its scales and the max-sim weights are outputs of the same graph: the program needs no second file and no `onnx`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, checker, helper, numpy_helper

OPSET = 17
IR_VERSION = 8
TINY = 1e-9


@dataclass(frozen=True, slots=True)
class EncoderWeights:
    """What training makes, V pieces in d dimensions.

    Attributes:
        table: float32 (V, d), rows of unit length (or zero, for a piece that says nothing).
        magnitude: float32 (V,), how much a piece adds to the vector of its text.
        weight: float32 (V,), how much a piece of the focus counts in max-sim; never negative.
    """

    table: NDArray[np.float32]
    magnitude: NDArray[np.float32]
    weight: NDArray[np.float32]


def quantised(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Rows as int8 (V, d) and the scale (V,) that brings each back to unit length (zero rows keep scale 0).

    The scale is 1 / |row of integers| and not the largest value / 127: so cosines of rows stay within -1 and 1.
    """
    largest = np.abs(table).max(axis=1, keepdims=True)
    whole = np.rint(table / np.maximum(largest, TINY) * 127).astype(np.int8)
    lengths = np.linalg.norm(whole.astype(np.float32), axis=1)
    scale = np.where(lengths > 0, 1 / np.maximum(lengths, 1), 0).astype(np.float32)
    return whole, scale


def rounded(weights: EncoderWeights, precision: str) -> EncoderWeights:
    """What is left of the weights after export in "int8" or "fp16", as float32 again."""
    if precision == "int8":
        whole, scale = quantised(weights.table)
        return replace(weights, table=whole.astype(np.float32) * scale[:, None])
    return replace(weights, table=weights.table.astype(np.float16).astype(np.float32))


def encoder_graph(weights: EncoderWeights, precision: str = "int8") -> ModelProto:
    """A graph with inputs `pieces` (total,) and `offsets` (n,), int64; outputs `vectors`, `table`, `scale`, `weight`.

    `offsets` are the places where bags begin; each bag has at least one piece. `vectors` is float32 (n, d), of unit
    length.

    Args:
        weights: What to export.
        precision: "int8" or "fp16", the form of the table. With "fp16" the scale is 1.
    """
    if precision == "int8":
        table, scale = quantised(weights.table)
    else:
        table, scale = weights.table.astype(np.float16), np.ones(len(weights.table), np.float32)
    pieces, dimension = table.shape
    constants = {
        "table": table,
        "scale": scale,
        "weight": weights.weight.astype(np.float32),
        "amount": (weights.magnitude * scale).astype(np.float32),
        "one": np.array([1], np.int64),
        "width": np.array([dimension], np.int64),
        "columns": np.array([1], np.int64),
        "axis": np.array(0, np.int64),
        "tiny": np.array(TINY, np.float32),
    }
    outputs = [
        helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["n", dimension]),
        helper.make_tensor_value_info(
            "table", TensorProto.INT8 if precision == "int8" else TensorProto.FLOAT16, [pieces, dimension]
        ),
        helper.make_tensor_value_info("scale", TensorProto.FLOAT, [pieces]),
        helper.make_tensor_value_info("weight", TensorProto.FLOAT, [pieces]),
    ]
    inputs = [
        helper.make_tensor_value_info("pieces", TensorProto.INT64, ["total"]),
        helper.make_tensor_value_info("offsets", TensorProto.INT64, ["n"]),
    ]
    tensors = [numpy_helper.from_array(np.ascontiguousarray(value), name) for name, value in constants.items()]
    graph = helper.make_graph(_nodes(), "encoder", inputs, outputs, tensors)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
    checker.check_model(model, full_check=True)
    return model


def _nodes() -> list[NodeProto]:
    zero_int = numpy_helper.from_array(np.array([0], np.int64))
    zero_float = numpy_helper.from_array(np.array([0], np.float32))
    return [
        # which bag each piece is in: ones where bags begin, summed up
        helper.make_node("Shape", ["pieces"], ["total"]),
        helper.make_node("Shape", ["offsets"], ["count"]),
        helper.make_node("ConstantOfShape", ["total"], ["no_starts"], value=zero_int),
        helper.make_node("Expand", ["one", "count"], ["each_start"]),
        helper.make_node("ScatterElements", ["no_starts", "offsets", "each_start"], ["starts"], reduction="add"),
        helper.make_node("CumSum", ["starts", "axis"], ["bag_from_one"]),
        helper.make_node("Sub", ["bag_from_one", "one"], ["bag"]),
        helper.make_node("Unsqueeze", ["bag", "columns"], ["bag_column"]),
        # what each piece adds, summed in its bag
        helper.make_node("Gather", ["table", "pieces"], ["rows"]),
        helper.make_node("Cast", ["rows"], ["directions"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["amount", "pieces"], ["amounts"]),
        helper.make_node("Unsqueeze", ["amounts", "columns"], ["amount_column"]),
        helper.make_node("Mul", ["directions", "amount_column"], ["added"]),
        helper.make_node("Concat", ["count", "width"], ["shape"], axis=0),
        helper.make_node("ConstantOfShape", ["shape"], ["nothing"], value=zero_float),
        helper.make_node("ScatterND", ["nothing", "bag_column", "added"], ["sums"], reduction="add"),
        helper.make_node("ReduceL2", ["sums"], ["lengths"], axes=[1], keepdims=1),
        helper.make_node("Max", ["lengths", "tiny"], ["divisors"]),
        helper.make_node("Div", ["sums", "divisors"], ["vectors"]),
    ]
