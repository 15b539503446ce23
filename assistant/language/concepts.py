# ruff: noqa: E501 - a pattern or a table row is read best on one line
"""Everyday things under one name in both languages, so that a topic is met in other words and in the other language.

A small hand-made table that stands in for the encoder: it only ever adds ways to meet a topic.
"""

from __future__ import annotations

import re
from functools import cache

from assistant.language.han import simplified
from assistant.language.time_text import fold

_TABLE = """
tax return | tax return, tax returns, taxes, tax declaration, filing taxes, tax filing, tax form | 报税, 税表, 纳税申报, 个税申报, 退税
budget | budget, budgets, budgeting | 预算
contract | contract, contracts | 合同, 合约
invoice | invoice, invoices, invoicing, bill, bills, billing | 发票, 账单, 开票
customer | customer, customers, client, clients | 客户, 顾客, 甲方
write | write, writing, e-mail, email, emailing, mail, letter, reply, replying, draft, drafting, compose, respond | 写信, 写邮件, 发邮件, 邮件, 回信, 回复, 信, 写给, 来信
call | call, calling, phone, ring, phoning | 打电话, 通话, 电话, 致电
supermarket | supermarket, supermarkets, grocery, groceries, grocery store | 超市, 便利店, 买菜
pharmacy | pharmacy, chemist, drugstore | 药店, 药房
doctor's | doctor's, doctors, the doctor, a doctor, my doctor, our doctor, gp, clinic, surgery, check-up, checkup | 看医生, 看病, 诊所, 体检, 医院
dentist | dentist, dental | 牙医, 看牙, 牙科
gym | gym, workout, working out, fitness | 健身, 健身房, 锻炼
post office | post office | 邮局
parcel | parcel, parcels, package | 快递, 包裹
bank | bank | 银行
library | library | 图书馆
airport | airport, flight, flights, flying, fly | 机场, 航班, 飞机
train | train, trains, railway, station | 火车, 高铁, 车站
holiday | holiday, holidays, vacation, trip, travel, travelling, traveling | 度假, 旅行, 旅游, 出游, 出差
pack | pack, packing, suitcase, luggage | 收拾行李, 打包, 行李
report | report, reports | 报告, 汇报
weekly report | weekly report, status report | 周报
presentation | presentation, presentations, slides, slide deck, deck, powerpoint | 演示, 幻灯片, 演讲稿, ppt
paper | paper, manuscript, thesis, dissertation | 论文, 稿子
meeting | meeting, meetings | 会议, 开会, 例会
interview | interview, interviews, interviewing, candidate | 面试, 候选人
garden | garden, gardening, flower bed | 花园, 院子, 种花, 园艺
kitchen | kitchen | 厨房
bake | bake, baking, oven | 烘焙, 烤蛋糕
cook | cook, cooking, recipe | 做饭, 做菜, 烹饪, 菜谱, 下厨
laundry | laundry, washing machine | 洗衣, 洗衣服, 洗衣机
car | car, garage | 汽车, 车子, 开车
bike | bike, bicycle, cycling | 自行车, 骑车, 单车
server | server, servers | 服务器
deploy | deploy, deploying, deployment, release, releasing, ship | 部署, 上线, 发布
database | database, databases | 数据库
backup | backup, backups, back up | 备份
code review | code review, reviewing code, pull request, pr | 代码评审, 审代码, 代码审查
website | website, web site, homepage, landing page | 网站, 官网, 主页
insurance | insurance, insurer | 保险, 理赔
rent | rent, lease, tenancy | 房租, 租金, 租约
mortgage | mortgage, home loan | 房贷, 按揭
passport | passport, passports | 护照
visa | visa, visas | 签证
school | school, teacher's meeting | 学校, 上学
homework | homework | 作业
parents' evening | parents' evening, parent-teacher | 家长会
birthday | birthday, birthdays | 生日
wedding | wedding | 婚礼
party | party | 聚会, 派对
printer | printer, printing, print | 打印机, 打印
laptop | laptop, notebook computer | 笔记本, 电脑
photos | photo, photos, pictures, photo album | 照片, 相片, 相册
piano | piano | 钢琴
guitar | guitar | 吉他
novel | novel | 小说
hiring | hiring, recruiting, recruitment | 招聘, 招人
salary | salary, pay rise, raise | 工资, 薪水, 加薪, 涨薪
price | price, prices, pricing, quote, quotation | 价格, 报价, 定价
supplier | supplier, suppliers, vendor, vendors | 供应商
order | order, orders, ordering | 订单, 订货, 下单
marketing | marketing, campaign, advertising | 营销, 市场推广, 推广, 广告
newsletter | newsletter | 简报, 电子报
roof | roof | 屋顶
heating | heating, boiler, radiator | 暖气, 锅炉
move house | moving house, move house, new flat, relocation | 搬家
shopping | shopping, shop, mall | 购物, 逛街, 商场
pet | dog, dogs, puppy, pet | 狗, 宠物
vet | vet, vet's, veterinarian | 兽医, 宠物医院
cat | cat, kitten | 猫
hike | hike, hiking | 爬山, 徒步
swim | swim, swimming, pool | 游泳, 泳池
run | running, jogging, jog | 跑步
exam | exam, exams | 考试
course | course, lecture, class, lectures | 课程, 讲座, 上课
team | standup, stand-up, team meeting | 站会, 组会
review | performance review, appraisal | 绩效, 述职
investment | investment, investments, stocks, shares, portfolio | 投资, 股票, 基金
cleaning | clean, cleaning, tidy, tidying, clean up, vacuum, vacuuming, hoovering, mopping | 打扫, 搞卫生, 大扫除, 做清洁
haircut | haircut, hairdresser, hairdresser's, barber, barber's | 理发, 剪头发, 剪发, 理发店
medicine | medicine, medicines, meds, pills, tablets, prescription | 吃药, 药品, 开药
vaccination | vaccination, vaccine, jab, flu shot | 疫苗, 打针
restaurant | restaurant, restaurants, eating out | 饭店, 餐馆, 餐厅, 下馆子
hotel | hotel, hotels, guesthouse | 酒店, 宾馆, 民宿, 订房
electricity | electricity, electricity bill, power bill | 电费
water bill | water bill | 水费
internet | internet, wifi, broadband, router | 宽带, 路由器
password | password, passwords | 密码
petrol | petrol, petrol station, gas station, fuel, refuel, refuelling | 加油, 加油站
car service | car service, servicing, mot | 保养, 年检, 年审
tyres | tyre, tyres, tires | 轮胎
kindergarten | kindergarten, nursery, daycare | 幼儿园, 托儿所
bread | bread, loaf, sourdough | 面包
cake | cake, cakes | 蛋糕
dumplings | dumplings | 饺子
fridge | fridge, refrigerator, freezer | 冰箱
windows | windows, window cleaning | 窗户, 擦窗
lawn | lawn, mow, mowing | 草坪, 割草
camping | camping, tent, campsite | 露营, 帐篷
ski | ski, skiing | 滑雪
football | football, soccer | 足球, 踢球
tennis | tennis | 网球
yoga | yoga | 瑜伽
choir | choir | 合唱, 合唱团
violin | violin | 小提琴
diary | diary, journal | 日记
blog | blog, blog post | 博客
podcast | podcast | 播客
stocktake | inventory, stocktake, stocktaking | 盘点, 库存
expenses | expenses, expense report, expense claim, reimbursement | 报销, 差旅费
payroll | payroll, wages | 发工资, 工资单
rota | rota, roster, shift plan | 排班, 值班表, 班表
minutes | meeting notes, meeting minutes | 会议纪要, 纪要
proposal | proposal, tender | 标书, 提案
application | cv, resume, cover letter, job application | 简历, 求职, 应聘
scholarship | scholarship | 奖学金
experiment | experiment, experiments, lab | 实验, 实验室
survey | survey, questionnaire | 问卷
translation | translation, translating, translate | 翻译, 译稿
present | present, presents, gift, gifts | 礼物
donation | donate, donating, donation, charity shop | 捐款, 捐赠
licence | driving licence, driver's license | 驾照
theatre | theatre, theater, play tickets | 剧院, 话剧
cinema | cinema, movie, movies | 电影院, 看电影
aquarium | aquarium, fish tank | 鱼缸
spreadsheet | spreadsheet, spreadsheets, excel | 表格, 电子表格, excel
"""


@cache
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    names: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        name, english, chinese = line.split("|")
        for phrase in (*english.split(","), *chinese.split(",")):
            names[phrase.strip()] = name.strip()
    phrases = sorted(names, key=len, reverse=True)
    english = "|".join(re.escape(phrase) for phrase in phrases if phrase.isascii())
    chinese = "|".join(re.escape(phrase) for phrase in phrases if not phrase.isascii())
    return re.compile(rf"(?<![a-z0-9])(?:{english})(?![a-z0-9])|{chinese}"), names


def find_concepts(text: str) -> list[tuple[str, int, int]]:
    """The things a text names, each with the offsets of its words, in order."""
    pattern, names = _table()
    return [(names[match[0]], match.start(), match.end()) for match in pattern.finditer(simplified(fold(text)))]
