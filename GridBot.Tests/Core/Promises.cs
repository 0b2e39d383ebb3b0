using GridBot.Core.Issues;
using GridBot.Core.Roster;
using Xunit;

namespace GridBot.Tests.Core;

/// <summary>What holds after every decision, whatever happened.</summary>
internal static class Promises
{
    public static void HoldAfter(Issue before, Decision decision)
    {
        if (decision is not Decision.Changed changed)
        {
            return;
        }

        var after = changed.Issue;
        Assert.Equal(after.Stage.IsOver, after.NextDueAt is null);
        Assert.Equal((before.Id, before.Number, before.ReporterId, before.OpenedAt), (after.Id, after.Number, after.ReporterId, after.OpenedAt));
        Assert.True(after.Summons >= before.Summons, "summons never go back");
        Assert.Equal(before.Rungs, after.Rungs.Take(before.Rungs.Count));
        Assert.True(after.CardsClosedTo <= after.Summons);

        var fresh = after.Rungs.Skip(before.Rungs.Count).ToList();
        Assert.All(fresh, r => Assert.InRange(r.Summons, before.Summons + 1, after.Summons));
        var rings = changed.Effects.OfType<Effect.Ring>().ToList();
        Assert.True(rings.Count <= 1, "one decision rings at most once");
        Assert.Equal(rings.SelectMany(r => r.People), fresh.Select(r => r.UserId));
        Assert.Equal(fresh.Select(r => (r.Summons, r.UserId)).Distinct().Count(), fresh.Count);
        if (!after.Stage.IsOpen)
        {
            Assert.Empty(rings);
        }

        RowsHold(changed, fresh, after);
        Assert.All(changed.History, h => Assert.NotEmpty(h.Kind));
        Assert.All(changed.History.Where(h => h.Details is not null), h => System.Text.Json.JsonDocument.Parse(h.Details!).Dispose());
        Assert.Equal(after.Stage.IsOver && !before.Stage.IsOver, changed.Effects.OfType<Effect.FreeCode>().Any());
    }

    /// <summary>Whoever is rung has a row, no row twice, and nobody answers a summons that never was.</summary>
    private static void RowsHold(Decision.Changed changed, List<Rung> fresh, Issue after)
    {
        var rows = changed.Effects.OfType<Effect.NoteResponse>().Select(e => e.Change).ToList();
        var summoned = rows.OfType<ResponseChange.Summoned>().ToList();
        Assert.Equal(summoned.Count, summoned.Select(s => (s.Summons, s.UserId)).Distinct().Count());
        Assert.Equal(fresh.Select(r => (r.Summons, r.UserId)), summoned.Where(s => s.Outcome == ResponseOutcome.Open).Select(s => (s.Summons, s.UserId)));
        foreach (var answered in rows.OfType<ResponseChange.Answered>())
        {
            Assert.Contains(after.Rungs, r => r.Summons == answered.Summons && RosterBook.SameUser(r.UserId, answered.UserId));
            Assert.True(answered.ResponseMs >= 0 && answered.WorkingMs >= 0 && answered.WorkingMs <= answered.ResponseMs);
        }
    }
}
