using System.Text;
using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Wording;
using GridBot.Storage.Issues;
using GridBot.Storage.Messages;

namespace GridBot.Tests.Storage;

/// <summary>A leak in building 3, as decisions would have it.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Tuesday = new(2026, 3, 10, 2, 0, 0, TimeSpan.Zero);

    /// <summary>One of each kind.</summary>
    public static IReadOnlyList<Stage> Stages =>
    [
        new Stage.Waiting(Level.Community, 1, "sun", true, Tuesday, Level.SubDistrict),
        new Stage.Acknowledged("sun", Tuesday),
        new Stage.Resolved("sun", Tuesday, "换了水管"),
        new Stage.Closed(ClosedBecause.Silence, Tuesday),
        new Stage.Deferred("sun", null, Tuesday, "等配件", Tuesday),
        new Stage.Returned("sun", "不归我管", true, Tuesday),
        new Stage.Merged(3, 103, Tuesday),
        new Stage.Withdrawn(Tuesday),
        new Stage.Rejected("sun", "演练", Tuesday),
    ];

    public static Issue Issue(long id, int code = 0) => new()
    {
        Id = id,
        SubDistrictId = "jinlong",
        Number = id + 100,
        Code = code,
        ChatId = "wrChatA",
        PlaceId = "b3",
        PlaceInferred = true,
        PlaceDetail = "三单元楼道",
        Category = "water",
        Subcategory = "leak",
        Urgency = Urgency.Urgent,
        Text = "三单元楼道漏水了，手机 138****1234",
        ReporterId = "LiAyi",
        OpenedAt = Tuesday,
        Stage = new Stage.Waiting(Level.Building, 0, null, false, Tuesday),
        NextDueAt = Tuesday.AddMinutes(5),
        PolicyVersion = 7,
        Summons = 1,
        Rungs = [new Rung(1, Level.Building, "zhao", Tuesday)],
        ResponseSince = Tuesday,
        ResolveBy = Tuesday.AddHours(24),
    };

    public static IssueChange Opening(Issue issue) => new(
        null,
        issue,
        [
            new HistoryNote(issue.OpenedAt, issue.ReporterId, "opened"),
            new HistoryNote(issue.OpenedAt, "", "rung", """{"summons":1,"people":["zhao","qian"]}"""),
        ],
        [
            new ResponseChange.Summoned(1, Level.Building, 0, "zhao", issue.OpenedAt, ResponseOutcome.Open),
            new ResponseChange.Summoned(1, Level.Building, 0, "qian", issue.OpenedAt, ResponseOutcome.Open),
        ]);

    public static IssueCommit Open(Issue issue) => new()
    {
        At = issue.OpenedAt,
        Via = "bot",
        Inbox = Message($"msg-{issue.Id}", issue.OpenedAt),
        Changes = [Opening(issue)],
        Sayings = Rings(issue),
    };

    public static InboxEntry Message(string id, DateTimeOffset at, string? answer = "【#101】已登记") =>
        new(id, "bot", answer, at, "https://wecom.example/answer?code=1", Encoding.UTF8.GetBytes("@网格助手 三单元楼道漏水了"));

    public static IReadOnlyList<Saying> Rings(Issue issue) =>
    [
        new Saying.InGroup(issue.ChatId!, $"【{issue.Tag}】三单元楼道漏水", ["zhao", "qian"])
        {
            Kind = SayingKind.Ring, IssueId = issue.Id, Summons = issue.Summons, Priority = 1,
        },
        RingCard(issue, "zhao"),
        RingCard(issue, "qian"),
    ];

    public static IssueCommit Take(Issue issue, string by, DateTimeOffset at) => new()
    {
        At = at,
        Via = "app",
        Changes =
        [
            new IssueChange(
                issue,
                issue with { Stage = new Stage.Acknowledged(by, at), NextDueAt = at.AddHours(12) },
                [new HistoryNote(at, by, "acknowledged")],
                [
                    new ResponseChange.Answered(1, by, at, ResponseOutcome.Answered, (long)(at - issue.OpenedAt).TotalMilliseconds, 0),
                    new ResponseChange.CloseOpen(ResponseOutcome.Covered, at),
                ],
                CancelRings: true),
        ],
        Sayings = [new Saying.InGroup(issue.ChatId!, $"【{issue.Tag}】{by} 已接单", []) { Kind = SayingKind.Tell, IssueId = issue.Id }],
    };

    private static Saying.CardToPerson RingCard(Issue issue, string userId) => new(
        userId,
        new Card(
            $"i{issue.Id}-{issue.Summons}-{userId}", "漏水 · 三单元楼道", "3号楼 · 10:00", "5 分钟内无人接单将提醒网格员",
            [new CardFact("编号", issue.Tag), new CardFact("反映人", "李阿姨", "LiAyi")],
            [new CardButton("我来处理", $"ack:{issue.Number}", ButtonTone.Main), new CardButton("转办", $"transfer:{issue.Number}")]))
    {
        Kind = SayingKind.Ring,
        IssueId = issue.Id,
        Summons = issue.Summons,
        Priority = 1,
        UsefulUntil = issue.OpenedAt.AddHours(1),
    };
}
