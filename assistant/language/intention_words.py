"""Word lists for reading intentions: what people tell themselves to do, and verbs that speak of the past."""

from __future__ import annotations

ACTION_WORDS = frozenset(
    """
    accept add address agree answer apologise apologize apply arrange ask assign attach avoid back bill book borrow bring
    buy call cancel carry change charge check choose clarify clean clear close collect compare compliment confirm congratulate
    connect consider convert copy cut decide decline deliver demand deposit describe discuss double-check download
    draft draw drop email e-mail empty enquire enter examine exchange explain extend fetch figure file fill find finish fix
    follow forward gather get give go grab greet hand help hide hold include inform inquire insist install invite invoice
    keep label leave lend listen load lock look lower mail make measure meet mention move negotiate note notify offer open
    order pack pass pay phone pick plan point post praise prepare present press print propose push put query raise read
    recommend record refer refill refund register reject remind remove renew repair repeat replace reply report request
    reserve reset respond return review ring run save say scan schedule search see sell send set share ship show sign skip
    sort speak spell start stay stop store submit suggest switch take talk teach tell test text thank throw tidy touch track
    transfer translate try turn turn-off unplug unsubscribe update upload use verify visit wait walk warn wash watch water
    wear wipe wish withdraw work wrap write
    """.split()
)

NOT_ACTIONS = frozenset(
    """
    i you he she it we they this that these those there the a an my your his her its our their some any all both each every
    everything everybody everyone nothing nobody nothing something someone somebody people things life time work what who why how when
    where which whose is are was were am be been do does did has have had can could will would shall should may might must
    not no yes and or but so because since although though however usually often sometimes always maybe perhaps probably
    mostly rarely seldom never too very really quite just only even still already yet than as if whether while after before
    for from with without of in on at by into onto about over under between through during until one two three
    mr mrs ms dr prof
    """.split()
)

PAST_WORDS = frozenset(
    """
    was were had did said told met saw spoke wrote went came got gave took made knew thought found left felt kept began ran
    brought bought sold sent spent built lost paid heard held stood understood wore drove flew drank ate sat slept sang rang
    rode rose shook shot spoke stole swam taught threw woke won broke chose drew fell forgot grew hid hung learnt meant
    dealt led lent lit swept wept bent caught fought sought
    """.split()
)
