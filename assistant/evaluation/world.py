"""A seeded generator of notes, tasks and conversations in both languages, for benchmarks of any size."""

from __future__ import annotations

import random
from collections.abc import Iterator

from assistant.domain.identity import new_id
from assistant.domain.item import Item, ItemKind, Language

START_MS = 1_700_000_000_000
_STEP_MS = 307_000  # five minutes between items: 100,000 items span a year
_TURNS = 20  # of a conversation

_NAMES = "Anna Ben Carla David Elena Farid Grace Hugo Ines Jonas Kira Liang Mei Nadia Omar Priya"
_NAMES_ZH = "王芳 李雷 张伟 刘洋 陈静 杨帆 赵敏 黄磊 周婷 吴昊"
_PEOPLE = tuple(_NAMES.split())
_PEOPLE_ZH = tuple(_NAMES_ZH.split())
_TOPIC_WORDS = """
budget contract garden invoice holiday dentist kitchen passport report school tickets train printer insurance
meeting photos laptop recipe bicycle birthday rent lecture server deadline interview piano marathon mortgage
"""
_TOPIC_WORDS_ZH = """
预算 合同 花园 发票 假期 牙医 厨房 护照 报告 学校 车票 火车 打印机
保险 会议 照片 电脑 菜谱 自行车 生日 房租 讲座 服务器 截止日期 面试
"""
_TOPICS, _TOPICS_ZH = tuple(_TOPIC_WORDS.split()), tuple(_TOPIC_WORDS_ZH.split())
_VERB_WORDS = "call ask pay renew send check plan review cancel move print book return finish compare"
_VERB_WORDS_ZH = "联系 询问 支付 续签 发送 检查 安排 审阅 取消 搬动 打印 预订 归还 完成 比较"
_VERBS, _VERBS_ZH = tuple(_VERB_WORDS.split()), tuple(_VERB_WORDS_ZH.split())
_SYLLABLES = tuple(left + right for left in "bcdfghjklmnprstvwxyz" for right in "aeiou")
_SIGNS = "天地山水火木金土日月星云风雨雪花草树鸟鱼虫马牛羊城市乡村河海湖路桥门窗桌椅书笔纸灯钟表衣帽鞋食茶酒米面"


class World:
    """Items without end; the same seed gives the same items but for the random part of their ids."""

    def __init__(self, seed: int = 0) -> None:
        """Start at the first item."""
        self._random = random.Random(seed)
        self._words = ["".join(self._random.choices(_SYLLABLES, k=3)) for _ in range(6000)]
        self._rank_weights = [1 / (rank + 3) for rank in range(len(self._words))]

    def items(self, count: int) -> Iterator[Item]:
        """The next items: about half notes and tasks, half turns of conversations; a third in Chinese."""
        for place in range(count):
            at_ms = START_MS + place * _STEP_MS
            conversation, turn = divmod(place, _TURNS)
            is_turn = conversation % 2 == 1
            is_chinese = self._random.random() < 1 / 3
            yield Item(
                id=new_id(at_ms),
                kind=ItemKind.MESSAGE if is_turn else self._random.choice([ItemKind.NOTE, ItemKind.TASK]),
                text=self._chinese() if is_chinese else self._english(),
                created_at_ms=at_ms,
                language=Language.CHINESE if is_chinese else Language.ENGLISH,
                session=f"world/{conversation}" if is_turn else None,
                position=turn if is_turn else None,
                speaker=_PEOPLE[conversation % len(_PEOPLE)] if is_turn else None,
            )

    def question(self) -> str:
        """A question about some of the people, things and rarer words."""
        draw = self._random
        if draw.random() < 1 / 3:
            return f"{draw.choice(_PEOPLE_ZH)}{draw.choice(_VERBS_ZH)}{draw.choice(_TOPICS_ZH)}是什么时候？"
        words = " ".join(self._rare(2))
        return f"When did {draw.choice(_PEOPLE)} {draw.choice(_VERBS)} the {draw.choice(_TOPICS)} for {words} in May?"

    def common_words(self, count: int = 8) -> str:
        """Some of the words that stand in most items, in one language or the other."""
        draw = self._random
        if draw.random() < 1 / 3:
            return " ".join(draw.sample(_VERBS_ZH + _PEOPLE_ZH + _TOPICS_ZH, count))
        return " ".join(draw.sample(_VERBS + _PEOPLE + _TOPICS, count))

    def _english(self) -> str:
        draw = self._random
        start = f"{draw.choice(_VERBS)} {draw.choice(_PEOPLE)} about the {draw.choice(_TOPICS)}"
        return (
            f"{start} and the {draw.choice(_TOPICS)}, {' '.join(self._rare(draw.randint(4, 14)))} {draw.randint(1, 99)}"
        )

    def _chinese(self) -> str:
        draw = self._random
        end = "".join(draw.choices(_SIGNS, k=draw.randint(6, 20)))
        return (
            f"{draw.choice(_VERBS_ZH)}{draw.choice(_PEOPLE_ZH)}的{draw.choice(_TOPICS_ZH)}，{end}{draw.randint(1, 99)}"
        )

    def _rare(self, count: int) -> list[str]:
        return self._random.choices(self._words, self._rank_weights, k=count)
