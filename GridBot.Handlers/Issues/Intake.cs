using GridBot.Core.Issues;
using GridBot.Core.Understanding;
using GridBot.Core.Wording;
using GridBot.Handlers.Escalation;
using GridBot.Handlers.Receiving;
using GridBot.Handlers.Settings;
using GridBot.Storage.Issues;
using GridBot.Storage.Sql;
using GridBot.WeCom.Messages;

namespace GridBot.Handlers.Issues;

/// <summary>What becomes of a report: a new issue for each problem, or one more reporter of an issue that is known.</summary>
public sealed class Intake(IssueStore issues, Numbers numbers, CodeHints codes, RecentMatters matters, BrakeLever brake, LearnedLikeness likeness)
{
    /// <summary>One step for each problem, and the receipt of all of them.</summary>
    public async Task<Verdict> DecideAsync(Heard heard, Reading reading, Rulebook rules, CancellationToken cancellationToken)
    {
        var steps = new List<Step>();
        var opened = new List<(Issue Issue, Effect.Ring? Ring)>();
        var known = new List<Card>();
        var confided = false;
        var scene = rules.SceneUnder(rules.Policy);
        foreach (var problem in reading.Problems)
        {
            var draft = await DraftAsync(heard, problem, rules, cancellationToken);
            if (await FindSameAsync(draft, scene, cancellationToken) is { } same)
            {
                var card = Join(heard, draft, same, scene, rules, steps);
                confided |= draft.IsPrivate;
                if (!draft.IsPrivate || !heard.InGroup)
                {
                    known.Add(card);
                }

                continue;
            }

            draft = draft with { Code = draft is { IsRehearsal: false, ChatId: { } chat } ? await codes.TakeAsync(chat, heard.At, cancellationToken) : 0 };

            var changed = IssueLifecycle.Open(draft, scene with { Brake = await brake.OnAsync(draft.SubDistrictId, cancellationToken) });
            var seen = new AlreadySeen(heard.InGroup && reading.Problems.Count == 1 && !draft.IsRehearsal ? heard.ChatId : null, null);
            var ring = changed.Effects.OfType<Effect.Ring>().FirstOrDefault();
            var sayings = rules.Effects.Write(null, changed, scene, seen, heard.At);
            if ((draft.IsPrivate || draft.IsRehearsal) && heard.InGroup)
            {
                confided |= draft.IsPrivate;
                sayings.Add(Verdict.Aside(heard.UserId, rules.Answers.Receipt(changed.Issue, ring, heard.At)));
            }
            else
            {
                opened.Add((changed.Issue, ring));
            }

            steps.Add(new Step(null, changed, sayings));
        }

        var hidden = heard.InGroup && confided && !heard.IsRehearsal && opened.Count + known.Count == 0;
        return new Verdict(hidden ? new Answer.Text(AnswerWriter.Confided) : Receipt(heard, opened, known, reading, rules, steps), steps)
        {
            Sayings = heard.InGroup && Masking.NamesAHome($"{heard.Text}\n{heard.Quoted}") ? [Verdict.Aside(heard.UserId, AnswerWriter.TakeBackHint)] : [],
        };
    }

    /// <summary>These steps are on record: later reports may be about the same.</summary>
    public void Stored(IReadOnlyList<Step> steps) => matters.Note(steps);

    /// <summary>These steps came to nothing: what was known by heart is asked anew.</summary>
    public void NotStored(IReadOnlyList<Step> steps) => codes.Forget(steps);

    private static Answer Receipt(
        Heard heard, List<(Issue Issue, Effect.Ring? Ring)> opened, List<Card> known, Reading reading, Rulebook rules, List<Step> steps)
    {
        if (opened.Count == 0)
        {
            return known.Count == 0 ? new Answer.Nothing() : new Answer.NewCard(known[^1]);
        }

        if (heard.Door == Door.App || opened.Exists(o => o.Issue.IsPrivate || o.Issue.IsRehearsal))
        {
            return new Answer.Text(string.Join("\n", opened.Select(o => rules.Answers.Receipt(o.Issue, o.Ring, heard.At)).Concat(known.Select(k => k.Text))));
        }

        // What is new answers the message; what was known is told 1:1, with its own button to part it again.
        steps[^1] = steps[^1] with
        {
            Sayings =
            [
                .. steps[^1].Sayings,
                .. known.Select(k => new Saying.CardToPerson(heard.UserId, k) { Kind = SayingKind.Tell, IssueId = steps[^1].After.Id }),
            ],
        };

        var token = MessageToken.Of(heard.MessageId);
        if (opened.Count > 1)
        {
            return new Answer.NewCard(rules.Cards.Several(TaskIds.List(token, opened.Select(o => o.Issue.Id)), [.. opened.Select(o => o.Issue)]));
        }

        var (issue, ring) = opened[0];
        var taskId = TaskIds.Answering(issue.Id, issue.Summons, token);
        var places = reading.Problems[0].Place?.Candidates ?? [];
        return new Answer.NewCard(places.Count > 0
            ? rules.Cards.PlaceChoices(issue, taskId, places)
            : rules.Cards.Group(issue, taskId, heard.At, ring));
    }

    private async Task<Issue> DraftAsync(
        Heard heard, Problem problem, Rulebook rules, CancellationToken cancellationToken)
    {
        var placeId = problem.Place?.PlaceId ?? rules.Roster.FindGroup(heard.ChatId)?.PlaceId ?? heard.Person!.PlaceId;
        var subDistrict = rules.Roster.SubDistrictOf(placeId)!.Id;
        var isPrivate = heard.IsPrivate || rules.Categories.IsPrivate(problem.Category, problem.Subcategory);
        var chatId = isPrivate ? null : heard.ChatId ?? rules.Roster.GroupFor(placeId)?.ChatId;
        return new Issue
        {
            Id = await numbers.NextAsync(Numbers.Issues, cancellationToken),
            SubDistrictId = subDistrict,
            Number = await numbers.NextAsync(Numbers.OfSubDistrict(subDistrict), cancellationToken),
            ChatId = chatId,
            SaidIn = isPrivate || heard.IsRehearsal ? null : heard.ChatId,
            PlaceId = placeId,
            PlaceInferred = problem.Place?.Inferred ?? true,
            PlaceDetail = problem.Place?.Detail,
            Category = problem.Category,
            Subcategory = problem.Subcategory,
            Guesses = isPrivate ? [] : GuessesOf(problem, rules.Categories),
            Urgency = problem.Urgency,
            Text = Masking.Doors(Masking.Mask(problem.Text)),
            Door = Masking.DoorIn(problem.Text),
            ReporterId = heard.UserId,
            OpenedAt = heard.At,
            ResponseSince = heard.At,
            ResolveBy = heard.At,
            PolicyVersion = rules.Policy.Version,
            IsPrivate = isPrivate,
            IsRehearsal = heard.IsRehearsal,
            Concerned = isPrivate ? Privacy.ConcernedBy($"{heard.Text}\n{heard.Quoted}", placeId, heard.UserId, rules.Roster) : [],
            SourceId = heard.MessageId,
            Stage = new Stage.Withdrawn(heard.At),
        };
    }

    /// <summary>Only where there is a choice; a private class is never offered on a card that a group may read.</summary>
    private static IReadOnlyList<string> GuessesOf(Problem problem, CategoryTree tree)
    {
        string[] open = problem.IsSure ? [] : [.. problem.Alternatives.Prepend(problem.Category).Where(c => !tree.IsPrivate(c, null)).Distinct().Take(3)];
        return open.Length > 1 ? open : [];
    }

    private async Task<Issue?> FindSameAsync(Issue draft, Scene scene, CancellationToken cancellationToken)
    {
        var since = draft.OpenedAt - scene.Policy.DuplicateWindow;
        if (draft.Subcategory is { } kind && AreaMatter.Spreads(draft, scene.Categories))
        {
            return await matters.MayBeOpenOfKindAsync(draft.SubDistrictId, draft.Category, kind, since, cancellationToken)
                ? (await issues.OpenOfKindAsync(draft.SubDistrictId, draft.Category, kind, since, cancellationToken: cancellationToken))
                    .FirstOrDefault(c => AreaMatter.IsSame(draft, c, scene))
                : null;
        }

        return await matters.MayBeOpenAsync(draft.PlaceId, draft.Category, since, cancellationToken)
            ? (await issues.SimilarOpenAsync(draft, since, cancellationToken: cancellationToken)).FirstOrDefault(c => IsSame(draft, c))
            : null;
    }

    /// <summary>Forwarded complaints are long and share few words although they tell of the same; those are compared by what was learned.</summary>
    private bool IsSame(Issue draft, Issue known) =>
        Sameness.IsSame(draft, known)
        || (Sameness.MayBe(draft, known) && likeness.Value?.IsSameLong(draft.Text, known.Text) == true);

    /// <summary>The report is kept as an issue of its own, merged, so that one tap parts them again.</summary>
    private static Card Join(Heard heard, Issue draft, Issue same, Scene scene, Rulebook rules, List<Step> steps)
    {
        var merged = IssueLifecycle.OpenMerged(draft, same);
        steps.Add(new Step(null, merged, []));

        var place = AreaMatter.Spreads(draft, scene.Categories) ? draft.PlaceId : null;
        var joined = (Decision.Changed)IssueLifecycle.Decide(same, new IssueEvent.AlsoReported(heard.UserId, heard.At, place), scene);
        steps.Add(new Step(same, joined, rules.Effects.Write(same, joined, scene, AlreadySeen.Nothing, heard.At)));

        var taskId = TaskIds.Answering(merged.Issue.Id, 0, MessageToken.Of(heard.MessageId));
        return rules.Cards.AlreadyKnown(merged.Issue, joined.Issue, taskId, heard.At);
    }
}
