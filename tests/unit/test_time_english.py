"""Golden lines, written by us. Now is Wednesday 30 September 2026, 10:00 in New York; mornings are 9, evenings 18."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from assistant.language.time import find_time, find_times

NOW = datetime(2026, 9, 30, 10, 0, tzinfo=ZoneInfo("America/New_York"))

DUE = """
today | 2026-09-30 18:00
tonight | 2026-09-30 18:00
tomorrow | 2026-10-01 09:00
call Anna tomorrow 3pm | 2026-10-01 15:00
call Anna tomorrow at 3pm | 2026-10-01 15:00
call Anna at 3pm tomorrow | 2026-10-01 15:00
Tomorrow, at 15:00, dentist | 2026-10-01 15:00
tomorrow morning send the draft | 2026-10-01 09:00
tomorrow afternoon | 2026-10-01 15:00
tomorrow evening water the plants | 2026-10-01 18:00
tomorrow night watch the eclipse | 2026-10-01 21:00
tomorrow at noon | 2026-10-01 12:00
tomorrow at 8 | 2026-10-01 08:00
tomorrow at 8 in the evening | 2026-10-01 20:00
9 tomorrow morning | 2026-10-01 09:00
the day after tomorrow | 2026-10-02 09:00
day after tomorrow 5pm | 2026-10-02 17:00
this afternoon | 2026-09-30 15:00
this evening at eight | 2026-09-30 20:00
tonight at 8 | 2026-09-30 20:00
tonight at 11:30 | 2026-09-30 23:30
tonight at 12 | 2026-10-01 00:00
in the evening call Mum | 2026-09-30 18:00
in the morning take the pills | 2026-10-01 09:00
friday | 2026-10-02 09:00
on Friday submit the report | 2026-10-02 09:00
submit the report by Friday | 2026-10-02 18:00
this friday at 4 | 2026-10-02 16:00
fri 4pm | 2026-10-02 16:00
Fri. 4 p.m. | 2026-10-02 16:00
next friday | 2026-10-09 09:00
next Friday at 10:30 | 2026-10-09 10:30
friday next week | 2026-10-09 09:00
monday | 2026-10-05 09:00
next monday | 2026-10-05 09:00
wednesday | 2026-10-07 09:00
wednesday 5pm | 2026-09-30 17:00
wednesday 8am | 2026-10-07 08:00
sat 3pm | 2026-10-03 15:00
on sat go running | 2026-10-03 09:00
sun morning pancakes | 2026-10-04 09:00
Lunch with Bo on Sun | 2026-10-04 09:00
Dinner at Anna's, Sat | 2026-10-03 09:00
dinner with Bo friday at 7 | 2026-10-02 19:00
wake up at 6 tomorrow | 2026-10-01 06:00
this weekend | 2026-10-03 09:00
at the weekend clean the garage | 2026-10-03 09:00
next weekend | 2026-10-10 09:00
next week | 2026-10-05 09:00
next month | 2026-10-01 09:00
this week | 2026-10-02 18:00
end of the month | 2026-09-30 18:00
end of next month | 2026-10-31 09:00
by end of day | 2026-09-30 18:00
send it by EOD | 2026-09-30 18:00
eow | 2026-10-02 09:00
in 10 minutes | 2026-09-30 10:10
in 10 min turn off the oven | 2026-09-30 10:10
in half an hour | 2026-09-30 10:30
in an hour | 2026-09-30 11:00
in an hour and a half | 2026-09-30 11:30
in 2 and a half hours | 2026-09-30 12:30
in 1.5 hours | 2026-09-30 11:30
in 2 hours | 2026-09-30 12:00
in 2h | 2026-09-30 12:00
in 1 hour and 20 minutes | 2026-09-30 11:20
in twenty five minutes | 2026-09-30 10:25
in a couple of hours | 2026-09-30 12:00
in 3 days | 2026-10-03 09:00
in three days at 5pm | 2026-10-03 17:00
in a week | 2026-10-07 09:00
in 2 weeks | 2026-10-14 09:00
in a fortnight | 2026-10-14 09:00
in 6 months | 2027-03-30 09:00
in a year | 2027-09-30 09:00
20 minutes from now | 2026-09-30 10:20
two weeks from now | 2026-10-14 09:00
a week from friday | 2026-10-09 09:00
three fridays from now | 2026-10-16 09:00
at 3pm | 2026-09-30 15:00
at 3 | 2026-09-30 15:00
at 8 | 2026-09-30 20:00
at 11 | 2026-09-30 11:00
at 9am | 2026-10-01 09:00
call at 15:00 | 2026-09-30 15:00
15:00 call the bank | 2026-09-30 15:00
09:30 stand-up | 2026-10-01 09:30
meet at 5 to discuss the budget | 2026-09-30 17:00
3 o'clock | 2026-09-30 15:00
half past three | 2026-09-30 15:30
quarter to five | 2026-09-30 16:45
a quarter past 4 | 2026-09-30 16:15
at ten past six | 2026-09-30 18:10
noon | 2026-09-30 12:00
at noon | 2026-09-30 12:00
at midnight | 2026-10-01 00:00
at three thirty | 2026-09-30 15:30
meeting 2-3pm | 2026-09-30 14:00
from 11am to 2pm | 2026-09-30 11:00
15:00-16:00 review | 2026-09-30 15:00
Nov 30 | 2026-11-30 09:00
November 30 at 15:30 | 2026-11-30 15:30
dentist Nov 30th, 2pm | 2026-11-30 14:00
30 November | 2026-11-30 09:00
30th of November | 2026-11-30 09:00
on the 30th of november 2027 | 2027-11-30 09:00
Nov 30, 2027 | 2027-11-30 09:00
Mon, November 30 | 2026-11-30 09:00
March 3 | 2027-03-03 09:00
May 5 | 2027-05-05 09:00
5 May | 2027-05-05 09:00
first of march | 2027-03-01 09:00
in October | 2026-10-01 09:00
on the 15th | 2026-10-15 09:00
the 15th at 9am | 2026-10-15 09:00
first Monday of November | 2026-11-02 09:00
last friday of october | 2026-10-30 09:00
Feb 29 | 2028-02-29 09:00
2026-10-01 | 2026-10-01 09:00
2026-10-01 15:30 | 2026-10-01 15:30
2026-10-01T15:30 | 2026-10-01 15:30
2026-10-01T15:30Z | 2026-10-01 11:30
2026-10-01T15:30+02:00 | 2026-10-01 09:30
2026/10/01 8am | 2026-10-01 08:00
10/31/2026 | 2026-10-31 09:00
31.10.2026 | 2026-10-31 09:00
31/10/2026 | 2026-10-31 09:00
due 10/31 | 2026-10-31 09:00
by 10/31 5pm | 2026-10-31 17:00
１５：３０ tea | 2026-09-30 15:30
明天 3pm call Anna | 2026-10-01 15:00
和Anna周五3pm见 | 2026-10-02 15:00
tmrw 10am yoga | 2026-10-01 10:00
Tuesday the 20th | 2026-10-20 09:00
Thu 15th | 2026-10-15 09:00
the 20th of next month | 2026-10-20 09:00
last day of October | 2026-10-31 09:00
last day of next month 5pm | 2026-10-31 17:00
last day of the month | 2026-09-30 18:00
first monday of next month | 2026-10-05 09:00
second tuesday of March 2027 | 2027-03-09 09:00
next quarter | 2026-10-01 09:00
q1 2027 | 2027-01-01 09:00
4th quarter of 2026 | 2026-10-01 09:00
next May | 2027-05-01 09:00
in early November | 2026-11-01 09:00
start of next month | 2026-10-01 09:00
end of next week | 2026-10-09 09:00
end of the year | 2026-12-31 09:00
31-Oct-26 | 2026-10-31 09:00
5 Nov 2027 at 8am | 2027-11-05 08:00
twenty first of october | 2026-10-21 09:00
at 1530 hours | 2026-09-30 15:30
at 15h30 | 2026-09-30 15:30
at 16h | 2026-09-30 16:00
15 minutes past noon | 2026-09-30 12:15
quarter to midnight | 2026-09-30 23:45
at twenty to five | 2026-09-30 16:40
in 2 days and 3 hours | 2026-10-02 13:00
in 1 hour and a quarter | 2026-09-30 11:15
in half a day | 2026-09-30 22:00
in a month and a half | 2026-11-14 09:00
in 30 seconds | 2026-09-30 10:00
call back after 2 hours | 2026-09-30 12:00
2 days from tomorrow | 2026-10-03 09:00
an hour and a half from now | 2026-09-30 11:30
late tonight | 2026-09-30 22:00
tonight at 2 | 2026-10-01 02:00
at four in the evening | 2026-09-30 16:00
this week at 5pm | 2026-09-30 17:00
midday | 2026-09-30 12:00
lunch tomorrow | 2026-10-01 12:00
2026-10-01T24:00 | 2026-10-02 00:00
weekly report due Friday | 2026-10-02 09:00
daily stand-up tomorrow 9am | 2026-10-01 09:00
every report is due 2026-10-05 | 2026-10-05 09:00
yesterday we agreed to ship on friday | 2026-10-02 09:00
Anna promised the figures for tomorrow | 2026-10-01 09:00
set up the projector tomorrow | 2026-10-01 09:00
second opinion on tuesday | 2026-10-06 09:00
"read tomorrow" by friday | 2026-10-02 18:00
"""

NOT_DUE = """
I may need this
you may 2 people only
it may rain
This may take longer than expected
this march through the city
sat with Anna
I sat down on the sofa
the cat sat
second opinion
wait a second
back in a second
the sun is out
in the sun
wed in secret
march on Rome
march 5 miles
april showers band
version 3.10
Python 3.11.4 is out
upgrade to v2.10.1
it costs $3
$15:30 total
3.50 EUR
€20 per month
call 555-0123
+1 415 555 2671
tel 138-0013-8000
10.0.0.1 is down
room 15
gate 22
chapter 11
page 30
24/7 support
50/50 split
2/3 of the work
1/2 cup of sugar
3/4 inch screws
look at 3 different places
rated at 5 stars
reduce it by 5
at 5 Main Street
aspect ratio 16:10
John 3:16
score 21:15 ratio
won 3:2
scale 1:100000
27 inch monitor
five to ten people
ten to one odds
the morning show
good morning
good night
night shift rota
midnight blue paint
Midnight in Paris
Black Friday deals
Sunday Times article
monday.com account
weekly review
in 2019 we moved
last Friday Anna called
yesterday at 3pm
two days ago
the day before yesterday
last week was hard
met Anna at 3pm
had lunch at noon
talked to Bo at 4:30
"call tomorrow" is the title
the song "Friday, I'm in love"
“tomorrow never dies”
https://example.com/2026-10-01/15:30
mail a.b@2026-10-01.example.com
#2026-10-01
#tomorrow
2026-02-30
Feb 30
31 November
13/13/2026
25:00
12:75
10:60am
99pm
today's paper
the 15th floor
the 5th time
twentieth century
1st place
Mayday
Sunny
Monet painting
Satisfied
Octopus
decide
Friday2
a 5 hour flight
8 minutes of silence
30 days free trial
2 weeks notice
the year 2030
iPhone 15
B2B
7up
COVID-19
9 to 5 culture
catch 22
model 2026-X
ISBN 978-3-16-148410-0
temperature 20:1 ratio
the end of the story
next time
next door
this one
last but not least
in a nutshell
in 3D
the release is in 2027
in a second
after 3 years of work
now
right now
from now on
the third quarter went well
2026-10-01T25:00
2026-13-01
the 20th of this month
tell me more
at one with nature
We haven't talked in a few days
I was bored today
On Friday I got great news
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [tuple(part.strip() for part in line.split(" | ")) for line in table.strip().splitlines()]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("ask Maria about invoice 7 tomorrow at 9", 9), ("room 5 tomorrow at 10", 10), ("lesson 4 tomorrow at 5pm", 17),
        ("dinner with team 3 tomorrow at 7pm", 19), ("dinner 7 tomorrow", 19),
    ],
)  # fmt: skip
def test_a_number_of_a_thing_before_a_day_is_no_hour(text: str, hour: int):
    found = find_time(text, NOW)

    assert found is not None
    assert datetime.fromtimestamp(found.at_ms / 1000, NOW.tzinfo).hour == hour


@pytest.mark.parametrize(("text", "expected"), rows(DUE))
def test_a_time_ahead_is_read(text: str, expected: str):
    found = find_time(text, NOW)

    assert found is not None
    assert datetime.fromtimestamp(found.at_ms / 1000, NOW.tzinfo).strftime("%Y-%m-%d %H:%M") == expected


@pytest.mark.parametrize("text", NOT_DUE.strip().splitlines())
def test_what_is_no_time_ahead_is_left_alone(text: str):
    found = find_time(text, NOW)

    assert found is None


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("call Anna tomorrow at 3pm about the draft", "tomorrow at 3pm"),
        ("submit the report by Friday", "by Friday"),
        ("on the 15th pay rent", "on the 15th"),
        ("Tea at 15:30!", "at 15:30"),
        ("  in 10 minutes: stretch", "in 10 minutes"),
    ],
)
def test_the_span_covers_the_words_of_the_time(text: str, span: str):
    found = find_time(text, NOW)

    assert found is not None
    assert text[found.start : found.end] == span


@pytest.mark.parametrize("text", ["yesterday at 3pm", "two days ago", "last Friday", "last week"])
def test_times_past_are_read_but_are_not_due(text: str):
    assert [reading.at < NOW for reading in find_times(text, NOW)] == [True]
    assert find_time(text, NOW) is None


def test_only_the_first_line_is_read():
    assert find_time("groceries\ntomorrow 3pm", NOW) is None
    assert find_time("\n\n  tomorrow 3pm\nfriday", NOW) is not None


def test_a_day_without_a_clock_time_says_so():
    day, clock = find_time("tomorrow", NOW), find_time("tomorrow 3pm", NOW)

    assert day is not None
    assert clock is not None
    assert (day.has_clock, clock.has_clock) == (False, True)


def test_the_usual_hours_are_those_of_the_settings():
    found = find_time("tomorrow", NOW, morning_hour=7)
    evening = find_time("tonight", NOW, evening_hour=20)

    assert found is not None
    assert evening is not None
    assert datetime.fromtimestamp(found.at_ms / 1000, NOW.tzinfo).hour == 7
    assert datetime.fromtimestamp(evening.at_ms / 1000, NOW.tzinfo).hour == 20
