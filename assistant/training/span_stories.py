"""Lines that have the words of an intention and state none: what was, what others do or say, questions, habits of life.

Templates for the learned reading of intentions: {who}, {when} and {do} are filled as in the wordings. They are of every
kind that a language has for speaking of an occasion without wishing anything.
"""

from __future__ import annotations

ENGLISH = """
last time i saw {who} i forgot to {do}
last time we had to {when} it took all day
when i saw {who} yesterday we talked for an hour
when i last had to {when}, it rained
every time i see {who} it makes me laugh
every time i {when} i get a headache
whenever i {when} the neighbours complain
whenever {who} calls, the dog barks
{who} always tells me to {do}
{who} told me to {do} when i {when}
{who} reminds me of an old friend
my phone keeps reminding me to {do}
the app reminds me to {do} every time i {when}, so annoying
when do i see {who} next?
when did we last {when}?
what did {who} say when you had to {when}?
do i have to {do} before i {when}?
should i {do} or {when} first?
can you {do} before friday?
how do i {when}
i always {do} when i {when}
i never {when} before noon
i used to {when} every sunday
next time i'll know better
next time {who} can do it
once i {when} i can relax
once upon a time there was {who}
if i {when} today i can sleep in tomorrow
if {who} comes we will be five
maybe next time
if i remember correctly, {who} is away
if you like, {do}
if possible, {do}
if needed, {do}
once again, {who} was right
in case you wonder, {who} is fine
every time is different, {do}
after we {when} we went home
before we {when} there was nothing to do
while i {when} nobody may talk to me
i need to {do}
i have to {when} today
must {do} tomorrow
remember to {do}
remember when we had to {when}?
don't forget to {do} tonight
remind me to {do} at 5
remind me to {do} tomorrow morning
tell {who} i said hello
{who} and i {when} together on mondays
{who} said we should {when} next week
i told {who} to {do}
i will {do} and then {when}
today i {when} and {do}
{do} or {when}, that is the question
we {when} whenever it rains
she asks me to {do} each time we meet
he gets angry when i {when}
everyone says {who} is nice when you get to know them
"""

CHINESE = """
上次见到{who}的时候忘了{do}
上次{when}的时候{do}了
昨天跟{who}聊了很久
昨天{when}的时候下雨了
每次{when}都下雨
每次见到{who}都很开心
每次{when}我都头疼
一到{when}我就烦
只要{when}就堵车
{who}每次都让我{do}
{who}说下次再{do}
{who}叫我{do}
{who}提醒我{do}，烦死了
手机老提醒我{do}
什么时候{when}啊
什么时候见{who}？
下次{when}是哪天
要不要{do}再{when}？
{when}之前要{do}吗
怎么{when}
我总是先{do}再{when}
以前每次{when}都要{do}
小时候经常{when}
下次我就知道了
下次让{who}{do}吧
等{when}完我就能休息了
等{who}来了再说吧
如果{who}来就五个人
要是今天能{when}就好了
下次再说
如果可以，{do}
有空的话{do}
如果需要，{do}
方便的时候{do}
下次再也不{when}了
大家都{do}，{who}也是
{when}之后我们就回家了
{when}的时候别跟我说话
我要{do}
今天要{when}
明天得{do}
记得{do}
别忘了{do}
五点提醒我{do}
明天早上提醒我{do}
跟{who}说声好
{who}和我每周一{when}
{who}说下周{when}
我让{who}{do}了
先{do}，然后{when}
{when}的时候{who}在旁边看
他一见到{who}就问东问西
大家都说{who}人好
当时{when}的时候没想那么多
有人{when}的时候会{do}
去年{when}那次真累
"""
