"""Which texts say that somebody owes the user something."""

from __future__ import annotations

import pytest

from assistant.language.waiting import find_owed, is_waiting, waiting_for


@pytest.mark.parametrize(
    "text",
    [
        "waiting for Li Wei's contract",
        "Still waiting on the landlord",
        "asked Anna for the figures",
        "I asked Tom about Friday",
        "Bob owes me 20 euros",
        "no reply from the bank yet",
        "the bank will get back to me by Tuesday",
        "Maria hasn't replied yet",
        "awaiting approval from finance",
        "等王老师回复",
        "等李伟的合同",
        "等待财务审批",
        "小张还没回复我",
        "问过安娜预算的事",
        "老陈答应我周五给报告",
        "等客户确认报价",
        "催了供应商两次",
        "还在等体检结果",
    ],
)
def test_these_wait_for_somebody(text):
    assert is_waiting(text)


@pytest.mark.parametrize(
    "text",
    [
        "buy milk",
        "follow up with the plumber",
        "I was asked questions about the plan",
        "ask whether Tom replied",
        "ask Anna about the budget",
        "waiter was friendly",
        "they are waiting for me at the station",
        "stop waiting for the perfect moment",
        "read the task description",
        "买牛奶",
        "等于五",
        "高等数学作业",
        "明天问安娜",
        "平等地确认每个人的意见",
        "稍等一下",
        "等我回复客户",
        "问题反馈给产品",
        "整理合同、发票等文件",
        "水果等材料要买",
        "",
    ],
)
def test_these_do_not(text):
    assert not is_waiting(text)


def test_a_megabyte_is_read_at_once():
    assert not is_waiting("a " * 500_000)
    assert not is_waiting("等" * 500_000)


@pytest.mark.parametrize("line", ["等李伟：签好的合同", "等李伟: 签好的合同"])
def test_a_name_ends_at_a_colon(line: str) -> None:
    assert waiting_for(line) == "李伟"


def test_a_moment_to_wait_is_nobody() -> None:
    assert waiting_for("等会儿：开会") == ""


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("等李医生回复：检查结果", "李医生"),
        ("等王老师的答复：论文", "王老师"),
        ("等李伟：签好的合同", "李伟"),
        ("waiting for Anna's reply: the contract", "Anna"),
        ("waiting for an answer from Anna: the contract", "Anna"),
    ],
)
def test_what_is_owed_is_owed_by_the_one_who_is_waited_for(line: str, who: str) -> None:
    found = find_owed(line)

    assert waiting_for(line) == who
    assert found is not None
    assert line[slice(*found[0])] == who
