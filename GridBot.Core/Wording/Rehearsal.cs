using GridBot.Core.Issues;

namespace GridBot.Core.Wording;

/// <summary>What a rehearsal would have said to a town: its reporter reads all of it, marked on each line, and nobody else does.</summary>
internal sealed class Rehearsal(Naming naming, Issue issue)
{
    public List<Saying> Tell(IEnumerable<Saying> sayings)
    {
        var told = sayings.Select(Tell).OfType<Saying>().ToList();
        if (issue.NextDueAt is null)
        {
            told.Add(new Saying.ToPerson(issue.ReporterId, Phrases.Rehearsed(Phrases.RehearsalOver)) { Kind = SayingKind.Tell, IssueId = issue.Id });
        }

        return told;
    }

    private Saying? Tell(Saying saying) => saying switch
    {
        Saying.InGroup s => ToReporter(s, Phrases.RehearsedInGroup(
            naming.Roster.FindGroup(s.ChatId)?.Name ?? "", string.Join('、', s.Mentions.Select(naming.Call)), s.Text)),
        Saying.CardToPerson s => ToReporter(s, Phrases.RehearsedTo(naming.Call(s.UserId), CardWords.Of(s.Card))),
        Saying.ToPerson s => ToReporter(s, Phrases.RehearsedTo(naming.Call(s.UserId), s.Text)),
        _ => null,
    };

    private Saying.ToPerson ToReporter(Saying like, string words) => new(issue.ReporterId, Phrases.Rehearsed(words))
    {
        Kind = like.Kind, IssueId = like.IssueId, Summons = like.Summons, Priority = like.Priority, NotBefore = like.NotBefore,
    };
}
