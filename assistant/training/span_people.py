"""People and occasions of every kind as one writes them, for the learned reading of intentions."""

from __future__ import annotations

import random

from assistant.evaluation.wordings.wording import lines
from assistant.language.name_tables import GIVEN, KIN, NICKNAMES, SURNAMES
from assistant.language.names import TITLE_CHINESE, TITLE_ENGLISH


def _words(table: str) -> tuple[str, ...]:
    return tuple(table.split())


_ROLES = _words("""
    nurse vet physio coach trainer agent clerk guard tenant colleague intern mentor tutor neighbour friend
    flatmate partner caretaker receptionist secretary assistant manager director supervisor editor translator
    designer developer engineer architect builder plumber carpenter electrician gardener cleaner painter
    optician therapist surgeon professor librarian babysitter nanny chef baker florist banker notary auditor
    recruiter supplier contractor driver courier postman landlord accountant lawyer dentist doctor teacher
    consultant chairman treasurer mayor priest officer vicar tailor barber
""")
_BEFORE = _words("head team ward office bank night piano swim site estate driving ballet lab sales project course")
_PLACES = (
    "HR",
    "IT",
    "the gym",
    "the bank",
    "accounts",
    "legal",
    "next door",
    "upstairs",
    "work",
    "school",
    "the choir",
)
_ROLES_CHINESE = _words("""
    物业 保安 前台 客服 中介 室友 同桌 保姆 家长 业主 租客 助理 秘书 主编 裁缝 司机 师傅
    教练 会计 导师 辅导员 快递员 店长 队长 组长 班长 编辑 顾问 设计师 摄影师 药剂师 医生 护士
    老师 律师 房东 邻居 老板 经理 主任 学姐 师兄 阿姨 大哥 大姐 师妹 学长 同事 合伙人 供应商
    经纪人
""")
_OWNERS_CHINESE = _words("""
    仓库 隔壁 楼上 楼下 公司 学校 银行 财务 健身房 驾校 医院 印刷厂 物流 人事 门口 超市 钢琴
    舞蹈 小区 装修 招商 货代
""")
_GIVEN_SIGNS = sorted(GIVEN)
_SURNAMES = sorted(SURNAMES)
_NICKNAMES = sorted(NICKNAMES)
_KIN_ENGLISH = sorted(word for word in KIN if word.isascii())
_KIN_CHINESE = sorted(word for word in KIN if not word.isascii())
_TITLES = sorted(TITLE_ENGLISH.split("|"))
_TITLES_CHINESE = sorted(TITLE_CHINESE.split("|"))
_SYLLABLES = _words("ba ko ri ma te lo shi ven dal nor wan zu ke fa mi ro ses tor gu pe")

_DOINGS = lines("""
    travel to
    go to
    fly to
    drive to
    move to
    post on
    log in to
    sell on
    work on
    order from
    shop at
    study at
    write up
    prepare for
    sign up for
    look at
    go through
    sort out
    back up
    apply for
    pick up
    set up
    get ready for
""") + _words("""
    clean order pack draft review renew file pay write do fix update plan book practise edit test submit check
    water
""")
_THINGS = _words("""
    form report boxes plants car files budget lesson trip order shift shop visit notes list garden backup site
    page return
""")
_DOINGS_CHINESE = _words("""
    去 做 写 备份 整理 开 交 修 回复 收拾 申请 练 改 填 录 查 订 洗 准备 排 发 搭 坐
    打扫 登录 上传 给 买 打 接 画 调 审 复习 剪
""")
_THINGS_CHINESE = _words("""
    报告 周报 海报 台账 清单 水费 作品 预算 差评 硬盘 仓库 阳台 课件 作业 论文 合同 样品
    行李 花 账 班 表 车 课
""")
_CHINESE_SIGNS = (0x4E00, 0x9FA5)


def occasion(draw: random.Random, *, is_chinese: bool) -> str:
    """Something to do, as a user names it; half of its words nobody knows."""
    if is_chinese:
        thing = draw.choice((draw.choice(_THINGS_CHINESE), "".join(chr(draw.randrange(*_CHINESE_SIGNS)) for _ in "ab")))
        return draw.choice(_DOINGS_CHINESE) + draw.choice(("", "", draw.choice(_THINGS_CHINESE))) + thing
    name, thing = _first_name(draw), draw.choice(_THINGS)
    made = draw.choice((name, name.lower(), f"{name.lower()} {thing}", f"{thing}", f"{thing} {draw.choice(_THINGS)}"))
    return f"{draw.choice(_DOINGS)} {draw.choice(('', '', 'the ', 'my ', 'a ', 'our '))}{made}"


def person(draw: random.Random, *, is_chinese: bool) -> str:
    """Somebody, as a user names them."""
    return _chinese(draw) if is_chinese else _english(draw)


def _english(draw: random.Random) -> str:
    first, role, kin = _first_name(draw), draw.choice(_ROLES), draw.choice(_KIN_ENGLISH)
    return draw.choice(
        (
            first,
            first.lower(),
            f"{first} {_first_name(draw)}",
            f"{draw.choice(_TITLES).title()} {_first_name(draw)}",
            f"{draw.choice(('my', 'the', 'our', 'her', 'his'))} {role}",
            f"{draw.choice(('my', 'the', 'our'))} {draw.choice(_BEFORE)} {role}",
            f"{draw.choice(('my', 'our', ''))} {kin}".strip(),
            f"{first}'s {draw.choice((kin, role))}",
            f"{first} from {draw.choice(_PLACES)}",
            f"{first}-{_first_name(draw)}",
        )
    )


def _first_name(draw: random.Random) -> str:
    made = "".join(draw.choice(_SYLLABLES) for _ in range(draw.choice((2, 2, 3))))
    return draw.choice((made, draw.choice(_NICKNAMES))).title()


def _chinese(draw: random.Random) -> str:
    surname, role = draw.choice(_SURNAMES), draw.choice(_ROLES_CHINESE)
    given = "".join(draw.choice(_GIVEN_SIGNS) for _ in range(draw.choice((1, 2))))
    return draw.choice(
        (
            surname + given,
            given if len(given) > 1 else surname + given,
            surname + draw.choice(_TITLES_CHINESE),
            draw.choice("老小阿") + surname,
            role,
            draw.choice(_OWNERS_CHINESE) + role,
            f"{draw.choice(_OWNERS_CHINESE)}的{role}",
            f"{given}的{role}",
            f"{draw.choice(_OWNERS_CHINESE)}{draw.choice('老小')}{surname}",
            draw.choice(_KIN_CHINESE),
            f"我们{role}",
            _first_name(draw),
        )
    )
