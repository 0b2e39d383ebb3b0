using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Understanding;
using GridBot.Core.Wording;

namespace GridBot.Handlers.Settings;

/// <summary>Everything a decision and its words need, built once for each version of the settings.</summary>
public sealed class Rulebook
{
    public Rulebook(
        RosterBook roster, EscalationPolicy policy, CategoryTree categories, Vocabulary vocabulary, Calendar calendar, string botName,
        bool robotSpeaks = false)
    {
        (Roster, Policy, Categories, Calendar) = (roster, policy, categories, calendar);
        Understander = new Understander(vocabulary, categories, new PlaceIndex(roster), calendar, policy.NoisyNight);
        var naming = new Naming(roster, categories, calendar);
        Naming = naming;
        Cards = new CardWriter(naming);
        Effects = new EffectWriter(naming, Cards, botName, robotSpeaks);
        Answers = new AnswerWriter(naming, Cards, Effects);
        Status = new StatusWriter(naming, Cards);
        BotName = botName;
    }

    public RosterBook Roster { get; }

    public EscalationPolicy Policy { get; }

    public CategoryTree Categories { get; }

    public Calendar Calendar { get; }

    public Understander Understander { get; }

    public Naming Naming { get; }

    public CardWriter Cards { get; }

    public EffectWriter Effects { get; }

    public AnswerWriter Answers { get; }

    public StatusWriter Status { get; }

    public string BotName { get; }

    /// <summary>The scene of an issue that was opened under this policy.</summary>
    public Scene SceneUnder(EscalationPolicy policy) => new(Roster, policy, Categories, Calendar);

    public string DutyPhoneOf(string? placeId) =>
        (placeId is null ? null : Roster.OfficeOf(placeId))?.DutyPhone ?? Roster.Offices.FirstOrDefault()?.DutyPhone ?? "";
}
