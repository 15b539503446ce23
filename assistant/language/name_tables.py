# ruff: noqa: E501 - a pattern or a table row is read best on one line
"""Tables of names: surnames and common given signs with their pinyin, nicknames, kin, names written in Chinese."""

from __future__ import annotations


def _read(table: str) -> dict[str, str]:
    """`key: signs` entries as {sign: key}."""
    found: dict[str, str] = {}
    for entry in table.split():
        key, _, signs = entry.partition(":")
        found.update(dict.fromkeys(signs, key))
    return found


SURNAMES = {
    **_read(
        "wang:王汪 li:李黎 zhang:张章 liu:刘柳 chen:陈 yang:杨 zhao:赵 huang:黄 zhou:周 wu:吴武伍 xu:徐许 sun:孙 hu:胡 zhu:朱祝 gao:高 lin:林 he:何贺"
        " guo:郭 ma:马 luo:罗骆 liang:梁 song:宋 zheng:郑 xie:谢 han:韩 tang:唐汤 feng:冯 yu:于余俞 dong:董 xiao:萧肖 cheng:程 cao:曹 yuan:袁 deng:邓"
        " fu:傅付 shen:沈 zeng:曾 peng:彭 lv:吕 su:苏 lu:卢陆鲁路 jiang:蒋姜江 cai:蔡 jia:贾 ding:丁 wei:魏韦卫 xue:薛 ye:叶 yan:阎严颜 pan:潘 du:杜 dai:戴 xia:夏"
        " zhong:钟 tian:田 ren:任 fan:范樊 fang:方房 shi:石史施 yao:姚 tan:谭 liao:廖 zou:邹 xiong:熊 jin:金 hao:郝 kong:孔 bai:白 cui:崔 kang:康 mao:毛"
        " qiu:邱 qin:秦 gu:顾 hou:侯 shao:邵 meng:孟 long:龙 wan:万 duan:段 qian:钱 yin:尹 yi:易 chang:常 qiao:乔 lai:赖 gong:龚 wen:文温 ou:欧 zhan:詹"
    ),
    "欧阳": "ouyang",
    "司马": "sima",
    "上官": "shangguan",
    "诸葛": "zhuge",
}
GIVEN = _read(
    "wei:伟薇威维卫巍玮炜微唯蔚 fang:芳方 na:娜 min:敏民 jing:静晶婧菁京敬 li:丽莉力立利理黎 qiang:强 lei:磊雷蕾 jun:军俊君钧峻骏 yang:洋阳扬杨 yong:勇永咏 yan:艳燕岩妍彦雁"
    " jie:杰洁捷婕 juan:娟 tao:涛 ming:明铭鸣 chao:超 xia:霞夏 ping:平萍 gang:刚钢 gui:桂贵 ying:英颖莹瑛盈迎 hua:华花 yu:玉宇雨瑜钰煜羽昱 ting:婷婷 xue:雪 mei:梅美 hong:红洪宏虹鸿"
    " xin:鑫欣新馨心昕 bo:波博 bin:斌彬宾 peng:鹏朋 fei:飞菲斐 dan:丹 ling:玲灵凌 hui:辉慧惠会晖 feng:峰凤锋枫丰 hao:浩昊豪皓 kai:凯 chen:晨辰琛 xuan:轩萱璇 zi:子梓紫 han:涵晗寒 yi:怡一艺毅奕依逸"
    " jia:佳嘉家 qi:琪奇琦 rui:瑞睿蕊 lin:琳林霖 wen:文雯 xiao:晓小笑 yun:云芸 qing:青清晴庆 ning:宁 long:龙 jian:建健剑 guo:国 zhi:志智 dong:东冬 hai:海 jiang:江 bing:冰兵 xiang:翔祥香 sheng:胜生"
    " shu:淑书 ya:雅亚 rong:荣蓉 lan:兰岚 zhen:珍振 chun:春 qiu:秋 xing:星兴 yue:月悦越 tian:天 nan:楠南 shan:珊山 yao:瑶 ke:可科 lu:璐露 ai:爱 le:乐 meng:萌梦 si:思 tong:彤童 bei:贝北"
    " fan:帆凡繁蕃 shuang:爽双霜 yin:音银寅茵 ze:泽 zhe:哲喆 zhen:真贞震臻 zheng:正政铮峥 zhong:忠中仲 zhou:舟洲 zhu:竹珠 zhuo:卓 ye:叶晔野 yan:言延炎 yang:漾 yuan:媛源圆远元缘 you:友佑优悠 xian:贤娴先显 xiu:秀修 xu:旭栩"
    " xun:勋迅 wan:婉晚万 wang:旺望 tao:桃韬 teng:腾 ting:庭廷亭 tian:恬甜添 song:松颂 shi:诗石士时世 shao:绍少 shan:善 sha:莎沙 sen:森 ru:茹如儒 run:润 ruo:若 qian:倩谦茜前 qin:琴勤沁芹钦 qun:群 quan:全泉权 pu:普朴"
    " pei:沛佩培 nian:念年 ni:妮 nuo:诺 mo:墨默茉 miao:苗妙淼 mao:茂 man:曼蔓满 mu:牧木慕沐 lian:莲廉恋 liang:亮良 lin:麟 liu:柳 luo:洛 lun:伦 long:隆 kuan:宽 kun:坤昆 kang:康 jing:景竞靖 jin:锦金瑾进津劲 jiao:娇 ji:吉继基"
    " huan:欢焕环 huai:怀 heng:恒衡 he:和鹤荷赫 hao:好灏 guang:光广 gen:根 gao:高 fu:福富甫 fen:芬奋 fang:方 fa:发 en:恩 dong:栋 di:迪 de:德 da:达大 cong:聪 chuan:川传 cheng:成诚程承澄 chang:昌畅常长 cai:才彩 bao:宝保 bai:白百 ang:昂 an:安"
)
NICKNAMES = {
    nick: group.split()[0]
    for group in (
        "elizabeth liz lizzie beth betty eliza", "robert bob rob bobby robbie", "william will bill billy liam", "richard rick dick rich ricky",
        "james jim jimmy jamie", "john johnny jack", "michael mike mick mikey", "thomas tom tommy", "catherine kate katie cathy kathy katherine kathryn",
        "margaret maggie meg peggy", "alexander alex sasha", "alexandra lexi sandra", "benjamin ben benny", "samuel sam sammy", "samantha sammie",
        "daniel dan danny", "david dave davey", "christopher chris topher", "christina tina chrissy", "anthony tony", "andrew andy drew",
        "edward ed eddie ted", "joseph joe joey", "matthew matt", "nicholas nick nicky", "patrick pat paddy", "peter pete", "philip phil",
        "stephen steve steven stevie", "susan sue susie", "victoria vicky tori", "jennifer jen jenny", "jessica jess jessie", "rebecca becky becca",
        "deborah deb debbie", "barbara barb", "gregory greg", "jonathan jon", "joshua josh", "kenneth ken kenny", "lawrence larry",
        "timothy tim timmy", "charles charlie chuck", "frederick fred freddie", "gabriella gabby", "isabella bella izzy", "natalie nat",
        "theodore theo", "zachary zach", "francesca fran", "maximilian max",
    )
    for nick in group.split()
}  # fmt: skip
TRANSLITERATED = {
    "安娜": "anna", "大卫": "david", "约翰": "john", "保罗": "paul", "彼得": "peter", "玛丽": "mary", "露西": "lucy", "艾米": "amy", "杰克": "john",
    "汤姆": "thomas", "罗伯特": "robert", "凯文": "kevin", "莉莉": "lily", "琳达": "linda", "艾玛": "emma", "苏珊": "susan", "迈克": "michael",
    "迈克尔": "michael", "马克": "mark", "爱丽丝": "alice", "索菲": "sophie", "本": "benjamin", "珍妮": "jennifer", "麦克": "michael", "詹姆斯": "james",
    "托马斯": "thomas", "马丁": "martin", "卡尔": "carl", "丽莎": "lisa", "萨拉": "sarah", "莎拉": "sarah", "娜塔莉": "natalie", "海伦": "helen",
    "格蕾丝": "grace", "凯特": "catherine", "伊丽莎白": "elizabeth", "安迪": "andrew", "比尔": "william", "鲍勃": "robert", "亚历克斯": "alexander",
    "安东尼": "anthony", "丹尼尔": "daniel", "埃里克": "eric", "弗兰克": "frank", "乔治": "george", "亨利": "henry", "茱莉亚": "julia",
    "朱莉": "julie", "劳拉": "laura", "玛丽亚": "maria", "尼克": "nicholas", "奥利弗": "oliver", "萨姆": "samuel", "维克多": "victor", "克莱尔": "claire",
    "汉娜": "hannah", "奥利维亚": "olivia", "索菲亚": "sophia", "伊娃": "eva", "夏洛特": "charlotte", "艾米丽": "emily", "米娅": "mia", "埃琳娜": "elena",
    "尼娜": "nina", "卡罗琳": "caroline", "凯瑟琳": "catherine", "玛格丽特": "margaret", "瑞秋": "rachel", "丽贝卡": "rebecca", "黛安娜": "diana", "安妮": "anne", "朱迪": "judith",
    "芭芭拉": "barbara", "莫妮卡": "monica", "维多利亚": "victoria", "杰西卡": "jessica", "詹妮弗": "jennifer", "米歇尔": "michelle", "妮可": "nicole", "艾丽丝": "alice", "露露": "lulu",
    "伊莎贝拉": "isabella", "克里斯蒂娜": "christina", "娜奥米": "naomi", "佐伊": "zoe", "克洛伊": "chloe", "蒂娜": "christina", "菲奥娜": "fiona", "格雷斯": "grace", "梅根": "megan",
    "亚当": "adam", "亚伦": "aaron", "卢卡斯": "lucas", "卢卡": "luca", "马修": "matthew", "马克斯": "maximilian", "马科斯": "marcus", "史蒂夫": "stephen", "史蒂文": "stephen",
    "史蒂芬": "stephen", "斯蒂芬": "stephen", "斯文": "sven", "杰森": "jason", "杰瑞": "jerry", "杰夫": "jeff", "杰里米": "jeremy", "贾斯汀": "justin", "凯尔": "kyle",
    "雷切尔": "rachel", "理查德": "richard", "罗杰": "roger", "罗恩": "ron", "瑞恩": "ryan", "西蒙": "simon", "菲利普": "philip", "保尔": "paul", "布莱恩": "brian",
    "布鲁诺": "bruno", "查尔斯": "charles", "查理": "charles", "克里斯": "christopher", "克里斯托弗": "christopher", "戴夫": "david", "爱德华": "edward", "伊恩": "ian",
    "加里": "gary", "格雷格": "gregory", "汉斯": "hans", "雨果": "hugo", "伊万": "ivan", "雅各布": "jacob", "杰米": "james", "约瑟夫": "joseph", "何塞": "jose", "胡安": "juan",
    "利奥": "leo", "列奥": "leo", "路易斯": "louis", "奥斯卡": "oscar", "奥马尔": "omar", "帕特里克": "patrick", "塞缪尔": "samuel", "肖恩": "sean", "蒂姆": "timothy", "蒂莫西": "timothy",
    "威廉": "william", "威尔": "william", "沃尔特": "walter", "尼古拉斯": "nicholas", "马特": "matthew", "迈尔斯": "miles", "诺亚": "noah", "内森": "nathan", "尼尔": "neil",
}  # fmt: skip
SOUNDS = (
    "阿埃艾爱安昂奥巴芭柏班保贝本比彼毕波伯玻布查达戴黛丹道德邓迪蒂杜多恩尔法菲费芬弗福盖戈格葛古圭哈汉亨胡霍基吉加佳贾简杰吉卡凯坎康柯科克肯库奎拉莱赖兰劳勒雷蕾丽莉利里立琳"
    "卢鲁露伦罗洛马玛迈麦曼梅门米密莫姆穆纳娜尼妮诺努欧帕佩皮珀普奇齐乔切琼茹瑞萨塞桑莎珊尚舍施史斯丝苏索塔泰坦汤唐特提托瓦维薇威韦温沃伍希夏谢休雅亚扬耶伊尤约泽詹珍朱茱卓佐"
)
"""Signs with which foreign names are written."""
KIN = {
    word: key
    for key, words in {
        "mother": "my mam,mam,mum,mom,mother,mama,mommy,mummy,my mum,my mom,my mother,妈妈,妈,老妈,我妈,母亲,我妈妈,老娘,我母亲,我老妈",
        "father": "dad,father,papa,daddy,my dad,my father,爸爸,爸,老爸,我爸,父亲,我爸爸,老爹,我爹,我父亲,我老爸",
        "grandmother": "grandma,granny,grandmother,nana,my grandma,my grandmother",
        "grandmother/father's": "奶奶,我奶奶",
        "grandmother/mother's": "外婆,姥姥,我外婆,我姥姥",
        "grandfather": "grandpa,grandad,grandfather,my grandpa",
        "grandfather/father's": "爷爷,我爷爷",
        "grandfather/mother's": "外公,姥爷,我外公",
        "brother": "my brother,my bro,our bro",
        "brother/elder": "my elder brother,my older brother,my big brother,哥哥,我哥,我哥哥,大哥",
        "brother/younger": "my younger brother,my little brother,弟弟,我弟,我弟弟",
        "sister": "my sister,my sis,our sis,sis",
        "sister/elder": "my elder sister,my older sister,my big sister,姐姐,我姐,我姐姐,大姐",
        "sister/younger": "my younger sister,my little sister,妹妹,我妹,我妹妹",
        "wife": "my wife,my missus,wifey,the missus,我媳妇,媳妇,老婆,妻子,我老婆,我太太,太太",
        "husband": "my husband,hubby,my hubby,老公,丈夫,我老公,我先生",
        "son": "my son,儿子,我儿子",
        "daughter": "my daughter,女儿,我女儿",
        "boss": "my boss,the boss,our boss,boss,老板,我老板,领导,上司,我领导",
        "landlord": "my landlord,the landlord,our landlord,landlord,landlady,the landlady,my landlady,房东",
        "dentist": "my dentist,the dentist,dentist,牙医,牙科医生",
        "doctor": "my doctor,the doctor,my gp,the gp,医生,大夫",
        "neighbour": "my neighbour,my neighbor,the neighbour,the neighbor,our neighbour,our neighbor,the neighbours,the neighbors,our neighbours,邻居",
        "accountant": "my accountant,the accountant,our accountant,accountant,会计",
        "lawyer": "my lawyer,the lawyer,our lawyer,lawyer,solicitor,my solicitor,律师",
        "plumber": "the plumber,plumber,水管工",
        "teacher": "my teacher,the teacher,班主任",
        "supervisor": "my supervisor,supervisor,my advisor,my tutor,导师",
        "therapist": "my therapist,therapist,心理医生",
        "coach": "my coach,the coach,教练",
        "hairdresser": "my hairdresser,the hairdresser,hairdresser,barber,the barber,my barber,理发师",
        "mechanic": "the mechanic,my mechanic,mechanic,修车师傅",
    }.items()
    for word in words.split(",")
}
