"""Neural models: the ONNX attention scorer and the local language model."""
