"""What the encoder learns from: only listed files, and clean pairs."""

from __future__ import annotations

import gzip
import json

import pytest

from assistant.training import corpus, corpus_lexicons
from assistant.training.corpus import NotAllowed, Pair, Shelf


def shelf_with(folder, files: dict[str, str]) -> Shelf:
    for name, content in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(content, encoding="utf-8")
    return Shelf(data=folder, lexicons=folder)


@pytest.mark.parametrize(
    "file",
    [
        "evaluation/locomo_dev.json",
        "evaluation/smp_ecdt_zh/train.json",
        "evaluation/memorybank_dev/memory_bank_en.json",
        "evaluation/realmem_dev/Ethan_Hunt_dialogues_256k.json",
        "evaluation/beam_dev/1/chat.json",
        "training/stsb_multi_mt/stsb-en-train.csv",
        "training/parallel_en_zh/stsb_mt_train_dev.tsv",
        "training/parallel_en_zh/../stsb_multi_mt/stsb-en-train.csv",
        "/etc/hostname",
    ],
)
def test_a_file_that_is_not_on_the_list_is_not_opened(tmp_path, file):
    shelf = shelf_with(tmp_path, {} if file.startswith("/") else {file: "{}"})
    with pytest.raises(NotAllowed):
        shelf.text(file)


def test_every_listed_set_names_its_licence():
    names = [source.name for source in corpus.SOURCES]
    assert len(set(names)) == len(names)
    assert all(source.licence and (source.files or source.folders) for source in corpus.SOURCES)


def test_translations_are_pairs_without_gaps_or_doubles(tmp_path):
    lines = "Hi.\t嗨。\nHi.\t嗨。\n\t无\nOnly one\nStop!\t停！\textra\n"
    shelf = shelf_with(tmp_path, {"training/parallel_en_zh/tatoeba.tsv": lines})
    assert corpus.translations(shelf, "tatoeba") == [Pair("Hi.", "嗨。"), Pair("Stop!", "停！")]


def test_texts_with_the_same_translation_are_paraphrases():
    pairs = [Pair("Hi.", "嗨。"), Pair("Hi.", "你好。"), Pair("Hello.", "你好。"), Pair("Bye.", "再见。")]
    assert set(corpus.pivoted(pairs)) == {Pair("嗨。", "你好。"), Pair("Hi.", "Hello.")}


def test_commands_with_one_intent_are_paired_and_others_are_not(tmp_path):
    clinc, hwu = "training/intent/CLINC150/train", "training/intent/HWU64/train"
    shelf = shelf_with(
        tmp_path,
        {
            f"{clinc}/seq.in": "wake me\nalarm at six\nplay jazz\n",
            f"{clinc}/para.in": "get me up\nalarm at six\nsome jazz\n",
            f"{clinc}/label": "alarm\nalarm\nmusic\n",
            f"{hwu}/seq.in": "set an alarm\n",
            f"{hwu}/label": "alarm\n",
        },
    )
    expected = {Pair("wake me", "get me up"), Pair("play jazz", "some jazz"), Pair("wake me", "alarm at six")}
    assert set(corpus.intents(shelf)) == expected


def test_a_question_keeps_the_part_of_the_passage_that_answers_it(tmp_path):
    passage = "开" * 300 + "答案在此" + "完" * 300
    asked = {"question": "在哪？", "answers": [{"text": "答案", "answer_start": 300}]}
    content = {"data": [{"title": "题", "paragraphs": [{"context": passage, "qas": [asked]}]}]}
    files = {f"training/cmrc2018/cmrc2018_{part}.json": json.dumps(content) for part in ("dev", "trial")}
    title, question = corpus.questions(shelf_with(tmp_path, files))[:2]
    assert title.first == "题"
    assert question.first == "在哪？"
    assert "答案在此" in question.second
    assert len(question.second) == 200


def cedict(folder, *lines: str) -> Shelf:
    data = gzip.compress("\n".join(["# CC-CEDICT", *lines]).encode())
    (folder / "cedict_1_0_ts_utf-8_mdbg.txt.gz").write_bytes(data)
    return Shelf(folder, folder)


def test_the_dictionary_gives_meanings_and_leaves_out_references(tmp_path):
    shelf = cedict(
        tmp_path,
        "整容 整容 [zheng3 rong2] /plastic surgery/",
        "整 整 [zheng3] /surname Zheng/to repair; to mend (coll.)/variant of 正[zheng4]/CL:個|个[ge4]/",
        "會議 会议 [hui4 yi4] /meeting/a conference/",
    )
    assert corpus_lexicons.dictionary(shelf) == [
        Pair("整容", "plastic surgery"),
        Pair("整", "repair"),
        Pair("整", "mend"),
        Pair("会议", "meeting"),
        Pair("會議", "meeting"),
        Pair("会议", "conference"),
        Pair("會議", "conference"),
    ]
    assert corpus_lexicons.spellings(shelf) == [Pair("會議", "会议")]


WORDNET = {
    "data.noun": "  1 licence\n"
    '00000010 03 n 02 dog 0 domestic_dog 0 001 @ 00000020 n 0000 | a tame animal; "the dog barked"  \n'
    "00000020 03 n 01 animal 0 000 | a living being  \n"
    "00000030 15 n 01 Berlin 0 001 @i 00000020 n 0000 | a city  \n",
    "data.verb": "",
    "data.adj": "00000040 00 s 02 quick(a) 0 fast 0 001 & 00000050 a 0000 | at speed  \n"
    "00000050 00 a 01 rapid 0 000 | fast in motion  \n",
    "data.adv": "",
    "index.sense": "dog%1:03:00:: 00000010 1 42\ndomestic_dog%1:03:00:: 00000010 1 0\nfast%5:00:00:: 00000040 1 3\n",
}


def test_wordnet_gives_words_explanations_and_kinds(tmp_path):
    shelf = shelf_with(tmp_path, WORDNET)
    meanings, counts = corpus_lexicons.synsets(shelf), corpus_lexicons.used_senses(shelf)
    assert meanings["n00000010"].words == ("dog", "domestic dog")
    assert counts == {("dog", "00000010"): 42, ("fast", "00000040"): 3}
    assert Pair("dog, domestic dog", "a tame animal") in corpus_lexicons.explanations(meanings)
    assert Pair("the dog barked", "dog: a tame animal") in corpus_lexicons.explanations(meanings)
    assert not any("city" in pair.second for pair in corpus_lexicons.explanations(meanings))  # a name says little
    assert corpus_lexicons.synonyms(meanings) == [Pair("dog", "domestic dog"), Pair("quick", "fast")]
    assert corpus_lexicons.kinds(meanings, counts) == [Pair("dog", "animal"), Pair("fast", "rapid")]


def test_rivals_are_kinds_of_one_thing_that_differ(tmp_path):
    cat = "00000060 03 n 01 cat 0 001 @ 00000020 n 0000 | a small animal  \n"
    files = WORDNET | {
        "data.noun": WORDNET["data.noun"] + cat,
        "index.sense": WORDNET["index.sense"] + "cat%1:03:00:: 00000060 1 9\n",
    }
    shelf = shelf_with(tmp_path, files)
    found = corpus_lexicons.rivals(corpus_lexicons.synsets(shelf), corpus_lexicons.used_senses(shelf))
    assert found == [["dog", "cat"]]
