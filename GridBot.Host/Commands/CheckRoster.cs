using System.CommandLine;
using GridBot.Core.Roster;
using GridBot.WeCom.Directory;
using GridBot.WeCom.Sending;

namespace GridBot.Host.Commands;

/// <summary>Compares the roster's people with WeCom's address book, one by one, and says what to do about each.</summary>
internal static class CheckRoster
{
    private const int AtOnce = 8;

    public static Command Command()
    {
        var place = new Option<string?>("--place") { Description = "只查这个地点和它下面的人；默认查全部" };
        var misses = new Option<int>("--most-misses")
        {
            Description = "手机号最多查不到几次；查不到太多，企业微信会停用这个查询一天", DefaultValueFactory = _ => 20,
        };
        var command = new Command("check-roster", "把名册里的每个人和企业微信通讯录核对一遍：有没有、激活没有、应用看不看得到。什么都不发。") { place, misses };
        command.SetAction((parsed, cancellationToken) => RunAsync(Console.Out, parsed.GetValue(place), parsed.GetValue(misses), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, string? placeName, int mostMisses, CancellationToken cancellationToken)
    {
        await using var bench = await Workbench.SetUpAsync(output, cancellationToken);
        if (bench is null)
        {
            return Workbench.SettingsAreWrong;
        }

        var fault = "";
        if (placeName is not null && PlaceArgument.Find(bench.Roster, placeName, out fault) is null)
        {
            await output.WriteLineAsync($"- {fault}");
            return Workbench.SettingsAreWrong;
        }

        var within = placeName is null ? null : PlaceArgument.Find(bench.Roster, placeName, out _)!.Id;
        List<Person> people = [.. bench.Roster.People.Where(p => within is null || bench.Roster.IsWithin(p.PlaceId, within))];
        var directory = bench.Services.GetRequiredService<MemberDirectory>();
        var answers = await AskAsync(directory, people, cancellationToken);

        if (answers.OfType<MemberAnswer.NoAnswer>().FirstOrDefault() is { } trouble)
        {
            await output.WriteLineAsync($"失败  {Remedies.Of(trouble.Code, bench.Services.GetRequiredService<TrustedAddress>().Refused)}");
            return 1;
        }

        var problems = 0;
        for (var i = 0; i < people.Count; i++)
        {
            var (problem, misses) = await VerdictAsync(directory, people[i], answers[i], mostMisses, cancellationToken);
            mostMisses -= misses;
            if (problem is not null)
            {
                problems++;
                await output.WriteLineAsync($"{people[i].Name}（{people[i].UserId}）：{problem}");
            }
        }

        await output.WriteLineAsync(problems == 0 ? $"查了 {people.Count} 人，都对得上。" : $"查了 {people.Count} 人，{problems} 人要处理。");
        return problems == 0 ? 0 : 1;
    }

    /// <summary>Whom the corp's own list lacks, nobody needs to ask for.</summary>
    private static async Task<MemberAnswer[]> AskAsync(MemberDirectory directory, List<Person> people, CancellationToken cancellationToken)
    {
        var listed = await directory.ListAsync(cancellationToken);
        var answers = new MemberAnswer[people.Count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, people.Count, limits, async (i, token) =>
            answers[i] = listed is not null && !listed.Contains(people[i].UserId)
                ? new MemberAnswer.Nobody(0)
                : await directory.FindAsync(people[i].UserId, token));
        return answers;
    }

    /// <summary>What is wrong and what to do, or null; and how many numbers were looked for in vain.</summary>
    private static async Task<(string? Problem, int Misses)> VerdictAsync(
        MemberDirectory directory, Person person, MemberAnswer answer, int missesLeft, CancellationToken cancellationToken)
    {
        switch (answer)
        {
            case MemberAnswer.Found { Member: { Status: MemberStatus.Active } member }:
                return (member.Name.Length > 0 && member.Name != person.Name ? $"企业微信里叫“{member.Name}”，请核对是不是同一个人" : null, 0);
            case MemberAnswer.Found { Member.Status: var status }:
                return (status switch
                {
                    MemberStatus.NotActivated => "还没激活企业微信，卡片收不到：请本人登录一次",
                    MemberStatus.Disabled => "账号被停用：请管理员启用，或换人",
                    _ => "已退出企业：请从名册去掉，或换人",
                }, 0);
            case MemberAnswer.OutOfRange:
                return ("不在应用可见范围，卡片收不到：管理后台 → 应用管理 → 本应用 → 可见范围，加上", 0);
            case MemberAnswer.Nobody when person.Mobile is { } mobile && missesLeft > 0:
                return await directory.FindByMobileAsync(mobile, cancellationToken) is MemberAnswer.Found found
                    ? ($"企业微信没有这个账号；手机号对应的账号是 {found.Member.UserId}，请改名册的 userid", 0)
                    : ("企业微信没有这个账号，手机号也查不到：请核对，或先在通讯录里加上", 1);
            default:
                return ("企业微信没有这个账号：请核对名册的 userid", 0);
        }
    }
}
