namespace GridBot.Core.Understanding;

/// <summary>
/// What somebody wants, by rules in a fixed order: a whole phrase, then what only looks like a report, then
/// commands on an issue, then questions, then reports, then talk.
/// </summary>
internal static class IntentRules
{
    /// <summary>From here on words tell of a problem.</summary>
    private const double EnoughForReport = 1.9;

    /// <summary>So much is told that a phrase of another intent inside it is no command.</summary>
    private const double PlainReport = 4;

    /// <summary>A command or an answer; who tells of a problem needs more words.</summary>
    private const int ShortTalk = 14;

    public static IntentGuess Decide(Passage passage, CategoryGuess guess)
    {
        var told = Told(passage, guess);
        return WholePhrase(passage)
            ?? Aside(passage, told)
            ?? Setting(passage, told)
            ?? Handing(passage, told)
            ?? Complaint(passage, told)
            ?? Outcome(passage, told)
            ?? Asking(passage, told)
            ?? Telling(passage, told, guess);
    }

    /// <summary>How much the words tell of something being wrong.</summary>
    private static double Told(Passage passage, CategoryGuess guess)
    {
        var told = guess.IsStrong ? guess.Score : Math.Min(guess.Score, 1.4);
        told += Math.Min(2, Troubles(passage)) * 1.2;
        told += passage.Has(Mark.Plea) ? 0.8 : 0;
        told += passage.Has(Mark.Present) || passage.Has(Mark.Again) ? 0.2 : 0;
        told += passage.NamesAPlace ? 0.5 : 0;
        told += passage.IsForwarded ? 0.5 : 0;
        told -= passage.Says(Mark.Over) ? 2 : 0;
        told -= passage.Has(Mark.Joking) ? 2 : 0;
        told -= passage.Has(Mark.Elsewhere) ? 3 : 0;
        return told;
    }

    private static int Troubles(Passage passage)
    {
        var count = 0;
        foreach (var finding in passage.Findings)
        {
            count += finding.Is(Mark.Trouble) && passage.Holds(finding) ? 1 : 0;
        }

        return count;
    }

    private static IntentGuess? WholePhrase(Passage passage)
    {
        if (passage.Whole is { } whole)
        {
            return IntentGuess.Certain(whole);
        }

        if (passage.Core.Length > 0)
        {
            return null;
        }

        foreach (var finding in passage.Findings)
        {
            if (finding.Sense.Meaning == Meaning.Intent)
            {
                return IntentGuess.Likely((Intent)finding.Sense.Value, 0.7);
            }
        }

        if (passage.References.Count > 0)
        {
            return passage.References is [{ Reference: { Value: 1, IsNumber: false } }]
                ? IntentGuess.Likely(Intent.Acknowledge, 0.8)
                : IntentGuess.Certain(Intent.Query);
        }

        return passage.Numbers.Exists(n => n.Kind is MentionKind.Unit or MentionKind.Floor or MentionKind.Room)
            ? IntentGuess.Likely(Intent.Supplement, 0.8)
            : passage.NamesAPlace ? IntentGuess.Certain(Intent.Query) : IntentGuess.Likely(Intent.Chatter, 0.9);
    }

    /// <summary>What the robot has no part in, although its words may sound like a problem.</summary>
    private static IntentGuess? Aside(Passage passage, double told)
    {
        if (passage.Has(Intent.Chatter) && told < PlainReport)
        {
            return IntentGuess.Likely(Intent.Chatter, 0.85);
        }

        if (passage.Has(Intent.Help) && passage.Core.Length <= ShortTalk)
        {
            return IntentGuess.Certain(Intent.Help);
        }

        if (passage.Has(Intent.Notice) || (passage.Has(Mark.Announcing) && !passage.Has(Intent.Resolve)) || passage.Has(Mark.Drill))
        {
            return IntentGuess.Likely(Intent.Notice, 0.85);
        }

        return null;
    }

    /// <summary>Taking back, putting right, being away, asking for lists.</summary>
    private static IntentGuess? Setting(Passage passage, double told)
    {
        if (CorrectionReader.SaysNotThisButThat(passage.Text) || (passage.Has(Intent.Correct) && (told < PlainReport || passage.References.Count > 0)))
        {
            return IntentGuess.Likely(Intent.Correct, 0.9);
        }

        if (passage.Has(Intent.Withdraw) && told < PlainReport)
        {
            return IntentGuess.Likely(Intent.Withdraw, 0.9);
        }

        if (passage.Has(Intent.Leave) && told < PlainReport)
        {
            return IntentGuess.Likely(Intent.Leave, 0.85);
        }

        if (passage.Has(Intent.Supplement) && (told < PlainReport || passage.First(Intent.Supplement)!.Value.Phrase.Opening))
        {
            return IntentGuess.Likely(Intent.Supplement, 0.85);
        }

        var lists = QuestionReader.AsksForList(passage);
        var state = passage.Has(Intent.Query) && (told < PlainReport || IsQuestion(passage));
        return lists || state ? IntentGuess.Likely(Intent.Query, 0.9) : null;
    }

    /// <summary>Passing an issue on, up, back, or off to a later day.</summary>
    private static IntentGuess? Handing(Passage passage, double told)
    {
        if (told >= PlainReport && passage.References.Count == 0 && passage.Says(Mark.Trouble))
        {
            return null;
        }

        foreach (var intent in (ReadOnlySpan<Intent>)[Intent.GiveUp, Intent.Transfer, Intent.Return, Intent.Defer, Intent.Escalate])
        {
            if (passage.Has(intent) && !(intent == Intent.Transfer && passage.IsForwarded))
            {
                return IntentGuess.Likely(intent, 0.9);
            }
        }

        return TransferTarget.IsCallToSomebody(passage) ? IntentGuess.Likely(Intent.Transfer, 0.75)
            : passage.Core.Length <= ShortTalk && TransferTarget.OpensWithPutOff(passage.Text.AsSpan(passage.Opening)) ? IntentGuess.Likely(Intent.Defer, 0.85)
            : null;
    }

    /// <summary>The reporter again: nobody came, it is not done, it has come back.</summary>
    private static IntentGuess? Complaint(Passage passage, double told)
    {
        if (passage.Has(Intent.Dispute) && (passage.References.Count > 0 || told < PlainReport || !passage.NamesAPlace))
        {
            return IntentGuess.Likely(Intent.Dispute, 0.85);
        }

        if (passage.Has(Intent.Nudge) && (told < EnoughForReport + 1 || passage.References.Count > 0))
        {
            return IntentGuess.Likely(Intent.Nudge, 0.85);
        }

        return passage.Has(Intent.Suggest) ? IntentGuess.Likely(Intent.Suggest, 0.85) : null;
    }

    /// <summary>Whoever works on it says how far they are; whoever complained says that it is good.</summary>
    private static IntentGuess? Outcome(Passage passage, double told)
    {
        if (IsQuestion(passage))
        {
            return null;
        }

        if (passage.First(Intent.Acknowledge) is { } taken && (taken.Start <= passage.Opening + 1 || passage.References.Count > 0) && told < PlainReport)
        {
            return IntentGuess.Likely(passage.Has(Intent.Resolve) ? Intent.Resolve : Intent.Acknowledge, 0.9);
        }

        if (passage.Has(Intent.Thanks) || passage.Has(Intent.Confirm))
        {
            var solved = passage.Has(Intent.Confirm) || passage.Has(Intent.Resolve) || passage.Has(Mark.Over);
            return told < PlainReport ? IntentGuess.Likely(solved ? Intent.Confirm : Intent.Thanks, 0.8) : null;
        }

        if (told >= PlainReport + (passage.References.Count > 0 ? 4 : 0) && passage.Says(Mark.Trouble) | passage.Says(Mark.Plea))
        {
            return null;
        }

        var (going, done) = (passage.First(Intent.Progress), passage.First(Intent.Resolve));
        return done is not null && !(going?.Start < done.Value.Start) ? IntentGuess.Likely(Intent.Resolve, 0.8)
            : going is not null ? IntentGuess.Likely(Intent.Progress, 0.8)
            : passage.Has(Intent.Acknowledge) ? IntentGuess.Likely(Intent.Acknowledge, 0.8)
            : null;
    }

    private static IntentGuess? Asking(Passage passage, double told) =>
        passage.Has(Intent.Enquiry) && !passage.Has(Mark.Plea) && told < PlainReport && !(passage.NamesAPlace && told >= EnoughForReport + 1)
            ? IntentGuess.Likely(Intent.Enquiry, 0.8)
            : null;

    private static IntentGuess Telling(Passage passage, double told, CategoryGuess guess)
    {
        if (told >= EnoughForReport)
        {
            return IntentGuess.Likely(Intent.Report, Math.Min(0.95, 0.5 + (0.1 * told)));
        }

        if (IsQuestion(passage) && (passage.NamesAPlace || guess.Score > 0))
        {
            return IntentGuess.Likely(passage.NamesAPlace ? Intent.Query : Intent.Enquiry, 0.6);
        }

        return passage.Numbers.Exists(n => n.Kind is MentionKind.Unit or MentionKind.Room) && passage.Core.Length <= ShortTalk
            ? IntentGuess.Likely(Intent.Supplement, 0.6)
            : IntentGuess.Likely(Intent.Chatter, told > 1 ? 0.5 : 0.7);
    }

    internal static bool IsQuestion(Passage passage)
    {
        var end = passage.Text.AsSpan().TrimEnd(" !~。,");
        return end.EndsWith("?") || end.EndsWith("吗") || end.EndsWith("么") || AsksDoneOrNot(end) || passage.Has(Mark.Asking);
    }

    /// <summary>修好没, 来了没有: 没 after a verb asks; 一滴都没有 doesn't.</summary>
    private static bool AsksDoneOrNot(ReadOnlySpan<char> end)
    {
        var verb = end.EndsWith("没有") ? end[..^2] : end.EndsWith("没") ? end[..^1] : [];
        return !verb.IsEmpty && verb[^1] is '了' or '好' or '到' or '过' or '完' or '来' or '通' or '修' or '开' or '门';
    }
}
