"""Word lists for reading intentions: what people tell themselves to do, and verbs that speak of the past."""

from __future__ import annotations

_ACTION_WORDS = """
adjust admit advise aim allow apply apologize archive argue backup bake be-careful beware blow boil breathe brush
calm chase cheer clip compose count cover cross cycle dance delete dig do-not do dress drive drop-off dry dust eat
enable encourage enjoy enter erase exercise expect express fasten feed fetch fight floss fold forgive form freeze
frown gargle grab guess hang head heat highlight hug hurry ignore iron join jot keep-in-mind kiss knock lean let lie
lift light link list lock log mark mend mix mop mute nag nod note obey oil order ping plug pour practise practice pull
push quote recharge record recycle refuse relax rename rescue rest rinse roll rub sanitise scrub seal settle shake
share sharpen shop shout shut sing sit skim slow smell smile soak solve sort sponge squeeze stamp stand stash stay
stick stir stock straighten stretch study suck support swap sweep switch swipe take-off tape taste thin think tick tie
tighten top toss trim trust tune twist type unlock unpack use vacuum wake warm weigh whistle wind wink zip double log
accept add address agree answer apologise apologize apply arrange ask assign attach avoid back bill book borrow
bring buy call cancel carry change charge check choose clarify clean clear close collect compare compliment
confirm congratulate connect consider convert copy cut decide decline deliver demand deposit describe discuss
double-check download draft draw drop e-mail email empty enquire enter examine exchange explain extend fetch
figure file fill find finish fix follow forward gather get give go grab greet hand help hide hold include inform
inquire insist install invite invoice keep label leave lend listen load lock look lower mail make measure meet
mention move negotiate note notify offer open order pack pass pay phone pick plan point post praise prepare
present press print propose push put query raise read recommend record refer refill refund register reject
remind remove renew repair repeat replace reply report request reserve reset respond return review ring run save
say scan schedule search see sell send set share ship show sign skip sort speak spell start stay stop store
submit suggest switch take talk teach tell test text thank throw tidy touch track transfer translate try turn
turn-off unplug unsubscribe update upload use verify visit wait walk warn wash watch water wear wipe wish
withdraw work wrap write
"""
_NOT_ACTIONS = """
a about after all already although always am an and any are as at be because been before between both but by can
could did do does dr during each even every everybody everyone everything for from had has have he her his how
however i if in into is it its just life may maybe might mostly mr mrs ms must my never no nobody not nothing of
often on one only onto or our over people perhaps probably prof quite rarely really seldom shall she should
since so some somebody someone something sometimes still than that the their there these they things this those
though three through time too two under until usually very was we were what when where whether which while who
whose why will with without work would yes yet you your
"""
_PAST_WORDS = """
ate began bent bought broke brought built came caught chose dealt did drank drew drove fell felt flew forgot
fought found gave got grew had heard held hid hung kept knew learnt led left lent lit lost made meant met paid
ran rang rode rose said sang sat saw sent shook shot slept sold sought spent spoke stole stood swam swept taught
thought threw told took understood was went wept were woke won wore wrote
"""

ACTION_WORDS = frozenset(_ACTION_WORDS.split())
"""Verbs with which people say what is to be done."""

NOT_ACTIONS = frozenset(_NOT_ACTIONS.split())
"""Words that begin a story, not something to be done."""

PAST_WORDS = frozenset(_PAST_WORDS.split())
"""Irregular past forms."""
