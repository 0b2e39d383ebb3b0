using GridBot.Core.Issues;
using GridBot.Core.Wording;

namespace GridBot.Tests.Core.Wording;

/// <summary>The writers over the test town, and what they make of a life's last decision.</summary>
internal sealed class Words
{
    private readonly Scene _scene;

    public Words(Scene? scene = null)
    {
        _scene = scene ?? TestTown.Scene;
        Naming = new Naming(_scene.Roster, _scene.Categories, _scene.Calendar);
        Cards = new CardWriter(Naming);
        Effects = new EffectWriter(Naming, Cards, "网格助手");
        Answers = new AnswerWriter(Naming, Cards, Effects);
    }

    public Naming Naming { get; }

    public CardWriter Cards { get; }

    public EffectWriter Effects { get; }

    public AnswerWriter Answers { get; }

    public List<Saying> All(Life life, AlreadySeen? seen = null, (DateTimeOffset, DateTimeOffset)? outage = null) =>
        Effects.Write(life.Before, (Decision.Changed)life.Last, _scene, seen ?? AlreadySeen.Nothing, life.Now, outage);

    /// <summary>What one group reads.</summary>
    public Saying.InGroup InGroup(Life life, string chat = TestTown.GridChat, AlreadySeen? seen = null, (DateTimeOffset, DateTimeOffset)? outage = null) =>
        All(life, seen, outage).OfType<Saying.InGroup>().Single(s => s.ChatId == chat);

    /// <summary>The 1:1 card of one person.</summary>
    public Card CardOf(Life life, string who) => All(life).OfType<Saying.CardToPerson>().Single(s => s.UserId == who).Card;

    public Card GroupCard(Life life) => Cards.Group(life.Issue, "t", life.Now, life.Effects.OfType<Effect.Ring>().FirstOrDefault());

    public static string Buttons(Card card) => string.Concat(card.Buttons.Select(b => $"［{b.Text}］"));
}
