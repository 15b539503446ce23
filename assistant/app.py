"""The composition root: the only file that knows every part.

Every part is made on first use, because the ways in differ by a hundredfold in what they may cost: a capture
must not pay for NumPy, onnxruntime or a model, and a window must be up before any of them is loaded. That is
also why the imports of the parts stand inside the properties that make them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, cast

from assistant.domain.changes import Changes, Topic
from assistant.domain.errors import AssistantError, StoreCorrupt
from assistant.hub import Doorbell, Hub
from assistant.lazy import lazy
from assistant.paths import Paths, system_locale

if TYPE_CHECKING:
    from assistant.domain.diagnosis import Fact
    from assistant.domain.job import Job
    from assistant.domain.memory import Footing
    from assistant.domain.ports import (
        Actions,
        Clock,
        Conversations,
        Drafts,
        Encoder,
        Generator,
        Intentions,
        Items,
        Keeper,
        ModelFiles,
        Names,
        Notifier,
        Occurrences,
        Residents,
        Screen,
        Spool,
        Trash,
        Vectors,
        WrittenQuestions,
    )
    from assistant.domain.settings import Settings
    from assistant.models.scorer import OnnxScorer
    from assistant.services.answering import Answering
    from assistant.services.capturing import Capturing
    from assistant.services.coming_up import ComingUp
    from assistant.services.curating import Curating
    from assistant.services.diagnosing import Diagnosing
    from assistant.services.digesting import Digesting
    from assistant.services.encoding import Encoding
    from assistant.services.journal import Journal
    from assistant.services.kept_before import KeptBefore
    from assistant.services.learning import Learning
    from assistant.services.maintaining import Maintaining
    from assistant.services.prospecting import Prospecting
    from assistant.services.recalling import Recalling
    from assistant.services.rehearsing import Rehearsing
    from assistant.services.remembering import Remembering
    from assistant.services.reminding import Reminding
    from assistant.services.shelving import Shelving
    from assistant.services.trashing import Trashing
    from assistant.services.undoing import Undoing
    from assistant.services.writing_questions import WritingQuestions
    from assistant.store.database import Database
    from assistant.store.items import SqliteItems
    from assistant.store.settings_file import SettingsFile


class App:
    """All services over one set of paths. Made by `build`; `close()` ends threads and child processes."""

    def __init__(
        self, paths: Paths, *, clock: Clock | None = None, notifier: Notifier | None = None, is_store_held: bool = False
    ) -> None:
        """See `build`."""
        self.paths = paths
        self.hub = Hub()
        self.doorbell = Doorbell()
        self.lock = threading.RLock()
        self.parts: dict[str, object] = {}
        self.desktop_facts: Callable[[], Iterable[Fact]] = tuple  # the running desktop puts its own here
        self.system_locale = system_locale()
        self.is_staying = False  # whether this process outlives its command and hears the buttons of notifications
        self._is_store_held = is_store_held
        if clock is not None:
            self.parts["clock"] = clock
        if notifier is not None:
            self.parts["notifier"] = notifier

    # What the services stand on

    @lazy
    def clock(self) -> Clock:
        """The only source of time."""
        from assistant.platform.clock import SystemClock

        return SystemClock()

    @lazy
    def settings(self) -> SettingsFile:
        """The settings file, loaded."""
        from assistant.store.settings_file import SettingsFile

        settings = SettingsFile(self.paths.settings)
        settings.load()
        return settings

    def current_settings(self) -> Settings:
        """The settings as they are now."""
        return self.settings.current

    @lazy
    def database(self) -> Database:
        """The store's file; opened by the first query."""
        from assistant.store.database import Database

        return Database(self.paths.database, self.paths.backups)

    @lazy
    def spool(self) -> Spool:
        """The captures that the store could not take yet."""
        from assistant.store.spool import FileSpool

        return FileSpool(self.paths.spool)

    @lazy
    def question_drafts(self) -> Drafts:
        """What stands in the chat's field."""
        from assistant.store.drafts import FileDrafts

        return FileDrafts(self.paths.question_draft)

    @lazy
    def keeper(self) -> Keeper:
        """Copies, checks and restores the store's file."""
        from assistant.store.keeping import StoreKeeper

        return StoreKeeper(self.database)

    @lazy
    def items(self) -> SqliteItems:
        """The items."""
        from assistant.store.items import SqliteItems

        return SqliteItems(self.database)

    @lazy
    def occurrences(self) -> Occurrences:
        """The ledger of reminders."""
        from assistant.store.occurrences import SqliteOccurrences

        return SqliteOccurrences(self.database)

    @lazy
    def screen(self) -> Screen:
        """The notifications that stand on the screen."""
        from assistant.store.screen import SqliteScreen

        return SqliteScreen(self.database)

    @lazy
    def actions(self) -> Actions:
        """The log of what can be taken back."""
        from assistant.store.actions import SqliteActions

        return SqliteActions(self.database)

    @lazy
    def trash(self) -> Trash:
        """What was forgotten and can still be restored."""
        from assistant.store.trash import SqliteTrash

        return SqliteTrash(self.database)

    @lazy
    def residents(self) -> Residents:
        """The dynamic memory's rows."""
        from assistant.store.residents import SqliteResidents

        return SqliteResidents(self.database)

    @lazy
    def intentions(self) -> Intentions:
        """What waits for an event."""
        from assistant.store.intentions import SqliteIntentions

        return SqliteIntentions(self.database)

    @lazy
    def conversations(self) -> Conversations:
        """Conversations and their turns."""
        from assistant.store.conversations import SqliteConversations

        return SqliteConversations(self.database)

    @lazy
    def scorer(self) -> OnnxScorer:
        """The attention scorer; its graph is loaded by the first score."""
        from assistant.models.scorer import OnnxScorer
        from assistant.resources import resource

        return OnnxScorer(resource("models"))

    @lazy
    def encoder(self) -> Encoder:
        """The encoder; vocabulary and graph are loaded by the first text."""
        from assistant.models.encoder import OnnxEncoder
        from assistant.resources import resource

        return OnnxEncoder(resource("models"))

    @lazy
    def vectors(self) -> Vectors:
        """What the encoder made of the passages."""
        from assistant.store.vectors import SqliteVectors

        return SqliteVectors(self.database)

    @lazy
    def model_files(self) -> ModelFiles:
        """The list of language models."""
        from assistant.models.model_files import ModelFilesJson

        return ModelFilesJson(self.paths.models, lambda: self.current_settings().model_memory_gb)

    @lazy
    def generator(self) -> Generator:
        """The language model; its process is started by the first answer."""
        from assistant.models.generator import LlamaGenerator

        generator = LlamaGenerator(self.model_files, lambda: self.current_settings().model_memory_gb)

        def forget(changes: Changes) -> None:
            if Topic.FORGOTTEN in changes.topics:
                generator.forget()

        self.hub.subscribe(forget)
        return generator

    @lazy
    def notifier(self) -> Notifier:
        """Desktop notifications, with buttons that work."""
        from assistant.platform.notifications import DesktopNotifier

        return DesktopNotifier(self.answer_reminder, self.screen)

    # The services, one per goal of the user

    @lazy
    def capturing(self) -> Capturing:
        """Keep what the user gives."""
        from assistant.services.capturing import Capturing
        from assistant.store.drafts import FileDrafts
        from assistant.store.held import HeldItems

        items = cast("Items", HeldItems(self.paths.database)) if self._is_store_held else self.items
        drafts = FileDrafts(self.paths.drafts)
        notice = None if self._is_store_held else self.prospecting.noticed
        return Capturing(items, self.spool, drafts, self.clock, self.current_settings, self.hub.announce, notice)

    @lazy
    def prospecting(self) -> Prospecting:
        """Remind when a person or a topic comes up."""
        from assistant.services.prospecting import Prospecting

        ports = (self.intentions, self.items, self.residents, self.clock)
        return Prospecting(*ports, self.hub.announce, self.journal)

    @lazy
    def coming_up(self) -> ComingUp:
        """Tell of intentions by notification, where chosen."""
        from assistant.services.coming_up import ComingUp
        from assistant.services.notices import Notices

        notices = Notices(self.clock, self.current_settings, self.system_locale)
        return ComingUp(self.prospecting, self.items, self.notifier, notices, self.clock, self.current_settings)

    @lazy
    def recalling(self) -> Recalling:
        """Find what belongs to a question."""
        from assistant.services.meaning import Meaning
        from assistant.services.recalling import Recalling
        from assistant.store.passages import SqlitePassages
        from assistant.store.search import SqliteSearch

        search, passages = SqliteSearch(self.database), SqlitePassages(self.database)
        learned = self.learning.calibration
        meaning = Meaning(self.encoder, self.vectors)
        return Recalling(self.items, search, passages, self.scorer, self.clock, learned=learned, meaning=meaning)

    @lazy
    def encoding(self) -> Encoding:
        """Give passages their vectors."""
        from assistant.services.encoding import Encoding

        return Encoding(self.encoder, self.vectors)

    @lazy
    def rehearsing(self) -> Rehearsing:
        """Fit the scorer to the store's shape while nobody is there."""
        from assistant.memory.rehearsal import Rehearsal
        from assistant.platform.quiet import is_on_mains
        from assistant.services.rehearsing import Rehearsing

        ports = (self.items, self.recalling, self.learning, self.clock)
        return Rehearsing(*ports, Rehearsal, is_on_mains=is_on_mains, written=self.written_questions.usable)

    @lazy
    def written_questions(self) -> WrittenQuestions:
        """What the language model wrote for the rehearsal."""
        from assistant.store.written_questions import SqliteWrittenQuestions

        return SqliteWrittenQuestions(self.database)

    @lazy
    def writing_questions(self) -> WritingQuestions:
        """Have the language model write questions for the rehearsal while nobody is there."""
        from assistant.platform.quiet import is_on_mains
        from assistant.services.writing_questions import WritingQuestions

        ports = (self.items, self.written_questions, self.generator, self.rehearsing, self.learning, self.clock)
        return WritingQuestions(*ports, is_on_mains=is_on_mains)

    @lazy
    def learning(self) -> Learning:
        """What is learned from use."""
        from assistant.services.learning import Learning
        from assistant.store.learned import SqliteLearned

        learned = SqliteLearned(self.database)
        return Learning(learned, self.scorer, self.clock, self.current_settings, self.hub.announce)

    @lazy
    def remembering(self) -> Remembering:
        """What is on the user's mind."""
        from assistant.services.remembering import Remembering

        return Remembering(
            self.items,
            self.residents,
            self.recalling,
            self.occurrences,
            self.clock,
            self.current_settings,
            self.hub.announce,
        )

    @lazy
    def footing(self) -> Footing | None:
        """How probably a recalled item answers, as fitted for the shipped scorer; None if for another."""
        from assistant.models import manifest
        from assistant.resources import resource

        return manifest.footing(resource("models"))

    @lazy
    def answering(self) -> Answering:
        """Answer with sources."""
        from assistant.models.extractive import ExtractiveAnswerer
        from assistant.services.answering import Answering

        return Answering(
            self.items,
            self.recalling,
            self.remembering,
            self.conversations,
            self.generator,
            ExtractiveAnswerer(self.footing.quoted) if self.footing else ExtractiveAnswerer(),
            self.clock,
            self.current_settings,
            self.hub.announce,
            self.prospecting,
            self.learning.shown,
            self.footing,
        )

    @lazy
    def reminding(self) -> Reminding:
        """Show what is due, once."""
        from assistant.services.reminding import Reminding

        return Reminding(
            self.occurrences,
            self.items,
            self.notifier,
            self.clock,
            self.current_settings,
            self.hub.announce,
            system_locale=self.system_locale,
            journal=self.journal,
        )

    @lazy
    def digesting(self) -> Digesting:
        """The Today view."""
        from assistant.services.digesting import Digesting

        return Digesting(self.items, self.occurrences, self.remembering, self.clock, self.current_settings)

    @lazy
    def curating(self) -> Curating:
        """Open, edit, pin, postpone, forget."""
        from assistant.services.curating import Curating

        return Curating(
            self.items,
            self.occurrences,
            self.residents,
            self.clock,
            self.current_settings,
            self.hub.announce,
            self.notifier.withdraw,
            self.journal,
        )

    @lazy
    def journal(self) -> Journal:
        """Where actions are written down."""
        from assistant.services.journal import Journal

        return Journal(self.actions, self.clock)

    @lazy
    def kept_before(self) -> KeptBefore:
        """Whether the same was kept already."""
        from assistant.services.kept_before import KeptBefore
        from assistant.store.search import SqliteSearch

        return KeptBefore(SqliteSearch(self.database))

    @lazy
    def names(self) -> Names:
        """Items by what the user calls them."""
        from assistant.store.names import SqliteNames

        return SqliteNames(self.database)

    @lazy
    def undoing(self) -> Undoing:
        """Take back what was done."""
        from assistant.services.undoing import Undoing

        ports = (self.items, self.trash, self.occurrences, self.notifier.withdraw)
        return Undoing(self.actions, self.clock, self.hub.announce, *ports)

    @lazy
    def trashing(self) -> Trashing:
        """Forget, restore, erase."""
        from assistant.services.trashing import Trashing

        ports = (self.items, self.trash, self.occurrences, self.journal, self.clock)
        return Trashing(*ports, self.hub.announce, self.notifier.withdraw)

    @lazy
    def shelving(self) -> Shelving:
        """Move on what was not done, set aside, clear the day."""
        from assistant.services.shelving import Shelving

        ports = (self.items, self.curating, self.journal, self.clock)
        return Shelving(*ports, self.current_settings, self.hub.announce)

    @lazy
    def maintaining(self) -> Maintaining:
        """Export, back up, restore."""
        from assistant.services.maintaining import Maintaining

        return Maintaining(
            self.items,
            self.occurrences,
            self.conversations,
            self.spool,
            self.keeper,
            self.clock,
            self.intentions,
            self.trash,
        )

    @lazy
    def diagnosing(self) -> Diagnosing:
        """What works here, and why not."""
        from assistant.platform.display import why_no_window
        from assistant.platform.owner import is_held
        from assistant.services.diagnosing import Diagnosing, Surroundings
        from assistant.services.diagnosing_memory import MemoryFacts
        from assistant.store.linking import SQLITE_VERSION

        return Diagnosing(
            Surroundings(
                places={"data": self.paths.data, "settings": self.paths.settings, "backups": self.paths.backups},
                sqlite_version=lambda: ".".join(str(part) for part in SQLITE_VERSION),
                why_no_window=why_no_window,
                is_owned=lambda: is_held(self.paths.lock),
                settings_problems=lambda: self.settings.problems,
                desktop=lambda: list(self.desktop_facts()),
                memory=MemoryFacts(
                    self.scorer,
                    self.recalling,
                    self.learning,
                    self.clock,
                    self.encoder,
                    self.vectors,
                    self.footing,
                ),
            ),
            items=self.items,
            occurrences=self.occurrences,
            spool=self.spool,
            keeper=self.keeper,
            scorer=self.scorer,
            model_files=self.model_files,
            notifier=self.notifier,
            clock=self.clock,
        )

    # Wiring between the parts

    def catch_up(self, job: Job, *, with_recall: bool = False) -> None:
        """Take in what waits: spooled captures, long items not yet indexed, and what the clock changed on the mind.

        For a process that starts, and for the desktop after captures and with its clock; never on the UI thread.
        With recall, passages get their vectors as well, which loads the encoder when there are new ones.
        """
        self.capturing.replay_spool()
        self.items.index_pending(job)
        self.shelving.roll_over()
        self.remembering.tick(with_recall=with_recall)
        self.learning.relearn_when_due()
        if with_recall:
            from assistant.services.encoding import REST_AFTER_S

            self.encoding.catch_up(job)
            self.encoding.rest()
            self.scorer.rest(REST_AFTER_S)

    def care(self, job: Job) -> None:
        """Check the store daily, back it up hourly when it changed. Never on the UI thread. Raises `StoreError`."""
        job.check()
        if damage := self.maintaining.check_when_due():
            raise StoreCorrupt(path=str(self.paths.database), reason="; ".join(damage))
        self.trashing.erase_old()
        self.maintaining.backup_when_due()

    def resume_notifications(self) -> None:
        """Answer for what an earlier process left on the screen. For a process that stays. Raises `StoreError`."""
        left = self.notifier.resume()
        reminders = [each for each in left.occurrence_ids if not self.coming_up.is_mark(each)]
        self.reminding.resume(reminders, hears_buttons=left.hears_buttons)

    def answer_reminder(self, occurrence_id: str, action: str) -> None:
        """A notification's button was pressed, or it was clicked ("open"). Called on the notifier's thread."""
        try:
            if action == "open":
                self.doorbell.ring("today")
            elif not self.coming_up.answer(occurrence_id, action):
                self.reminding.answer(occurrence_id, action)
        except ValueError:
            return  # a button that this program never showed
        except AssistantError:
            self.hub.announce(Changes.of(Topic.REMINDERS))  # the window shows what could not be settled

    def close(self) -> None:
        """End threads and child processes, close the store. The app cannot be used afterwards."""
        with self.lock:
            parts, self.parts = self.parts, {}
        for name in ("notifier", "generator", "database"):
            part = parts.get(name)
            if part is not None:
                cast("Any", part).close()


def build(
    paths: Paths, *, clock: Clock | None = None, notifier: Notifier | None = None, is_store_held: bool = False
) -> App:
    """An app over `paths`, whose folders are made. With `is_store_held` captures go to the spool only."""
    paths.create()
    return App(paths, clock=clock, notifier=notifier, is_store_held=is_store_held)
