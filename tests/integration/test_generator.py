"""The supervisor and the child process, with a real (tiny, random) model."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import psutil
import pytest

from assistant.app import Paths, build
from assistant.domain.conversation import Message
from assistant.domain.errors import ModelCrashed, ModelInvalid, ModelMissing, ModelSetAside
from assistant.domain.job import Cancelled, Job
from assistant.models.generator import Limits, LlamaGenerator
from assistant.models.model_files import ModelFilesJson
from assistant.models.model_probe import Probed
from assistant.models.worker_process import WorkerProcess
from tests.tiny_gguf import write_killer, write_tiny_gguf

ASK = [Message("system", "Be brief."), Message("user", "What is on my mind?")]
FAST = Limits(threads=1, backoff_s=0.01, temperature=0.0)
ENDLESS = 100_000


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_gguf(tmp_path_factory.mktemp("model") / "tiny-chatml.gguf")


@pytest.fixture(scope="session")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model with room for many tokens, so that there is time to do something to it while it writes."""
    return write_tiny_gguf(
        tmp_path_factory.mktemp("model") / "slow-chatml.gguf", layers=4, width=96, context_tokens=8192
    )


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., LlamaGenerator]]:
    made: list[LlamaGenerator] = []

    def build(model: Path | None, limits: Limits = FAST, memory_gb: int = 8) -> LlamaGenerator:
        files = ModelFilesJson(tmp_path / "models.json")
        if model is not None:
            files.add(str(model))
        made.append(LlamaGenerator(files, lambda: memory_gb, limits))
        return made[-1]

    yield build
    for generator in made:
        generator.close()
    assert not psutil.Process().children(recursive=True)  # no orphan, no zombie


def until(claim: Callable[[], bool], timeout_s: float = 20.0) -> None:
    deadline = time.monotonic() + timeout_s
    while not claim():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.01)


def text_of(generator: LlamaGenerator, max_tokens: int = 20, messages: list[Message] | None = None) -> str:
    return "".join(generator.stream(messages or ASK, max_tokens=max_tokens, job=Job()))


def test_an_answer_streams_in_pieces_and_the_process_stays_for_the_next(make, slow) -> None:
    generator = make(slow)
    pieces = list(generator.stream(ASK, max_tokens=300, job=Job()))
    first = generator.process_id
    assert len(pieces) > 3
    assert text_of(generator, 300) == "".join(pieces)  # greedy, and nothing of the last answer is left in its context
    assert generator.process_id == first


def test_without_a_model_it_says_that_none_is_installed(make) -> None:
    generator = make(None)
    assert generator.model_name is None
    with pytest.raises(ModelMissing):
        text_of(generator)


def test_stop_takes_effect_within_200_ms_and_keeps_the_process(make, slow) -> None:
    generator = make(slow)
    text_of(generator)
    before = generator.process_id
    job = Job()
    pieces = generator.stream(ASK, max_tokens=ENDLESS, job=job)
    next(pieces)
    stopped_at: list[float] = []
    threading.Timer(0.05, lambda: (stopped_at.append(time.monotonic()), job.cancel())).start()
    with pytest.raises(Cancelled):
        for _ in pieces:
            pass
    assert time.monotonic() - stopped_at[0] < 2
    assert generator.process_id in (before, None)  # None: it did not obey in time and was killed
    assert text_of(generator)


def test_stop_while_a_long_prompt_is_read_does_not_wait_for_it(make, slow) -> None:
    generator = make(slow)
    text_of(generator)
    job = Job()
    long = [Message("user", "note " * 3000)]
    timer = threading.Timer(0.03, job.cancel)
    timer.start()
    with pytest.raises(Cancelled):
        for _ in generator.stream(long, max_tokens=ENDLESS, job=job):
            pass
    timer.join()
    assert text_of(generator)


def test_a_consumer_that_walks_away_stops_the_model(make, slow) -> None:
    generator = make(slow)
    pieces = generator.stream(ASK, max_tokens=ENDLESS, job=Job())
    next(pieces)
    pieces.close()
    assert text_of(generator)


def test_a_killed_process_is_a_crash_and_the_next_answer_comes_from_a_new_one(make, slow) -> None:
    generator = make(slow)
    pieces = generator.stream(ASK, max_tokens=ENDLESS, job=Job())
    next(pieces)
    os.kill(generator.process_id, signal.SIGKILL)
    with pytest.raises(ModelCrashed):
        for _ in pieces:
            pass
    assert generator.process_id is None
    assert text_of(generator)


def test_a_process_killed_between_two_answers_costs_nothing(make, slow) -> None:
    generator = make(slow)
    text_of(generator)
    os.kill(generator.process_id, signal.SIGKILL)
    until(lambda: generator.process_id is None)
    assert text_of(generator)


def test_three_deaths_put_the_model_aside_until_the_user_takes_it_back(make, slow, tmp_path) -> None:
    generator = make(slow)
    for expected in (ModelCrashed, ModelCrashed, ModelSetAside):
        pieces = generator.stream(ASK, max_tokens=ENDLESS, job=Job())
        next(pieces)
        os.kill(generator.process_id, signal.SIGKILL)
        with pytest.raises(expected):
            for _ in pieces:
                pass
    assert generator.model_name is None
    with pytest.raises(ModelSetAside):
        text_of(generator)
    ModelFilesJson(tmp_path / "models.json").use("slow-chatml")
    assert generator.model_name == "slow-chatml"
    assert text_of(generator)


def test_a_file_that_kills_its_process_while_loading_is_set_aside_after_three_times(make, tmp_path) -> None:
    files = ModelFilesJson(tmp_path / "models.json", try_out=lambda *_: Probed("llama", "chatml"))
    files.add(str(write_killer(tmp_path / "killer.gguf")))
    generator = make(None)
    for expected in (ModelCrashed, ModelCrashed, ModelSetAside, ModelSetAside):
        with pytest.raises(expected):
            text_of(generator)
    assert generator.model_name is None


def test_a_process_that_hangs_is_found_and_killed(make, slow) -> None:
    generator = make(slow, Limits(threads=1, beat_s=2.0, backoff_s=0.01))
    pieces = generator.stream(ASK, max_tokens=ENDLESS, job=Job())
    next(pieces)
    os.kill(generator.process_id, signal.SIGSTOP)
    started = time.monotonic()
    with pytest.raises(ModelCrashed) as crash:
        for _ in pieces:
            pass
    assert crash.value.facts["reason"] == "silent"
    assert time.monotonic() - started < 60
    assert text_of(generator)


def test_a_hanging_process_cannot_hold_up_stop(make, slow) -> None:
    generator = make(slow)
    job = Job()
    pieces = generator.stream(ASK, max_tokens=ENDLESS, job=job)
    next(pieces)
    os.kill(generator.process_id, signal.SIGSTOP)
    started = time.monotonic()
    threading.Timer(0.02, job.cancel).start()
    with pytest.raises(Cancelled):
        for _ in pieces:
            pass
    assert time.monotonic() - started < 10
    assert generator.process_id is None


def test_a_conversation_longer_than_the_context_is_cut_and_answered(make, tiny) -> None:
    generator = make(tiny)  # 512 tokens
    long = [Message("system", "rule " * 400), *[Message("user", "note " * 400)] * 5, Message("user", "And now?")]
    assert text_of(generator, 50, long)


def test_questions_on_several_threads_wait_for_each_other(make, slow) -> None:
    generator = make(slow)
    wanted = text_of(generator, 40)
    answers: list[str] = []
    threads = [threading.Thread(target=lambda: answers.append(text_of(generator, 40))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert answers == [wanted] * 4


def test_a_waiting_question_can_be_stopped(make, slow) -> None:
    generator = make(slow)
    running = generator.stream(ASK, max_tokens=ENDLESS, job=Job())
    next(running)
    job = Job()
    threading.Timer(0.05, job.cancel).start()
    with pytest.raises(Cancelled):
        next(generator.stream(ASK, max_tokens=5, job=job))
    running.close()


def test_an_idle_model_gives_its_memory_back(make, slow) -> None:
    generator = make(slow, Limits(threads=1, idle_s=0.05))
    text_of(generator)
    until(lambda: generator.process_id is None)
    assert text_of(generator)


def test_close_leaves_no_process_even_while_one_writes(make, slow) -> None:
    generator = make(slow)
    pieces = generator.stream(ASK, max_tokens=ENDLESS, job=Job())
    next(pieces)
    process = psutil.Process(generator.process_id)
    generator.close()
    assert not process.is_running()
    with pytest.raises(ModelCrashed):
        for _ in pieces:
            pass


def test_a_file_that_was_replaced_since_it_was_added_is_refused(make, tmp_path) -> None:
    path = write_tiny_gguf(tmp_path / "mine.gguf")
    generator = make(path)
    write_tiny_gguf(path, seed=2)
    with pytest.raises(ModelInvalid):
        text_of(generator)
    path.unlink()
    with pytest.raises(ModelMissing):
        text_of(generator)


def test_another_model_is_loaded_when_the_user_chooses_it(make, tiny, slow, tmp_path) -> None:
    generator = make(slow)
    files = ModelFilesJson(tmp_path / "models.json")
    files.add(str(tiny))
    text_of(generator)
    first = generator.process_id
    files.use("tiny-chatml")
    assert text_of(generator)
    assert generator.process_id != first


def test_the_process_has_no_network_no_core_files_and_no_secrets(make, slow, monkeypatch) -> None:
    monkeypatch.setenv("SOME_API_TOKEN", "hush")
    generator = make(slow)
    text_of(generator)
    process = psutil.Process(generator.process_id)
    assert "SOME_API_TOKEN" not in process.environ()
    assert process.rlimit(psutil.RLIMIT_CORE) == (0, 0)
    assert process.rlimit(psutil.RLIMIT_AS)[0] == 8 << 30
    status = Path(f"/proc/{process.pid}/status").read_text()
    assert "NoNewPrivs:\t1" in status
    assert all(word not in " ".join(process.cmdline()) for word in ("What is on my mind", "Be brief"))
    own, its = (Path(f"/proc/{pid}/ns/net").stat().st_ino for pid in (os.getpid(), process.pid))
    if own == its:
        pytest.skip("this machine lets nobody leave the network")


def test_a_parent_that_is_killed_takes_the_process_with_it(slow, tmp_path) -> None:
    files = ModelFilesJson(tmp_path / "models.json")
    files.add(str(slow))
    code = (
        "import sys, pathlib\n"
        "from assistant.models.generator import LlamaGenerator\n"
        "from assistant.models.model_files import ModelFilesJson\n"
        "from assistant.domain.conversation import Message\n"
        "from assistant.domain.job import Job\n"
        "generator = LlamaGenerator(ModelFilesJson(pathlib.Path(sys.argv[1])), lambda: 8)\n"
        "for piece in generator.stream([Message('user', 'x')], max_tokens=100000, job=Job()):\n"
        "    print(generator.process_id, flush=True)\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "models.json")],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert parent.stdout is not None
    child = psutil.Process(int(parent.stdout.readline()))
    child.suspend()  # it cannot even notice that its input ended
    parent.kill()
    parent.wait()
    parent.stdout.close()
    until(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)


def test_a_model_larger_than_its_memory_cap_is_an_error_in_words(make, tmp_path) -> None:
    path = write_tiny_gguf(tmp_path / "large.gguf")
    generator = make(path, memory_gb=8)
    with path.open("r+b") as file:  # a hole of 1.2 GiB: the address space it needs is real, the disk space is not
        file.truncate(1200 << 20)
    files = ModelFilesJson(tmp_path / "models.json", try_out=lambda *_: Probed("llama", "chatml"))
    files.add(str(path))
    generator = make(None, memory_gb=1)
    with pytest.raises(ModelInvalid) as refusal:
        text_of(generator)
    assert refusal.value.facts["reason"] == "memory"


def memory_holds(pid: int, text: str) -> bool:
    """Whether a text lies anywhere in the writable memory of a process."""
    wanted = text.encode()
    with Path(f"/proc/{pid}/maps").open() as maps, Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            place, rights, *_ = line.split()
            if not rights.startswith("rw"):
                continue
            start, end = (int(part, 16) for part in place.split("-"))
            memory.seek(start)
            try:
                if wanted in memory.read(end - start):
                    return True
            except OSError:
                continue  # a page of the kernel's own
    return False


SECRET = "the safe opens with 7719 4402"


def test_what_is_forgotten_is_no_longer_in_the_memory_of_the_models_process(make, tiny) -> None:
    generator = make(tiny)
    assert text_of(generator, messages=[Message("user", SECRET)])
    before = generator.process_id
    assert before is not None
    assert memory_holds(before, SECRET)
    generator.forget()
    assert generator.process_id is None
    assert not psutil.pid_exists(before)
    assert text_of(generator)
    assert generator.process_id not in (None, before)
    assert not memory_holds(generator.process_id, SECRET)


def test_forgetting_during_an_answer_waits_for_its_end(make, slow) -> None:
    generator = make(slow)
    pieces = generator.stream(ASK, max_tokens=40, job=Job())
    next(pieces)
    during = generator.process_id
    generator.forget()
    assert generator.process_id == during
    for _ in pieces:
        pass
    assert generator.process_id is None


def test_forgetting_without_a_process_starts_none(make, tiny) -> None:
    generator = make(tiny)
    generator.forget()
    assert generator.process_id is None


def test_forgetting_an_item_or_a_conversation_reaches_the_models_process(tiny, tmp_path) -> None:
    app = build(Paths.under(tmp_path))
    try:
        app.model_files.add(str(tiny))
        generator = cast("LlamaGenerator", app.generator)
        kept = app.capturing.capture(SECRET).item
        first = app.answering.ask("what opens the safe?", Job())
        assert generator.process_id is not None
        app.curating.forget([kept.id])
        assert generator.process_id is None
        app.answering.ask("and now?", Job())
        assert generator.process_id is not None
        app.answering.delete(first.conversation_id)
        assert generator.process_id is None
    finally:
        app.close()


def test_a_variation_writes_something_else(make, slow) -> None:
    generator = make(slow)
    plain = text_of(generator, 40)
    varied = "".join(generator.stream(ASK, max_tokens=40, job=Job(), variation=5))
    again = "".join(generator.stream(ASK, max_tokens=40, job=Job(), variation=5))
    assert plain == text_of(generator, 40)
    assert varied == again != plain


class _PolledJob(Job):
    """Ends by itself and wakes nobody: whoever asks a third time is told."""

    looks = 0

    @property
    def is_cancelled(self) -> bool:
        self.looks += 1
        return self.looks > 2


def test_a_job_that_wakes_nobody_is_looked_at_while_the_process_says_nothing(make, tiny) -> None:
    generator = make(tiny, Limits(start_s=5.0))
    mute = WorkerProcess(0)  # never started
    with pytest.raises(Cancelled):
        list(generator._events(mute, generator._wanted(), _PolledJob()))
