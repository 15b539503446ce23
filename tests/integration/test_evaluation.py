"""The harness runs the real store and scorer over files of the public formats, and says when one is damaged."""

from __future__ import annotations

import json
import re

import pytest

from assistant.app import Paths, build
from assistant.evaluation import context_benchmark
from assistant.evaluation.__main__ import main
from assistant.evaluation.growing import grow
from assistant.evaluation.world import World


def locomo(folder):
    conversation = {"speaker_a": "Ann", "speaker_b": "Bob"}
    turns = [("Ann", "I adopted a puppy"), ("Bob", "What is its name?"), ("Ann", "Her name is Luna")]
    for number, day in enumerate(("8 May, 2023", "9 June, 2023"), start=1):
        conversation[f"session_{number}_date_time"] = f"1:56 pm on {day}"
        conversation[f"session_{number}"] = [
            {"speaker": who, "dia_id": f"D{number}:{place}", "text": text if number == 1 else "Nothing new from us"}
            for place, (who, text) in enumerate(turns, start=1)
        ]
    questions = [
        {"question": "What did Ann adopt?", "evidence": ["D1:1"], "category": 4},
        {"question": "Which cat did Bob lose?", "evidence": ["D1:2"], "category": 5},
        {"question": "Who is the queen?", "evidence": [], "category": 1},
    ]
    path = folder / "locomo.json"
    path.write_text(json.dumps([{"sample_id": "conv-1", "conversation": conversation, "qa": questions}]))
    return path


def beam(folder):
    chat = folder / "beam" / "1"
    (chat / "probing_questions").mkdir(parents=True)
    turns = [
        {"role": "user", "id": 0, "time_anchor": "March-15-2024", "content": "The deadline is in April ->-> 1,1"},
        {"role": "assistant", "id": 1, "content": "The deadline is in April, noted"},
        {"role": "user", "id": 2, "content": "The deadline moved to June"},
    ]
    (chat / "chat.json").write_text(json.dumps([{"batch_number": 1, "turns": [turns]}]))
    row = {"question": "When is the deadline?", "source_chat_ids": {"original_info": [0], "updated_info": [2, 1]}}
    asked = {"knowledge_update": [row], "abstention": [{"question": "What about my cat?"}]}
    (chat / "probing_questions" / "probing_questions.json").write_text(json.dumps(asked))
    return folder / "beam"


def realmem(folder):
    (folder / "realmem").mkdir()
    point = {"content": {"runs": "on Mondays"}}
    first = {
        "session_identifier": "S1", "session_uuid": "u1", "current_time": "2025-12-15 (Monday)",
        "dialogue_turns": [{"speaker": "User", "content": "I run on Mondays"}], "extracted_memory": [point],
    }  # fmt: skip
    used = [{"session_uuid": "u1", **point}, {"session_uuid": "later", "content": "unknown"}]
    asking = [
        {"speaker": "User", "is_query": True, "content": "When do I run?"},
        {"speaker": "Assistant", "content": "On Mondays", "memory_used": used},
    ]
    second = {
        "session_identifier": "S2", "session_uuid": "u2", "current_time": "2025-12-16 (Tuesday)",
        "dialogue_turns": asking, "extracted_memory": [],
    }  # fmt: skip
    (folder / "realmem" / "Ann.json").write_text(json.dumps({"dialogues": [first, second]}))
    return folder / "realmem"


def memorybank(folder):
    path = folder / "bank"
    path.mkdir()
    turn = {"query": "我喜欢喝绿茶", "response": "好的"}
    (path / "memory_bank_cn.json").write_text(json.dumps({"王": {"name": " 王 ", "history": {"2023-05-01": [turn]}}}))
    label = {"id": "q1", "user_zh": "王", "q_zh": "我喜欢喝什么茶？", "gold": ["2023-05-01#0"]}
    (path / "evidence_labels.json").write_text(json.dumps([label]))
    return path


MADE = {"locomo": locomo, "beam": beam, "realmem": realmem, "realmem-points": realmem, "memorybank": memorybank}


def figures(form, data, tmp_path, capsys, *options):
    out = tmp_path / "rankings.jsonl"
    assert main(["rank", "--format", form, "--data", str(data), "--out", str(out), *options]) == 0
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    capsys.readouterr()
    assert main(["score", "--format", form, "--data", str(data), "--rankings", str(out), "--json"]) == 0
    return rows, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("form", MADE)
def test_every_format_is_ranked_and_scored(form, tmp_path, capsys):
    rows, score = figures(form, MADE[form](tmp_path), tmp_path, capsys)
    assert score["questions"] == 1
    assert score["recall"]["5"][0] == 1
    answered = next(row for row in rows if row["items"])
    assert answered["milliseconds"] > 0
    assert set(answered["context"]) <= {item["id"] for item in answered["items"]}


def test_locomo_keeps_adversarial_questions_out_of_the_headline(tmp_path, capsys):
    rows, score = figures("locomo", locomo(tmp_path), tmp_path, capsys)
    assert [row["question"] for row in rows] == ["conv-1:0", "conv-1:1", "conv-1:2"]
    assert set(score["categories"]) == {"4", "5"}


def test_plain_bm25_sees_no_surroundings(tmp_path, capsys):
    data = locomo(tmp_path)
    full, _ = figures("locomo", data, tmp_path, capsys)
    plain, _ = figures("locomo", data, tmp_path, capsys, "--baseline", "bm25")
    assert plain[0]["found"] < full[0]["found"]


def test_beam_tells_whether_the_updated_fact_comes_first(tmp_path, capsys):
    _, score = figures("beam", beam(tmp_path), tmp_path, capsys)
    assert score["update_first"] in {0.0, 1.0}


def test_the_assistants_words_can_be_left_out(tmp_path, capsys):
    rows, _ = figures("beam", beam(tmp_path), tmp_path, capsys, "--own-words")
    assert {item["id"] for item in rows[0]["items"]} == {"0", "2"}


def two_locomo(folder):
    path = locomo(folder)
    (sample,) = json.loads(path.read_text())
    other = json.loads(path.read_text())[0] | {"sample_id": "conv-2"}
    other["qa"] = [{"question": "Where does Zoe fence?", "evidence": ["D1:3"], "category": 2}]
    path.write_text(json.dumps([sample, other]))
    return path


def test_a_ranking_is_never_short_while_the_store_is_not(tmp_path, capsys):
    rows, _ = figures("locomo", locomo(tmp_path), tmp_path, capsys)
    assert {len(row["items"]) for row in rows} == {6}  # all that is stored
    for row in rows:
        scores = [item["score"] for item in row["items"]]
        assert scores == sorted(scores, reverse=True)


def test_strange_questions_are_asked_and_judged_apart(tmp_path, capsys):
    rows, score = figures("locomo", two_locomo(tmp_path), tmp_path, capsys, "--off-topic")
    strange = [row["question"] for row in rows if row["question"].startswith("off-topic:")]
    assert strange == ["off-topic:conv-1:conv-2:0", *(f"off-topic:conv-2:conv-1:{place}" for place in range(3))]
    assert score["questions"] == 2
    assert score["off_topic_questions"] == 4
    assert 0 <= score["off_topic_silent_at_95"] <= 1


def test_what_is_left_out_changes_the_scores(tmp_path, capsys):
    data = locomo(tmp_path)
    whole, _ = figures("locomo", data, tmp_path, capsys, "--scorer", "formula")
    blind, _ = figures("locomo", data, tmp_path, capsys, "--scorer", "formula", "--without", "words", "session")
    assert blind[0]["items"][0]["score"] < whole[0]["items"][0]["score"]


def test_two_rankings_are_compared(tmp_path, capsys):
    data = two_locomo(tmp_path)
    figures("locomo", data, tmp_path, capsys)
    out, worse = tmp_path / "rankings.jsonl", tmp_path / "worse.jsonl"
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    worse.write_text("\n".join(json.dumps(row | {"items": [], "context": []}) for row in rows))
    options = ["compare", "--format", "locomo", "--data", str(data), "--rankings"]
    assert main([*options, str(out), str(worse)]) == 0
    said = capsys.readouterr().out
    assert "R@10                         1.000  0.000   +1.000  [+1.000, +1.000]  clear" in said
    assert "only the first has 2, only the second 0; McNemar p = 0.5" in said
    assert main([*options, str(out), str(out)]) == 0
    assert "+0.000  [+0.000, +0.000]" in capsys.readouterr().out


def test_the_report_holds_every_set_it_finds(tmp_path, capsys):
    two_locomo(tmp_path)
    realmem(tmp_path)
    (tmp_path / "memorybank_files").mkdir()
    out = tmp_path / "report.md"
    assert main(["report", "--data", str(tmp_path), "--out", str(out)]) == 1
    assert "memory_bank_cn.json" in capsys.readouterr().err
    (tmp_path / "memorybank_files").rmdir()
    assert main(["report", "--data", str(tmp_path), "--out", str(out), "--rankings", str(tmp_path / "kept")]) == 0
    text = out.read_text()
    for wanted in (
        "| locomo turn R@10 | ",
        "| realmem session R@10 |",
        "| realmem-points memory point R@10 |",
        "sha256 `",
    ):
        assert wanted in text
    assert len(list((tmp_path / "kept").iterdir())) == 9


def test_a_report_of_nothing_gets_a_sentence(tmp_path, capsys):
    assert main(["report", "--data", str(tmp_path), "--out", str(tmp_path / "report.md")]) == 1
    assert "no data set" in capsys.readouterr().err


@pytest.mark.parametrize("row", ["[]", "3", '{"question": 1}', '{"question": "a", "items": [3]}', '{"items": []}', "{"])
def test_damaged_rankings_get_a_sentence(row, tmp_path, capsys):
    out = tmp_path / "rankings.jsonl"
    out.write_text(row)
    assert main(["score", "--format", "locomo", "--data", str(locomo(tmp_path)), "--rankings", str(out)]) == 1
    assert "not a file of rankings" in capsys.readouterr().err


def _cut(text):
    return text[: len(text) // 2]


TEXTS = re.compile(r'"(text|content|query|question|q_zh)": "[^"]*"')


@pytest.mark.parametrize(
    "damage",
    [
        _cut,
        lambda _: "",
        lambda _: "{}",
        lambda _: "[]",
        lambda _: "[" * 100_000,
        lambda text: text * 2,
        lambda text: TEXTS.sub(r'"\1": 3', text),
        lambda text: TEXTS.sub(r'"\1": null', text),
        lambda text: TEXTS.sub(r'"other": "words"', text),
        lambda text: re.sub(r'"(qa|role|history|dialogue_turns)": ', '"other": ', text),
    ],
)
@pytest.mark.parametrize("form", MADE)
def test_a_damaged_set_gets_a_sentence(form, damage, tmp_path, capsys):
    data = MADE[form](tmp_path)
    for path in [data] if data.is_file() else list(data.rglob("*.json")):
        path.write_text(damage(path.read_text()))
    assert main(["rank", "--format", form, "--data", str(data), "--out", str(tmp_path / "out.jsonl")]) == 1
    assert "evaluation: " in capsys.readouterr().err


@pytest.mark.parametrize(
    "content", ["", "not json", "[{}]", "[3]", '{"a": 1}', '[{"sample_id": 1, "conversation": {}}]']
)
def test_a_damaged_file_gets_a_sentence(content, tmp_path, capsys):
    path = tmp_path / "data.json"
    path.write_text(content)
    out = str(tmp_path / "out.jsonl")
    for form in ("locomo", "beam"):
        assert main(["rank", "--format", form, "--data", str(path), "--out", out]) == 1
        assert "data.json" in capsys.readouterr().err


def test_missing_rankings_get_a_sentence(tmp_path, capsys):
    data = locomo(tmp_path)
    out = tmp_path / "rankings.jsonl"
    out.write_text("")
    assert main(["score", "--format", "locomo", "--data", str(data), "--rankings", str(out)]) == 1
    assert "no ranking for question" in capsys.readouterr().err


def test_an_unknown_benchmark_gets_a_sentence(capsys):
    assert main(["benchmark", "nonsense"]) == 1
    assert "no such benchmark" in capsys.readouterr().err


def test_the_context_benchmark_prints_its_limits(capsys, monkeypatch):
    monkeypatch.setattr(context_benchmark, "QUESTIONS", 8)
    main(["benchmark", "context", "--sizes", "60"])
    assert "p95" in capsys.readouterr().out


def test_growth_is_the_context_of_larger_stores(capsys, monkeypatch):
    monkeypatch.setattr(context_benchmark, "QUESTIONS", 8)
    main(["benchmark", "growth", "--sizes", "50", "--json"])
    named = {figure["name"]: figure for figure in map(json.loads, capsys.readouterr().out.splitlines())}
    assert named["memory at 50 items"]["value"] > 0
    assert any(figure["of"] == "reading every text once" for figure in named.values())


def test_a_grown_store_is_whole(tmp_path):
    app = build(Paths.under(tmp_path))
    world = World(1)
    assert grow(app, world, 90, copied_from=30) == 90
    assert app.vectors.counts(app.encoder.name) == (90, 90)
    assert app.database.check() == []
    assert len({item.id for item in app.items.recent(limit=100)}) == 90
    sessions = {item.session for item in app.items.recent(limit=100)}
    assert len(sessions) > 1 + len({item.session for item in World(1).items(30)}), "copies are sessions of their own"
    assert app.recalling.rank(world.question(), limit=20)
    app.close()


def test_the_ingest_benchmark_counts_turns_and_vectors(tmp_path, capsys):
    data = locomo(tmp_path)
    main(["benchmark", "ingest", "--data", str(data), "--json"])
    figures = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all(figure["value"] > 0 for figure in figures)
    assert "x" in {figure["unit"] for figure in figures}


def test_the_first_stage_loses_nothing_in_a_store_that_it_takes_whole(tmp_path, capsys):
    assert main(["benchmark", "first-stage", "--data", str(locomo(tmp_path)), "--json"]) == 0
    figures = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert figures[-1]["value"] == 0 < figures[0]["value"]
    assert main(["benchmark", "first-stage"]) == 1
    assert "--data" in capsys.readouterr().err


def test_the_world_is_the_same_for_the_same_seed():
    first, second = ([item.text for item in World(7).items(50)] for _ in range(2))
    assert first == second
    assert World(7).question() == World(7).question()


def many_locomo(folder):
    """A conversation whose questions all name somebody who speaks in a turn that shares fewer words."""
    topics = (
        "garden",
        "invoice",
        "passport",
        "dentist",
        "kitchen",
        "holiday",
        "printer",
        "lecture",
        "piano",
        "rent",
        "car",
        "cat",
    )
    turns = []
    for place, topic in enumerate(topics * 2):
        turns.append(("Ann", f"the {topic} {place} in March"))
        turns.append(("Bob", f"the plan and budget for {topic} {place} with everybody else"))
    conversation = {"speaker_a": "Ann", "speaker_b": "Bob", "session_1_date_time": "1:56 pm on 8 May, 2023"}
    conversation["session_1"] = [
        {"speaker": who, "dia_id": f"D1:{place}", "text": text} for place, (who, text) in enumerate(turns, start=1)
    ]
    asked = [
        {
            "question": f"What plan or budget about {topic} {place} in March?",
            "evidence": [f"D1:{2 * place + 1}"],
            "category": 4,
        }
        for place, topic in enumerate(topics * 2)
    ]
    path = folder / "locomo.json"
    path.write_text(json.dumps([{"sample_id": "conv-1", "conversation": conversation, "qa": asked}]))
    return path


@pytest.mark.parametrize("way", ["first-half", "every-other"])
def test_what_is_learned_from_is_not_scored(way, tmp_path, capsys):
    data = many_locomo(tmp_path)
    rows, score = figures("locomo", data, tmp_path, capsys, f"--learn-{way}")
    learned = [row["question"] for row in rows if row.get("is_learned")]
    step = 1 if way == "first-half" else 2
    assert learned == [f"conv-1:{place * step}" for place in range(12)]
    assert score["questions"] == 12
    (tmp_path / "rankings.jsonl").rename(tmp_path / "learned.jsonl")
    figures("locomo", data, tmp_path, capsys)
    both = [str(tmp_path / "learned.jsonl"), str(tmp_path / "rankings.jsonl")]
    assert main(["compare", "--format", "locomo", "--data", str(data), "--rankings", *both]) == 0
    assert capsys.readouterr().out.startswith("12 questions; ")


def test_the_report_tells_what_learning_gains(tmp_path, capsys):
    many_locomo(tmp_path)
    out = tmp_path / "report.md"
    assert main(["report", "--data", str(tmp_path), "--out", str(out), "--learning", "--ablations"]) == 0
    text = out.read_text()
    assert "| locomo turn R@10 after learning from first-half | | " in text
    assert "(12 questions)" in text
    for system in ("shipped rehearsed", "shipped rehearsed learned every-other", "shipped without encoder"):
        assert f"| {system} | " in text
