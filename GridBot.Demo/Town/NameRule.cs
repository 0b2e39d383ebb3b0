namespace GridBot.Demo.Town;

/// <summary>Invents names by rule, no name twice, each with its Latin spelling for the userid.</summary>
internal sealed class NameRule(Random random)
{
    // Common surnames stand more than once, so that they come up more often.
    private static readonly (char Sign, string Sound)[] Surnames = Table(
        "王wang 王wang 王wang 李li 李li 李li 张zhang 张zhang 张zhang 刘liu 刘liu 陈chen 陈chen 杨yang 杨yang 黄huang 赵zhao 吴wu 周zhou "
        + "徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 林lin 高gao 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 邓deng 冯feng 韩han 曹cao "
        + "曾zeng 彭peng 萧xiao 蔡cai 潘pan 田tian 董dong 袁yuan 于yu 余yu 蒋jiang 杜du 苏su 魏wei 程cheng 吕lv 丁ding 沈shen 任ren 姚yao "
        + "卢lu 傅fu 钟zhong 姜jiang 崔cui 谭tan 廖liao 范fan 汪wang 陆lu 金jin 石shi 戴dai 贾jia 韦wei 夏xia 邱qiu 方fang 侯hou 邹zou 熊xiong");

    private static readonly (char Sign, string Sound)[] OldMen = Table(
        "建jian 国guo 志zhi 强qiang 德de 明ming 光guang 华hua 福fu 贵gui 永yong 祥xiang 长chang 根gen 文wen 忠zhong 世shi 荣rong 金jin 山shan");

    private static readonly (char Sign, string Sound)[] OldWomen = Table(
        "桂gui 兰lan 秀xiu 英ying 玉yu 珍zhen 淑shu 芳fang 素su 琴qin 凤feng 霞xia 美mei 华hua 春chun 香xiang 月yue 珠zhu 惠hui 莲lian");

    private static readonly (char Sign, string Sound)[] YoungMen = Table(
        "伟wei 浩hao 俊jun 杰jie 鹏peng 飞fei 涛tao 磊lei 斌bin 凯kai 宇yu 轩xuan 晨chen 阳yang 博bo 超chao 勇yong 军jun 亮liang 峰feng");

    private static readonly (char Sign, string Sound)[] YoungWomen = Table(
        "婷ting 雪xue 丽li 娜na 敏min 颖ying 琳lin 洁jie 倩qian 莉li 燕yan 红hong 玲ling 晓xiao 慧hui 佳jia 欣xin 雨yu 梦meng 蕾lei");

    private readonly HashSet<string> _names = [.. Cast.Members.Select(m => m.Name)];
    private readonly HashSet<string> _userIds = [.. Cast.Members.Select(m => m.UserId)];

    public InventedName Next(bool isOld)
    {
        var isWoman = random.Next(100) < 55;
        var given = (isOld, isWoman) switch
        {
            (true, false) => OldMen,
            (true, true) => OldWomen,
            (false, false) => YoungMen,
            _ => YoungWomen,
        };
        while (true)
        {
            var (surname, one, two) = (Any(Surnames), Any(given), Any(given));
            // One in five has a short name; nobody has the same sign twice.
            var isShort = random.Next(5) == 0;
            if (!isShort && one.Sign == two.Sign)
            {
                continue;
            }

            var name = isShort ? $"{surname.Sign}{one.Sign}" : $"{surname.Sign}{one.Sign}{two.Sign}";
            if (_names.Add(name))
            {
                var sound = isShort ? $"{surname.Sound}.{one.Sound}" : $"{surname.Sound}.{one.Sound}{two.Sound}";
                return new InventedName(name, UserId(sound), surname.Sign, isWoman);
            }
        }
    }

    private string UserId(string sound)
    {
        var userId = sound;
        for (var again = 2; !_userIds.Add(userId); again++)
        {
            userId = $"{sound}{again}";
        }

        return userId;
    }

    private (char Sign, string Sound) Any((char Sign, string Sound)[] table) => table[random.Next(table.Length)];

    private static (char, string)[] Table(string signs) => [.. signs.Split(' ').Select(s => (s[0], s[1..]))];
}

internal sealed record InventedName(string Name, string UserId, char Surname, bool IsWoman);
