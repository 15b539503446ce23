"""Memory: everything that was kept, found by words and filters, read, edited, and forgotten with a preview."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from assistant.app import App
from assistant.domain.changes import Changes, Topic
from assistant.domain.errors import ItemMissing
from assistant.domain.item import Found, Item
from assistant.language import wording
from assistant.ui import shortcuts
from assistant.ui.due_picker import pick_due
from assistant.ui.item_editor import edit_text
from assistant.ui.item_inspector import ItemDetails, ItemInspector
from assistant.ui.memory_filters import MemoryFilters
from assistant.ui.memory_forgetting import Forgetting
from assistant.ui.memory_list import FOUND_ROLE, MemoryDelegate, MemoryModel, facts_of
from assistant.ui.memory_presenter import MemoryPresenter, Page, Place
from assistant.ui.screen import Screen
from assistant.ui.shown_text import first_line, isolated, one_line
from assistant.ui.tasks import TaskRunner
from assistant.ui.theme import SPACE
from assistant.ui.two_panes import TwoPanes
from assistant.ui.widgets import EmptyState, PlainLabel, quiet_button


class MemoryView(Screen):
    """A list at the left, the chosen item at the right."""

    def __init__(self, app: App, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        """Reads nothing before `refresh`."""
        super().__init__(app, tasks, parent)
        self._memory = MemoryPresenter()
        self._shown_id: str | None = None
        self._next_row = -1
        self.filters = MemoryFilters(self)
        self.model = MemoryModel(self._memory, self._spoken, self)
        self.list = QListView(self)
        self._delegate = MemoryDelegate(self.list, self.now)
        self._status = PlainLabel(role="caption")
        self._empty = EmptyState("memory", parent=self)
        self.inspector = ItemInspector(self)
        self.forgetting = Forgetting(self, app)
        self.empty_trash = quiet_button("", self, role="danger")
        self._build()
        self._connect()
        self.retranslate()

    @property
    def presenter(self) -> MemoryPresenter:
        """The query and its rows."""
        return self._memory

    def refresh(self, changes: Changes | None = None) -> None:
        """Ask again for what is shown, keeping place and selection."""
        if changes is None or changes.topics & {Topic.ITEMS, Topic.SPOOL}:
            self._fetch(self._memory.first_page(keep=len(self._memory.rows)))
        is_touched = changes is None or changes.topics & {Topic.ITEMS, Topic.MIND, Topic.REMINDERS}
        if self._shown_id is not None and is_touched:
            self._read_item(self._shown_id)

    def retranslate(self) -> None:
        """Put every text in the current language."""
        self.setAccessibleName(self.tr("Memory"))
        self.list.setAccessibleName(self.tr("What you kept"))
        self._delegate.language = self.language
        self.filters.retranslate(self.language)
        self.inspector.retranslate(self.language)
        self._show_state()
        self.list.viewport().update()

    def focus_first(self) -> None:
        """Start with the search."""
        self.filters.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filters.field.selectAll()

    def show_item(self, item_id: str) -> None:
        """Open an item from another screen."""
        self._shown_id = item_id
        app = self._app
        self.run(lambda _: app.curating.open(item_id), None, failed=self._item_failed)
        self._read_item(item_id)
        self._select_row(item_id)
        self.panes.show_second()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons in the colours of a new theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.filters.retint()
            self.list.viewport().update()

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = QWidget(self)
        left.setProperty("role", "clear")
        column = QVBoxLayout(left)
        column.setContentsMargins(SPACE.l, SPACE.l, SPACE.s, SPACE.s)
        column.setSpacing(SPACE.s)
        column.addWidget(self.filters)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty, 1)
        column.addStretch(0)  # takes the room while there is neither, as when the store cannot be read
        foot = QHBoxLayout()
        foot.addWidget(self._status, 1)
        foot.addWidget(self.empty_trash)
        column.addLayout(foot)
        self.foot = self.inspector.bar
        self.panes = TwoPanes(left, self.inspector, self, home=self.list)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panes)

    def _connect(self) -> None:
        self.filters.changed.connect(self._search)
        self.filters.left_down.connect(self._enter_list)
        self.model.more_asked.connect(self._fetch_more)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.clicked.connect(self._opened)
        self.list.activated.connect(self._opened)
        self.inspector.back_asked.connect(self.panes.show_first)
        self.panes.narrowed.connect(self.inspector.set_alone)
        self._empty.acted.connect(self._help_out)
        self.inspector.edit_asked.connect(self._edit)
        self.inspector.due_asked.connect(self._set_due)
        self.inspector.done_asked.connect(self._set_done)
        self.inspector.intention_asked.connect(self._settle_intention)
        self.inspector.pin_asked.connect(self._pin)
        self.inspector.not_now_asked.connect(self._not_now)
        self.inspector.aside_asked.connect(self._set_aside)
        self.inspector.insist_asked.connect(self._insist)
        self.inspector.stop_asked.connect(self._stop_repeating)
        self.inspector.forget_asked.connect(self._ask_forget)
        self.inspector.erase_asked.connect(self._ask_erase)
        self.inspector.restore_asked.connect(self._restore)
        self.forgetting.gone.connect(self._gone)
        self.forgetting.changed.connect(self._gone)
        self.empty_trash.clicked.connect(self.forgetting.ask_empty)
        self.inspector.tag_asked.connect(self.filters.set_tag)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcuts.bind(self, shortcuts.SEARCH, self.focus_first, context=here)
        shortcuts.bind(self, shortcuts.EDIT, self._edit, context=here)
        shortcuts.bind(self, shortcuts.PIN_ITEM, self._toggle_pin, context=here)
        shortcuts.bind(self.list, shortcuts.FORGET, self._ask_forget, context=Qt.ShortcutContext.WidgetShortcut)

    # The list

    def _search(self) -> None:
        memory, filters = self._memory, self.filters
        memory.text, memory.kinds, memory.tag = filters.text, filters.kinds, filters.tag
        memory.pinned_only, memory.open_only = filters.pinned.isChecked(), filters.open.isChecked()
        if memory.place is not filters.place_shown:  # what was chosen may not be there
            self._show_nothing()
        memory.with_questions, memory.place = filters.questions.isChecked(), filters.place_shown
        self._fetch(memory.first_page())

    def _help_out(self) -> None:
        """The empty list's button: take the filters away, or keep a first thing."""
        if self._memory.is_filtered:
            self.filters.clear()
            self._search()
        else:
            self.capture_asked.emit()

    def _fetch_more(self) -> None:
        page = self._memory.next_page()
        if page is not None:
            self._fetch(page)

    def _fetch(self, page: Page) -> None:
        app = self._app

        def work(_: object) -> list[Found]:
            if page.is_trash:
                found = app.trashing.search(page.text, limit=page.limit, offset=page.offset)
                return [Found(each.item, 0.0) for each in found]
            return app.recalling.search(page.text, limit=page.limit, offset=page.offset, where=page.where)

        self.run(work, partial(self._arrived, page), failed=partial(self._fetch_failed, page))

    def _arrived(self, page: Page, found: list[Found]) -> None:
        fresh = self._memory.arrived(page, found)
        if fresh is None:
            return
        if page.offset:
            self.model.show_added(len(fresh))
        else:
            place = self.list.verticalScrollBar().value()
            self.model.show_all()
            self._select_row(self._shown_id, is_scrolling=False)
            self._choose_next()
            self.list.verticalScrollBar().setValue(place if page.limit > len(found) or place else 0)
        self._show_state()

    def _choose_next(self) -> None:
        row, self._next_row = min(self._next_row, self.model.rowCount() - 1), -1
        if row >= 0 and self._shown_id is None:
            self.list.setCurrentIndex(self.model.index(row))

    def _fetch_failed(self, page: Page, error: Exception) -> None:
        if self._memory.failed(page):
            self.tell_error(error)

    def _show_state(self) -> None:
        count = len(self._memory.rows)
        self.list.setVisible(count > 0)
        self._empty.setVisible(count == 0 and self._memory.has_arrived)
        self.panes.set_second(has_second=count > 0 or self._shown_id is not None)
        self._status.setText(self._count_words(count))
        self.empty_trash.setText(self.tr("Empty the trash…"))
        self.empty_trash.setVisible(self._memory.is_trash and count > 0)
        if self._memory.is_trash and not self._memory.text:
            hint = self.tr("What you forget stays here for 30 days.")
            self._empty.set_words(self.tr("The trash is empty"), hint, self.tr("Show everything"))
        elif self._memory.place is Place.ASIDE and not self._memory.text:
            hint = self.tr("What waits on the shelf will be here.")
            self._empty.set_words(self.tr("Nothing is set aside"), hint, self.tr("Show everything"))
        elif self._memory.is_filtered:
            query = isolated(one_line(self._memory.text, 60))
            title = (
                self.say("search.nothing", query=query) if self._memory.text else self.tr("Nothing fits these filters")
            )
            self._empty.set_words(title, self.tr("Try fewer words or another kind."), self.tr("Show everything"))
        else:
            self._empty.set_words(
                self.tr("Your memory is empty"),
                self.tr("What you keep will be here, found by any word."),
                self.tr("Keep something"),
            )

    def _count_words(self, count: int) -> str:
        if count == 0:
            return ""
        if self._memory.is_whole:
            return self.say("search.count" if self._memory.is_filtered else "forget.items", count=count)
        return self.tr("The first {count}, more as you scroll").format(count=count)

    def _enter_list(self) -> None:
        if self.model.rowCount():
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _select_row(self, item_id: str | None, *, is_scrolling: bool = True) -> None:
        row = self._memory.row_of(item_id) if item_id else -1
        selection = self.list.selectionModel()
        selection.blockSignals(True)
        if row >= 0:
            index = self.model.index(row)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if is_scrolling:
                self.list.scrollTo(index)
        else:
            selection.clear()
        selection.blockSignals(False)
        self.list.viewport().update()

    def _chosen(self, current: QModelIndex, _: QModelIndex | None = None) -> None:
        found = current.data(FOUND_ROLE) if current.isValid() else None
        if isinstance(found, Found) and found.item.id != self._shown_id:
            self._shown_id = found.item.id
            self._show_details(ItemDetails(found.item))
            self._read_item(found.item.id)

    def _opened(self, current: QModelIndex) -> None:
        self._chosen(current)  # a row may be the current one without being shown
        self.panes.show_second()

    def _show_nothing(self) -> None:
        self._shown_id = None
        self.inspector.show_details(None, self.language, self.now())
        self.panes.show_first()

    def _spoken(self, item: Item) -> str:
        kind = wording.kind_words(item.kind, self.language)
        facts = ", ".join(facts_of(item, self.language, self.now()))
        return f"{kind}: {first_line(item.text, 160)}, {facts}"

    # The chosen item

    def _read_item(self, item_id: str) -> None:
        app = self._app

        def work(_: object) -> ItemDetails:
            trashed = app.trashing.get(item_id)
            if trashed is not None:
                return ItemDetails(trashed.item, erased_at_ms=app.trashing.erases_at_ms(trashed))
            item = app.curating.get(item_id)
            history = tuple(app.curating.history(item_id))
            reminders = tuple(app.occurrences.for_item(item_id))
            return ItemDetails(item, history, reminders, app.prospecting.of(item_id))

        self.run(work, self._show_details, failed=self._item_failed)

    def _show_details(self, details: ItemDetails) -> None:
        if details.item.id != self._shown_id:
            return
        self.inspector.show_details(details, self.language, self.now())
        row = self._memory.replace(details.item)
        if row >= 0:
            self.model.show_changed(row)

    def _item_failed(self, error: Exception) -> None:
        if isinstance(error, ItemMissing):
            if error.facts.get("id") in (None, self._shown_id):
                self._show_nothing()
        else:
            self.tell_error(error)

    def _edit(self) -> None:
        item = self.inspector.item
        text = edit_text(self, item) if item is not None else None
        if item is not None and text is not None:
            app = self._app
            self.act(lambda _: app.curating.edit(item.id, text), self.refresh)

    def _set_due(self) -> None:
        item = self.inspector.item
        if item is None:
            return
        choice = pick_due(self, self._app, item.due_at_ms)
        if choice.is_accepted:
            app = self._app
            self.act(
                lambda _: app.curating.set_due(item.id, choice.at_ms, is_deadline=choice.is_deadline), self.refresh
            )

    def _set_done(self, is_done: bool) -> None:
        app, item = self._app, self.inspector.item
        if item is not None:
            self.act(lambda _: app.curating.done(item.id, is_done), self.refresh)

    def _settle_intention(self, is_done: bool) -> None:
        app, item = self._app, self.inspector.item
        if item is not None:
            settle = app.prospecting.done if is_done else app.prospecting.rearm
            self.act(lambda _: settle(item.id), self.refresh)

    def _insist(self, is_insistent: bool) -> None:
        app, item = self._app, self.inspector.item
        if item is not None:
            said = self.tr("Asks until it is answered") if is_insistent else self.tr("Asks only once")
            self.act(lambda _: app.reminding.insist(item.id, is_insistent), self.refresh, said=said)

    def _stop_repeating(self) -> None:
        app, item = self._app, self.inspector.item
        if item is not None:
            self.act(lambda _: app.curating.stop_repeating(item.id), self.refresh)

    def _pin(self, is_pinned: bool) -> None:
        app, item = self._app, self.inspector.item
        if item is not None:
            self.act(lambda _: app.curating.pin(item.id, is_pinned), self.refresh)

    def _toggle_pin(self) -> None:
        if self.inspector.item is not None:
            self._pin(not self.inspector.item.is_pinned)

    def _not_now(self) -> None:
        app, item = self._app, self.inspector.item
        if item is not None:
            text = self.tr("Put aside until tomorrow morning")
            self.act(lambda _: app.curating.not_now(item.id), self.refresh, said=text)

    def _set_aside(self, is_aside: bool) -> None:
        app, item = self._app, self.inspector.item
        if item is not None:
            act = app.shelving.set_aside if is_aside else app.shelving.bring_back
            self.act(lambda _: act([item.id]), self.refresh)

    def _ask_forget(self) -> None:
        """For what lies in the trash the same key erases."""
        item = self.inspector.item
        if item is not None:
            (self.forgetting.ask_erase if self.inspector.is_trashed else self.forgetting.ask)(item)

    def _ask_erase(self) -> None:
        if self.inspector.item is not None:
            self.forgetting.ask_erase(self.inspector.item)

    def _restore(self) -> None:
        if self.inspector.item is not None:
            self.forgetting.restore(self.inspector.item)

    def _gone(self) -> None:
        """What was chosen is there no more; the one that takes its place is chosen next."""
        self._next_row = self._memory.row_of(self._shown_id) if self._shown_id else -1
        self._show_nothing()
        self.refresh()
