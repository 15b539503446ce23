"""The harness runs the real store and scorer over files of the public formats, and says when one is damaged."""

from __future__ import annotations

import json

import pytest

from assistant.evaluation.__main__ import main
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
    point = {"content": "Runs on Mondays"}
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
    assert len(plain[0]["items"]) < len(full[0]["items"])


def test_beam_tells_whether_the_updated_fact_comes_first(tmp_path, capsys):
    _, score = figures("beam", beam(tmp_path), tmp_path, capsys)
    assert score["update_first"] in {0.0, 1.0}


def test_the_assistants_words_can_be_left_out(tmp_path, capsys):
    rows, _ = figures("beam", beam(tmp_path), tmp_path, capsys, "--own-words")
    assert {item["id"] for item in rows[0]["items"]} == {"0", "2"}


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


def test_the_context_benchmark_prints_its_limits(capsys):
    main(["benchmark", "context", "--sizes", "60"])
    assert "p95" in capsys.readouterr().out


def test_the_world_is_the_same_for_the_same_seed():
    first, second = ([item.text for item in World(7).items(50)] for _ in range(2))
    assert first == second
    assert World(7).question() == World(7).question()
