"""The further word books and manuals give clean pairs, and lists of words their shares."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from assistant.training import corpus_frequencies, corpus_manuals, corpus_thesauri
from assistant.training.corpus import NotAllowed, Pair, Shelf


def shelf_with(folder: Path, files: dict[str, bytes]) -> Shelf:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return Shelf(folder, folder)


def test_words_that_share_their_lists_are_near_synonyms_and_others_only_associated(tmp_path):
    lines = b"bike,bicycle,cycle,two-wheeler\nbicycle,bike,cycle,two-wheeler\ncycle,age,bicycle,era,period,round\n"
    words = corpus_thesauri.thesaurus(shelf_with(tmp_path, {"moby.txt": lines}))
    assert corpus_thesauri.near_synonyms(words, least=0.5) == [Pair("bicycle", "bike")]
    fields = corpus_thesauri.associations(words, seed=0, most=2)
    assert [pair.first for pair in fields] == ["bike", "bicycle", "cycle"]
    assert all(set(pair.second.split(", ")) <= set(words[pair.first]) for pair in fields)
    assert fields == corpus_thesauri.associations(words, seed=0, most=2)


def test_glosses_of_one_sense_belong_together_and_those_of_two_do_not(tmp_path):
    lines = "家 [いえ] /(n) (1) house/residence/to dwell (arch.)/(2) family/household/(P)/EntL1457730/\n"
    found = corpus_thesauri.glosses(shelf_with(tmp_path, {"edict": lines.encode("euc_jp")}))
    assert found == [Pair("house", "residence"), Pair("dwell", "residence"), Pair("family", "household")]


WEBSTER = """
Coagulate \\Co*ag"u*late\\, v. i.
   To undergo coagulation. --Boyle.

   Syn: To thicken; curdle; clot.
        [1913 Webster]

Eke \\Eke\\, v. t. [Obs.]
   To increase; to add to.
   [1913 Webster]

Laptop \\Lap"top\\, n.
   A small portable computer for the lap.
   [PJC]
"""


def test_only_what_webster_had_in_1913_and_is_in_use_is_read(tmp_path):
    shelf = shelf_with(tmp_path, {"gcide.dict.dz": gzip.compress(WEBSTER.encode())})
    found = corpus_thesauri.definitions(shelf)
    assert Pair("coagulate", "To undergo coagulation") in found
    assert Pair("coagulate", "curdle") in found
    assert {pair.first for pair in found} == {"coagulate"}


def test_the_help_is_paired_by_page_and_paragraph(tmp_path):
    english = (
        '<h1 id="hd_1">Print</h1><p id="par_1" class="x">Choose <b>File</b> &amp; print.</p><p id="par_2">Next</p>'
    )
    chinese = '<h1 id="hd_1">打印</h1><p id="par_1">选择“文件”打印。</p><p id="par_2">Next</p><p id="par_3">多余</p>'
    files = {"libreoffice/en-US/a/print.html": english, "libreoffice/zh-CN/a/print.html": chinese}
    shelf = shelf_with(tmp_path, {name: page.encode() for name, page in files.items()})
    assert corpus_manuals.help_pages(shelf) == [Pair("Print", "打印"), Pair("Choose File & print.", "选择“文件”打印。")]
    with pytest.raises(NotAllowed):
        shelf.folder("evaluation")


def test_signs_are_named_in_both_languages(tmp_path):
    def names(**signs: dict[str, list[str]]) -> bytes:
        return json.dumps({"annotations": {"annotations": signs}}).encode()

    english = names(a={"tts": ["pear"], "default": ["fruit", "pear"]}, b={"default": ["only here"]})
    chinese = names(a={"tts": ["梨"], "default": ["水果", "梨"]})
    shelf = shelf_with(tmp_path, {"annotations/en.json": english, "annotations/zh.json": chinese})
    assert corpus_manuals.signs(shelf) == [Pair("pear, fruit", "梨, 水果")]


def packed(text: str) -> bytes:
    data = text.encode()
    return (bytes([0xA0 | len(data)]) if len(data) < 32 else bytes([0xD9, len(data)])) + data


def test_words_have_the_share_of_their_row(tmp_path):
    header = b"\x82" + packed("format") + packed("cB") + packed("version") + b"\x01"
    long = "x" * 40
    row = b"\xdc\x00\x03" + packed("the") + packed("00") + packed(long)
    data = gzip.compress(b"\xdd\x00\x00\x00\x03" + header + b"\x90" + row)
    shelf = shelf_with(tmp_path, {"large_en.msgpack.gz": data})
    assert corpus_frequencies.word_shares(shelf, "en") == pytest.approx({"the": 10**-0.01, long: 10**-0.01})


@pytest.mark.parametrize("data", [b"\x01", b"\xca\x00\x00\x00\x00"])
def test_a_list_in_another_form_is_refused(tmp_path, data):
    shelf = shelf_with(tmp_path, {"large_en.msgpack.gz": gzip.compress(data)})
    with pytest.raises((TypeError, ValueError)):
        corpus_frequencies.word_shares(shelf, "en")


def test_signs_of_the_dictionary_are_counted_in_both_spellings(tmp_path):
    entry = "會議 会议 [hui4 yi4] /meeting/\n"
    shelf = shelf_with(tmp_path, {"cedict_1_0_ts_utf-8_mdbg.txt.gz": gzip.compress(entry.encode())})
    assert corpus_frequencies.sign_counts(shelf) == {"會": 1, "議": 1, "会": 1, "议": 1}
