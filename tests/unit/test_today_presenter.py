"""Numbering, folding and postponing on Today."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from assistant.domain.digest import Digest, DigestLine, Section, SectionKind
from assistant.domain.item import Item, ItemKind
from assistant.ui.today_presenter import PostponeChoice, TodayPresenter, at_ms, postpone_choices


def _line(name: str, kind: ItemKind = ItemKind.TASK) -> DigestLine:
    return DigestLine(Item(name, kind, name, 0), ())


def _digest() -> Digest:
    now = Section(SectionKind.NOW, (_line("a"),))
    later = Section(SectionKind.NEXT, (_line("b"), _line("c")), (_line("d"), _line("e")))
    return Digest(0, (now, later, Section(SectionKind.WAITING, ()), Section(SectionKind.DONE, (_line("f"),))))


def test_lines_are_numbered_over_all_sections_and_empty_sections_are_left_out() -> None:
    today = TodayPresenter(_digest())
    assert [section.kind for section in today.sections()] == [SectionKind.NOW, SectionKind.NEXT, SectionKind.DONE]
    third = today.line(3)
    assert third is not None
    assert third.line.item.id == "c"
    assert today.line(7) is None


def test_unfolding_shows_the_folded_lines_and_folding_hides_them() -> None:
    today = TodayPresenter(_digest())
    today.toggle(SectionKind.NEXT)
    assert [line.line.item.id for line in today.sections()[1].lines] == ["b", "c", "d", "e"]
    today.toggle(SectionKind.NEXT)
    assert len(today.sections()[1].lines) == 2


def test_a_done_line_can_neither_be_done_nor_postponed() -> None:
    line = TodayPresenter(_digest()).sections()[-1].lines[0]
    assert not line.can_be_done
    assert not line.can_be_postponed


def test_a_note_to_remember_has_no_done() -> None:
    digest = Digest(0, (Section(SectionKind.REMEMBER, (_line("n", ItemKind.NOTE),)),))
    assert not TodayPresenter(digest).sections()[0].lines[0].can_be_done


def test_nothing_is_empty() -> None:
    assert TodayPresenter().is_empty
    assert TodayPresenter(Digest(0, (Section(SectionKind.NOW, ()),))).is_empty


def test_postponing_offers_wall_clock_instants_and_no_evening_that_has_come() -> None:
    zone = ZoneInfo("Europe/Berlin")
    morning = dict(postpone_choices(datetime(2026, 3, 28, 10, 0, tzinfo=zone), morning_hour=9, evening_hour=18))
    assert morning[PostponeChoice.TOMORROW] == datetime(2026, 3, 29, 9, tzinfo=zone)
    assert at_ms(morning[PostponeChoice.TOMORROW]) == at_ms(datetime(2026, 3, 29, 7, tzinfo=UTC))
    assert morning[PostponeChoice.NEXT_WEEK] == datetime(2026, 3, 30, 9, tzinfo=zone)
    sunday = dict(postpone_choices(datetime(2026, 3, 29, 10, 0, tzinfo=zone), morning_hour=9, evening_hour=18))
    assert PostponeChoice.NEXT_WEEK not in sunday  # it is tomorrow
    late = dict(postpone_choices(datetime(2026, 3, 28, 19, 0, tzinfo=zone), morning_hour=9, evening_hour=18))
    assert PostponeChoice.EVENING not in late


def test_in_one_hour_is_an_hour_even_when_the_clock_jumps() -> None:
    zone = ZoneInfo("Europe/Berlin")
    now = datetime(2026, 3, 29, 1, 30, tzinfo=zone)
    hour = dict(postpone_choices(now, morning_hour=9, evening_hour=18))[PostponeChoice.HOUR]
    assert at_ms(hour) - at_ms(now) == 3_600_000
