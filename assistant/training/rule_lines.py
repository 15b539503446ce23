"""Standing rules and what only sounds like one, of every kind: a part of their own beside the wordings.

Written for learning only; nothing is measured on them.
"""

from __future__ import annotations

RULES_ENGLISH = """
from here on keep replies under five lines
i'd rather have bullet points than paragraphs, always
whenever you quote prices, do it in euros
no more smiley faces in your messages
never make up a source
if you're not certain, tell me so
when i send you code, only point out the bugs
treat me like a beginner in every explanation
as a default, give temperatures in celsius
you can skip the introduction from now on
refer to me by my first name
please don't apologise in your answers any more
every recipe you give me should be for two people
when i write in french, reply in french
make all dates look like 2024-05-01
in future, put the short answer first
all summaries: three sentences at most
speak to me plainly, no jargon
i want every list numbered
stop ending your replies with a question
don't ever translate names
each time you suggest a film, say how long it is
keep a friendly tone with me
assume i'm in the uk unless i say otherwise
give your reasons whenever you recommend something
"""

NO_RULES_ENGLISH = """
answer this one in french
write it shorter
make this a list please
translate that into english
can you explain it in simple words
say it again in german
use the second version
reply to her in chinese
give me three options for dinner
never say never
always look on the bright side
never again
always the same story
always pepsi
never stop learning
never trust a stranger
keep the door shut from now on
keep the light off at night
no shoes in the house from now on
from now on i go to bed at ten
from now on we meet on thursdays
the office uses a new form from now on
the company wants short reports from now on
call me when you get home
call me later
call me when you arrive at the hotel
call me when you are done
call me if you need anything
ring me when you're there
message me once you land
let me know when you arrive
call me back please
text me when you land
tell me when it starts
did you always write in english?
do you always answer so fast?
why do you always apologise?
have you ever used bullet points?
your answer in german was good
you always answer so nicely
thanks for the short answer
that was a long explanation
she always answers in english
he never replies to emails
my boss wants everything in bullet points
the teacher said to always cite sources
i always write short messages
i never use emojis
i prefer tea
i like short books
stop it
don't worry
"""

RULES_CHINESE = """
从这会儿起，回复控制在五行以内
比起长段落，我更想要要点，一直这样
凡是报价格，都折成欧元
消息里别再放笑脸了
绝对不要捏造出处
拿不准的时候要直说
我发代码给你，只指出错误就好
每次讲解都当我是新手
温度默认用摄氏度
以后开场白都可以省了
喊我的名字就好，别用您
回答里别再道歉了
给我的菜谱都按两个人的分量
我写法语，你就用法语回
所有日期写成2024-05-01这种
今后先把结论说在前面
总结一概不超过三句
跟我说话通俗点，别用术语
清单都要编号
不要老用反问结尾
人名永远不要翻译
每次推荐电影都说一下片长
对我说话温和一点，长期有效
没特别说明就当我在上海
推荐东西的时候都要给理由
"""

NO_RULES_CHINESE = """
这条用法语回
写短一点
把这个列成清单
把它翻译成英文
能用简单的话解释一下吗
用德语再说一遍
用第二版吧
用英文回他
给我三个晚饭的主意
永远不要说永远
人要一直往前看
再也不去了
每次都这样
总是可口可乐
活到老学到老
不要相信陌生人
以后把门关好
晚上别开灯
以后进屋都要脱鞋
从今天起我十点睡
以后我们周四碰头
公司以后用新表格
单位要求以后报告都写短
学校以后都不收手机了
到家给我打电话
晚点打给我
你一直用英文写吗
你总是回得这么快吗
你为什么老道歉
你用过列表吗
你的德语回答得挺好
你每次都答得很好
谢谢你简短的回答
这个解释太长了
她总是用英文回答
他从来不回邮件
领导要求什么都写成要点
老师说要注明出处
我总是写短消息
我从来不用表情
我喜欢喝茶
我喜欢短的书
书里说每次都要先想清楚
当我难过的时候我就听歌
要是再见到那个人就好了
他上次说的话我一直记着
别这样
别担心
下次再也不来这家了
"""
