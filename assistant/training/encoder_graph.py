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
CUT_OFF = 2.7
BITS = {"int8": 8, "int4": 4}


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


def quantised(table: NDArray[np.float32], bits: int = 8) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Rows as integers (V, d) of so many bits and the scale (V,) that brings each back to unit length.

    The scale is 1 / |row of integers| and not the largest value / 127: so cosines of rows stay within -1 and 1. Zero
    rows keep scale 0. With four bits values beyond 2.7 deviations are cut off, for which the others are finer.
    """
    most = 2 ** (bits - 1) - 1
    largest = np.abs(table).max(axis=1, keepdims=True)
    if bits < 8:
        largest = np.minimum(largest, CUT_OFF * table.std(axis=1, keepdims=True))
    whole = np.clip(np.rint(table / np.maximum(largest, TINY) * most), -most, most).astype(np.int8)
    lengths = np.linalg.norm(whole.astype(np.float32), axis=1)
    scale = np.where(lengths > 0, 1 / np.maximum(lengths, 1), 0).astype(np.float32)
    return whole, scale


def rounded(weights: EncoderWeights, precision: str) -> EncoderWeights:
    """What is left of the weights after export in "int8", "int4" or "fp16", as float32 again."""
    if precision in BITS:
        whole, scale = quantised(weights.table, BITS[precision])
        return replace(weights, table=whole.astype(np.float32) * scale[:, None])
    return replace(weights, table=weights.table.astype(np.float16).astype(np.float32))


def encoder_graph(weights: EncoderWeights, precision: str = "int8") -> ModelProto:
    """A graph with inputs `pieces` (total,) and `offsets` (n,), int64; outputs `vectors`, `table`, `scale`, `weight`.

    `offsets` are the places where bags begin; each bag has at least one piece. `vectors` is float32 (n, d), of unit
    length.

    Args:
        weights: What to export.
        precision: "int8", "int4" or "fp16", the form of the table. With "fp16" the scale is 1. With "int4" two values
            share a byte of the file; the table that the graph works with and gives out is int8 all the same.
    """
    if precision in BITS:
        whole, scale = quantised(weights.table, BITS[precision])
        stored = _packed(whole) if precision == "int4" else {"table": whole}
    else:
        stored, scale = {"table": weights.table.astype(np.float16)}, np.ones(len(weights.table), np.float32)
    pieces, dimension = weights.table.shape
    constants = {
        **stored,
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
            "table", TensorProto.INT8 if precision in BITS else TensorProto.FLOAT16, [pieces, dimension]
        ),
        helper.make_tensor_value_info("scale", TensorProto.FLOAT, [pieces]),
        helper.make_tensor_value_info("weight", TensorProto.FLOAT, [pieces]),
    ]
    inputs = [
        helper.make_tensor_value_info("pieces", TensorProto.INT64, ["total"]),
        helper.make_tensor_value_info("offsets", TensorProto.INT64, ["n"]),
    ]
    tensors = [numpy_helper.from_array(np.ascontiguousarray(value), name) for name, value in constants.items()]
    nodes = [*(_unpacking() if precision == "int4" else []), *_nodes()]
    graph = helper.make_graph(nodes, "encoder", inputs, outputs, tensors)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
    checker.check_model(model, full_check=True)
    return model


def _packed(table: NDArray[np.int8]) -> dict[str, NDArray[np.generic]]:
    """Two columns in a byte: the first half of the row in the low four bits, the second in the high ones."""
    half = table.shape[1] // 2
    raised = (table.astype(np.int16) + 8).astype(np.uint8)
    return {
        "packed": raised[:, :half] | (raised[:, half:] << 4),
        "four": np.array(4, np.uint8),
        "eight": np.array(8, np.int8),
    }


def _unpacking() -> list[NodeProto]:
    """From `packed` to `table`; the runtime does it once, when it loads the graph, for all inputs are constant."""
    return [
        helper.make_node("BitShift", ["packed", "four"], ["high"], direction="RIGHT"),
        helper.make_node("BitShift", ["packed", "four"], ["raised"], direction="LEFT"),
        helper.make_node("BitShift", ["raised", "four"], ["low"], direction="RIGHT"),
        helper.make_node("Concat", ["low", "high"], ["halves"], axis=1),
        helper.make_node("Cast", ["halves"], ["positive"], to=TensorProto.INT8),
        helper.make_node("Sub", ["positive", "eight"], ["table"]),
    ]


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
