using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Understanding.Model;

namespace GridBot.Core.Understanding;

/// <summary>
/// Where rules and model meet. Rules keep what must be certain: an alarm is a report, so is that somebody is being hurt
/// at home (<see cref="IntentRules"/>), a whole known phrase means what the word list says, a message of numbers and names
/// alone has no words to weigh, a command that names its issue is a command, and some intents only the bot knows. The
/// model decides the rest; what the rules think is among its signals.
/// Without a model the rules decide alone.
/// </summary>
internal sealed class Judge(PhraseBook book, CategoryTree tree, CategoryWords words, Classifier? model)
{
    /// <summary>Intents that labelled chats don't know: the model can't tell them.</summary>
    private static readonly Intent[] OnlyByRule = [Intent.GiveUp, Intent.Defer, Intent.Nudge, Intent.Correct, Intent.Help];

    /// <summary>Who wants this speaks of danger only in jest, in general, or because it is over.</summary>
    private static readonly Intent[] Idle =
        [Intent.Chatter, Intent.Thanks, Intent.Enquiry, Intent.Suggest, Intent.Resolve, Intent.Confirm, Intent.Withdraw];

    /// <summary>Words that plainly tell of a problem make a report up to twice as likely: better asked once too often than not heard.</summary>
    private const double MostOdds = 2;

    private readonly Intent[] _intents = model is null ? [] : [.. model.Of(Aspect.Intent).Codes.Select(c => Codes.IntentOf(c)!.Value)];

    private readonly ClassChooser? _classes = model is null ? null : new ClassChooser(tree, words, model);

    public Thought Of(Passage passage, int role, Passage? before)
    {
        var danger = EmergencyWatch.Watch(passage);
        var heard = Listened.Whole(passage, words, danger, role, before);
        if (model is null)
        {
            return new Thought(danger is null ? heard.Rule : Alarmed, heard.Words, heard.Words, null, AlarmOf(danger), null);
        }

        model.Read(heard, out var opinion);
        var category = _classes!.Choose(heard, opinion, IsTicket(opinion));
        var intent = RuleDecides(heard) ? heard.Rule : IntentOf(heard.Rule, opinion);
        var emergency = opinion.Of(model.Of(Aspect.Urgency), "emergency");
        if (danger is { } told && EmergencyWatch.Upholds(told, emergency * (1 - ShareOf(opinion, Idle))))
        {
            return Alarming(AlarmOf(danger));
        }

        if (!EmergencyWatch.Suspects(passage, intent, emergency * ShareOfTold(opinion)))
        {
            return new Thought(intent, heard.Words, category, opinion, null, UrgencyOf(opinion));
        }

        var open = Careful(category, heard.Words, passage);
        return Alarming(new Alarm(passage.Opening, open.Category, open.Subcategory?.Code));

        Thought Alarming(Alarm? alarm) => new(Alarmed, heard.Words, category, opinion, alarm, UrgencyOf(opinion))
        {
            Detail = intent.Intent == Intent.Supplement ? intent : null,
        };
    }

    /// <summary>The class of one of several problems in a message.</summary>
    public CategoryGuess CategoryOf(Passage passage, int from, int to)
    {
        var heard = Listened.Part(passage, from, to, words);
        if (model is null)
        {
            return heard.Words;
        }

        model.Read(heard, out var opinion);
        return _classes!.Choose(heard, opinion, IsTicket(opinion));
    }

    /// <summary>
    /// Who hears of an issue hangs on whether its class is private: a model in doubt neither hides what the words don't
    /// call private nor shows what they do.
    /// </summary>
    /// <param name="said">The class by the words alone.</param>
    public CategoryGuess Careful(CategoryGuess judged, CategoryGuess said, Passage passage)
    {
        if (model is null || judged.IsSure || IsPrivate(judged) == (said.Score > 0 && IsPrivate(said)))
        {
            return judged;
        }

        if (!IsPrivate(judged))
        {
            return said.IsStrong ? said with { SureFrom = judged.SureFrom } : judged;
        }

        var open = judged.Alternatives.Select(a => tree[a]).FirstOrDefault(c => !c.IsPrivate) ?? tree[CategoryTree.Other];
        return judged with
        {
            Category = open,
            Subcategory = words.SubcategoryOf(passage, passage.Opening, passage.Text.Length, open),
            Alternatives = [judged.Category.Code, .. judged.Alternatives.Where(a => a != open.Code)],
        };
    }

    /// <summary>What the model looks at of a message; null without a model.</summary>
    public Pieces? PiecesOf(Passage passage, int role) =>
        model?.PiecesOf(Listened.Whole(passage, words, EmergencyWatch.Watch(passage), role, before: null));

    private bool IsPrivate(CategoryGuess guess) => tree.IsPrivate(guess.Category.Code, guess.Subcategory?.Code);

    /// <param name="urgency">What holds if there is no alarm.</param>
    public Judgement Sum(in Thought thought, Urgency urgency)
    {
        var (intent, category, alarm) = (thought.Detail ?? thought.Intent, thought.Category, thought.Alarm);
        var ticket = thought.Opinion is { } asked ? TicketIntentOf(asked) : null;
        string[] categories = [category.Category.Code, .. category.Alternatives];

        // A chat's alarm names the matter; in a ticket, told at length, it is one word among others.
        if (alarm is { } danger && ticket is null)
        {
            categories = [.. categories.Prepend(danger.Category.Code).Distinct().Take(ClassChooser.MostClasses)];
        }

        var sure = intent.IsCertain || (model is not null && intent.Confidence >= model.Of(Aspect.Intent).Threshold);
        return new Judgement(
            intent.Intent, intent.Confidence, sure, ticket,
            categories, category.Confidence, category.IsSure, alarm is null ? urgency : Urgency.Emergency, alarm is not null);
    }

    private Urgency? UrgencyOf(in Opinion opinion)
    {
        var columns = model!.Of(Aspect.Urgency);
        var normal = opinion.Of(columns, "normal");
        return normal >= columns.Threshold ? Urgency.Normal : 1 - normal >= columns.Threshold ? Urgency.Urgent : null;
    }

    /// <summary>The position of the speaker's role in <see cref="Codes.Roles"/>; -1 when it says nothing.</summary>
    public static int RoleOf(Utterance utterance)
    {
        var code = utterance.Speaker ?? utterance.Sender?.Role switch
        {
            Role.Grid => "grid_worker",
            Role.Community => "community",
            Role.SubDistrict or Role.Admin => "street",
            Role.Staff => "department",
            _ => "",
        };
        for (var i = 0; i < Codes.Roles.Count; i++)
        {
            if (Codes.Roles[i] == code)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>How likely it tells of what somebody must see to: an issue, or a detail of one.</summary>
    private float ShareOfTold(in Opinion opinion) =>
        Math.Min(1, opinion.Of(model!.Of(Aspect.Issue), "yes") + ShareOf(opinion, [Intent.Supplement]));

    private float ShareOf(in Opinion opinion, ReadOnlySpan<Intent> intents)
    {
        var (columns, share) = (model!.Of(Aspect.Intent), 0f);
        for (var i = 0; i < _intents.Length; i++)
        {
            share += intents.Contains(_intents[i]) ? opinion.Of(columns, i) : 0;
        }

        return share;
    }

    private Alarm? AlarmOf(Finding? danger) =>
        danger is { } told && book.Dangers[told.Sense.Value] is var kind ? new Alarm(told.Start, tree[kind.Category], kind.Subcategory) : null;

    private static IntentGuess Alarmed => new(Intent.Report, 0.95, IsCertain: true);

    private static bool RuleDecides(in Listened heard) =>
        heard.Rule.IsCertain
        || heard.Passage.Core.Length == 0
        || Array.IndexOf(OnlyByRule, heard.Rule.Intent) >= 0
        || (heard.Rule.Intent == Intent.Chatter && heard.Passage.Has(Mark.Abuse))
        || (heard.Passage.References.Count > 0 && heard.Rule.Intent is not (Intent.Report or Intent.Chatter));

    /// <summary>
    /// Two witnesses: what the model thinks is wanted, and whether it thinks it an issue at all; and a third, the rule, where it
    /// hears a report.
    /// </summary>
    private IntentGuess IntentOf(IntentGuess rule, in Opinion opinion)
    {
        var odds = rule.Intent == Intent.Report ? (float)Math.Min(MostOdds, rule.Confidence / Math.Max(1e-6, 1 - rule.Confidence)) : 1;
        var (columns, issue) = (model!.Of(Aspect.Intent), opinion.Of(model.Of(Aspect.Issue), "yes"));
        var (best, most, sum) = (Intent.Chatter, 0f, 0f);
        for (var i = 0; i < _intents.Length; i++)
        {
            var intent = _intents[i];
            var share = opinion.Of(columns, i) * (intent is Intent.Report or Intent.Dispute ? issue : 1 - issue) * (intent == Intent.Report ? odds : 1);
            sum += share;
            (best, most) = share > most ? (intent, share) : (best, most);
        }

        return IntentGuess.Likely(best, sum > 0 ? most / sum : 0);
    }

    private string? TicketIntentOf(in Opinion opinion)
    {
        var tickets = model!.Of(Aspect.HotlineIntent);
        return IsTicket(opinion) ? tickets.Codes[opinion.Likeliest(tickets)] : null;
    }

    /// <summary>Whether it is worded as a hotline's operators put it down.</summary>
    private bool IsTicket(in Opinion opinion)
    {
        var channels = model!.Of(Aspect.Channel);
        return channels.Codes[opinion.Likeliest(channels)] == Codes.Hotline;
    }
}
