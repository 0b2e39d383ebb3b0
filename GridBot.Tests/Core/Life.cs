using GridBot.Core.Issues;
using GridBot.Core.Roster;
using Xunit;

namespace GridBot.Tests.Core;

/// <summary>One issue lived through event by event: reads as a conversation and keeps the last decision to look at.</summary>
internal sealed class Life
{
    private Scene _scene;

    private Life(Scene scene, Decision.Changed opened, DateTimeOffset at)
    {
        (_scene, Last, Issue, Now) = (scene, opened, opened.Issue, at);
    }

    public Issue Issue { get; private set; }

    public Issue Before { get; private set; } = null!;

    public Decision Last { get; private set; }

    public DateTimeOffset Now { get; private set; }

    public static Issue Draft(string reporter = "zhou", string place = TestTown.Building10, string category = "noise",
        Urgency urgency = Urgency.Normal, DateTimeOffset? at = null) => new()
        {
            Id = 4711,
            SubDistrictId = TestTown.SubDistrict,
            Number = 128,
            Code = 1,
            ChatId = TestTown.GridChat,
            SaidIn = TestTown.GridChat,
            PlaceId = place,
            Category = category,
            Subcategory = category == "noise" ? "site" : null,
            Urgency = urgency,
            Text = "工地还在打桩，吵得睡不着",
            ReporterId = reporter,
            OpenedAt = at ?? TestTown.Tuesday,
            ResponseSince = at ?? TestTown.Tuesday,
            ResolveBy = at ?? TestTown.Tuesday,
            PolicyVersion = 1,
            Stage = new Stage.Withdrawn(at ?? TestTown.Tuesday),
        };

    public static Life Of(Issue draft, Scene? scene = null) =>
        new(scene ?? TestTown.Scene, IssueLifecycle.Open(draft, scene ?? TestTown.Scene), draft.OpenedAt);

    public static Life Begin(Scene? scene = null, string reporter = "zhou", string place = TestTown.Building10, string category = "noise",
        Urgency urgency = Urgency.Normal, DateTimeOffset? at = null) => Of(Draft(reporter, place, category, urgency, at), scene);

    public Life In(Scene scene)
    {
        _scene = scene;
        return this;
    }

    public Life After(double minutes)
    {
        Now += TimeSpan.FromMinutes(minutes);
        return this;
    }

    public Life At(DateTimeOffset now)
    {
        Now = now;
        return this;
    }

    public Life Happens(IssueEvent happened)
    {
        Last = IssueLifecycle.Decide(Issue, happened, _scene);
        Before = Issue;
        Issue = Last is Decision.Changed changed ? changed.Issue : Issue;
        return this;
    }

    /// <summary>Goes to the next due moment, where the timer rings.</summary>
    public Life TimesOut() => At(Issue.NextDueAt!.Value).Happens(new IssueEvent.TimeIsUp(Now));

    public Life TimesOut(int times)
    {
        for (var i = 0; i < times; i++)
        {
            TimesOut();
        }

        return this;
    }

    public Life Acks(string who) => Happens(new IssueEvent.Acknowledged(who, Now));

    public Life Declines(string who) => Happens(new IssueEvent.Declined(who, Now));

    public Life Hears(string who) => Happens(new IssueEvent.Heard(who, Now));

    public Life Assigns(string who, Level level) => Happens(new IssueEvent.Assigned(who, Now, level));

    public Life Resolves(string who, string? words = null) => Happens(new IssueEvent.Resolved(who, Now, words));

    public Life Disputes(string who) => Happens(new IssueEvent.Disputed(who, Now, null));

    public Life Confirms(string who) => Happens(new IssueEvent.Confirmed(who, Now));

    public Life Transfers(string who, string to) => Happens(new IssueEvent.Transferred(who, Now, to));

    public Life Returns(string who, string? why = "属物业") => Happens(new IssueEvent.Returned(who, Now, why));

    public Life Escalates(string who, int? card = null) => Happens(new IssueEvent.Escalated(who, Now, card));

    public Life GivesUp(string who) => Happens(new IssueEvent.GivenUp(who, Now));

    public Life Defers(string who, DateTimeOffset? until, string? why = "等配件") => Happens(new IssueEvent.Deferred(who, Now, until, why));

    public Life Corrects(string who, string? category = null, string? place = null, Urgency? urgency = null) =>
        Happens(new IssueEvent.Corrected(who, Now, category, null, urgency, place));

    public Life Rejects(string who, string why = "情况不符") => Happens(new IssueEvent.Rejected(who, Now, why));

    public IReadOnlyList<Effect> Effects => Last is Decision.Changed changed ? changed.Effects : [];

    public IReadOnlyList<HistoryNote> History => Last is Decision.Changed changed ? changed.History : [];

    /// <summary>Whom the last decision rings, in order, with blanks between them; empty when nobody.</summary>
    public string Rings => string.Join(' ', Effects.OfType<Effect.Ring>().SelectMany(r => r.People));

    public Effect.Ring Ring => Assert.Single(Effects.OfType<Effect.Ring>());

    public Refusal? Refused => (Last as Decision.Refused)?.Why;

    public IReadOnlyList<ResponseChange> Rows => [.. Effects.OfType<Effect.NoteResponse>().Select(e => e.Change)];

    public ResponseChange.Answered Answer => Assert.Single(Rows.OfType<ResponseChange.Answered>());

    public ResponseOutcome? Closes => Rows.OfType<ResponseChange.CloseOpen>().SingleOrDefault()?.Outcome;

    /// <summary>Who hears this, with blanks between them; empty when nobody.</summary>
    public string Told(Notice notice) => string.Join(' ', Effects.OfType<Effect.Tell>().Where(t => t.Notice == notice).Select(t => t.UserId));

    public TimeSpan Window => Issue.NextDueAt!.Value - Now;
}
