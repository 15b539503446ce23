"""Ways to say an intention that the wordings of `assistant.evaluation` lack: terse, polite, chatty, in any order.

Written for learning only; nothing is measured on them. {who}, {when} and {do} are filled as in the wordings.
"""

from __future__ import annotations

PERSON_ONCE = """
see {who} -> {do}
{who} next: {do}
{who} (next time we talk): {do}
{do} (next time i see {who})
{do} -> {who}, next time
for {who} when we meet: {do}
for when i see {who}: {do}
for the next time {who} is around: {do}
hang on to this till i'm with {who}: {do}
save this for {who}: {do}, when we next speak
park this until {who} shows up: {do}
keep this in mind for when {who} calls: {do}
sit on this one till i catch {who}, then {do}
surface this when {who} comes by: {do}
bring this up once {who} and i are talking: {do}
pop this up when i'm talking to {who}: {do}
flag it when {who} writes - {do}
heads up when {who} gets in touch please, i want to {do}
jog my memory when i meet {who}: {do}
it'll have to be when {who} is here: {do}
when {who}'s here, {do}
when {who} rings back i must {do}
if {who} turns up, {do}
if you notice me talking to {who}, tell me to {do}
should {who} call, {do}
should i come across {who}, please have me {do}
as and when {who} replies, {do}
the second {who} walks in: {do}
by the time i see {who} i have to {do}
next chance with {who}: {do}
next up with {who}: {do}
on my next visit to {who}, {do}
in my next chat with {who} i want to {do}
at the next meeting w/ {who}: {do}
with {who} next time, {do}
must not forget to {do} when {who} and i meet
i still owe it to myself to {do} when i run into {who}
i want to {do} as soon as i get to talk to {who}
would be good to {do} when i bump into {who}
been meaning to {do}. next time i'm with {who} remind me
{do} - can't do it now but when {who} is in, shout
so {who} is coming over at some point, tell me to {do} when it happens
ask me if i managed to {do} next time {who} and i speak
when it's {who} on the phone, {do}
whoops, forgot to {do}. catch me when i next have {who} on the line
todo with {who}: {do}
agenda for {who}: {do}, next time only
not urgent: {do}, whenever i next happen to see {who}
"""

PERSON_ALWAYS = """
{who}: always {do}
{who} -> {do}, every time
every single time with {who}: {do}
each and every call with {who}, {do}
any meeting with {who} = {do}
all conversations with {who}: {do}
whenever it's {who}, {do}
whenever {who} pops up, {do}
any time {who}'s around, {do}
with {who}, always {do}
rule for {who}: {do} whenever we talk
standing order: {do} when i see {who}, each time
never let me talk to {who} without telling me to {do}
don't let me hang up on {who} before i {do}, ever
as often as i see {who}, {do}
it's every time with {who}: {do}
{do} when {who} calls. always. no exceptions
make it a habit: {do} on every call with {who}
i tend to forget to {do} with {who}, so prompt me each time
keep telling me to {do} whenever {who} and i are in touch
from today on, {do} whenever i write to {who}
for every chat with {who} from now on: {do}
"""

TOPIC_ONCE = """
{when} -> {do}
{when} next: {do}
next {when}: {do}
{do} (when i next {when})
for when i {when}: {do}
for next time i {when}: {do}
save this for when i {when}: {do}
park this until i {when}: {do}
surface this when i'm about to {when}: {do}
bring this up once i get round to it, i mean when i {when}: {do}
heads up when i {when} please, i want to {do}
jog my memory when i {when}: {do}
if i end up having to {when}, {do}
if i ever get to {when}, {do}
should i {when}, {do}
should we {when} again, please have me {do}
the second i {when}: {do}
as soon as it's time to {when}, {do}
before i go and {when}, {do}
right before i {when}, tell me to {do}
while i {when}, {do}
next round when we {when}, {do}
must not forget to {do} when i {when}
i want to {do} as soon as i {when}
would be good to {do} when i {when}
been meaning to {do}. next time i {when} remind me
{do} - can't do it now but when i {when}, shout
when it comes to the point that i {when}, have me {do}
ask me if i managed to {do} next time i {when}
not urgent: {do}, whenever i next {when}
next time it's time to {when} i really must {do}
when i'm next going to {when}, {do}
"""

TOPIC_ALWAYS = """
{when} -> {do}, every time
{when}: always {do}
every single time we {when}: {do}
each and every time i {when}, {do}
all the times i {when}: {do}
whenever it's time to {when}, {do}
whenever i end up having to {when}, {do}
rule for me: {do} whenever i {when}
standing order: {do} when i {when}, each time
never let me {when} without telling me to {do}
don't let me {when} before i {do}, ever
as often as i {when}, {do}
{do} when i {when}. always. no exceptions
make it a habit: {do} whenever i {when}
i tend to forget to {do} when i {when}, so prompt me each time
keep telling me to {do} whenever i {when}
from today on, {do} whenever i {when}
"""

PERSON_ONCE_CHINESE = """
见{who}→{do}
{who}：{do}（下次见面）
{do}（下次见{who}）
留给{who}的：{do}，见面再说
下次有{who}在的时候{do}
先记着，等{who}在了{do}
先放着，见到{who}再{do}
这事等{who}来了再提：{do}
跟{who}碰上了就{do}
要是{who}打过来，{do}
万一{who}联系我，记得{do}
{who}要是来了，{do}
{who}一来就喊我{do}，一次就够
哪天撞见{who}，替我想着{do}
见着{who}那天喊我一声，{do}
{who}回我消息的时候，{do}
{who}找我的话{do}
{who}再来电话时提醒我{do}
{who}下回来，别让我忘了{do}
下次开会碰到{who}，我得{do}
约到{who}的时候{do}
碰到{who}：{do}
和{who}见上面了记得{do}
我跟{who}下次聊，{do}
老忘，下次见{who}说什么也要{do}
{do}这事，等我和{who}坐下来聊的时候说
{do}，等{who}有空见面的时候
{do}，下一回{who}在的话提一嘴
麻烦在我联系{who}的时候提一下：{do}
到{who}那儿的时候{do}
给{who}打电话时顺便{do}
收到{who}的消息就提醒我{do}，只要这一次
看我跟{who}说上话了，就提醒我{do}
帮我盯着，{who}出现了就{do}
还没{do}呢，下次跟{who}在一起时叫我
"""

PERSON_ALWAYS_CHINESE = """
{who}：每次都{do}
见{who}必{do}
凡跟{who}打交道，{do}
只要是{who}，就{do}
{who}那边，每次都要{do}
跟{who}每次通话都{do}
和{who}说话，回回{do}
{who}每次来都提醒我{do}
{who}一找我就{do}，每次都是
无论何时见到{who}，都要{do}
不管什么时候联系{who}，先{do}
给自己立个规矩：见{who}就{do}
以后和{who}开会都{do}，一次不落
我跟{who}只要一聊就提醒我{do}
次次见{who}，次次{do}
从今往后碰上{who}就{do}
但凡有{who}的场合，{do}
长期：见{who}时{do}
"""

TOPIC_ONCE_CHINESE = """
{when}→{do}
{do}（下次{when}）
下次{when}：{do}
先记着，{when}的时候{do}
先放着，等{when}再{do}
这事等{when}再提：{do}
要是{when}，{do}
万一要{when}，记得{do}
哪天{when}，替我想着{do}
{when}那天喊我一声，{do}
{when}前{do}
{when}之前别让我忘了{do}
轮到{when}的时候，{do}
准备{when}时提醒我{do}
老忘，下次{when}说什么也要{do}
{do}这事，等我{when}的时候说
{do}，等我去{when}的时候
{do}，下一回{when}的话提一嘴
麻烦在我{when}的时候提一下：{do}
{when}时顺便{do}
看我在{when}了，就提醒我{do}
还没{do}呢，下次{when}时叫我
我一会儿不{when}，等真要{when}了再叫我{do}
"""

TOPIC_ALWAYS_CHINESE = """
{when}：每次都{do}
{when}必{do}
只要是{when}，就{do}
{when}，回回{do}
无论何时{when}，都要{do}
不管什么时候{when}，先{do}
给自己立个规矩：{when}就{do}
以后{when}都{do}，一次不落
我只要一{when}就提醒我{do}
次次{when}，次次{do}
从今往后{when}就{do}
但凡要{when}，{do}
长期：{when}时{do}
每次{when}前{do}
"""
