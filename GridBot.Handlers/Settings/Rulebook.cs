using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Understanding;
using GridBot.Core.Understanding.Model;
using GridBot.Core.Wording;

namespace GridBot.Handlers.Settings;

/// <summary>Everything a decision and its words need, built once for each version of the settings.</summary>
public sealed class Rulebook
{
    public Rulebook(
        RosterBook roster, EscalationPolicy policy, CategoryTree categories, Vocabulary vocabulary, Calendar calendar, Weights? learned, string botName,
        bool robotSpeaks = false)
        : this(
            roster, policy, categories, new Understander(vocabulary, categories, new PlaceIndex(roster), calendar, policy.NoisyNight, learned), calendar,
            botName, robotSpeaks)
    {
    }

    private Rulebook(
        RosterBook roster, EscalationPolicy policy, CategoryTree categories, Understander understander, Calendar calendar, string botName,
        bool robotSpeaks)
    {
        (Roster, Policy, Categories, Calendar, Understander) = (roster, policy, categories, calendar, understander);
        var naming = new Naming(roster, categories, calendar);
        Naming = naming;
        Cards = new CardWriter(naming);
        Effects = new EffectWriter(naming, Cards, botName, robotSpeaks);
        Answers = new AnswerWriter(naming, Cards, Effects);
        Status = new StatusWriter(naming, Cards);
        Binding = new BindingWriter(naming, botName);
        (BotName, RobotSpeaks) = (botName, robotSpeaks);
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

    public BindingWriter Binding { get; }

    public string BotName { get; }

    /// <summary>The smart robot can speak by itself, over its long connection.</summary>
    public bool RobotSpeaks { get; }

    /// <summary>The same town with other groups: the ears, which know its places, stay.</summary>
    public Rulebook WithGroups(RosterBook sameTown) => new(sameTown, Policy, Categories, Understander, Calendar, BotName, RobotSpeaks);

    /// <summary>The scene of an issue that was opened under this policy.</summary>
    public Scene SceneUnder(EscalationPolicy policy) => new(Roster, policy, Categories, Calendar);

    public string DutyPhoneOf(string? placeId) =>
        (placeId is null ? null : Roster.OfficeOf(placeId))?.DutyPhone ?? Roster.Offices.FirstOrDefault()?.DutyPhone ?? "";
}
