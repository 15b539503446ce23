<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BrokenPage</name>
    <message>
        <source>This page could not be shown</source>
        <translation>这个页面没能显示</translation>
    </message>
    <message>
        <source>What you kept is safe, and the other pages work.</source>
        <translation>你记下的内容都还在，其他页面可以照常使用。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>CaptureChips</name>
    <message>
        <source>{count} more characters, kept whole</source>
        <translation>另有 {count} 个字符，会完整记下</translation>
    </message>
    <message>
        <source>Drop the part not shown</source>
        <translation>去掉未显示的部分</translation>
    </message>
    <message>
        <source>Not a time</source>
        <translation>不是时间</translation>
    </message>
    <message>
        <source>Not a start</source>
        <translation>不是开始时间</translation>
    </message>
    <message>
        <source>Not waiting</source>
        <translation>不是在等人</translation>
    </message>
    <message>
        <source>Not an effort</source>
        <translation>不是所需时间</translation>
    </message>
    <message>
        <source>Remind once</source>
        <translation>只提醒一次</translation>
    </message>
    <message>
        <source>Not a person</source>
        <translation>不是人名</translation>
    </message>
    <message>
        <source>Not a tag</source>
        <translation>不是标签</translation>
    </message>
</context>
<context>
    <name>CaptureStatus</name>
    <message>
        <source>Saved as: {title}</source>
        <translation>将记为：{title}</translation>
    </message>
</context>
<context>
    <name>CaptureWindow</name>
    <message>
        <source>Type something first</source>
        <translation>先写点什么</translation>
    </message>
    <message>
        <source>Sidemind: capture</source>
        <translation>Sidemind：记下</translation>
    </message>
    <message>
        <source>Quick capture</source>
        <translation>快速记录</translation>
    </message>
    <message>
        <source>What is on your mind</source>
        <translation>你在想什么</translation>
    </message>
    <message>
        <source>What is on your mind?</source>
        <translation>你在想什么？</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Enter keep   ·   Ctrl+Enter keep, next   ·   Tab kind   ·   Alt+1 drop a chip   ·   Esc hide</source>
        <translation>Enter 记下   ·   Ctrl+Enter 记下并继续   ·   Tab 换类型   ·   Alt+1 去掉标记   ·   Esc 收起</translation>
    </message>
    <message>
        <source>Enter keep   ·   Ctrl+Enter keep, next   ·   Shift+Enter line   ·   Tab kind   ·   Esc hide</source>
        <translation>Enter 记下   ·   Ctrl+Enter 记下并继续   ·   Shift+Enter 换行   ·   Tab 换类型   ·   Esc 收起</translation>
    </message>
    <message>
        <source>Not kept yet: {reason}</source>
        <translation>还没有记下：{reason}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>ChatEmpty</name>
    <message>
        <source>What would you like to know?</source>
        <translation>想知道什么？</translation>
    </message>
    <message>
        <source>Answers come from what you kept, and every one names its sources.</source>
        <translation>回答来自你记下的内容，每个回答都注明来源。</translation>
    </message>
    <message>
        <source>What is on my plate today?</source>
        <translation>今天有哪些事要做？</translation>
    </message>
    <message>
        <source>What did I promise?</source>
        <translation>我答应过什么？</translation>
    </message>
    <message>
        <source>What did I keep this week?</source>
        <translation>这周我记下了什么？</translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>New conversation</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Conversation: {title}. Opens the list of recent ones.</source>
        <translation>对话：{title}。打开最近对话的列表。</translation>
    </message>
    <message>
        <source>New conversation (Ctrl+Shift+N)</source>
        <translation>新对话（Ctrl+Shift+N）</translation>
    </message>
    <message>
        <source>Delete this conversation</source>
        <translation>删除这个对话</translation>
    </message>
    <message>
        <source>Show what is on my mind</source>
        <translation>显示心上的事</translation>
    </message>
    <message>
        <source>Recent conversations</source>
        <translation>最近的对话</translation>
    </message>
    <message>
        <source>Without words</source>
        <translation>没有文字</translation>
    </message>
    <message>
        <source>The conversation goes. What you wrote in it stays in your memory.</source>
        <translation>对话会被删除，你在其中写下的内容仍留在记忆里。</translation>
    </message>
    <message>
        <source>Delete this conversation?</source>
        <translation>删除这个对话？</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>ChatMind</name>
    <message>
        <source>Put aside until tomorrow morning</source>
        <translation>先放一放，明早再出现</translation>
    </message>
</context>
<context>
    <name>ChatView</name>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Not answered yet. The question is back in the field below.</source>
        <translation>还没有回答。问题已放回下面的输入框。</translation>
    </message>
    <message>
        <source>Looking through your memory…</source>
        <translation>正在翻看记忆…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写…</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask about anything you kept</source>
        <translation>问问你记下的任何事</translation>
    </message>
    <message>
        <source>Your question</source>
        <translation>你的问题</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter starts a line, Esc stops the answer, Up changes the last question</source>
        <translation>Enter 发送，Shift+Enter 换行，Esc 停止回答，↑ 修改上一个问题</translation>
    </message>
    <message>
        <source>Changing your last question</source>
        <translation>正在修改上一个问题</translation>
    </message>
    <message>
        <source>Leave it as it is (Esc)</source>
        <translation>保持原样（Esc）</translation>
    </message>
    <message>
        <source>Leave out the rest of the text</source>
        <translation>去掉其余的文字</translation>
    </message>
    <message>
        <source>and {count} more characters, asked along</source>
        <translation>另有 {count} 个字符，会一并提问</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>停止（Esc）</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>发送（Enter）</translation>
    </message>
</context>
<context>
    <name>DuePicker</name>
    <message>
        <source>When?</source>
        <translation>什么时候？</translation>
    </message>
    <message>
        <source>In words: tomorrow 3pm, friday, in 2 hours</source>
        <translation>用文字写：明天下午三点、周五、两小时后</translation>
    </message>
    <message>
        <source>The time in words</source>
        <translation>用文字写的时间</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>不设时间</translation>
    </message>
    <message>
        <source>No time found in these words; the date above stays</source>
        <translation>这些文字里没有找到时间，上面的日期不变</translation>
    </message>
</context>
<context>
    <name>Forgetting</name>
    <message>
        <source>Forget “{title}”?</source>
        <translation>遗忘“{title}”？</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Erase now</source>
        <translation>立即彻底删除</translation>
    </message>
    <message>
        <source>Erase “{title}”?</source>
        <translation>彻底删除“{title}”？</translation>
    </message>
    <message>
        <source>Erase everything in the trash?</source>
        <translation>清空回收站？</translation>
    </message>
</context>
<context>
    <name>HealthPart</name>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>复制以便反馈</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>供参考</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要留意</translation>
    </message>
</context>
<context>
    <name>ItemEditor</name>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Edit this memory</source>
        <translation>编辑这条记忆</translation>
    </message>
    <message>
        <source>{count} more characters follow; they stay as they are. Ctrl+Enter saves.</source>
        <translation>后面还有 {count} 个字符，保持不变。Ctrl+Enter 保存。</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves. The earlier text stays in the history.</source>
        <translation>Ctrl+Enter 保存，之前的文字会留在历史里。</translation>
    </message>
</context>
<context>
    <name>ItemInspector</name>
    <message>
        <source>The chosen memory</source>
        <translation>选中的记忆</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>还没有选择</translation>
    </message>
    <message>
        <source>Choose a memory to read, edit or forget it.</source>
        <translation>选择一条记忆来阅读、编辑或遗忘。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>When…</source>
        <translation>时间…</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>遗忘…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore this memory</source>
        <translation>恢复这条记忆</translation>
    </message>
    <message>
        <source>Erase now…</source>
        <translation>立即彻底删除…</translation>
    </message>
    <message>
        <source>Erase this memory for good</source>
        <translation>彻底删除这条记忆</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>返回列表（Esc）</translation>
    </message>
    <message>
        <source>Not now: comes back tomorrow morning</source>
        <translation>先放一放：明早再出现</translation>
    </message>
    <message>
        <source>Copy the whole text</source>
        <translation>复制全文</translation>
    </message>
    <message>
        <source>Edit this memory</source>
        <translation>编辑这条记忆</translation>
    </message>
    <message>
        <source>Set or change its time</source>
        <translation>设定或更改时间</translation>
    </message>
    <message>
        <source>Forget this memory</source>
        <translation>遗忘这条记忆</translation>
    </message>
    <message>
        <source>Show more ({count} characters left)</source>
        <translation>显示更多（还有 {count} 个字符）</translation>
    </message>
    <message>
        <source>Kept {when}, {origin}</source>
        <translation>记于{when}，{origin}</translation>
    </message>
    <message>
        <source>For {when}</source>
        <translation>时间：{when}</translation>
    </message>
    <message>
        <source>Due {when}</source>
        <translation>{when}</translation>
    </message>
    <message>
        <source>Done {when}</source>
        <translation>完成于{when}</translation>
    </message>
    <message>
        <source>People: {names}</source>
        <translation>相关的人：{names}</translation>
    </message>
    <message>
        <source>Show everything tagged {tag}</source>
        <translation>显示所有带 {tag} 标签的内容</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Earlier texts</source>
        <translation>之前的文字</translation>
    </message>
    <message>
        <source>Ask only once</source>
        <translation>只提醒一次</translation>
    </message>
    <message>
        <source>Insist: ask until it is answered</source>
        <translation>一定提醒：直到处理为止</translation>
    </message>
    <message>
        <source>Stop repeating</source>
        <translation>不再重复</translation>
    </message>
    <message>
        <source>Bring back to today</source>
        <translation>取回到今天</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>先放下</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Keep on my mind</source>
        <translation>留在心上</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>KeptWords</name>
    <message>
        <source>Kept safely beside the store; it moves in when the store is free.</source>
        <translation>已安全暂存在数据旁边，数据空闲后会自动归入。</translation>
    </message>
    <message>
        <source>Kept. Due by {when}; I will remind you before.</source>
        <translation>已记下，{when}截止，会提前提醒你。</translation>
    </message>
    <message>
        <source>Kept. I will remind you {when}.</source>
        <translation>已记下，{when} 提醒你。</translation>
    </message>
    <message>
        <source>Kept. You will see it {start}.</source>
        <translation>已记下，{start}会出现。</translation>
    </message>
    <message>
        <source>Kept. The answer comes in Chat.</source>
        <translation>已记下，回答会出现在“对话”里。</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>已记下。</translation>
    </message>
</context>
<context>
    <name>LearnedPart</name>
    <message>
        <source>Forget what was learned</source>
        <translation>忘记学到的内容</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Sidemind stays in the tray and keeps reminding you. Quit from the icon&apos;s menu.</source>
        <translation>Sidemind 留在托盘里，继续提醒你。可以从图标菜单退出。</translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>还在这里</translation>
    </message>
    <message>
        <source>This desktop has no tray to stay in. After quitting, nothing reminds you until you open Sidemind again; the next reminder is {when}. Minimised it goes on, and Ctrl+Q quits.</source>
        <translation>这个桌面没有托盘可以停留。退出后，再次打开 Sidemind 之前不会有任何提醒；下一条提醒在{when}。最小化后它继续运行，按 Ctrl+Q 可以退出。</translation>
    </message>
    <message>
        <source>This desktop has no tray to stay in. After quitting, nothing reminds you until you open Sidemind again, and what will be due cannot be read just now. Minimised it goes on, and Ctrl+Q quits.</source>
        <translation>这个桌面没有托盘可以停留。退出后，再次打开 Sidemind 之前不会有任何提醒，而接下来有哪些提醒现在读不出来。最小化后它继续运行，按 Ctrl+Q 可以退出。</translation>
    </message>
    <message>
        <source>Quit Sidemind?</source>
        <translation>退出 Sidemind 吗？</translation>
    </message>
    <message>
        <source>Minimise</source>
        <translation>最小化</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>What you typed last cannot be kept, and would be lost:</source>
        <translation>刚输入的文字无法保存，退出就会丢失：</translation>
    </message>
    <message>
        <source>Quit and lose what you typed?</source>
        <translation>退出并丢失刚输入的文字吗？</translation>
    </message>
    <message>
        <source>Quit all the same</source>
        <translation>仍要退出</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
    <message>
        <source>Sidemind</source>
        <translation>Sidemind</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>记忆</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Keep a note, a task or a question (Ctrl+N)</source>
        <translation>记下笔记、任务或问题（Ctrl+N）</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Keyboard shortcuts (F1)</source>
        <translation>键盘快捷键（F1）</translation>
    </message>
</context>
<context>
    <name>MemoryFilters</name>
    <message>
        <source>Search everything you kept</source>
        <translation>搜索你记下的一切</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Words in any order; tag:name looks for a tag</source>
        <translation>词语顺序不限；tag:名称 可按标签查找</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示范围</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Show the questions you asked, too</source>
        <translation>也显示你问过的问题</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Only pinned</source>
        <translation>只看置顶</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Only open tasks</source>
        <translation>只看未完成的任务</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Every tag</source>
        <translation>所有标签</translation>
    </message>
</context>
<context>
    <name>MemoryView</name>
    <message>
        <source>Memory</source>
        <translation>记忆</translation>
    </message>
    <message>
        <source>What you kept</source>
        <translation>你记下的内容</translation>
    </message>
    <message>
        <source>Nothing fits these filters</source>
        <translation>没有符合筛选的内容</translation>
    </message>
    <message>
        <source>Try fewer words or another kind.</source>
        <translation>试试更少的词语，或换一种类型。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>What you forget stays here for 30 days.</source>
        <translation>遗忘的内容会在这里保留 30 天。</translation>
    </message>
    <message>
        <source>The trash is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>What waits on the shelf will be here.</source>
        <translation>先放下的事会在这里。</translation>
    </message>
    <message>
        <source>Nothing is set aside</source>
        <translation>没有先放下的事</translation>
    </message>
    <message>
        <source>Your memory is empty</source>
        <translation>记忆还是空的</translation>
    </message>
    <message>
        <source>What you keep will be here, found by any word.</source>
        <translation>你记下的内容会在这里，用任何一个词都能找到。</translation>
    </message>
    <message>
        <source>Keep something</source>
        <translation>记下一件事</translation>
    </message>
    <message>
        <source>The first {count}, more as you scroll</source>
        <translation>已显示前 {count} 条，滚动可看更多</translation>
    </message>
    <message>
        <source>Asks until it is answered</source>
        <translation>会一直提醒，直到你处理为止</translation>
    </message>
    <message>
        <source>Asks only once</source>
        <translation>只提醒一次</translation>
    </message>
    <message>
        <source>Put aside until tomorrow morning</source>
        <translation>先放一放，明早再出现</translation>
    </message>
</context>
<context>
    <name>MindRail</name>
    <message>
        <source>{held} of {places}</source>
        <translation>{held} / {places}</translation>
    </message>
    <message>
        <source>A free mind</source>
        <translation>心上无事</translation>
    </message>
</context>
<context>
    <name>MindRow</name>
    <message>
        <source>Weight {percent} of 100</source>
        <translation>权重 {percent} / 100</translation>
    </message>
    <message>
        <source>Unpin (P)</source>
        <translation>取消置顶（P）</translation>
    </message>
    <message>
        <source>Keep on my mind (P)</source>
        <translation>留在心上（P）</translation>
    </message>
    <message>
        <source>Not now: comes back tomorrow (N)</source>
        <translation>先放一放：明天再出现（N）</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>打开（Enter）</translation>
    </message>
</context>
<context>
    <name>ModelLine</name>
    <message>
        <source>Add a model…</source>
        <translation>添加模型…</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>The file of {model} is missing or changed. Answers are made of your own notes.</source>
        <translation>{model} 的文件不见了或已改变。现在的回答来自你的笔记。</translation>
    </message>
    <message>
        <source>{model} stopped three times and is set aside. Answers are made of your own notes.</source>
        <translation>{model} 停止了三次，暂不使用。现在的回答来自你的笔记。</translation>
    </message>
    <message>
        <source>{model} answers, on this computer</source>
        <translation>由本机上的 {model} 回答</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>File missing or changed</source>
        <translation>文件不见了或已改变</translation>
    </message>
    <message>
        <source>Try it again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Take {name} off the list</source>
        <translation>将 {name} 移出列表</translation>
    </message>
</context>
<context>
    <name>ModelsPart</name>
    <message>
        <source>Any chat model in a GGUF file works. It stays where it is and runs on this computer alone.</source>
        <translation>任何 GGUF 格式的对话模型都可以。文件留在原处，只在这台电脑上运行。</translation>
    </message>
    <message>
        <source>Add a model file…</source>
        <translation>添加模型文件…</translation>
    </message>
    <message>
        <source>Language models (*.gguf);;All files (*)</source>
        <translation>语言模型 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a model file</source>
        <translation>选择模型文件</translation>
    </message>
</context>
<context>
    <name>ReminderCard</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Snooze {minutes} min</source>
        <translation>{minutes} 分钟后再提醒</translation>
    </message>
    <message>
        <source>Later…</source>
        <translation>稍后…</translation>
    </message>
    <message>
        <source>Show the whole note in Memory</source>
        <translation>在“记忆”中查看全文</translation>
    </message>
    <message>
        <source>Stop repeating</source>
        <translation>不再重复</translation>
    </message>
    <message>
        <source>Close; it stays in Today</source>
        <translation>关闭；它仍在“今天”里</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>Reminder</source>
        <translation>提醒</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>Language and looks</source>
        <translation>语言和外观</translation>
    </message>
    <message>
        <source>What is on my mind</source>
        <translation>心上的事</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>语言模型</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>我的一天</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置数</translation>
    </message>
    <message>
        <source>Room for text</source>
        <translation>篇幅</translation>
    </message>
    <message>
        <source>Forgetting threshold</source>
        <translation>遗忘阈值</translation>
    </message>
    <message>
        <source>Learn from what I use</source>
        <translation>从我的使用中学习</translation>
    </message>
    <message>
        <source>Memory given with a question</source>
        <translation>随问题提供的记忆</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>回答的最大长度</translation>
    </message>
    <message>
        <source>Memory for the model</source>
        <translation>模型可用的内存</translation>
    </message>
    <message>
        <source>The day begins at</source>
        <translation>一天从几点开始</translation>
    </message>
    <message>
        <source>Morning is at</source>
        <translation>早上是几点</translation>
    </message>
    <message>
        <source>Evening is at</source>
        <translation>晚上是几点</translation>
    </message>
    <message>
        <source>Set aside after</source>
        <translation>多少天后先放下</translation>
    </message>
    <message>
        <source>Capture from any program</source>
        <translation>在任何程序里记下</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Snooze for</source>
        <translation>推迟多久</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>免打扰开始</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>免打扰结束</translation>
    </message>
    <message>
        <source>Repeat until I answer</source>
        <translation>反复提醒，直到我处理</translation>
    </message>
    <message>
        <source>Repeat every</source>
        <translation>重复间隔</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Notify of what comes up</source>
        <translation>提起时发通知</translation>
    </message>
    <message>
        <source>Hide the text in notifications</source>
        <translation>在通知里隐藏文字</translation>
    </message>
    <message>
        <source>Of the windows; your notes can be in any language</source>
        <translation>界面的语言；笔记可以用任何语言</translation>
    </message>
    <message>
        <source>Light, dark, or as the desktop says</source>
        <translation>浅色、深色，或跟随桌面</translation>
    </message>
    <message>
        <source>How many things may be on your mind at once</source>
        <translation>心上同时最多放几件事</translation>
    </message>
    <message>
        <source>How much they may hold together; 800 is about a page</source>
        <translation>合起来最多多少文字；800 约为一页</translation>
    </message>
    <message>
        <source>More finds more and takes longer; 800 is about a page</source>
        <translation>越多，找到的越多，也越慢；800 约为一页</translation>
    </message>
    <message>
        <source>The model stops there; 400 is about half a page</source>
        <translation>模型写到这里为止；400 约为半页</translation>
    </message>
    <message>
        <source>What weighs less leaves the mind for the archive; nothing is deleted</source>
        <translation>权重更低的会离开心上、进入归档；什么都不会删除</translation>
    </message>
    <message>
        <source>What you open, correct and pin is found sooner; it stays on this computer</source>
        <translation>你打开、修改和置顶的内容会更容易找到；一切都留在这台电脑上</translation>
    </message>
    <message>
        <source>The model&apos;s process never takes more</source>
        <translation>模型进程不会占用更多内存</translation>
    </message>
    <message>
        <source>Before that, it is still yesterday</source>
        <translation>在此之前仍算前一天</translation>
    </message>
    <message>
        <source>When you name a day without a time</source>
        <translation>只说日期、没说时间的时候</translation>
    </message>
    <message>
        <source>What “this evening” means</source>
        <translation>“今天晚上”是指几点</translation>
    </message>
    <message>
        <source>A task left undone moves to the next day this often; 0 means always</source>
        <translation>没做完的任务会顺延这么多次；0 表示一直顺延</translation>
    </message>
    <message>
        <source>One key press opens the capture window over whatever you do</source>
        <translation>按一下快捷键，就能在任何程序上方打开记录窗口</translation>
    </message>
    <message>
        <source>Click, then press the keys you want</source>
        <translation>点击后按下想用的按键</translation>
    </message>
    <message>
        <source>What the Snooze button of a reminder does</source>
        <translation>提醒的“稍后”按钮推迟的时间</translation>
    </message>
    <message>
        <source>What comes due in the quiet hours is told when they end</source>
        <translation>免打扰时段内到时间的提醒，会在时段结束时告诉你</translation>
    </message>
    <message>
        <source>The same hour twice means no quiet hours</source>
        <translation>两个时间相同表示不设免打扰</translation>
    </message>
    <message>
        <source>Every reminder comes again, twelve times at most; the quiet hours still hold</source>
        <translation>每条提醒都会再来，最多十二次；免打扰时段照旧</translation>
    </message>
    <message>
        <source>Also for a task with “!!”, which is told even in the quiet hours</source>
        <translation>也用于带“!!”的任务，这类任务在免打扰时段也会提醒</translation>
    </message>
    <message>
        <source>“When I see Anna, …” also as a notification, while the window is away</source>
        <translation>“见到安娜时……”这类事，窗口不在前面时也用通知提醒</translation>
    </message>
    <message>
        <source>A short sound with each reminder, where the desktop plays one</source>
        <translation>每条提醒伴有短促声音（需桌面支持）</translation>
    </message>
    <message>
        <source>Others at your screen then see only that there is a reminder</source>
        <translation>旁人在屏幕上只会看到有一条提醒</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>:00</source>
        <translation>:00</translation>
    </message>
    <message>
        <source>As the desktop says</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Between {low} and {high}, please. {kept} stays in use.</source>
        <translation>请填 {low} 到 {high} 之间的数。仍使用 {kept}。</translation>
    </message>
    <message>
        <source>Active: {keys} works in every program</source>
        <translation>已启用：{keys} 在任何程序里都有效</translation>
    </message>
    <message>
        <source>Bind a key to “{command}” in your desktop&apos;s keyboard settings.</source>
        <translation>请在桌面的键盘设置里把一个按键绑定到“{command}”。</translation>
    </message>
    <message>
        <source>Switched off.</source>
        <translation>已关闭。</translation>
    </message>
    <message>
        <source>Another program uses {keys}. Choose other keys here.</source>
        <translation>另一个程序在使用 {keys}，请在这里换一组按键。</translation>
    </message>
    <message>
        <source>{keys} cannot be used: it needs Ctrl, Alt or Super and one more key.</source>
        <translation>{keys} 不能使用：需要 Ctrl、Alt 或 Super 加上另一个键。</translation>
    </message>
    <message>
        <source>This desktop lets no program take keys by itself.</source>
        <translation>这个桌面不允许程序自行占用按键。</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>What works here</source>
        <translation>运行状况</translation>
    </message>
    <message>
        <source>Privacy and data</source>
        <translation>隐私和数据</translation>
    </message>
    <message>
        <source>Try the shortcut</source>
        <translation>试一试快捷键</translation>
    </message>
    <message>
        <source>Remind me in 10 seconds</source>
        <translation>10 秒后提醒我</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Sidemind has no account and never uses the network.</source>
        <translation>一切都留在这台电脑上。Sidemind 没有账号，也从不使用网络。</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>导出全部…</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>正在检查文件…</translation>
    </message>
    <message>
        <source>Press {keys} now…</source>
        <translation>现在按下 {keys}…</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>有效。</translation>
    </message>
    <message>
        <source>This is a test reminder</source>
        <translation>这是一条测试提醒</translation>
    </message>
    <message>
        <source>Wait for it… It goes away by itself two minutes later.</source>
        <translation>请稍等…两分钟后它会自动消失。</translation>
    </message>
    <message>
        <source>Where should everything go?</source>
        <translation>全部内容要放到哪里？</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Restore…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>The newest backup comes back, with everything that can still be read. The damaged file is kept beside it.</source>
        <translation>会恢复最近的备份，并读回损坏文件中仍能读出的内容。损坏的文件保留在旁边。</translation>
    </message>
    <message>
        <source>Restore your memory?</source>
        <translation>要恢复你的记忆吗？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Capture from any program</source>
        <translation>在任何程序里记下</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何地方</translation>
    </message>
    <message>
        <source>Capture a thought</source>
        <translation>记下一个想法</translation>
    </message>
    <message>
        <source>Go to Chat, Today, Memory or Settings</source>
        <translation>切换四个页面</translation>
    </message>
    <message>
        <source>Take back what was done last</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>重做刚撤销的操作</translation>
    </message>
    <message>
        <source>Show this list</source>
        <translation>显示这张表</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Quit Sidemind</source>
        <translation>退出 Sidemind</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Keep it and write the next</source>
        <translation>记下并继续写</translation>
    </message>
    <message>
        <source>Start a new line</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Note, task or question</source>
        <translation>笔记、任务或问题</translation>
    </message>
    <message>
        <source>Leave a recognised part as plain text</source>
        <translation>把认出的部分还原成文字</translation>
    </message>
    <message>
        <source>At the end: leave the last one as plain text</source>
        <translation>在末尾：还原最后一处</translation>
    </message>
    <message>
        <source>In an empty field: take back what was kept</source>
        <translation>空白时：撤销刚记下的</translation>
    </message>
    <message>
        <source>Hide; the draft stays</source>
        <translation>收起；草稿还在</translation>
    </message>
    <message>
        <source>Today and On my mind</source>
        <translation>今天和心上</translation>
    </message>
    <message>
        <source>Go to a line</source>
        <translation>到某一行</translation>
    </message>
    <message>
        <source>Line up, line down</source>
        <translation>上一行、下一行</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Done, or not done after all</source>
        <translation>完成，或改回未完成</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Keep on my mind, or no longer</source>
        <translation>留在心上，或不再留</translation>
    </message>
    <message>
        <source>On my mind: not now</source>
        <translation>心上：先放一放</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>先放下</translation>
    </message>
    <message>
        <source>Bring back to today</source>
        <translation>取回到今天</translation>
    </message>
    <message>
        <source>Clear the day</source>
        <translation>清空今天</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>停止回答</translation>
    </message>
    <message>
        <source>In an empty field: change the last question</source>
        <translation>空白时：修改上一个问题</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>重新回答</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Go to the latest answer</source>
        <translation>到最新的回答</translation>
    </message>
    <message>
        <source>Go to the start</source>
        <translation>到开头</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>记忆</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>From the search to the list</source>
        <translation>从搜索到列表</translation>
    </message>
    <message>
        <source>Empty the search</source>
        <translation>清空搜索</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Save what was edited</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>遗忘</translation>
    </message>
    <message>
        <source>In a narrow window: back to the list</source>
        <translation>窄窗口中：返回列表</translation>
    </message>
</context>
<context>
    <name>TodayRow</name>
    <message>
        <source>Done (D)</source>
        <translation>完成（D）</translation>
    </message>
    <message>
        <source>Not done after all (D)</source>
        <translation>改回未完成（D）</translation>
    </message>
    <message>
        <source>Later (L)</source>
        <translation>稍后（L）</translation>
    </message>
    <message>
        <source>Unpin (P)</source>
        <translation>取消置顶（P）</translation>
    </message>
    <message>
        <source>Keep on my mind (P)</source>
        <translation>留在心上（P）</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>取回</translation>
    </message>
    <message>
        <source>Bring back to today (B)</source>
        <translation>取回到今天（B）</translation>
    </message>
</context>
<context>
    <name>TodaySection</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Clear the day…</source>
        <translation>清空今天…</translation>
    </message>
    <message>
        <source>Move everything left today, in one go (C)</source>
        <translation>一次移走今天剩下的事（C）</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
    <message>
        <source>Nothing needs you right now</source>
        <translation>现在没有需要你操心的事</translation>
    </message>
    <message>
        <source>Keep something</source>
        <translation>记下一件事</translation>
    </message>
    <message>
        <source>What you keep with a time gathers here.</source>
        <translation>带时间的内容会聚到这里。</translation>
    </message>
    <message>
        <source>What you keep with a time gathers here. {keys} keeps something from anywhere.</source>
        <translation>带时间的内容会聚到这里。按 {keys} 可以随时随地记下一件事。</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <translation>M月d日 dddd</translation>
    </message>
    <message>
        <source>A quiet day so far</source>
        <translation>目前是安静的一天</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in view</source>
        <translation>
            <numerusform>眼前有 %n 件事</numerusform>
        </translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>先放下</translation>
    </message>
    <message>
        <source>Pick a date…</source>
        <translation>选择日期…</translation>
    </message>
    <message>
        <source>In 1 hour</source>
        <translation>1 小时后</translation>
    </message>
    <message>
        <source>This evening</source>
        <translation>今天晚上</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>明天早上</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>下周一</translation>
    </message>
    <message>
        <source>Everything to tomorrow</source>
        <translation>全部移到明天</translation>
    </message>
    <message>
        <source>Set everything aside</source>
        <translation>全部先放下</translation>
    </message>
    <message>
        <source>Moved to {when}</source>
        <translation>已移到{when}</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Show {count} earlier</source>
        <translation>显示更早的 {count} 条</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Jump to the latest</source>
        <translation>跳到最新</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Capture</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Open Sidemind</source>
        <translation>打开 Sidemind</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Resume reminders</source>
        <translation>恢复提醒</translation>
    </message>
    <message>
        <source>Sidemind: reminders paused until {time}</source>
        <translation>Sidemind：提醒暂停到 {time}</translation>
    </message>
    <message>
        <source>Pause reminders for an hour</source>
        <translation>暂停提醒一小时</translation>
    </message>
    <message>
        <source>Sidemind</source>
        <translation>Sidemind</translation>
    </message>
</context>
<context>
    <name>TurnView</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Answer again (Ctrl+R)</source>
        <translation>重新回答（Ctrl+R）</translation>
    </message>
    <message>
        <source>Change the question (Up in the empty field)</source>
        <translation>修改问题（输入框为空时按 ↑）</translation>
    </message>
    <message>
        <source>{count} more characters: show in Memory</source>
        <translation>还有 {count} 个字符：在记忆里查看</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>复制全部</translation>
    </message>
    <message>
        <source>Source {number}, {when}: {text}</source>
        <translation>来源 {number}，{when}：{text}</translation>
    </message>
</context>
<context>
    <name>WaitingLine</name>
    <message>
        <source>Next: {question}</source>
        <translation>接下来：{question}</translation>
    </message>
    <message>
        <source>Next: {question} (and {count} more)</source>
        <translation>接下来：{question}（还有 {count} 个）</translation>
    </message>
    <message>
        <source>Take back into the field</source>
        <translation>放回输入框</translation>
    </message>
    <message>
        <source>Do not ask</source>
        <translation>不问了</translation>
    </message>
</context>
</TS>
