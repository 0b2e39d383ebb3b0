using GridBot.Core.Issues;
using GridBot.Core.Understanding;
using GridBot.Core.Wording;
using GridBot.Handlers.Escalation;
using GridBot.Handlers.Questions;
using GridBot.Handlers.Receiving;
using GridBot.Handlers.Settings;
using GridBot.Storage.Issues;
using GridBot.Storage.Messages;

namespace GridBot.Handlers.Issues;

/// <summary>
/// The corridor: load, decide, word, commit, ring. Messages, taps and timers all walk it, and all that they
/// cause is committed in one transaction together with the message's inbox row.
/// </summary>
public sealed class IssueDesk(IssueStore issues, Intake intake, RulesInForce inForce, Originals originals, Bell bell, BrakeLever brake, Outage outage)
{
    /// <summary>How often a decision is made again because somebody else was quicker.</summary>
    private const int Attempts = 8;

    /// <summary>Opens an issue for each problem of a report, or links it to the one that is known already.</summary>
    public Task<Answer> ReportAsync(Heard heard, Reading reading, Rulebook rules, CancellationToken cancellationToken) =>
        CommitAsync(heard, () => intake.DecideAsync(heard, reading, rules, cancellationToken), cancellationToken);

    /// <summary>Does one thing to one or several issues.</summary>
    public Task<Answer> ActAsync(
        Heard heard, IReadOnlyList<long> issueIds, Command command, Rulebook rules, CancellationToken cancellationToken) =>
        CommitAsync(heard, () => DecideActAsync(heard, issueIds, command, rules, cancellationToken), cancellationToken);

    /// <summary>Keeps an answer that changes no issue, so that a repeat of the message gets the same one.</summary>
    public Task<Answer> AnswerAsync(Heard heard, Answer answer, CancellationToken cancellationToken) =>
        AnswerAsync(heard, Verdict.Of(answer), cancellationToken);

    public Task<Answer> AnswerAsync(Heard heard, Verdict verdict, CancellationToken cancellationToken) =>
        CommitAsync(heard, () => Task.FromResult(verdict), cancellationToken);

    /// <summary>The timers' way through the corridor. Returns false when the decision was stale and must be made again.</summary>
    public async Task<bool> TimeIsUpAsync(Issue issue, Rulebook rules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var scene = await SceneOfAsync(issue, rules, cancellationToken);
        var late = issue.NextDueAt is { } due && outage.Covers(due) && now - due > Outage.Noticeable ? due : (DateTimeOffset?)null;
        if (IssueLifecycle.Decide(issue, new IssueEvent.TimeIsUp(now, late), scene) is not Decision.Changed changed)
        {
            bell.Schedule(issue.Id, issue.NextDueAt);
            return true;
        }

        return await CommitStepAsync(issue, changed, rules, scene, now, cancellationToken);
    }

    /// <summary>WeCom can't reach somebody who was rung: the next one is asked at once.</summary>
    public async Task UnreachableAsync(
        long issueId, int summons, string userId, Rulebook rules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await issues.LoadAsync(issueId, cancellationToken) is not { } issue || issue.Summons != summons)
            {
                return;
            }

            var scene = await SceneOfAsync(issue, rules, cancellationToken);
            if (IssueLifecycle.Decide(issue, new IssueEvent.Declined(userId, now, Unreachable: true), scene) is not Decision.Changed changed
                || await CommitStepAsync(issue, changed, rules, scene, now, cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>The rules it was opened under, the people of now, and whether the bell is held still.</summary>
    private async Task<Scene> SceneOfAsync(Issue issue, Rulebook rules, CancellationToken cancellationToken) =>
        rules.SceneUnder(await inForce.PolicyAsync(issue.PolicyVersion, cancellationToken)) with
        {
            Brake = await brake.OnAsync(issue.SubDistrictId, cancellationToken),
        };

    private async Task<bool> CommitStepAsync(
        Issue issue, Decision.Changed changed, Rulebook rules, Scene scene, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var step = new Step(issue, changed, rules.Effects.Write(issue, changed, scene, AlreadySeen.Nothing, now, outage.Last));
        var outcome = await issues.CommitAsync(Commit(null, now, Verdict.Of(new Answer.Nothing()) with { Steps = [step] }), cancellationToken);
        Follow(outcome, [step]);
        return outcome is CommitOutcome.Done;
    }

    /// <summary>What a commit leaves to be done: bells to ring, and what this host knows by heart.</summary>
    private void Follow(CommitOutcome outcome, IReadOnlyList<Step> steps)
    {
        bell.Ring(outcome, steps);
        if (outcome is CommitOutcome.Done)
        {
            intake.Stored(steps);
        }
    }

    private async Task<Answer> CommitAsync(Heard heard, Func<Task<Verdict>> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var verdict = await decide();
            var outcome = await issues.CommitAsync(Commit(heard, heard.At, verdict), cancellationToken);
            switch (outcome)
            {
                case CommitOutcome.Done:
                    Follow(outcome, verdict.Steps);
                    return verdict.Answer;
                case CommitOutcome.Duplicate duplicate:
                    intake.NotStored(verdict.Steps);
                    return StoredAnswer.Read(duplicate.Stored?.Answer);
                default:
                    intake.NotStored(verdict.Steps);
                    if (attempt == Attempts)
                    {
                        throw new InvalidOperationException($"Message {heard.MessageId} lost {Attempts} races for its issue.");
                    }

                    break;
            }
        }
    }

    private async Task<Verdict> DecideActAsync(
        Heard heard, IReadOnlyList<long> issueIds, Command command, Rulebook rules, CancellationToken cancellationToken)
    {
        var steps = new List<Step>();
        var answers = new List<Answer>();
        var asides = new List<Saying>();
        foreach (var issue in await issues.LoadManyAsync(issueIds, cancellationToken))
        {
            var scene = await SceneOfAsync(issue, rules, cancellationToken);
            // In a group, what was written about an issue that doesn't show there, or no longer does, is answered 1:1.
            var shows = heard.Tap is not null || Sight.ShowsIn(heard, issue, rules.Roster);
            var answer = DecideOne(shows ? heard : heard with { ChatId = null }, issue, command, rules, scene, steps);
            var shown = shows && (heard.Tap is not null || Sight.ShowsIn(heard, steps.Find(s => s.After.Id == issue.Id)?.After ?? issue, rules.Roster));
            var alone = command.Verb is not ("view" or "phone" or "status") && IsForThemAlone(heard, issue, steps.Find(s => s.After.Id == issue.Id));
            answers.Add(!shown ? Aside(heard, answer, asides) : alone ? Silently(heard, answer, asides) : answer);
            if (command.Verb is "view" or "phone" && steps.Exists(s => s.After.Id == issue.Id))
            {
                asides.Add(await originals.ForAsync(issue, heard.UserId, command.Verb == "phone", rules, cancellationToken));
            }

            if (command.Verb == "undo" && issue.Stage is Stage.Merged merged
                && await issues.LoadAsync(merged.Into, cancellationToken) is { } other
                && IssueLifecycle.Decide(other, new IssueEvent.ReportParted(issue.ReporterId, heard.At, issue.PlaceId), scene) is Decision.Changed parted)
            {
                steps.Add(new Step(other, parted, []));
            }
        }

        return new Verdict(
            heard.Tap is { } tap && TaskIds.ReadList(tap.TaskId) is { Count: > 1 } listed && command.Verb != "asked" && (steps.Count > 0 || !heard.InGroup)
                ? await RedrawnListAsync(heard, tap.TaskId, listed, steps, answers, rules, cancellationToken)
                : answers is [var only] ? only : Several(answers),
            steps)
        {
            Sayings = asides,
        };
    }

    /// <summary>A card that lists several issues keeps them all; only the line and button of the tapped one change.</summary>
    private async Task<Answer> RedrawnListAsync(
        Heard heard, string taskId, IReadOnlyList<long> listed, List<Step> steps, List<Answer> answers, Rulebook rules, CancellationToken cancellationToken)
    {
        var stored = await issues.LoadManyAsync(listed, cancellationToken);
        var sentence = heard.InGroup ? null : answers switch
        {
            [Answer.ChangedCard only] => only.Card.Text,
            [_, _, ..] => AnswerWriter.OthersAskedForAll,
            _ => null,
        };
        return new Answer.ChangedCard(
            rules.Cards.Several(
                taskId, [.. stored.Select(i => steps.Find(s => s.After.Id == i.Id)?.After ?? i)], sentence, heard.InGroup ? null : heard.UserId), null);
    }

    private static Answer DecideOne(Heard heard, Issue issue, Command command, Rulebook rules, Scene scene, List<Step> steps)
    {
        var asking = new Asking(heard, issue, rules);
        var summons = heard.Tap is { } tap && TaskIds.TryRead(tap.TaskId, out var cardIssue, out var drawn) && cardIssue == issue.Id ? drawn : (int?)null;
        if (asking.ForMore(command) is { } question)
        {
            return question;
        }

        var happened = command.ToEvent(issue, heard.UserId, heard.At, rules, summons);
        switch (happened is null ? null : IssueLifecycle.Decide(issue, happened, scene))
        {
            case Decision.Changed changed:
                var seen = asking.SeenAfter(changed);
                steps.Add(new Step(issue, changed, rules.Effects.Write(issue, changed, scene, seen, heard.At))
                {
                    Lesson = Lesson.Of(issue, happened!, changed.Issue, rules),
                });
                return asking.AnswerTo(happened!, changed);
            case Decision.Refused refused:
                return asking.Refuse(refused.Why);
            default:
                return asking.AsItStands();
        }
    }

    /// <summary>
    /// A group reads one card, one text a step, one when it is taken and one at the end; whatever else is written there about an
    /// issue (progress, handing on, corrections, help, what can't be done) is answered to the writer alone. Danger to life is everybody's business.
    /// </summary>
    private static bool IsForThemAlone(Heard heard, Issue issue, Step? step) =>
        heard is { InGroup: true, Tap: null } && (step?.After ?? issue).Urgency != Urgency.Emergency
        && step?.Decision.Effects.Any(e => e is Effect.TellGroup { News: not GroupNews.Reopened }) is not true;

    private static Answer Silently(Heard heard, Answer answer, List<Saying> asides) =>
        Aside(heard, answer, asides) is Answer.Text ? new Answer.Nothing() : answer;

    private static Answer Aside(Heard heard, Answer answer, List<Saying> asides)
    {
        if (Replies.AsText(answer) is not { } words)
        {
            return answer;
        }

        asides.Add(Verdict.Aside(heard.UserId, words));
        return new Answer.Text(AnswerWriter.SentToYou);
    }

    private static Answer Several(List<Answer> answers) =>
        answers.OfType<Answer.Text>().Select(a => a.Words).Distinct().ToList() is { Count: > 0 } said
            ? new Answer.Text(string.Join("\n", said))
            : new Answer.Nothing();

    private static IssueCommit Commit(Heard? heard, DateTimeOffset at, Verdict verdict) => new()
    {
        At = at,
        Inbox = heard is null
            ? null
            : new InboxEntry(
                heard.MessageId, heard.Door.ToString(), StoredAnswer.Write(verdict.Answer), heard.At, heard.ResponseUrl, heard.Plaintext.ToArray()),
        Via = heard?.Door.ToString() ?? "timer",
        Changes = [.. verdict.Steps.Select(s => s.ToChange())],
        Sayings = [.. verdict.Steps.SelectMany(s => s.Sayings), .. verdict.Sayings],
    };
}
