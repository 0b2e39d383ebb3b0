namespace GridBot.Host.Commands;

/// <summary>What an operator does about WeCom's error codes, in one plain sentence each (WeCom doc 90313).</summary>
internal static class Remedies
{
    /// <param name="refusedAddress">The address that WeCom refuses to be called from, where it told one.</param>
    public static string Of(int code, string? refusedAddress) => code switch
    {
        -1 => "连不上企业微信，或它正忙：看看网络和 WeCom:ApiBase，过一会儿再试",
        40001 or 40013 or 40091 => $"企业 ID 或 Secret 不对，或应用被停用（{code}）：核对 WeCom:CorpId 和 WeCom:App:Secret",
        45009 => "发得太快，被限了（45009）：过一分钟再试",
        60020 or 301042 => $"企业微信不认这台服务器的出口地址{(refusedAddress is null ? "" : $" {refusedAddress}")}（{code}）：填到应用的“企业可信IP”，一分钟后再试",
        60111 or 46004 or 40003 => $"企业微信没有这个账号（{code}）：核对名册的 userid，可运行 check-roster",
        60011 or 50002 or 92000 => $"不在应用可见范围（{code}）：管理后台 → 应用管理 → 本应用 → 可见范围，加上",
        81013 => "收不到（81013）：不在应用可见范围，或账号不对、没激活；可运行 check-roster",
        48002 => "应用没有这个权限（48002）：应用建群要求可见范围是整个企业",
        86008 => "这个群不是本应用建的（86008）：换一个 --chatid",
        86001 or 86003 => $"群 id 不对（{code}）：只能是 1 到 32 个字母和数字",
        86215 => "这个群 id 已经有了（86215）：换一个 --chatid",
        86006 or 86007 or 86216 => $"群成员有问题（{code}）：运行 check-roster，看谁不在可见范围",
        93000 => "群铃的密钥不对，或机器人被移出了群（93000）：在群里重新添加消息推送，更新密钥",
        93004 => "群铃被停用了（93004）：在群设置里启用",
        301002 => "AgentId 和 Secret 不是同一个应用的（301002）：核对 WeCom:App",
        _ => $"企业微信说 {code}：见 https://open.work.weixin.qq.com/devtool/query?e={code}",
    };
}
