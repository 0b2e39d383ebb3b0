using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <content>It was something else, or somewhere else.</content>
public static partial class IssueLifecycle
{
    private static Decision Correct(Issue issue, IssueEvent.Corrected e, Scene scene)
    {
        if (!MayAct(issue, e.By, scene) && !IsReporter(issue, e.By))
        {
            return No(Refusal.NotOnItsLadder);
        }

        if (e.PlaceId is not null && scene.Roster.SubDistrictOf(e.PlaceId)?.Id != issue.SubDistrictId)
        {
            return No(Refusal.ReceiverOutside);
        }

        var corrected = Corrected(issue, e, scene);
        if (corrected == issue)
        {
            return new Decision.Nothing();
        }

        if (corrected with { Guesses = issue.Guesses } == issue)
        {
            return new Decision.Changed(corrected, [new(e.At, e.By, "class_confirmed", $$"""{"category":"{{issue.Category}}"}""")], []);
        }

        corrected = corrected with { ResolveBy = ResolutionLimit(corrected, scene, issue.ResponseSince) };
        var history = new List<HistoryNote>
        {
            new(e.At, e.By, "corrected", $$"""{"category":"{{corrected.Category}}","place":"{{corrected.PlaceId}}","was":"{{issue.Category}}","was_place":"{{issue.PlaceId}}"}"""),
        };
        var moved = IsElsewhere(issue, corrected, Level.Grid, scene)
            || (issue.Stage is Stage.Waiting { Level: Level.Building, Person: null } && IsElsewhere(issue, corrected, Level.Building, scene));
        var hidden = corrected.IsPrivate && !issue.IsPrivate;
        var alarm = corrected.Urgency == Urgency.Emergency && issue.Urgency != Urgency.Emergency;
        if (moved || alarm || hidden || AsksOthers(issue, corrected, e.At, scene) || (issue.Stage is Stage.Waiting && RingIsHeld(issue, e.At) && corrected.Urgency > issue.Urgency))
        {
            return ClimbAnew(issue, corrected, moved, e, scene, history);
        }

        return new Decision.Changed(
            issue.Stage switch
            {
                Stage.Acknowledged => corrected with { NextDueAt = FirstReminder(corrected, e.At, scene) },
                _ => LadderClimb.Retimed(issue, corrected, scene, e.At),
            },
            history,
            []);
    }

    /// <summary>Saying the class that it has confirms it, with what the words made of it.</summary>
    private static Issue Corrected(Issue issue, IssueEvent.Corrected e, Scene scene)
    {
        var other = e.Category is { } said && (said != issue.Category || (e.Subcategory is not null && e.Subcategory != issue.Subcategory)) ? said : null;
        return issue with
        {
            IsPrivate = issue.IsPrivate || (other is not null && scene.Categories.IsPrivate(other, e.Subcategory)),
            Category = other ?? issue.Category,
            Subcategory = other is null ? issue.Subcategory : e.Subcategory,
            Guesses = e.Category is null || issue.Guesses.Count == 0 ? issue.Guesses : [],
            Urgency = e.Urgency ?? (other is null ? issue.Urgency : UrgencyOf(other, e.Subcategory, scene)),
            PlaceId = e.PlaceId ?? issue.PlaceId,
            PlaceInferred = e.PlaceId is null && issue.PlaceInferred,
            PlaceDetail = e.PlaceId is null ? issue.PlaceDetail : null,
        };
    }

    /// <summary>Whether it waits on a step that the ladder of its right class doesn't have, so that other people are to be asked.</summary>
    private static bool AsksOthers(Issue issue, Issue corrected, DateTimeOffset at, Scene scene) =>
        issue.Stage is Stage.Waiting { Person: null, OnBoard: false } waiting
        && Privacy.LadderOf(issue, scene, at).Steps.Any(s => s.Level == waiting.Level)
        && Privacy.LadderOf(corrected, scene, at).Steps.All(s => s.Level != waiting.Level);

    /// <summary>Another grid, another building while its leader is rung, or danger to life, also when somebody had taken it: everybody whom it concerns now is rung.</summary>
    private static Decision.Changed ClimbAnew(
        Issue issue, Issue corrected, bool moved, IssueEvent.Corrected e, Scene scene, List<HistoryNote> history)
    {
        var effects = new List<Effect>
        {
            new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Cancelled, e.At)),
            new Effect.StopRinging(e.By),
        };
        var awake = issue.Stage is Stage.Deferred deferred ? Resumed(corrected, deferred, e.At, scene) : corrected;
        if (moved && (scene.Roster.FindGroup(issue.ChatId) is not { } group || !scene.Roster.IsWithin(corrected.PlaceId, group.PlaceId)))
        {
            awake = awake with { ChatId = scene.Roster.GroupFor(corrected.PlaceId)?.ChatId, Code = 0 };
        }

        if (corrected.IsPrivate)
        {
            awake = Hidden(awake, scene);
        }

        return new Decision.Changed(
            LadderClimb.FromTheStart(awake with { ResponseSince = e.At, Reminders = 0 }, scene, e.At, RingCause.Opened, history, effects), history, effects);
    }

    /// <summary>It turned out to be private: the group hears no more of it, and those below community level are no longer asked.</summary>
    private static Issue Hidden(Issue issue, Scene scene) => issue with
    {
        ChatId = null,
        SaidIn = null,
        Code = 0,
        Concerned = issue.Concerned.Count > 0 ? issue.Concerned : Privacy.ConcernedBy(issue.Text, issue.PlaceId, issue.ReporterId, scene.Roster),
        Rungs = [.. issue.Rungs.Where(r => r.Level >= Privacy.LowestRung)],
    };

    /// <summary>True while quiet hours hold the last ring back.</summary>
    private static bool RingIsHeld(Issue issue, DateTimeOffset at) => issue.Rungs.Count > 0 && issue.Rungs[^1].At > at;

    private static bool IsElsewhere(Issue one, Issue other, Level level, Scene scene) =>
        scene.Roster.AncestorAt(one.PlaceId, level)?.Id != scene.Roster.AncestorAt(other.PlaceId, level)?.Id;

    private static Urgency UrgencyOf(string category, string? subcategory, Scene scene) =>
        scene.Categories[category].Subcategories.FirstOrDefault(s => s.Code == subcategory)?.Urgency ?? scene.Categories[category].Urgency;
}
